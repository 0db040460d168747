// SPDX-License-Identifier: MIT
// One ladder: with the same facts a step up pays no less.
#include <algorithm>
#include <array>

#include "data/tables.hpp"
#include "pricer.hpp"

namespace hisalary::model {
namespace {

constexpr double ladder_step = 0.02;  ///< in ln(pay), between steps of the ladder that would else turn around

/// Whether the years of a role hold its promotions too.
bool holds_promotions(const Role& role) { return role.curve == "career"; }

const Role& role_of(const Tables& tables, Text id) { return *std::ranges::find(tables.roles, id, &Role::id); }

}  // namespace

void Pricer::find_ladder() {
  const auto top = std::ranges::max_element(tables_.levels, {}, &Level::rank);
  if (top != tables_.levels.end()) {
    top_level_ = &*top;
    const auto role = std::ranges::find(tables_.roles, top->id, &Role::level);
    top_role_ = role != tables_.roles.end() ? &*role : nullptr;
  }
  for (const Role& role : tables_.roles) {
    promoted_from_.push_back(nullptr);
    for (const Text id : role.above) {
      if (const Role& lower = role_of(tables_, id); holds_promotions(lower)) {
        promoted_from_.back() = &lower;
      }
    }
  }
}

double Pricer::kept_above(const Facts& person, const Market& market) const {
  if (person.role == nullptr || person.role->above.empty()) {
    return 0;
  }
  constexpr std::array years{0.0, 1.0, 2.0, 4.0, 7.5, 10.0, 14.0, 20.0, 25.0, 30.0, 40.0};  // the curves bend at these
  Facts asked;
  asked.area = person.area;
  asked.release = person.release;
  asked.as_of.kind = AsOf::Kind::Release;
  double missing = 0;
  for (const Text id : person.role->above) {
    const Role& lower = role_of(tables_, id);
    if (holds_promotions(lower)) {
      continue;  // the higher one is raised only at the years that turn around: promotion()
    }
    for (const double year : years) {
      asked.years = year;
      asked.role = person.role;
      const double own = market.curve(scorer(asked).scores(asked).mean());
      asked.role = &lower;
      const Terms below = terms(asked);
      if (below.market->refusal == nullptr) {
        missing = std::max(missing, log_dollars_at(below.market->curve, below.shifts, below.scores.mean()) - own);
      }
    }
  }
  return missing;
}

double Pricer::ladder_shift(const Facts& person, const Terms& terms) const {
  if (top_role_ == nullptr) {
    return 0;
  }
  Facts top = person;
  top.role = top_role_;
  top.level = nullptr;
  const double step = ladder_step * (top_level_->rank - person.level->rank);
  return -std::max(0.0, excess_over(top, terms).value_or(-step) + step);
}

double Pricer::promotion(const Facts& person, const Terms& terms) const {
  Facts below = person;
  below.role = promoted_from_[work_index(person)];
  const double missing = ladder_step - excess_over(below, terms).value_or(ladder_step);
  if (missing <= 0) {
    return 0;
  }
  const MarketCurve& curve = terms.market->curve;
  const double mean = terms.scores.mean();
  return std::max(0.0, curve.score_at(curve(mean) + missing) - mean);
}

std::optional<double> Pricer::excess_over(const Facts& other, const Terms& terms) const {
  if (market(other).refusal != nullptr || terms.market->refusal != nullptr) {
    return {};
  }
  const Terms theirs = this->terms(other);
  return log_dollars_at(terms.market->curve, terms.shifts, terms.scores.mean()) -
         log_dollars_at(theirs.market->curve, theirs.shifts, theirs.scores.mean());
}

}  // namespace hisalary::model
