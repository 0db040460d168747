// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "data/tables.hpp"
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

/// Which wages of a cell make a curve.
enum class Wages : std::uint8_t {
  Nation,     ///< of the whole country
  Published,  ///< BLS's own where there are any, else as estimated
  Priced,     ///< small cells blended with their estimate
};

/// The weighted mean of the cells' curves.
[[nodiscard]] MarketCurve blend(const std::vector<MarketCell>& cells, Wages wages);

/// The least certain of the cells' kinds.
[[nodiscard]] CellKind least_certain(const std::vector<MarketCell>& cells);

}  // namespace hisalary::model
