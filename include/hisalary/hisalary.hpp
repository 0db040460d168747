// SPDX-License-Identifier: MIT
#pragma once

/// The whole library:
///   const hisalary::Model model(hisalary::Dataset::builtin());
///   const auto person = hisalary::ProfileBuilder(model.dataset())
///                           .with(hisalary::Fact::Credentials, "RHIA")
///                           .with(hisalary::Fact::State, "CA")
///                           .with(hisalary::Years(6))
///                           .build();
///   const auto answer = model.estimate(person);

#include "hisalary/dataset.hpp"   // IWYU pragma: export
#include "hisalary/error.hpp"     // IWYU pragma: export
#include "hisalary/estimate.hpp"  // IWYU pragma: export
#include "hisalary/facts.hpp"     // IWYU pragma: export
#include "hisalary/model.hpp"     // IWYU pragma: export
#include "hisalary/profile.hpp"   // IWYU pragma: export
#include "hisalary/records.hpp"   // IWYU pragma: export
