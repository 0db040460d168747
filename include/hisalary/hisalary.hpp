// SPDX-License-Identifier: MIT
#pragma once

/// The whole library:
///   const hisalary::Model model(hisalary::Dataset::builtin());
///   const auto asked = hisalary::understand(model.dataset(), {.credentials = {"RHIA"}, .years = "6", .state = "CA"});
///   const auto answer = model.estimate(asked.profile);

#include "hisalary/dataset.hpp"   // IWYU pragma: export
#include "hisalary/error.hpp"     // IWYU pragma: export
#include "hisalary/estimate.hpp"  // IWYU pragma: export
#include "hisalary/facts.hpp"     // IWYU pragma: export
#include "hisalary/model.hpp"     // IWYU pragma: export
#include "hisalary/question.hpp"  // IWYU pragma: export
#include "hisalary/records.hpp"   // IWYU pragma: export
