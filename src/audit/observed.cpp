// SPDX-License-Identifier: MIT
#include "observed.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include "data/tables.hpp"

#include "base/statistics.hpp"

namespace hisalary::audit {
namespace {

constexpr int enough_rows = 20;

using Wanted = std::function<bool(const ScoredRow&)>;

/// The employer of a record; who reports their own pay counts as one.
Text employer_of(const ScoredRow& row) { return row.record->employer.empty() ? row.record->id : row.record->employer; }

ObservedGroup group_of(std::string name, const std::vector<ScoredRow>& rows, const Wanted& wanted) {
  std::set<Text> employers;
  for (const auto& row : rows) {
    if (wanted(row)) {
      employers.insert(employer_of(row));
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
                    row.nation_error,
                    row.loss,
                    row.state_loss,
                    row.confidence});
  }
  return rows;
}

/// The losses of an employer's rows.
struct EmployerLoss {
  double model = 0;
  double state = 0;
};

double skill_of(const std::vector<const EmployerLoss*>& employers) {
  double model = 0;
  double state = 0;
  for (const EmployerLoss* const one : employers) {
    model += one->model;
    state += one->state;
  }
  return state > 0 ? 1 - model / state : 0;
}

Skill skill_over(const std::vector<const ScoredRow*>& rows) {
  std::map<Text, EmployerLoss> by_employer;
  for (const ScoredRow* const row : rows) {
    EmployerLoss& one = by_employer[employer_of(*row)];
    one.model += row->loss;
    one.state += row->state_loss;
  }
  std::vector<const EmployerLoss*> all;
  all.reserve(by_employer.size());
  for (const auto& [name, one] : by_employer) {
    all.push_back(&one);
  }
  if (all.empty()) {
    return {};
  }

  constexpr int draws = 400;
  constexpr int tail = draws / 20;
  std::minstd_rand random(1);  // the same draws everywhere
  std::vector<double> drawn;
  for (int draw = 0; draw < draws; ++draw) {
    std::vector<const EmployerLoss*> some;
    for (std::size_t i = 0; i < all.size(); ++i) {
      some.push_back(all[random() % all.size()]);
    }
    drawn.push_back(skill_of(some));
  }
  std::ranges::sort(drawn);
  return {skill_of(all), drawn[tail], drawn[draws - 1 - tail]};
}

}  // namespace

Score score(const std::vector<ScoredRow>& rows, const Wanted& wanted) {
  constexpr double percent = 100;
  std::vector<std::vector<double>> model(rows.empty() ? 0 : rows[0].errors.size());
  std::vector<double> bias;
  std::vector<double> state;
  std::vector<double> nation;
  std::vector<double> inside;
  std::vector<const ScoredRow*> scored;
  for (const auto& row : rows) {
    if (wanted && !wanted(row)) {
      continue;
    }
    scored.push_back(&row);
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
  return {static_cast<int>(bias.size()),
          mean(medians),
          median(state),
          median(nation),
          median(bias),
          mean(inside),
          skill_over(scored)};
}

/// The employer with the most rows.
Text largest_employer(const std::vector<ScoredRow>& rows) {
  std::map<Text, int> count;
  for (const auto& row : rows) {
    ++count[employer_of(row)];
  }
  const auto largest = std::ranges::max_element(count, {}, [](const auto& one) { return one.second; });
  return largest == count.end() ? Text() : largest->first;
}

ObservedCheck group(const std::vector<ScoredRow>& rows) {
  ObservedCheck out;
  const Text largest = largest_employer(rows);
  out.others = group_of("all without " + std::string(largest), rows,
                        [&](const ScoredRow& row) { return employer_of(row) != largest; });
  out.all = group_of("all", rows, [](const ScoredRow&) { return true; });
  out.kinds = groups_by(rows, [](const ScoredRow& row) { return row.record->kind; });
  out.families = groups_by(
      rows, [](const ScoredRow& row) { return row.role != nullptr ? row.role->family : Text("whole occupation"); });
  for (const Text level : {Text("high"), Text("medium"), Text("low")}) {
    out.confidences.push_back(
        group_of(std::string(level), rows, [&](const ScoredRow& row) { return row.confidence == level; }));
  }
  constexpr double enough_people = 5;
  out.titles = group_of("titles of five people and more", rows,
                        [&](const ScoredRow& row) { return row.record->count.value_or(0) >= enough_people; });
  return out;
}

ObservedCheck check_observed(const Tables& tables) {
  ObservedCheck out = group(scored_rows(tables));
  out.without_year = static_cast<std::size_t>(
      std::ranges::count_if(tables.observed_pay, [](const ObservedPay& row) { return row.core && !row.year; }));
  return out;
}

}  // namespace hisalary::audit
