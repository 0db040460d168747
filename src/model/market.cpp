// SPDX-License-Identifier: MIT
#include "market.hpp"

#include <algorithm>

namespace hisalary::model {

std::vector<MarketCell> market_cells(const Tables& tables, const Role* role, const Occupation* occupation,
                                     const Area* area, std::optional<std::int32_t> release) {
  const Places places(tables);
  const bool in_nation = area == nullptr || area->kind == AreaKind::Nation;
  std::vector<MarketCell> cells;
  const auto add = [&](const Occupation& part, double weight) {
    MarketCell cell{&part, weight, places.nation(part, release.value_or(places.release())), {}};
    cell.cell = release || in_nation ? cell.nation
                : role != nullptr    ? places.shrunk(part, area)
                                     : places.cell(part, area);
    cells.push_back(cell);
  };
  if (role == nullptr) {
    add(*occupation, 1);
    return cells;
  }
  for (const auto& share : role->occupations) {
    add(*std::ranges::find(tables.occupations, share.soc, &Occupation::soc), share.weight);
  }
  return cells;
}

}  // namespace hisalary::model
