// SPDX-License-Identifier: MIT
// The same person in three states.
#include <hisalary/advise/compare.hpp>
#include <hisalary/hisalary.hpp>

#include <cstdio>

int main() {
  using namespace hisalary;
  const Model model(Dataset::builtin());
  ProfileBuilder person(model.dataset());
  person.with(Fact::Role, "medical-coder").with(Fact::Credentials, "CPC").with(Years(5));

  const auto comparison = advise::compare(model, person, {"state=CA,TX,NY"});
  for (const auto& cell : comparison.cells) {
    std::printf("%s %.0f\n", cell.values[0].c_str(), cell.estimate.pay.p50());
  }
}
