// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "data/tables.hpp"
#include "hisalary/facts.hpp"
#include "model/parameters.hpp"

namespace hisalary::advise {

/// All prices of a person's place, nation = 100. Absent where none is published (territories, nonmetropolitan areas),
/// and for remote work, which may be done anywhere.
[[nodiscard]] inline std::optional<double> price_parity(const Tables& tables, const Facts& profile) {
  constexpr double nation = 100;
  if (profile.remote) {
    return std::nullopt;
  }
  if (profile.area == nullptr || profile.area->kind == AreaKind::Nation) {
    return nation;
  }
  const auto it = std::ranges::find(tables.price_parity, profile.area->code, &PriceParity::area);
  return it == tables.price_parity.end() ? std::nullopt : std::optional(it->parity);
}

/// What pay buys, in dollars at the nation's prices.
[[nodiscard]] inline std::optional<double> at_nations_prices(double dollars, std::optional<double> parity) {
  constexpr double nation = 100;
  return parity ? std::optional(dollars * nation / *parity) : std::nullopt;
}

/// Who publishes the parities; null when the data set does not name it.
[[nodiscard]] inline const Source* parity_source(const Tables& tables) {
  const auto it = std::ranges::find(tables.sources, model::block(tables, "price_parity.json").source, &Source::id);
  return it == tables.sources.end() ? nullptr : &*it;
}

/// "U.S. Bureau of Economic Analysis, 2024".
[[nodiscard]] inline std::string parity_publisher(const Tables& tables) {
  const Provenance& from = model::block(tables, "price_parity.json");
  const Source* const source = parity_source(tables);
  return std::string(source == nullptr ? from.source : source->publisher) + ", " + std::string(from.as_of);
}

}  // namespace hisalary::advise
