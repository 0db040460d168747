// SPDX-License-Identifier: MIT
#include "mixed_pay.hpp"

#include <algorithm>
#include <cmath>

#include "exponential.hpp"
#include "normal.hpp"

namespace hisalary::model {
namespace {

// In ln(pay).
constexpr double close_enough = 1e-10;
/// Newton's error is about the square of its step, or a part of it where a part of the mixture bends.
constexpr double near_enough = 1e-5;

/// The normal distribution's function and density.
struct Normal {
  double below;
  double density;
};

/// At a score of zero or more: the rational form of J. F. Hart, Computer Approximations (1968), no. 5666, good to 14
/// digits up to a score of 7.
constexpr Normal normal_above_middle(double x) {
  constexpr double per_root_two_pi = 0.3989422804014327;
  constexpr std::array top{0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383,
                           112.079291497871,   221.213596169931,  220.206867912376};
  constexpr std::array bottom{0.0883883476483184, 1.75566716318264, 16.064177579207,  86.7807322029461,
                              296.564248779674,   637.333633378831, 793.826512519948, 440.413735824752};
  const auto polynomial = [x](const auto& coefficients) {
    double sum = 0;
    for (const double coefficient : coefficients) {
      sum = sum * x + coefficient;
    }
    return sum;
  };
  const double bell = exponential(-0.5 * x * x);
  return {1 - bell * polynomial(top) / polynomial(bottom), per_root_two_pi * bell};
}

constexpr double last_score_in_table = 7;  ///< 1e-12 of people are beyond
constexpr int steps_per_score = 32;

/// From minus to plus last_score_in_table. Twenty jobs are mixed for each person, at a dozen points: erfc took most of
/// the time.
constexpr auto table = [] {
  constexpr std::size_t steps = static_cast<std::size_t>(last_score_in_table) * steps_per_score;
  std::array<Normal, 2 * steps + 2> values{};
  for (std::size_t i = 0; i <= steps; ++i) {
    const Normal above = normal_above_middle(static_cast<double>(i) / steps_per_score);
    values[steps + i] = above;
    values[steps - i] = {1 - above.below, above.density};
  }
  values.back() = values[values.size() - 2];
  return values;
}();

/// The cubic through the table's values and densities: good to 2e-9. Its density is straight between the table's, good
/// enough to steer by.
inline Normal normal_at(double score) {
  const double at =
      (std::min(std::max(score, -last_score_in_table), last_score_in_table) + last_score_in_table) * steps_per_score;
  const auto i = static_cast<std::size_t>(static_cast<int>(at));
  const double t = at - static_cast<double>(static_cast<int>(at));
  const Normal& from = table[i];
  const Normal& to = table[i + 1];
  constexpr double width = 1.0 / steps_per_score;
  const double rise = to.below - from.below;
  const double start = from.density * width;
  const double end = to.density * width;
  const double bend = 3 * rise - 2 * start - end;
  const double turn = start + end - 2 * rise;
  return {from.below + t * (start + t * (bend + t * turn)), from.density + t * (to.density - from.density)};
}

}  // namespace

void MixedPay::add(double share, const LogPay& pay) {
  constexpr double flat = 1e-9;
  Part part{share, pay, {}};
  for (std::size_t i = 0; i < part.slope.size(); ++i) {
    part.slope[i] = (percentile_scores[i + 1] - percentile_scores[i]) / std::max(pay[i + 1] - pay[i], flat);
  }
  parts_.push_back(part);
}

MixedPay::Here MixedPay::at(double y) const {
  Here here{0, 0};
  for (const Part& part : parts_) {
    const auto i = static_cast<std::size_t>(y > part.pay[1]) + static_cast<std::size_t>(y > part.pay[2]) +
                   static_cast<std::size_t>(y > part.pay[3]);
    const Normal normal = normal_at(percentile_scores[i] + (y - part.pay[i]) * part.slope[i]);
    here.below += part.share * normal.below;
    here.density += part.share * normal.density * part.slope[i];
  }
  return here;
}

double MixedPay::below(double y) const { return at(y).below; }

/// About where each percentile lies: the means of the parts' own, farther apart by what lies between the parts.
LogPay MixedPay::about() const {
  LogPay mean{};
  for (const Part& part : parts_) {
    for (std::size_t place = 0; place < mean.size(); ++place) {
      mean[place] += part.share * part.pay[place];
    }
  }
  double between = 0;
  for (const Part& part : parts_) {
    between +=
        part.share * (part.pay[median_place] - mean[median_place]) * (part.pay[median_place] - mean[median_place]);
  }

  const double within = (mean.back() - mean.front()) / (percentile_scores.back() - percentile_scores.front());
  const double wider = std::sqrt(1 + between / (within * within));
  LogPay out{};
  for (std::size_t place = 0; place < mean.size(); ++place) {
    out[place] = mean[median_place] + wider * (mean[place] - mean[median_place]);
  }
  return out;
}

/// Newton's steps from `start`, kept between the lowest and the highest of the parts' own percentiles by halving. A
/// step from so near that the next would change nothing is the last.
double MixedPay::percentile(std::size_t place, double start) const {
  constexpr std::array<double, 5> wanted{0.10, 0.25, 0.50, 0.75, 0.90};
  constexpr int most_steps = 60;
  double low = parts_.front().pay[place];
  double high = low;
  for (const Part& part : parts_) {
    low = std::min(low, part.pay[place]);
    high = std::max(high, part.pay[place]);
  }

  double y = std::min(std::max(start, low), high);
  for (int step = 0; step < most_steps && high - low > close_enough; ++step) {
    const Here here = at(y);
    const double over = here.below - wanted[place];
    (over < 0 ? low : high) = y;
    const double next = y - over / here.density;
    const bool inside = next >= low && next <= high;
    if (inside && std::abs(next - y) < near_enough) {
      return next;
    }
    y = inside ? next : low + (high - low) / 2;
  }
  return y;
}

LogPay MixedPay::percentiles() const {
  LogPay out = about();
  for (std::size_t place = 0; place < out.size(); ++place) {
    out[place] = percentile(place, out[place]);
  }
  return out;
}

double MixedPay::median() const { return percentile(median_place, about()[median_place]); }

}  // namespace hisalary::model
