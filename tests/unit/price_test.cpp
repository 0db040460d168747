// SPDX-License-Identifier: MIT
// Percentiles of a person from a market's curve: what the error of a predicted curve does to them.
#include "model/price.hpp"

#include <algorithm>
#include <cmath>

#include "../support/catch.hpp"

namespace hisalary::model {
namespace {

MarketCurve curve_of(const std::array<double, 5>& dollars) {
  LogPay pay{};
  std::transform(dollars.begin(), dollars.end(), pay.begin(), [](double amount) { return std::log(amount); });
  MarketCurve curve;
  curve.add(1, MarketCurve(pay));
  return curve;
}

const std::array<MarketCurve, 3> curves{curve_of({37000, 43490, 51140, 64820, 81150}),
                                        curve_of({30000, 30000, 40000, 60000, 60000}),
                                        curve_of({50000, 50000, 50000, 50000, 50000})};

TEST_CASE("without an error a person's percentiles are the curve's own, to the last bit") {
  for (const auto& curve : curves) {
    for (const double mean : {-1.5, 0.0, .3, 2.0}) {
      const Percentiles pay = percentiles_of(curve, {0, .1, 0, .05}, mean, .64);
      for (std::size_t i = 0; i < pay.dollars.size(); ++i) {
        CHECK(pay.dollars[i] == exponential(curve(mean + std::sqrt(.64) * percentile_scores[i]) + (.1 + .05)));
      }
    }
  }
}

TEST_CASE("the error of a predicted curve and the person's spread add up as squares on each side, in ln(pay)") {
  constexpr double error = .12;
  for (const auto& curve : curves) {
    for (const double mean : {-1.5, 0.0, .3, 2.0}) {
      const Percentiles sure = percentiles_of(curve, {}, mean, .64);
      const Percentiles pay = percentiles_of(curve, {error, 0, 0, 0}, mean, .64);
      CHECK(pay.p50() == sure.p50());
      for (std::size_t i = 0; i < pay.dollars.size(); ++i) {
        const double person = std::log(sure.dollars[i] / sure.p50());
        const double apart = std::log(pay.dollars[i] / pay.p50());
        CHECK(apart == Approx(std::copysign(std::hypot(person, error * percentile_scores[i]), percentile_scores[i]))
                           .margin(1e-12));
      }
    }
  }
}

TEST_CASE("a flat curve, predicted, has the range of its error") {
  const Percentiles pay = percentiles_of(curves[2], {.1, 0, 0, 0}, 0, 1);
  CHECK(std::log(pay.p90() / pay.p10()) == Approx(.2 * percentile_scores[4]));
  CHECK(pay.p50() == Approx(50000));
}

}  // namespace
}  // namespace hisalary::model
