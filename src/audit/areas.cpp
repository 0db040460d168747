// SPDX-License-Identifier: MIT
#include "areas.hpp"

#include <algorithm>
#include <cmath>

#include "base/statistics.hpp"
#include "data/tables.hpp"
#include "model/place.hpp"

namespace hisalary::audit {
namespace {

constexpr std::size_t percentiles = 5;

const Area* state_of(const Tables& tables, const Area& area) {
  const auto it = std::ranges::find(tables.areas, area.states.empty() ? Text() : area.states[0], &Area::code);
  return it == tables.areas.end() ? nullptr : &*it;
}

bool is_local(const Area& area) {
  return area.kind == AreaKind::Metropolitan || area.kind == AreaKind::Nonmetropolitan;
}

/// A nonmetropolitan area that is a whole territory stands in the tables twice, once as the territory.
bool is_duplicate(const Tables& tables, const Area& area) {
  const Area* const state = state_of(tables, area);
  return state != nullptr && state->kind == AreaKind::Territory && state->title == area.title;
}

/// The errors of one way to answer, by percentile, in percent.
struct Errors {
  std::array<std::vector<double>, percentiles> at;

  void add(const model::LogPay& answer, const model::LogPay& published) {
    constexpr double percent = 100;
    for (std::size_t i = 0; i < percentiles; ++i) {
      at[i].push_back(percent * std::abs(std::expm1(answer[i] - published[i])));
    }
  }
};

OccupationErrors errors_of(const Tables& tables, const Occupation& occupation, std::span<const LocalCell> cells) {
  const model::Places places(tables);
  const model::LogPay nation = places.nation(occupation, places.release()).pay;
  Errors of_prediction;
  Errors of_state;
  Errors of_nation;
  for (const auto& cell : cells) {
    const model::LogPay published = places.cell(occupation, cell.area).pay;
    const model::Cell around = places.cell(occupation, cell.state);
    of_prediction.add(places.predicted(occupation, *cell.area).pay, published);
    of_state.add(around.kind == CellKind::Published ? around.pay : nation, published);
    of_nation.add(nation, published);
  }

  OccupationErrors out{&occupation, cells.size(), {}, {}};
  for (std::size_t i = 0; i < percentiles; ++i) {
    out.median[i] = {median(of_prediction.at[i]), median(of_state.at[i]), median(of_nation.at[i])};
    out.mean[i] = {mean(of_prediction.at[i]), mean(of_state.at[i]), mean(of_nation.at[i])};
  }
  return out;
}

}  // namespace

std::vector<const Area*> duplicate_areas(const Tables& tables) {
  std::vector<const Area*> out;
  for (const Area& area : tables.areas) {
    if (is_local(area) && is_duplicate(tables, area)) {
      out.push_back(&area);
    }
  }
  return out;
}

std::vector<LocalCell> local_cells(const Tables& tables) {
  std::vector<const Area*> local;
  for (const Area& area : tables.areas) {
    if (is_local(area) && !is_duplicate(tables, area)) {
      local.push_back(&area);
    }
  }

  std::vector<LocalCell> out;
  const model::Places places(tables);
  for (const Occupation& occupation : tables.occupations) {
    if (std::ranges::find(tables.area_wages, occupation.soc, &AreaWage::soc) == tables.area_wages.end()) {
      continue;
    }
    for (const Area* const area : local) {
      if (places.cell(occupation, area).kind == CellKind::Published) {
        out.push_back({&occupation, area, state_of(tables, *area)});
      }
    }
  }
  return out;
}

namespace {

/// Whether an area has under a fifth of the state's jobs in the occupation, so that its state's figure says little of
/// it. A count that BLS leaves blank is a small one.
bool is_small(const model::Places& places, const LocalCell& cell) {
  constexpr double fifth = 0.2;
  const Published here = places.cell(*cell.occupation, cell.area).employment;
  const Published there = places.cell(*cell.occupation, cell.state).employment;
  return !here.known() || (there.known() && here.amount < fifth * there.amount);
}

}  // namespace

AreasCheck leave_areas_out(const Tables& tables) {
  AreasCheck out;
  out.duplicates = duplicate_areas(tables);
  const model::Places places(tables);
  const std::vector<LocalCell> cells = local_cells(tables);
  out.cells = cells.size();
  for (auto first = cells.begin(); first != cells.end();) {
    const Occupation* const occupation = first->occupation;
    const auto last = std::find_if(first, cells.end(), [&](const LocalCell& c) { return c.occupation != occupation; });
    out.occupations.push_back(errors_of(tables, *occupation, {first, last}));

    std::vector<LocalCell> small;
    std::copy_if(first, last, std::back_inserter(small), [&](const LocalCell& cell) { return is_small(places, cell); });
    if (!small.empty()) {
      out.small.push_back(errors_of(tables, *occupation, small));
    }
    first = last;
  }
  return out;
}

}  // namespace hisalary::audit
