// SPDX-License-Identifier: MIT
#include "place.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <tuple>

#include "data/tables.hpp"
#include "hisalary/error.hpp"
#include "normal.hpp"
#include "parameters.hpp"

namespace hisalary::model {
namespace {

/// Of a published cell with equal percentiles: one employer's pay scale, or a few's, says half of what a market does.
constexpr double tied_weight = 0.5;

constexpr std::array<std::string_view, 5> reach_ids{"area_reach_p10", "area_reach_p25", "area_reach_p50",
                                                    "area_reach_p75", "area_reach_p90"};

bool complete(const PublishedPercentiles& pay) {
  return std::ranges::all_of(pay, [](const Published& value) { return value.known(); });
}

LogPay log_of(const PublishedPercentiles& pay) {
  LogPay out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = std::log(static_cast<double>(pay[i].amount));
  }
  return out;
}

const NationWage* find_nation(const Tables& tables, Text soc, std::int32_t release) {
  const auto key = std::tuple(release, soc);
  const auto it = std::ranges::lower_bound(tables.nation_wages, key, {},
                                           [](const NationWage& r) { return std::tuple(r.release, r.soc); });
  return it != tables.nation_wages.end() && std::tuple(it->release, it->soc) == key ? &*it : nullptr;
}

/// The wages of an area, which stand together.
List<AreaWage> wages_in(const Tables& tables, Text area) {
  const auto first = std::ranges::lower_bound(tables.area_wages, area, {}, &AreaWage::area);
  const auto last = std::ranges::upper_bound(first, tables.area_wages.end(), area, {}, &AreaWage::area);
  return {first, last};
}

const AreaWage* find_wage(List<AreaWage> rows, Text soc) {
  const auto it = std::ranges::find(rows, soc, &AreaWage::soc);
  return it != rows.end() ? &*it : nullptr;
}

const AreaWage* find_complete(List<AreaWage> rows, Text soc) {
  const AreaWage* const row = find_wage(rows, soc);
  return row != nullptr && complete(row->pay) ? row : nullptr;
}

/// Percentiles that BLS only gives as "at or above the top code" continue the last published piece in a straight line.
LogPay continue_top(const PublishedPercentiles& pay, std::size_t known) {
  LogPay out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (i < known) {
      out[i] = std::log(static_cast<double>(pay[i].amount));
    } else {
      const double slope = (out[i - 1] - out[i - 2]) / (percentile_scores[i - 1] - percentile_scores[i - 2]);
      out[i] = out[i - 1] + slope * (percentile_scores[i] - percentile_scores[i - 1]);
    }
  }
  return out;
}

std::string releases_of(const Tables& tables, Text soc) {
  std::string years;
  for (const auto& row : tables.nation_wages) {
    if (row.soc == soc && row.pay[0].known()) {
      years += (years.empty() ? "" : ", ") + std::to_string(row.release);
    }
  }
  return years;
}

}  // namespace

std::int32_t Places::release() const {
  std::int32_t year = 0;
  const Text text = tables_.info[0].release;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year;
}

bool Places::has_nation(const Occupation& occupation, std::int32_t release) const {
  const NationWage* const row = find_nation(tables_, occupation.soc, release);
  return row != nullptr && complete(row->pay);
}

Cell Places::nation(const Occupation& occupation, std::int32_t release) const {
  const NationWage* const row = find_nation(tables_, occupation.soc, release);
  std::size_t known = 0;
  while (row != nullptr && known < row->pay.size() && row->pay[known].known()) {
    ++known;
  }
  constexpr std::size_t enough = 3;  // up to the median; the rest may be top-coded
  const bool usable = row != nullptr && known >= enough &&
                      std::all_of(row->pay.begin() + static_cast<std::ptrdiff_t>(known), row->pay.end(),
                                  [](const Published& value) { return value.mark == Published::Mark::TopCoded; });
  if (!usable) {
    const std::string years = releases_of(tables_, occupation.soc);
    throw Error(ErrorCode::NoAnswer,
                "May " + std::to_string(release) + " has no percentiles for " + std::string(occupation.soc) + " " +
                    std::string(occupation.title),
                years.empty() ? "no release has them" : "releases that have them: " + years, "release");
  }
  Cell cell;
  cell.pay = continue_top(row->pay, known);
  cell.top_coded = known < row->pay.size();
  cell.employment = row->employment;
  return cell;
}

