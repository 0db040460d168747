// SPDX-License-Identifier: MIT
#include "areas.hpp"

#include <algorithm>
#include <cmath>

#include "data/tables.hpp"
#include "fit/statistics.hpp"
#include "model/place.hpp"

namespace hisalary::audit {
namespace {

using fit::mean;
using fit::median;

constexpr std::size_t percentiles = 5;
using Errors = std::array<std::vector<double>, percentiles>;

const Area* find_area(const Tables& tables, Text code) {
  const auto it = std::ranges::find(tables.areas, code, &Area::code);
  return it == tables.areas.end() ? nullptr : &*it;
}

const Area* state_of(const Tables& tables, const Area& area) {
  return area.states.empty() ? nullptr : find_area(tables, area.states[0]);
}

bool is_local(const Area& area) {
  return area.kind == AreaKind::Metropolitan || area.kind == AreaKind::Nonmetropolitan;
}

/// A nonmetropolitan area that is a whole territory stands in the tables twice, once as the territory.
bool is_duplicate(const Tables& tables, const Area& area) {
  const Area* const state = state_of(tables, area);
  return state != nullptr && state->kind == AreaKind::Territory && state->title == area.title;
}

/// Gathers the errors of one occupation.
class LeftOut {
 public:
  LeftOut(const Tables& tables, const Occupation& occupation)
      : places_(tables),
        tables_(tables),
        occupation_(occupation),
        nation_(places_.nation(occupation, places_.release()).pay) {}

  void leave_out(const Area& area) {
    const model::LogPay truth = places_.cell(occupation_, &area).pay;
    const model::LogPay predicted = places_.predicted(occupation_, area).pay;
    const Area* const state = state_of(tables_, area);
    const model::Cell around = places_.cell(occupation_, state);
    const model::LogPay& of_state = around.kind == CellKind::Published ? around.pay : nation_;
    for (std::size_t i = 0; i < percentiles; ++i) {
      predicted_[i].push_back(error(predicted[i], truth[i]));
      state_[i].push_back(error(of_state[i], truth[i]));
      from_nation_[i].push_back(error(nation_[i], truth[i]));
    }
  }

  [[nodiscard]] OccupationErrors summary() const {
    OccupationErrors out{&occupation_, predicted_[0].size(), {}, {}};
    for (std::size_t i = 0; i < percentiles; ++i) {
      out.median[i] = {median(predicted_[i]), median(state_[i]), median(from_nation_[i])};
      out.mean[i] = {mean(predicted_[i]), mean(state_[i]), mean(from_nation_[i])};
    }
    return out;
  }

 private:
  static double error(double log_guess, double log_truth) {
    constexpr double percent = 100;
    return percent * std::abs(std::expm1(log_guess - log_truth));
  }

  model::Places places_;
  const Tables& tables_;
  const Occupation& occupation_;
  model::LogPay nation_;
  Errors predicted_;
  Errors state_;
  Errors from_nation_;
};

bool is_published(const model::Places& places, const Occupation& occupation, const Area& area) {
  return places.cell(occupation, &area).kind == CellKind::Published;
}

}  // namespace

AreasCheck leave_areas_out(const Tables& tables) {
  AreasCheck out;
  std::vector<const Area*> local;
  for (const Area& area : tables.areas) {
    if (is_local(area)) {
      (is_duplicate(tables, area) ? out.duplicates : local).push_back(&area);
    }
  }
  const model::Places places(tables);
  for (const Occupation& occupation : tables.occupations) {
    if (std::ranges::find(tables.area_wages, occupation.soc, &AreaWage::soc) == tables.area_wages.end()) {
      continue;
    }
    LeftOut errors(tables, occupation);
    for (const Area* const area : local) {
      if (is_published(places, occupation, *area)) {
        errors.leave_out(*area);
      }
    }
    OccupationErrors summary = errors.summary();
    if (summary.cells > 0) {
      out.cells += summary.cells;
      out.occupations.push_back(summary);
    }
  }
  return out;
}

}  // namespace hisalary::audit
