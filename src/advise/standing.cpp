// SPDX-License-Identifier: MIT
#include "standing.hpp"

#include <algorithm>
#include <cmath>

#include "hisalary/error.hpp"
#include "model/normal.hpp"

namespace hisalary::advise {
namespace {

constexpr double percent = 100;
constexpr double lowest = 1;
constexpr double highest = 99;

model::MarketCurve curve_of(const Percentiles& pay) {
  model::LogPay points{};
  std::ranges::transform(pay.dollars, points.begin(), [](double dollars) { return std::log(dollars); });
  return model::MarketCurve(points);
}

double percentile_at(double score) { return std::clamp(percent * model::normal_cdf(score), lowest, highest); }

/// The normal score of a percentile.
double score_of(double percentile) {
  double low = -model::last_score;
  double high = model::last_score;
  constexpr int halvings = 60;
  for (int i = 0; i < halvings; ++i) {
    const double middle = (low + high) / 2;
    (percent * model::normal_cdf(middle) < percentile ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

double percentile_of(const Percentiles& pay, double dollars) {
  return percentile_at(curve_of(pay).score_at(std::log(std::max(1.0, dollars))));
}

double pay_at(const Percentiles& pay, double percentile) {
  return std::exp(curve_of(pay)(score_of(std::clamp(percentile, lowest, highest))));
}

Band band_of(const Percentiles& pay, double dollars) noexcept {
  if (dollars < pay.p25()) {
    return dollars < pay.p10() ? Band::BelowP10 : Band::BelowP25;
  }
  if (dollars > pay.p75()) {
    return dollars > pay.p90() ? Band::AboveP90 : Band::AboveP75;
  }
  return Band::Middle;
}

Standing standing_of(const model::Pricer& pricer, const Facts& person, const model::Price& price) {
  Standing out;
  out.pay = *person.pay;
  const double log_pay = std::log(std::max(1.0, out.pay));
  out.percentile = percentile_at(model::MarketCurve(price.log_pay).score_at(log_pay));
  out.market_percentile = pricer.market_percentile(person, price, log_pay);
  out.gap = out.pay - price.pay.p50();
  out.compa_ratio = out.pay / price.pay.p50();
  out.band = band_of(price.pay, out.pay);
  return out;
}

std::optional<Standing> standing_of(const Model& model, const Facts& person) {
  if (!person.pay) {
    return std::nullopt;
  }
  return standing_of(model.pricer(), person, model.pricer().price(person));
}

}  // namespace hisalary::advise
