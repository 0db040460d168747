// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "normal.hpp"

namespace hisalary::model {

/// ln of pay at the five published percentiles, never decreasing.
using LogPay = std::array<double, 5>;

/// Monotone cubic through points, straight beyond with the slope at the end (Fritsch and Carlson, SIAM J. Numer. Anal.
/// 17, 1980, with the slopes of Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5, 1984).
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

/// Pay in one place as a function of the normal score, in ln: of one occupation, or the weighted mean of several.
/// Beyond p10 and p90 it goes straight on, no steeper than its half of the market, and below p10 not under the federal
/// minimum wage. Cubics over the same points add up to a cubic over them, so that a blend costs no more than one curve.
class MarketCurve {
 public:
  /// A curve of zero, to add to.
  MarketCurve() = default;
  explicit MarketCurve(const LogPay& pay);

  void add(double weight, const MarketCurve& curve);
  /// Moves the whole curve in ln(pay).
  void raise(double by);

  /// ln(pay) at a normal score; straight beyond p10 and p90, so that a person far from the middle still has a range.
  [[nodiscard]] double operator()(double score) const { return at(score); }
  /// The same of five at once.
  [[nodiscard]] LogPay operator()(LogPay scores) const {
    for (double& score : scores) {
      score = at(score);
    }
    return scores;
  }

  /// The normal score at which the curve reaches y; the middle of the flat where the curve is flat; cut at p = .01 and
  /// .99.
  [[nodiscard]] double score_at(double y) const;

  /// ln(pay) per normal score between p25 and p75.
  [[nodiscard]] double slope() const {
    return (pieces_[4][0] - pieces_[2][0]) / (percentile_scores[3] - percentile_scores[1]);
  }

 private:
  [[nodiscard]] static double cut(double score) { return std::min(std::max(score, -last_score), last_score); }
  [[nodiscard]] double at(double score) const {
    // Cells so narrow that each holds one point at most say how many points lie below them.
    const std::size_t below =
        points_below[static_cast<unsigned>(static_cast<int>((cut(score) + last_score) * cells_per_score))];
    const std::size_t i = below + static_cast<std::size_t>(score > points[below]);
    const Piece& piece = pieces_[i];
    const double far = score - origins[i];
    return piece[0] + far * (piece[1] + far * (piece[2] + far * piece[3]));
  }

  /// The lowest score at which the curve reaches y, cut at p = .01 and .99.
  [[nodiscard]] double first_score_at(double y) const;

  /// Coefficients of the powers of the distance from the piece's first point; from the first of all points for the
  /// straight piece below it.
  using Piece = std::array<double, 4>;

  static constexpr double cells_per_score = 2;
  // Defined elsewhere: a compiler that sees their values works out the ends of the curve as cases apart, and branches
  // cost more here.
  static const std::array<double, 6> points;   ///< where pieces end
  static const std::array<double, 6> origins;  ///< of the pieces
  static const std::array<unsigned char, 10> points_below;

  std::array<Piece, 6> pieces_{};
};

}  // namespace hisalary::model
