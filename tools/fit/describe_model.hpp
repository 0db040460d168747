// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "data/tables.hpp"
#include "fit.hpp"

namespace hisalary::fit {

/// Writes beside every number of a fitted model why it is what it is, how sure it is, and its grade: fitted where the
/// evidence took at least a tenth of the prior's variance away, else an assumption.
void describe_model(const Tables& tables, const std::vector<Fitted>& parameters, const AreaParameters& area,
                    Candidate& model);

/// Evidence that took less than this part of a parameter's prior variance away cannot move it.
inline constexpr double moved = 0.1;

}  // namespace hisalary::fit
