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

/// The pay of one occupation in one place: ln(pay) as a function of the normal score.
class MarketCurve {
 public:
  explicit MarketCurve(const LogPay& pay);
  /// ln(pay) at a normal score; the score is cut at p = .01 and .99.
  [[nodiscard]] double operator()(double score) const;

 private:
  LogPay pay_;
  std::array<double, 5> slope_{};
};

/// The weighted mean of several curves, each moved by a shift of its own in ln(pay).
class BlendedCurve {
 public:
  void add(double weight, const MarketCurve& curve, double shift);
  [[nodiscard]] double operator()(double score) const;
  /// The normal score at which the curve reaches y; the middle of the flat where the curve is flat; cut at p = .01 and .99.
  [[nodiscard]] double score_at(double y) const;
  /// ln(pay) per normal score between p25 and p75.
  [[nodiscard]] double slope() const;

 private:
  struct Part {
    double weight;
    MarketCurve curve;
    double shift;
  };
  std::vector<Part> parts_;
};

}  // namespace hisalary::model
