// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>

#include "curve.hpp"
#include "exponential.hpp"
#include "hisalary/estimate.hpp"
#include "normal.hpp"

namespace hisalary::model {

/// What moves or widens a market curve for a person.
struct Shifts {
  double error = 0;             ///< standard error in ln(pay) of a predicted curve
  double setting = 0;           ///< in ln(pay)
  double setting_variance = 0;  ///< of ln(pay) between settings, where the setting is known
  double time = 0;              ///< ln of the factor to the dollars of the answer
  double ladder = 0;            ///< in ln(pay): what keeps a role between the steps of the ladder
  double least_gap = 0;         ///< in ln(pay) between neighboring percentiles: see role_gap
};

/// ln of the dollars a year at a normal score.
[[nodiscard]] inline double log_dollars_at(const MarketCurve& curve, const Shifts& shifts, double score) {
  return curve(score) + (shifts.setting + shifts.ladder + shifts.time);
}

/// ln(pay) per normal score of the flattest market: where BLS's percentiles are closer together, its curve says little
/// about settings.
inline constexpr double least_slope = 0.02;

/// The variance of normal scores that makes a variance of 1 in ln(pay) about the middle of a market.
[[nodiscard]] inline double score_variance_of(const MarketCurve& curve) {
  const double slope = std::max(curve.slope(), least_slope);
  return 1 / (slope * slope);
}

/// In ln(pay) between the percentiles of people of one role. Where BLS's percentiles tie, a cell rests on few
/// employers; people of a role are never paid alike to within 1 percent.
inline constexpr double role_gap = 0.0101;

/// Moves percentiles outward from the median until neighbors are at least `gap` apart.
inline void keep_apart(LogPay& pay, double gap) {
  pay[1] = std::min(pay[1], pay[2] - gap);
  pay[0] = std::min(pay[0], pay[1] - gap);
  pay[3] = std::max(pay[3], pay[2] + gap);
  pay[4] = std::max(pay[4], pay[3] + gap);
}

/// Pay of a person in ln(dollars a year): the market at mean + spread times the normal score of each percentile. The
/// one place where it is computed. The error of a predicted curve is independent of where the person stands in it, so
/// that the two add up as squares, in ln(pay), on each side of the median: the range of a predicted place is always
/// wider, even where its curve is flat. `score_variance` is score_variance_of(curve), for callers that ask again and
/// again.
[[nodiscard]] inline LogPay log_percentiles_of(const MarketCurve& curve, double score_variance, const Shifts& shifts,
                                               double mean, double variance) {
  const double known = std::max(least_variance, variance - shifts.setting_variance * score_variance);
  const double spread = std::sqrt(known);
  LogPay pay;
  for (std::size_t i = 0; i < pay.size(); ++i) {
    pay[i] = mean + spread * percentile_scores[i];
  }
  pay = curve(pay);
  for (double& one : pay) {
    one += shifts.setting + shifts.ladder + shifts.time;
  }
  if (shifts.error > 0) {
    const double middle = log_dollars_at(curve, shifts, mean);
    for (std::size_t i = 0; i < pay.size(); ++i) {
      const double apart = pay[i] - middle;
      const double error = shifts.error * percentile_scores[i];
      pay[i] = middle + std::copysign(std::sqrt(apart * apart + error * error), percentile_scores[i]);
    }
  }
  keep_apart(pay, shifts.least_gap);
  return pay;
}

/// The same in dollars a year.
[[nodiscard]] inline Percentiles percentiles_of(const MarketCurve& curve, const Shifts& shifts, double mean,
                                                double variance) {
  const LogPay pay = log_percentiles_of(curve, score_variance_of(curve), shifts, mean, variance);
  Percentiles out;
  std::ranges::transform(pay, out.dollars.begin(), exponential);
  return out;
}

}  // namespace hisalary::model
