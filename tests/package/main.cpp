// SPDX-License-Identifier: MIT
#include <hisalary/hisalary.hpp>

#include <cstdio>

int main() {
  using namespace hisalary;
  const Model model(Dataset::builtin());
  const Profile person =
      ProfileBuilder(model.dataset()).with(Fact::Credentials, "RHIA").with(Fact::State, "CA").with(Years(6)).build();
  const Estimate estimate = model.estimate(person);
  std::printf("%.0f dollars a year\n", estimate.pay.p50());
}
