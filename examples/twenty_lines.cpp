// SPDX-License-Identifier: MIT
// The median of a role in three states, read from the public record.
#include <hisalary/hisalary.hpp>

#include <cstdio>

int main() {
  using namespace hisalary;
  const Model model(Dataset::builtin());
  for (const char* const state : {"OH", "TX", "CA"}) {
    const Profile person = ProfileBuilder(model.dataset())
                               .with(Fact::Role, "medical-coder")
                               .with(Fact::Credentials, "CPC")
                               .with(Fact::State, state)
                               .with(Years(5))
                               .build();
    const Estimate answer = model.estimate(person);
    std::printf("%s %.0f\n", state, answer.pay.p50());
  }
}
