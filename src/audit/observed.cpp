// SPDX-License-Identifier: MIT
#include "observed.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include "data/tables.hpp"

#include "base/statistics.hpp"

namespace hisalary::audit {
namespace {

constexpr int enough_rows = 20;

using Wanted = std::function<bool(const ScoredRow&)>;

ObservedGroup group_of(std::string name, const std::vector<ScoredRow>& rows, const Wanted& wanted) {
  std::set<Text> employers;
  for (const auto& row : rows) {
    if (wanted(row)) {
      employers.insert(row.record->employer.empty() ? row.record->id : row.record->employer);
    }
  }
  const Score found = score(rows, wanted);
  return {std::move(name), employers.size(), found, found.rows >= enough_rows};
}

std::vector<ObservedGroup> groups_by(const std::vector<ScoredRow>& rows,
                                     const std::function<Text(const ScoredRow&)>& key) {
  std::set<Text> names;
  for (const auto& row : rows) {
    names.insert(key(row));
  }

  std::vector<ObservedGroup> out;
  out.reserve(names.size());
  for (const Text name : names) {
    out.push_back(group_of(std::string(name), rows, [&](const ScoredRow& row) { return key(row) == name; }));
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, [](const ObservedGroup& one) { return one.score.rows; });
  return out;
}

/// The rows of model/cross_validation.json with what they point to; the reader has checked that it is there.
std::vector<ScoredRow> scored_rows(const Tables& tables) {
  std::vector<ScoredRow> rows;
  rows.reserve(tables.cross_validation.size());
  for (const auto& row : tables.cross_validation) {
    const auto record = std::ranges::find(tables.observed_pay, row.record, &ObservedPay::id);
    const auto role = std::ranges::find(tables.roles, row.role, &Role::id);
    rows.push_back({&*record,
                    role == tables.roles.end() ? nullptr : &*role,
                    {row.errors.begin(), row.errors.end()},
                    row.inside,
                    row.state_error,
                    row.nation_error});
  }
  return rows;
}

}  // namespace

Score score(const std::vector<ScoredRow>& rows, const Wanted& wanted) {
  constexpr double percent = 100;
  std::vector<std::vector<double>> model(rows.empty() ? 0 : rows[0].errors.size());
  std::vector<double> bias;
  std::vector<double> state;
  std::vector<double> nation;
  std::vector<double> inside;
  for (const auto& row : rows) {
    if (wanted && !wanted(row)) {
      continue;
    }
    for (std::size_t cut = 0; cut < model.size(); ++cut) {
      model[cut].push_back(percent * std::abs(row.errors[cut]));
    }
    bias.push_back(percent * mean(row.errors));
    state.push_back(percent * std::abs(row.state_error));
    nation.push_back(percent * std::abs(row.nation_error));
    inside.push_back(percent * row.inside);
  }

  std::vector<double> medians;
  std::ranges::transform(model, std::back_inserter(medians), [](const auto& errors) { return median(errors); });
  return {static_cast<int>(bias.size()), mean(medians), median(state), median(nation), median(bias), mean(inside)};
}

ObservedCheck group(const std::vector<ScoredRow>& rows) {
  ObservedCheck out;
  out.all = group_of("all", rows, [](const ScoredRow&) { return true; });
  out.kinds = groups_by(rows, [](const ScoredRow& row) { return row.record->kind; });
  out.families = groups_by(
      rows, [](const ScoredRow& row) { return row.role != nullptr ? row.role->family : Text("whole occupation"); });
  return out;
}

ObservedCheck check_observed(const Tables& tables) {
  ObservedCheck out = group(scored_rows(tables));
  out.without_year = static_cast<std::size_t>(
      std::ranges::count_if(tables.observed_pay, [](const ObservedPay& row) { return row.core && !row.year; }));
  return out;
}

}  // namespace hisalary::audit
