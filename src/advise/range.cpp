// SPDX-License-Identifier: MIT
#include "range.hpp"

#include <algorithm>
#include <cmath>

#include "explain/estimate.hpp"
#include "hisalary/error.hpp"
#include "standing.hpp"

namespace hisalary::advise {
namespace {

void check(const RangeRule& rule) {
  constexpr double first = 1;
  constexpr double last = 99;
  constexpr double most_round = 10000;
  if (!(rule.low >= first && rule.high <= last && rule.low < rule.high)) {
    throw Error(ErrorCode::Usage, "the percentiles of the range do not rise from 1 to 99",
                "give a low one and a higher one, like 25 and 75", "low");
  }
  if (!(rule.round > 0 && rule.round <= most_round)) {
    throw Error(ErrorCode::Usage, "the amount to round to is out of range", "allowed: up to $10,000 a year", "round");
  }
}

PayRange range_of(const Model& model, const Facts& job, const RangeRule& rule) {
  PayRange out;
  out.level = job.level;
  out.estimate = explain::estimate(model.pricer(), job);
  const auto rounded = [&](double dollars) { return std::max(1.0, std::round(dollars / rule.round)) * rule.round; };
  out.minimum = rounded(pay_at(out.estimate.pay, rule.low));
  out.midpoint = rounded(out.estimate.pay.p50());
  out.maximum = rounded(pay_at(out.estimate.pay, rule.high));
  return out;
}

bool prices_level(const Estimate& estimate) {
  return std::ranges::find(estimate.steps, "level", &Step::id) != estimate.steps.end();
}

}  // namespace

RoleRange range_for(const Model& model, const Facts& job, const RangeRule& rule) {
  check(rule);
  RoleRange out;
  out.posted = range_of(model, job, rule);
  if (job.role != nullptr && !job.role->level.empty()) {
    return out;
  }

  Facts at = job;
  for (const Level& level : model.dataset().levels()) {
    at.level = &level;
    PayRange range = range_of(model, at, rule);
    if (prices_level(range.estimate)) {
      out.ladder.push_back(std::move(range));
    }
  }
  std::ranges::stable_sort(out.ladder, {}, [](const PayRange& one) { return one.estimate.pay.p50(); });
  return out;
}

}  // namespace hisalary::advise
