// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <vector>

namespace hisalary::model {

/// ln of pay at the five published percentiles, never decreasing.
using LogPay = std::array<double, 5>;

/// Monotone cubic through points, straight beyond with the slope at the end (Fritsch and Carlson, SIAM J. Numer. Anal. 17, 1980, with the
/// slopes of Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5, 1984).
class MonotoneCurve {
 public:
  MonotoneCurve() = default;
  /// `x` strictly rising, `y` never decreasing, at least two of each.
  MonotoneCurve(std::span<const double> x, std::span<const double> y);
  [[nodiscard]] double operator()(double x) const;

 private:
  std::vector<double> x_;
  std::vector<double> y_;
  std::vector<double> slope_;
};

/// Pay in one place as a function of the normal score, in ln: of one occupation, or the weighted mean of several. Cubics over the same
/// points add up to a cubic over them, so that a blend costs no more than one curve.
class MarketCurve {
 public:
  /// A curve of zero, to add to.
  MarketCurve() = default;
  explicit MarketCurve(const LogPay& pay);

  void add(double weight, const MarketCurve& curve);
  /// Moves the whole curve in ln(pay).
  void raise(double by);

  /// ln(pay) at a normal score; the score is cut at p = .01 and .99.
  [[nodiscard]] double operator()(double score) const;

  /// The normal score at which the curve reaches y; the middle of the flat where the curve is flat; cut at p = .01 and .99.
  [[nodiscard]] double score_at(double y) const;

  /// ln(pay) per normal score between p25 and p75.
  [[nodiscard]] double slope() const;

 private:
  LogPay pay_{};
  std::array<double, 5> slope_{};
};

}  // namespace hisalary::model
