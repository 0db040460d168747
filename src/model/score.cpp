// SPDX-License-Identifier: MIT
#include "score.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/error.hpp"
#include "parameters.hpp"

namespace hisalary::model {
namespace {

constexpr Text within = "within";

const StandingFact* find_fact(const Tables& tables, Text family, Text fact) {
  const auto it = std::ranges::find_if(tables.standing,
                                       [&](const StandingFact& r) { return r.family == family && r.fact == fact; });
  return it == tables.standing.end() ? nullptr : &*it;
}

double value_of(const StandingFact* fact, Text id) {
  if (fact == nullptr) {
    return not_priced;
  }
  const auto it = std::ranges::find(fact->values, id, &ShareEffect::id);
  return it == fact->values.end() ? not_priced : it->effect;
}

double variance_of(const StandingFact* fact) {
  double sum = 0;
  if (fact != nullptr) {
    for (const auto& value : fact->values) {
      sum += value.share * value.effect * value.effect;
    }
  }
  return sum;
}

Text kind_of(const Tables& tables, Text level) {
  const auto it = std::ranges::find(tables.levels, level, &Level::id);
  return it == tables.levels.end() ? Text{} : it->kind;
}

/// The grade at which a rank with numbers begins: a manager is a Manager I.
constexpr Text first_grade = "I";

/// What a level adds to a role that already is one: nothing for its own, the difference for another. A grade on a role
/// that is a rank (Medical Records Manager II) counts from the first grade.
double level_beside(const Tables& tables, const StandingFact* fact, const Level& level, Text own) {
  if (level.id == own) {
    return 0;
  }
  const double score = value_of(fact, level.id);
  if (own.empty()) {
    return score;
  }
  const bool numbered_rank = kind_of(tables, own) == "rank" && level.kind == "grade";
  const double base = value_of(fact, numbered_rank ? first_grade : own);
  return std::isnan(base) ? score : score - base;
}

template <class Record> std::size_t row_of(List<Record> rows, const Record* row) {
  return static_cast<std::size_t>(row - rows.data());
}

template <class Record, std::size_t N> void fill(std::array<double, N>& scores, List<Record> rows, auto&& score) {
  if (rows.size() > N) {
    throw Error(ErrorCode::BadData,
                "the data set has more values of one fact than the model holds: " + std::to_string(rows.size()),
                "allowed: " + std::to_string(N));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    scores[i] = score(rows[i]);
  }
}

}  // namespace

Supersession::Supersession(const Tables& tables) {
  for (std::size_t i = 0; i < tables.credentials.size(); ++i) {
    for (const Text other : tables.credentials[i].supersedes) {
      others_[i].set(row_of(tables.credentials, &*std::ranges::find(tables.credentials, other, &Credential::id)));
    }
  }
}

Held Supersession::left(const Held& held) const {
  Held counted = held;
  for (std::uint64_t left = held.to_ullong(); left != 0; left &= left - 1) {
    counted &= ~others_[static_cast<std::size_t>(std::countr_zero(left))];
  }
  return counted;
}

Scorer::Scorer(const Tables& tables, const Role* role, const Occupation* occupation)
    : tables_(tables),
      supersession_(tables),
      own_curve_(role != nullptr ? role->curve : within),
      own_level_(role != nullptr ? role->level : Text{}) {
  const Text family = role != nullptr ? role->family : occupation->family;
  if (role != nullptr) {
    const auto it = std::ranges::find(tables.positions, role->id, &RolePosition::role);
    if (it == tables.positions.end()) {
      throw Error(ErrorCode::BadData, "model/positions.json: there is no row for " + std::string(role->id), {},
                  "model/positions.json");
    }
    position_ = &*it;
    spread_variance_ = it->spread * it->spread;
  }
  level_ = find_fact(tables, family, "level");
  credential_ = find_fact(tables, family, "credential");
  education_ = find_fact(tables, family, "education");
  skill_ = find_fact(tables, family, "skill");
  fill(level_scores_, tables.levels,
       [&](const Level& level) { return level_beside(tables, level_, level, own_level_); });
  fill(education_scores_, tables.education, [&](const Education& degree) { return value_of(education_, degree.id); });
  fill(skill_scores_, tables.skills, [&](const Skill& skill) { return value_of(skill_, skill.id); });
  none_ = value_of(credential_, "none");
  fill(premiums_, tables.credentials, [&](const Credential& held) {
    const double value = value_of(credential_, held.id);
    return std::isnan(value) ? not_priced : std::max(0.0, value - none_);
  });
  level_variance_ = own_level_.empty() ? variance_of(level_) : 0;
  credential_variance_ = variance_of(credential_);
  education_variance_ = variance_of(education_);
  skill_variance_ = variance_of(skill_);
  lasting_ = credential_ != nullptr ? credential_->lasting.value_or(1) : 1;
  further_ = parameter(tables, "further_credential").value;
  for (std::size_t i = 0; i < tables.credentials.size(); ++i) {
    valued_.set(i, !std::isnan(premiums_[i]));
  }
  constexpr Text prefix = "credential ";
  for (std::size_t i = 0; i < tables.skills.size(); ++i) {
    const Text nearest = tables.skills[i].nearest;
    const auto it = nearest.starts_with(prefix)
                        ? std::ranges::find(tables.credentials, nearest.substr(prefix.size()), &Credential::id)
                        : tables.credentials.end();
    if (it != tables.credentials.end()) {
      skill_credential_[i].set(row_of(tables.credentials, &*it));
    }
  }
  within_ = read_years(within);
  own_ = own_curve_ == within ? within_ : read_years(own_curve_);
}

Scorer::Years Scorer::read_years(Text curve) const {
  std::vector<double> at;
  std::vector<double> effects;
  Years years;
  double mean_done = 0;
  for (const auto& point : tables_.experience) {
    if (point.curve != curve) {
      continue;
    }
    at.push_back(point.years);
    effects.push_back(point.effect);
    if (point.share) {
      years.variance += *point.share * point.effect * point.effect;
    }
  }
  if (at.size() < 2) {
    throw Error(ErrorCode::BadData,
                "model/experience.json: the curve \"" + std::string(curve) + "\" has fewer than two points", {},
                "model/experience.json");
  }
  years.curve = MonotoneCurve(at, effects);
  years.first = at.front();
  years.last = at.back();
  years.start = effects.front();
  years.rise = effects.back() - effects.front();
  for (const auto& point : tables_.experience) {
    if (point.curve == curve && point.share) {
      mean_done += *point.share * done(years, point.effect);
    }
  }
  years.mean_left = left(mean_done);
  return years;
}

double Scorer::done(const Years& years, double effect) {
  return years.rise > 0 ? (effect - years.start) / years.rise : 0;
}

double Scorer::left(double done) const { return lasting_ + (1 - lasting_) * (1 - done); }

Scorer::CurveEffect Scorer::effect_of(const Years& curve, const Experience& years) {
  const auto at = [&](double year) { return curve.curve(std::clamp(year, curve.first, curve.last)); };
  if (!years.is_range()) {
    return {at(years), 0};
  }
  constexpr int parts = 32;
  constexpr double half = 0.5;
  const double step = (years.most() - years.least()) / parts;
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < parts; ++i) {
    const double effect = at(years.least() + (i + half) * step);
    sum += effect;
    squares += effect * effect;
  }
  const double mean = sum / parts;
  return {mean, std::max(0.0, squares / parts - mean * mean)};
}

