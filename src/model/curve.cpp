// SPDX-License-Identifier: MIT
#include "curve.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hisalary::model {
namespace {

/// Slopes at the points such that the cubic never decreases: a weighted harmonic mean inside, a limited three-point
/// rule at the ends.
void find_slopes(std::span<const double> x, std::span<const double> y, std::span<double> slope) {
  const std::size_t n = x.size();
  const auto width = [&](std::size_t i) { return x[i + 1] - x[i]; };
  const auto rise = [&](std::size_t i) { return (y[i + 1] - y[i]) / width(i); };
  if (n == 2) {
    slope[0] = slope[1] = rise(0);
    return;
  }
  for (std::size_t i = 1; i + 1 < n; ++i) {
    const double before = rise(i - 1);
    const double after = rise(i);
    const double w1 = 2 * width(i) + width(i - 1);
    const double w2 = width(i) + 2 * width(i - 1);
    slope[i] = before * after <= 0 ? 0 : (w1 + w2) / (w1 / before + w2 / after);
  }
  const auto end = [&](double near, double far, double near_rise, double far_rise) {
    const double s = ((2 * near + far) * near_rise - near * far_rise) / (near + far);
    return s * near_rise <= 0 ? 0 : std::min(s, 3 * near_rise);
  };
  slope[0] = end(width(0), width(1), rise(0), rise(1));
  slope[n - 1] = end(width(n - 2), width(n - 3), rise(n - 2), rise(n - 3));
}

double cubic(std::span<const double> x, std::span<const double> y, std::span<const double> slope, double at) {
  const std::size_t n = x.size();
  if (at <= x[0]) {
    return y[0] + slope[0] * (at - x[0]);
  }
  if (at >= x[n - 1]) {
    return y[n - 1] + slope[n - 1] * (at - x[n - 1]);
  }
  std::size_t i = 0;
  while (at > x[i + 1]) {
    ++i;
  }
  const double h = x[i + 1] - x[i];
  const double t = (at - x[i]) / h;
  const double u = 1 - t;
  return y[i] * u * u * (1 + 2 * t) + y[i + 1] * t * t * (3 - 2 * t) + h * t * u * (slope[i] * u - slope[i + 1] * t);
}

/// The most that pay falls below p10, in ln for a normal score: as between the median and p10, and no further than to a
/// year of the federal minimum wage for one in 30,000.
double most_below(const LogPay& pay) {
  constexpr double federal_minimum = 7.25 * 2080;  // dollars: 29 U.S.C. 206(a)(1), since July 2009; a full-time year
  constexpr double lowest_score = -4;
  const double half = (pay[2] - pay[0]) / (percentile_scores[2] - percentile_scores[0]);
  const double legal = (pay[0] - std::log(federal_minimum)) / (percentile_scores[0] - lowest_score);
  return std::min(half, std::max(legal, 0.0));
}

}  // namespace

MonotoneCurve::MonotoneCurve(std::span<const double> x, std::span<const double> y)
    : x_(x.begin(), x.end()), y_(y.begin(), y.end()), slope_(x.size()) {
  find_slopes(x_, y_, slope_);
}

double MonotoneCurve::operator()(double x) const { return cubic(x_, y_, slope_, x); }

constexpr std::array<double, 6> MarketCurve::points{percentile_scores[0], percentile_scores[1],
                                                    percentile_scores[2], percentile_scores[3],
                                                    percentile_scores[4], std::numeric_limits<double>::infinity()};
constexpr std::array<double, 6> MarketCurve::origins{points[0], points[0], points[1], points[2], points[3], points[4]};
constexpr std::array<unsigned char, 10> MarketCurve::points_below = [] {
  std::array<unsigned char, 10> below{};
  for (std::size_t cell = 0; cell < below.size(); ++cell) {
    for (const double point : percentile_scores) {
      below[cell] = static_cast<unsigned char>(
          below[cell] + (point < static_cast<double>(cell) / cells_per_score - last_score ? 1 : 0));
    }
  }
  return below;
}();

MarketCurve::MarketCurve(const LogPay& pay) {
  const auto& x = percentile_scores;
  LogPay slope{};
  find_slopes(x, pay, slope);
  pieces_.front() = {pay[0], std::min(slope[0], most_below(pay)), 0, 0};
  for (std::size_t i = 0; i + 1 < pay.size(); ++i) {
    const double h = x[i + 1] - x[i];
    const double rise = (pay[i + 1] - pay[i]) / h;
    pieces_[i + 1] = {pay[i], slope[i], (3 * rise - 2 * slope[i] - slope[i + 1]) / h,
                      (slope[i] + slope[i + 1] - 2 * rise) / (h * h)};
  }
  pieces_.back() = {pay[4], std::min(slope[4], (pay[4] - pay[2]) / (x[4] - x[2])), 0, 0};
}

void MarketCurve::add(double weight, const MarketCurve& curve) {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    for (std::size_t power = 0; power < pieces_[i].size(); ++power) {
      pieces_[i][power] += weight * curve.pieces_[i][power];
    }
  }
}

void MarketCurve::raise(double by) {
  for (Piece& piece : pieces_) {
    piece[0] += by;
  }
}

double MarketCurve::first_score_at(double y) const {
  if (y <= at(-last_score)) {
    return -last_score;
  }
  if (y >= at(last_score)) {
    return last_score;
  }
  std::size_t i = 0;
  while (i + 1 < pieces_.size() && y > pieces_[i + 1][0]) {
    ++i;
  }

  // Newton's steps, kept inside the piece by halving; a rising piece reaches y in a few.
  const Piece& piece = pieces_[i];
  double low = i == 0 ? -last_score - origins[0] : 0;
  double high = i == 0 ? 0 : std::min(points[i], last_score) - origins[i];
  double far = (low + high) / 2;
  constexpr int most_steps = 60;
  constexpr double close = 1e-10;
  for (int step = 0; step < most_steps; ++step) {
    const double above = piece[0] + far * (piece[1] + far * (piece[2] + far * piece[3])) - y;
    (above < 0 ? low : high) = far;
    const double slope = piece[1] + far * (2 * piece[2] + 3 * far * piece[3]);
    const double next = far - above / slope;
    if (std::abs(next - far) < close) {
      break;
    }
    far = next > low && next < high ? next : (low + high) / 2;
  }
  return origins[i] + far;
}

double MarketCurve::score_at(double y) const {
  constexpr double flat = 1e-12;
  constexpr double near = 1e-7;
  const double below = first_score_at(y - flat);
  if (at(below + near) > y + flat) {
    return below;
  }
  return (below + first_score_at(y + flat)) / 2;  // on a flat these are its ends
}

}  // namespace hisalary::model