std::optional<Cell> Places::published(const Occupation& occupation, const Area& area) const {
  const AreaWage* const row = find_complete(wages_in(tables_, area.code), occupation.soc);
  if (row == nullptr) {
    return std::nullopt;
  }
  Cell cell;
  cell.pay = log_of(row->pay);
  cell.employment = row->employment;
  cell.tied = std::ranges::adjacent_find(cell.pay) != cell.pay.end();
  return cell;
}

Cell Places::predicted(const Occupation& occupation, const Area& area) const {
  const Cell nation = this->nation(occupation, release());
  const bool is_state = area.kind == AreaKind::State || area.kind == AreaKind::Territory;
  const Text state = is_state || area.states.empty() ? Text{} : area.states[0];
  const List<AreaWage> here_rows = wages_in(tables_, area.code);
  const List<AreaWage> state_rows = wages_in(tables_, state);
  const AreaWage* const state_row = find_complete(state_rows, occupation.soc);
  const double reference_jobs = parameter(tables_, "reference_jobs").value;
  const double blank_jobs = parameter(tables_, "blank_jobs").value;
  LogPay place_sum{};
  LogPay state_sum{};
  double others = 0;
  for (const Occupation& other : tables_.occupations) {
    const AreaWage* const here = other.soc == occupation.soc ? nullptr : find_complete(here_rows, other.soc);
    if (here == nullptr) {
      continue;
    }
    const AreaWage* const there = find_complete(state_rows, other.soc);
    const NationWage* const whole = find_nation(tables_, other.soc, release());
    if (whole == nullptr || !complete(whole->pay) || (state_row != nullptr && there == nullptr)) {
      continue;
    }
    // A thin cell says less of its place than a large one.
    const double jobs = here->employment.known() ? here->employment.amount : blank_jobs;
    const double weight = jobs / (jobs + reference_jobs);
    const LogPay base = log_of(whole->pay);
    const LogPay here_pay = log_of(here->pay);
    const LogPay there_pay = there != nullptr ? log_of(there->pay) : base;
    for (std::size_t i = 0; i < base.size(); ++i) {
      place_sum[i] += weight * (here_pay[i] - base[i]);
      state_sum[i] += weight * (there_pay[i] - base[i]);
    }
    others += weight;
  }
  Cell cell;
  cell.kind = CellKind::Estimated;
  cell.error = parameter_for(tables_, "area_error", occupation.soc).value;
  const LogPay start = state_row != nullptr ? log_of(state_row->pay) : nation.pay;
  for (std::size_t i = 0; i < cell.pay.size(); ++i) {
    const double state_part = state_row != nullptr ? state_sum[i] : 0;
    const double apart = others > 0 ? (place_sum[i] - state_part) / others : 0;
    cell.pay[i] = start[i] + parameter(tables_, reach_ids[i]).value * apart;
  }
  std::ranges::sort(cell.pay);
  if (const AreaWage* const row = find_wage(here_rows, occupation.soc)) {
    cell.employment = row->employment;
  }
  return cell;
}

Cell Places::cell(const Occupation& occupation, const Area* area) const {
  if (area == nullptr || area->kind == AreaKind::Nation) {
    return nation(occupation, release());
  }
  if (const auto found = published(occupation, *area)) {
    return *found;
  }
  return predicted(occupation, *area);
}

Cell Places::shrunk(const Occupation& occupation, const Area* area) const {
  Cell found = cell(occupation, area);
  if (area == nullptr || area->kind == AreaKind::Nation || found.kind != CellKind::Published) {
    return found;
  }
  const double few = parameter(tables_, "few_jobs").value;
  const double jobs = found.employment.known() ? found.employment.amount : parameter(tables_, "blank_jobs").value;
  constexpr double nearly_whole = 0.95;
  constexpr double thin = 0.8;
  const double by_jobs = jobs / (jobs + few);
  const double weight = found.tied ? std::min(by_jobs, tied_weight) : by_jobs;
  if (weight > nearly_whole) {
    return found;
  }
  const Cell guess = predicted(occupation, *area);
  found.published = found.pay;
  for (std::size_t i = 0; i < found.pay.size(); ++i) {
    found.pay[i] = weight * found.pay[i] + (1 - weight) * guess.pay[i];
  }
  found.kind = weight < thin ? CellKind::Thin : CellKind::Published;
  found.error = (1 - weight) * guess.error;
  return found;
}

}  // namespace hisalary::model
