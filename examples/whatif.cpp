// SPDX-License-Identifier: MIT
// What each credential would add for a medical coder.
#include <hisalary/advise/whatif.hpp>
#include <hisalary/hisalary.hpp>

#include <cstdio>

int main() {
  using namespace hisalary;
  const Model model(Dataset::builtin());
  const Profile person = ProfileBuilder(model.dataset())
                             .with(*model.dataset().find_role("medical-coder"))
                             .with(Years(3))
                             .without_credentials()
                             .build();
  advise::WhatIfOptions options;
  options.only = {advise::ChangeKind::Credential};
  for (const auto& change : advise::what_if(model, person, options).changes) {
    std::printf("%.*s %+.0f\n", static_cast<int>(change.id.size()), change.id.data(), change.gain());
  }
}
