// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "curve.hpp"
#include "data/tables.hpp"
#include "hisalary/facts.hpp"

namespace hisalary::model {

/// What the facts known of a person add up to, in normal scores.
struct Scores {
  double position = 0;
  double level = 0;
  double years = 0;
  double credentials = 0;
  double education = 0;
  double skills = 0;
  double ladder = 0;    ///< zero or more: what a promotion adds to the step below with the same facts
  double variance = 1;  ///< what is left of the role's spread

  [[nodiscard]] double mean() const { return position + level + years + credentials + education + skills + ladder; }
};

/// Which credentials stand for others: RHIA includes RHIT.
class Supersession {
 public:
  explicit Supersession(const Tables& tables);

  /// Of the credentials held, those that no other one held supersedes.
  [[nodiscard]] Held left(const Held& held) const;

 private:
  std::array<Held, 64> others_{};
};

/// Not priced: no figure says what the value is worth to this kind of work.
inline constexpr double not_priced = std::numeric_limits<double>::quiet_NaN();

/// The effects of every fact on the people of one role or occupation, looked up once. Each fact's effects cancel out
/// over the shares of its values, so that an unknown fact has no effect; a known one takes its variance out of the
/// spread.
class Scorer {
 public:
  /// Exactly one of the two is not null, as in a Facts. Throws Error BadData when the data set lacks what the role
  /// needs.
  Scorer(const Tables& tables, const Role* role, const Occupation* occupation);

  [[nodiscard]] Scores scores(const Facts& profile) const;

  /// The parts of scores() that take time, for callers that ask again and again: what so many years add on either
  /// curve, how much of the credentials' effects they leave, and what credentials add up to at the start of a career.
  struct YearsScore {
    double score = 0;
    double left = 1;
    double own_left = 1;  ///< the same on the role's own curve, which a level puts aside
    double spread = 0;    ///< the variance of what the years of a range add, which stays unknown
    double own_spread = 0;
  };
  [[nodiscard]] YearsScore years_score(const std::optional<Experience>& years, bool with_level) const;
  [[nodiscard]] double credential_score(const Held& held) const;
  /// scores() from its parts, to the last bit.
  [[nodiscard]] Scores scores(const Facts& profile, YearsScore years, double credentials) const;

  [[nodiscard]] const RolePosition* position() const noexcept { return position_; }
  [[nodiscard]] const StandingFact* level_fact() const noexcept { return level_; }
  [[nodiscard]] const StandingFact* credential_fact() const noexcept { return credential_; }
  [[nodiscard]] const StandingFact* education_fact() const noexcept { return education_; }
  [[nodiscard]] const StandingFact* skill_fact() const noexcept { return skill_; }

  /// Effects of single values; not_priced where there is none. Rows are those of the tables.
  [[nodiscard]] double level_score(std::size_t row) const { return level_scores_[row]; }
  [[nodiscard]] double education_score(std::size_t row) const { return education_scores_[row]; }
  [[nodiscard]] double skill_score(std::size_t row) const { return skill_scores_[row]; }
  /// What a credential adds over none, at the start of a career.
  [[nodiscard]] double premium(std::size_t row) const { return premiums_[row]; }

  /// Of the credentials held, those that no other one held supersedes.
  [[nodiscard]] Held counted(const Held& held) const;
  /// Whether a skill's nearest price is a credential that the person holds: then it counts there.
  [[nodiscard]] bool counted_as_credential(std::size_t skill, const Facts& profile) const;

  /// Whether credentials say something of the pay: none held, or one that this kind of work pays for. Others leave the
  /// answer where it was.
  [[nodiscard]] bool credentials_known(const Facts& profile) const;

  /// The experience curve that serves: the role's own, or within a role once a level says what promotions did.
  [[nodiscard]] Text curve_for(const Facts& profile) const;

 private:
  struct Years {
    MonotoneCurve curve;
    double first = 0;
    double last = 0;
    double start = 0;  ///< effect at `first`
    double rise = 0;   ///< from `first` to `last`
    double variance = 0;
    double mean_left = 1;  ///< of the credentials' effects, over the people of the curve
  };

