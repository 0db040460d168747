// SPDX-License-Identifier: MIT
// What one person earns, step by step from the nation's median.
#include <hisalary/hisalary.hpp>

#include <cstdio>

int main() {
  using namespace hisalary;
  const Model model(Dataset::builtin());
  try {
    const Profile person = ProfileBuilder(model.dataset())
                               .with(Fact::Role, "Inpatient Coder II")
                               .with(Fact::Credentials, "CCS")
                               .with(Fact::State, "California")
                               .with(Years(6))
                               .build();
    const Estimate answer = model.estimate(person);
    std::printf("median %.0f, half of them %.0f to %.0f\n", answer.pay.p50(), answer.pay.p25(), answer.pay.p75());
    for (const Step& step : answer.steps) {
      std::printf("%8.0f  %s\n", step.amount, step.label.c_str());
    }
  } catch (const Error& error) {
    std::printf("%s (%s)\n", error.what(), error.hint().c_str());
    return 1;
  }
}
