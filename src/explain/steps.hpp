// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "hisalary/estimate.hpp"
#include "model/pricer.hpp"
#include "standing.hpp"

namespace hisalary::explain {

/// The walk from the nation's median to the person's, step by step.
[[nodiscard]] std::vector<Step> steps_of(const model::Pricer& pricer, const Facts& person, const model::Price& price,
                                         const std::vector<model::MarketCell>& cells, const Standing& standing);

}  // namespace hisalary::explain
