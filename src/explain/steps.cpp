// SPDX-License-Identifier: MIT
#include "steps.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "data/tables.hpp"
#include "model/parameters.hpp"
#include "model/setting.hpp"

namespace hisalary::explain {
namespace {

using model::MarketCell;
using model::Wages;

/// "Medical Records Specialists (29-2072)".
std::string names_of(const std::vector<MarketCell>& cells, auto&& wanted) {
  std::string all;
  for (const auto& cell : cells) {
    if (wanted(cell)) {
      all += (all.empty() ? "" : ", ") + std::string(cell.occupation->title) + " (" +
             std::string(cell.occupation->soc) + ")";
    }
  }
  return all;
}

void add(std::vector<Step>& steps, std::string id, std::string label, double log_amount, const Provenance& from) {
  steps.push_back({std::move(id), std::move(label), model::exponential(log_amount), from});
}

/// Where the cells' rows of a file come from; `start` is their key before the occupation. An overlay's row goes first.
const Provenance& cells_from(const Tables& tables, std::string_view path, std::string_view start,
                             const std::vector<MarketCell>& cells) {
  const Provenance& file = model::block(tables, path);
  for (const auto& cell : cells) {
    const Provenance& row =
        model::row_source(tables, path, std::string(start) + " " + std::string(cell.occupation->soc));
    if (&row != &file) {
      return row;
    }
  }
  return file;
}

void add_place(std::vector<Step>& steps, const Tables& tables, const Facts& person, const model::Price& price,
               const std::vector<MarketCell>& cells) {
  const std::string estimated =
      names_of(cells, [](const MarketCell& cell) { return cell.cell.kind == CellKind::Estimated; });
  const std::string title(person.area->title);
  const Provenance& from = estimated.empty() ? cells_from(tables, "wages_areas.json", person.area->code, cells)
                                             : model::parameter(tables, "area_reach_p50").from;
  add(steps, "place", estimated.empty() ? title : title + ": estimated, not published, for " + estimated,
      model::blend(cells, Wages::Published)(0), from);

  const auto blended = [&](CellKind kind) {
    return names_of(cells, [&](const MarketCell& cell) { return cell.cell.published && cell.cell.kind == kind; });
  };
  const std::string few = blended(CellKind::Thin);
  const std::string not_many = blended(CellKind::Published);
  if (few.empty() && not_many.empty()) {
    return;
  }
  const std::string small = few + (few.empty() || not_many.empty() ? "" : ", ") + not_many;
  add(steps, "thin-cell",
      "Small sample there, so blended with an estimate from the state and the area's other occupations: " + small,
      price.terms.market->curve(0), model::parameter(tables, "few_jobs").from);
}

void add_setting(std::vector<Step>& steps, const Tables& tables, const Facts& person, const model::Price& price) {
  const auto found = model::setting_for(tables, person.role, person.occupation, *person.setting);
  if (found.industry.empty()) {
    return;
  }
  std::string label = "Setting: " + std::string(person.setting->title);
  if (found.industry != person.setting->title) {
    label += " (" + std::string(found.industry) + ")";
  }
  add(steps, "setting", label, price.terms.market->curve(0) + price.terms.shifts.setting, found.from);
}

}  // namespace

std::vector<Step> steps_of(const model::Pricer& pricer, const Facts& person, const model::Price& price,
                           const std::vector<MarketCell>& cells, const Standing& standing) {
  const Tables& tables = pricer.tables();
  const model::MarketCurve& curve = price.terms.market->curve;
  const model::Shifts& shifts = price.terms.shifts;
  const bool in_nation = person.area == nullptr || person.area->kind == AreaKind::Nation;

  std::vector<Step> steps;
  const std::string all = names_of(cells, [](const MarketCell&) { return true; });
  add(steps, "nation", "U.S. median: " + all, model::blend(cells, Wages::Nation)(0),
      cells_from(tables, "wages_nation.json", model::release_year(tables, person.release), cells));
  if (!in_nation) {
    add_place(steps, tables, person, price, cells);
  }
  if (person.setting != nullptr) {
    add_setting(steps, tables, person, price);
  }

  double mean = 0;
  for (const auto& effect : standing.effects) {
    mean += effect.score;
    add(steps, effect.id, effect.label, curve(mean) + shifts.setting, effect.from);
  }

  if (price.terms.scores.ladder != 0) {
    mean = price.terms.scores.mean();
    add(steps, "ladder", "Kept above the step below it with the same facts", curve(mean) + shifts.setting,
        model::block(tables, "roles.json"));
  }
  if (shifts.ladder != 0) {
    add(steps, "ladder",
        shifts.ladder < 0 ? "Kept below the pay of a health information director there"
                          : "Kept at or above the pay of the role one step below",
        curve(mean) + shifts.setting + shifts.ladder, model::block(tables, "roles.json"));
  }
  const model::Clock& clock = pricer.clock();
  if (!clock.untouched(person)) {
    const Quarter at = clock.quarter_of(person);
    add(steps, "time", (at < clock.release() ? "Wages adjusted back to " : "Wage growth to ") + model::text(at),
        curve(mean) + (shifts.setting + shifts.ladder + shifts.time),
        model::block(tables, at < clock.release() ? "wages_nation.json" : "price_index.json"));
  }
  return steps;
}

}  // namespace hisalary::explain