Scorer::YearsScore Scorer::years_score(const std::optional<Experience>& years, bool with_level) const {
  const auto on = [&](const Years& curve) -> YearsScore {
    if (!years) {
      return {0, curve.mean_left, curve.mean_left};
    }
    const CurveEffect effect = effect_of(curve, *years);
    const double left = this->left(done(curve, effect.mean));
    return {effect.mean, left, left, effect.variance, effect.variance};
  };

  YearsScore score = on(with_level ? within_ : own_);
  if (with_level) {
    const YearsScore own = on(own_);
    score.own_left = own.left;
    score.own_spread = own.spread;
  }
  return score;
}

Text Scorer::curve_for(const Facts& profile) const { return profile.level == nullptr ? own_curve_ : within; }

Held Scorer::counted(const Held& held) const { return supersession_.left(held); }

/// The strongest credential counts whole, each further one less. Who holds one is never put below people of whom
/// nothing is known: a credential must not take pay away.
double Scorer::credential_score(const Held& held) const {
  // Most people hold one or none.
  const Held valued = held & valued_;
  const std::uint64_t bits = valued.to_ullong();
  if (bits == 0) {
    return held.none() ? none_ : 0;  // nothing prices them: as if nothing were known
  }
  if ((bits & (bits - 1)) == 0) {
    return std::max(0.0, none_ + premiums_[static_cast<std::size_t>(std::countr_zero(bits))]);
  }

  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): filled below; zeros before that show in the time of a batch
  std::array<double, most_in_a_set> found;
  std::size_t count = 0;
  for (std::uint64_t left = counted(valued).to_ullong(); left != 0; left &= left - 1) {
    found[count++] = premiums_[static_cast<std::size_t>(std::countr_zero(left))];
  }
  std::sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), std::greater{});

  double score = none_;
  double weight = 1;
  for (std::size_t i = 0; i < count; ++i) {
    score += weight * found[i];
    weight *= further_;
  }
  return std::max(0.0, score);
}

Scores Scorer::scores(const Facts& profile) const {
  return scores(profile, years_score(profile.years, profile.level != nullptr),
                profile.credentials ? credential_score(*profile.credentials) : 0);
}

}  // namespace hisalary::model
