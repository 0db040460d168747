// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hisalary/estimate.hpp"
#include "model/pricer.hpp"
#include "standing.hpp"

namespace hisalary::explain {

/// What the reader of an answer should know of it.
[[nodiscard]] std::vector<std::string> caveats_of(const model::Pricer& pricer, const Facts& person,
                                                  const std::vector<model::MarketCell>& cells,
                                                  const Standing& standing);

/// The facts that would narrow the range.
[[nodiscard]] std::vector<Fact> narrowing_facts(const Facts& person, const Standing& standing);

}  // namespace hisalary::explain
