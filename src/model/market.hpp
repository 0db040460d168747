// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "place.hpp"

namespace hisalary::model {

/// One occupation of a role's market, in the nation and in the place.
struct MarketCell {
  const Occupation* occupation = nullptr;
  double weight = 1;
  Cell nation;
  Cell cell;
};

/// The cells that a role, or a whole occupation, is priced on in a place (null: the nation) in a release. Throws Error
/// NoAnswer when an old release lacks one.
[[nodiscard]] std::vector<MarketCell> market_cells(const Tables& tables, const Role* role, const Occupation* occupation,
                                                   const Area* area, std::optional<std::int32_t> release);

}  // namespace hisalary::model