  [[nodiscard]] Years read_years(Text curve) const;
  /// The part of the curve's rise that an effect on it has reached.
  [[nodiscard]] static double done(const Years& years, double effect);
  /// What is left of a credential's effect at the start when so much of the rise is done. It falls as the years' own
  /// effect rises, so that more years never pay less: the rise is at least what fades (data::check_set sees to it).
  [[nodiscard]] double left(double done) const;
  [[nodiscard]] double explained(const Facts& profile, const Years& years, double left, double spread) const;
  /// The effect of years on a curve: the mean over a range.
  struct CurveEffect {
    double mean = 0;
    double variance = 0;
  };
  [[nodiscard]] static CurveEffect effect_of(const Years& curve, const Experience& years);

  static constexpr std::size_t most_levels = 16;
  static constexpr std::size_t most_degrees = 16;
  static constexpr std::size_t most_in_a_set = 64;

  const Tables& tables_;
  Supersession supersession_;
  Text own_curve_;
  Text own_level_;
  const RolePosition* position_ = nullptr;
  const StandingFact* level_ = nullptr;
  const StandingFact* credential_ = nullptr;
  const StandingFact* education_ = nullptr;
  const StandingFact* skill_ = nullptr;
  double spread_variance_ = 1;
  double lasting_ = 1;
  double further_ = 0;
  double none_ = 0;
  double level_variance_ = 0;
  double credential_variance_ = 0;
  double education_variance_ = 0;
  double skill_variance_ = 0;
  std::array<double, most_levels> level_scores_{};
  std::array<double, most_degrees> education_scores_{};
  std::array<double, most_in_a_set> premiums_{};
  std::array<double, most_in_a_set> skill_scores_{};
  Held valued_;  ///< credentials that this kind of work pays for
  std::array<Held, most_in_a_set>
      skill_credential_{};  ///< for a skill whose nearest price is a credential: that credential
  Years within_;
  Years own_;
};

inline bool Scorer::credentials_known(const Facts& profile) const {
  return profile.credentials && !std::isnan(none_) &&
         (profile.credentials->none() || (*profile.credentials & valued_).any());
}

/// What years and credentials explain on a curve. A range of years explains less by what lies within it.
inline double Scorer::explained(const Facts& profile, const Years& years, double left, double spread) const {
  return (profile.years ? std::max(0.0, years.variance - spread) : 0) +
         (credentials_known(profile) ? credential_variance_ * left * left : 0);
}

inline bool Scorer::counted_as_credential(std::size_t skill, const Facts& profile) const {
  return profile.credentials && (*profile.credentials & skill_credential_[skill]).any();
}

inline Scores Scorer::scores(const Facts& profile, YearsScore years, double credentials) const {
  Scores out;
  out.position = position_ != nullptr ? position_->position : 0;
  out.variance = spread_variance_;
  double explained = this->explained(profile, own_, years.own_left, years.own_spread);
  if (profile.level != nullptr) {
    const double score = level_scores_[static_cast<std::size_t>(profile.level - tables_.levels.data())];
    double with_level = this->explained(profile, within_, years.left, years.spread);
    if (!std::isnan(score) && profile.level->id != own_level_) {
      out.level = score;
      with_level += level_variance_;
    }
    // Years along a career hold a part of what levels say. Both together explain no less than the years alone.
    explained = std::max(explained, with_level);
  }
  out.variance -= explained;
  if (profile.years) {
    out.years = years.score;
  }
  if (credentials_known(profile)) {
    out.credentials = credentials * years.left;
  }
  if (profile.education != nullptr) {
    const double score = education_scores_[static_cast<std::size_t>(profile.education - tables_.education.data())];
    if (!std::isnan(score)) {
      out.education = score;
      out.variance -= education_variance_;
    }
  }
  for (std::size_t i = 0; profile.skills.any() && i < tables_.skills.size(); ++i) {
    if (profile.skills.test(i) && !std::isnan(skill_scores_[i]) && !counted_as_credential(i, profile)) {
      out.skills += skill_scores_[i];
      out.variance -= skill_variance_;
    }
  }
  out.variance = std::max(out.variance, least_variance);
  return out;
}

}  // namespace hisalary::model
