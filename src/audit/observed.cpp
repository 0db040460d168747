// SPDX-License-Identifier: MIT
#include "observed.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include "data/tables.hpp"

namespace hisalary::audit {
namespace {

constexpr int enough_rows = 20;

using Wanted = std::function<bool(const fit::ScoredRow&)>;

ObservedGroup group_of(std::string name, const std::vector<fit::ScoredRow>& rows, const Wanted& wanted) {
  std::set<Text> employers;
  for (const auto& row : rows) {
    if (wanted(row)) {
      employers.insert(row.record->employer.empty() ? row.record->id : row.record->employer);
    }
  }
  const fit::Score score = fit::score(rows, wanted);
  return {std::move(name), employers.size(), score, score.rows >= enough_rows};
}

std::vector<ObservedGroup> groups_by(const std::vector<fit::ScoredRow>& rows,
                                     const std::function<Text(const fit::ScoredRow&)>& key) {
  std::set<Text> names;
  for (const auto& row : rows) {
    names.insert(key(row));
  }
  std::vector<ObservedGroup> out;
  out.reserve(names.size());
  for (const Text name : names) {
    out.push_back(group_of(std::string(name), rows, [&](const fit::ScoredRow& row) { return key(row) == name; }));
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, [](const ObservedGroup& one) { return one.score.rows; });
  return out;
}

}  // namespace

ObservedCheck group(const std::vector<fit::ScoredRow>& rows) {
  ObservedCheck out;
  out.all = group_of("all", rows, [](const fit::ScoredRow&) { return true; });
  out.kinds = groups_by(rows, [](const fit::ScoredRow& row) { return row.record->kind; });
  out.families = groups_by(rows, [](const fit::ScoredRow& row) {
    return row.role != nullptr ? row.role->family : Text("whole occupation");
  });
  return out;
}

ObservedCheck check_observed(const Dataset& dataset) {
  const fit::CrossOptions cross;
  ObservedCheck out = group(fit::cross_validate(dataset, cross));
  out.cross = cross;
  out.without_year = static_cast<std::size_t>(std::ranges::count_if(
      dataset.tables().observed_pay, [](const ObservedPay& row) { return row.core && !row.year; }));
  return out;
}

}  // namespace hisalary::audit
