// SPDX-License-Identifier: MIT
#include "cross_validation.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

#include "data/tables.hpp"
#include "explain/confidence.hpp"
#include "job_tilt.hpp"
#include "model/place.hpp"
#include "model/pricer.hpp"
#include "model/time.hpp"
#include "problem.hpp"

namespace hisalary::fit {
namespace {

/// FNV-1a: the same on every machine.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  return hash;
}

/// Groups in the order of the hash of their names, dealt to the folds in turn.
std::map<Text, int> folds_of(const std::vector<Observation>& records, int cut, int folds) {
  std::vector<std::tuple<std::uint32_t, Text>> order;
  order.reserve(records.size());
  for (const auto& one : records) {
    order.emplace_back(hash_of(std::to_string(cut) + "|" + std::string(one.group)), one.group);
  }
  std::ranges::sort(order);
  order.erase(std::unique(order.begin(), order.end()), order.end());
  std::map<Text, int> fold;
  for (std::size_t i = 0; i < order.size(); ++i) {
    fold[std::get<1>(order[i])] = static_cast<int>(i) % folds;
  }
  return fold;
}

void shuffle(std::vector<Observation>& records, int number) {
  std::vector<std::tuple<std::uint32_t, std::size_t>> order;
  for (std::size_t i = 0; i < records.size(); ++i) {
    order.emplace_back(hash_of("shuffle" + std::to_string(number) + "|" + std::string(records[i].id)), i);
  }
  std::ranges::sort(order);
  std::vector<std::pair<const Role*, const Level*>> titles;
  std::ranges::transform(order, std::back_inserter(titles), [&](const auto& pair) {
    const Facts& other = records[std::get<1>(pair)].profile;
    return std::pair(other.role, other.level);
  });
  for (std::size_t i = 0; i < records.size(); ++i) {
    std::tie(records[i].profile.role, records[i].profile.level) = titles[i];
  }
}

Text name_of(Confidence::Level level) {
  switch (level) {
    case Confidence::Level::High: return "high";
    case Confidence::Level::Medium: return "medium";
    default: return "low";
  }
}

double against(double log_answer, double log_pay) { return std::exp(log_answer - log_pay) - 1; }

/// Ratios to four decimals, as model/cross_validation.json holds them.
void round_to_file(audit::ScoredRow& row) {
  constexpr double ten_thousand = 1e4;
  const auto round = [](double& x) { x = std::round(x * ten_thousand) / ten_thousand + 0.0; };  // no negative zero
  std::ranges::for_each(row.errors, round);
  round(row.inside);
  round(row.state_error);
  round(row.loss);
  round(row.state_loss);
  round(row.nation_error);
}

/// Pinball loss of five percentiles in ln(pay), mean over them.
double pinball(const model::LogPay& answer, double log_pay) {
  constexpr std::array<double, 5> at{0.10, 0.25, 0.50, 0.75, 0.90};
  double sum = 0;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const double over = log_pay - answer[i];
    sum += over > 0 ? at[i] * over : (at[i] - 1) * over;
  }
  return sum / static_cast<double>(at.size());
}

/// What people look up today: BLS's median for the occupation, brought to the year of the record.
void score_lookups(const Tables& tables, const Observation& one, audit::ScoredRow& row) {
  constexpr std::size_t middle = 2;
  const auto occupation = std::ranges::find(tables.occupations, one.record->soc, &Occupation::soc);
  const auto state = std::ranges::find(tables.areas, one.record->state, &Area::code);
  const model::Places places(tables);
  const double time = model::Clock(tables).log_factor(*occupation, one.profile.as_of.at);
  const model::LogPay nation = places.nation(*occupation, places.release()).pay;
  model::LogPay here = nation;
  if (!one.record->state.empty() && state != tables.areas.end()) {
    const model::Cell cell = places.cell(*occupation, &*state);
    here = cell.kind == CellKind::Published ? cell.pay : nation;
  }
  row.state_error = against(here[middle] + time, one.log_pay);
  row.nation_error = against(nation[middle] + time, one.log_pay);
  row.state_loss = pinball(here, one.log_pay - time);
}

}  // namespace

std::vector<audit::ScoredRow> cross_validate(const Dataset& dataset, const CrossOptions& options) {
  const Tables& tables = dataset.tables();
  const AreaParameters area = fit_areas(tables);
  std::vector<Observation> records = observed(dataset);
  if (options.shuffle_titles >= 0) {
    shuffle(records, options.shuffle_titles);
  }
  std::vector<Observation> all = records;
  std::ranges::move(published(dataset), std::back_inserter(all));
  const Problem problem(tables, area, all, comparisons(tables));
  const std::vector<Observation> people = without_job(dataset);
  std::vector<audit::ScoredRow> rows;
  const Candidate before(tables, Priors(tables).means(), area, false);
  for (const auto& one : records) {
    rows.push_back({one.record, one.profile.role, {}, 0, 0, 0, 0, 0, {}});
    score_lookups(before.tables(), one, rows.back());
  }
  std::vector<Facts> asked;
  for (const auto& one : records) {
    asked.push_back(one.profile);
    if (options.ask) {
      options.ask(asked.back());
    }
  }
  for (int cut = 0; cut < options.cuts; ++cut) {
    const auto fold = folds_of(records, cut, options.folds);
    for (int left_out = 0; left_out < options.folds; ++left_out) {
      std::vector<bool> keep(all.size(), true);
      for (std::size_t i = 0; i < records.size(); ++i) {
        keep[i] = fold.at(records[i].group) != left_out;
      }
      Candidate model(tables, problem.solve(keep).values, area, true);
      (void)fit_job_tilt(model, people, [&](const Observation& one) {
        return one.record == nullptr || fold.at(one.group) != left_out;
      });
      for (std::size_t i = 0; i < records.size(); ++i) {
        if (keep[i]) {
          continue;
        }
        const model::Price answer = model::Pricer(model.tables()).price(asked[i]);
        const double pay = std::exp(records[i].log_pay);
        rows[i].errors.push_back(answer.pay.p50() / pay - 1);
        rows[i].loss += pinball(answer.log_pay, records[i].log_pay) / options.cuts;
        rows[i].inside += answer.pay.p10() <= pay && pay <= answer.pay.p90() ? 1.0 / options.cuts : 0;
      }
    }
  }
  const model::Pricer shipped(options.shipped != nullptr ? *options.shipped : tables);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].confidence = name_of(explain::confidence_of(shipped, asked[i], shipped.price(asked[i])).level);
  }
  std::ranges::for_each(rows, round_to_file);
  return rows;
}

}  // namespace hisalary::fit
