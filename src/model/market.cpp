// SPDX-License-Identifier: MIT
#include "market.hpp"

#include <algorithm>
#include "data/tables.hpp"

namespace hisalary::model {
namespace {

const LogPay& pay_of(const MarketCell& cell, Wages wages) {
  if (wages == Wages::Nation) {
    return cell.nation.pay;
  }
  return wages == Wages::Published && cell.cell.published ? *cell.cell.published : cell.cell.pay;
}

}  // namespace

std::vector<MarketCell> market_cells(const Tables& tables, const Role* role, const Occupation* occupation,
                                     const Area* area, std::optional<std::int32_t> release) {
  const Places places(tables);
  const bool in_nation = release || area == nullptr || area->kind == AreaKind::Nation;

  std::vector<MarketCell> cells;
  const auto add = [&](const Occupation& part, double weight) {
    MarketCell cell{&part, weight, places.nation(part, release.value_or(places.release())), {}};
    cell.cell = cell.nation;
    if (!in_nation) {
      cell.cell = role != nullptr ? places.shrunk(part, area) : places.cell(part, area);
    }
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

MarketCurve blend(const std::vector<MarketCell>& cells, Wages wages) {
  MarketCurve curve;
  for (const auto& cell : cells) {
    curve.add(cell.weight, MarketCurve(pay_of(cell, wages)));
  }
  return curve;
}

CellKind least_certain(const std::vector<MarketCell>& cells) {
  CellKind kind = CellKind::Published;
  for (const auto& cell : cells) {
    kind = std::max(kind, cell.cell.kind);
  }
  return kind;
}

}  // namespace hisalary::model
