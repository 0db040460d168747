// SPDX-License-Identifier: MIT
#include "model/curve.hpp"

#include <cmath>

#include "../support/catch.hpp"
#include "model/exponential.hpp"
#include "model/normal.hpp"

namespace hisalary::model {
namespace {

LogPay logs(const std::array<double, 5>& dollars) {
  LogPay out{};
  std::transform(dollars.begin(), dollars.end(), out.begin(), [](double pay) { return std::log(pay); });
  return out;
}

/// The curves of these tests: 29-2072 of May 2025, one with ties, one with a step, and a flat one.
const std::array<LogPay, 4> examples{
    logs({37000, 43490, 51140, 64820, 81150}), logs({30000, 40000, 40000, 40000, 90000}),
    logs({30000, 30001, 30002, 90000, 90001}), logs({50000, 50000, 50000, 50000, 50000})};

TEST_CASE("normal scores") {
  const std::array<double, 5> share{.10, .25, .50, .75, .90};
  for (std::size_t i = 0; i < share.size(); ++i) {
    CHECK(normal_cdf(percentile_scores[i]) == Approx(share[i]).margin(1e-12));
  }
  CHECK(normal_cdf(last_score) == Approx(.99).margin(1e-12));
  CHECK(normal_cdf(-last_score) == Approx(.01).margin(1e-12));
}

TEST_CASE("the exponential is that of the library to two units in the last place") {
  for (double x = -700; x < 700; x += 0.0371) {
    CHECK(exponential(x) == Approx(std::exp(x)).epsilon(4.5e-16).margin(0));
  }
  CHECK(exponential(0) == 1);
}

TEST_CASE("the market curve passes through its points and never falls") {
  for (const auto& pay : examples) {
    const MarketCurve curve(pay);
    for (std::size_t i = 0; i < pay.size(); ++i) {
      CHECK(curve(percentile_scores[i]) == Approx(pay[i]).margin(1e-12));
    }
    double before = curve(-3);
    for (double score = -3; score <= 3; score += 1.0 / 512) {
      CHECK(curve(score) >= before - 1e-12);
      before = curve(score);
    }
  }
}

TEST_CASE("the market curve is straight beyond p10 and p90, however far") {
  const MarketCurve curve(examples[0]);
  const double step = 0.25;
  const double first = curve(percentile_scores[4] + step) - curve(percentile_scores[4]);
  const double second = curve(percentile_scores[4] + 2 * step) - curve(percentile_scores[4] + step);
  CHECK(first > 0);
  CHECK(second == Approx(first));
  CHECK(curve(percentile_scores[0] - step) - curve(percentile_scores[0] - 2 * step) ==
        Approx(curve(percentile_scores[0]) - curve(percentile_scores[0] - step)));
  CHECK(curve(last_score) > curve(2.3));
  CHECK(curve(9) - curve(8) == Approx(curve(3) - curve(2)));
  CHECK(curve(-8) - curve(-9) == Approx(curve(-2) - curve(-3)));
}

TEST_CASE("a normal score is found back from the pay") {
  MarketCurve blend;
  blend.add(1, MarketCurve(examples[0]));
  for (double score = -2.3; score <= 2.3; score += 0.1) {
    CHECK(blend.score_at(blend(score)) == Approx(score).margin(1e-6));
  }
  CHECK(blend.score_at(0) == Approx(-last_score));
  CHECK(blend.score_at(99) == Approx(last_score));
}

TEST_CASE("where points tie, the score is the middle of the flat") {
  struct Case {
    LogPay pay;
    double tie;
    double score;
  };
  const Case cases[] = {
      {logs({30000, 40000, 40000, 40000, 90000}), 40000, 0},
      {logs({30000, 40000, 40000, 60000, 90000}), 40000, percentile_scores[1] / 2},
      {logs({30000, 40000, 50000, 60000, 60000}), 60000,
       (percentile_scores[3] + last_score) / 2},  // flat beyond p90 too
      {logs({50000, 50000, 50000, 50000, 50000}), 50000, 0},
  };
  for (const auto& one : cases) {
    MarketCurve blend;
    blend.add(1, MarketCurve(one.pay));
    CHECK(blend.score_at(std::log(one.tie)) == Approx(one.score).margin(1e-3));
  }
}

TEST_CASE("a blend is the weighted mean of its curves") {
  MarketCurve blend;
  blend.add(.7, MarketCurve(examples[0]));
  blend.add(.3, MarketCurve(examples[3]));
  for (double score = -3; score <= 3; score += .25) {
    CHECK(blend(score) == Approx(.7 * MarketCurve(examples[0])(score) + .3 * MarketCurve(examples[3])(score)));
  }
  blend.raise(.1);
  CHECK(blend(0) == Approx(.7 * std::log(51140) + .3 * std::log(50000) + .1));
  CHECK(blend.slope() == Approx(.7 * std::log(64820.0 / 43490) / (2 * percentile_scores[3])));
}

TEST_CASE("a monotone curve through any number of points") {
  const std::vector<double> x{0, 1, 4, 7.5, 14, 20};
  const std::vector<double> y{-1, -.5, -.5, .2, .7, .8};
  const MonotoneCurve curve(x, y);
  for (std::size_t i = 0; i < x.size(); ++i) {
    CHECK(curve(x[i]) == Approx(y[i]).margin(1e-12));
  }
  double before = curve(-1);
  for (double at = -1; at <= 21; at += .01) {
    CHECK(curve(at) >= before - 1e-12);
    before = curve(at);
  }
  CHECK(curve(2.5) == Approx(-.5));  // flat between equal points
  const MonotoneCurve line(std::vector<double>{0, 2}, std::vector<double>{1, 5});
  CHECK(line(1) == Approx(3));
  CHECK(line(3) == Approx(7));
}

}  // namespace
}  // namespace hisalary::model
