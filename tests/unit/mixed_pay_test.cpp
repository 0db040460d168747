// SPDX-License-Identifier: MIT
#include "model/mixed_pay.hpp"

#include <cmath>
#include "../support/catch.hpp"

using namespace hisalary::model;

namespace {

/// ln(pay) that is normal about `middle`.
LogPay normal_pay(double middle, double spread) {
  LogPay pay{};
  for (std::size_t i = 0; i < pay.size(); ++i) {
    pay[i] = middle + spread * percentile_scores[i];
  }
  return pay;
}

}  // namespace

TEST_CASE("one distribution alone is its own mixture", "[unit]") {
  const LogPay pay{10.5, 10.7, 11.1, 11.2, 11.9};
  MixedPay mixed(1);
  mixed.add(1, pay);
  const LogPay found = mixed.percentiles();
  for (std::size_t i = 0; i < pay.size(); ++i) {
    CHECK(found[i] == Approx(pay[i]).margin(1e-9));
  }
  CHECK(mixed.median() == found[2]);
}

TEST_CASE("the part of people below a pay is the normal distribution's, far out too", "[unit]") {
  MixedPay mixed(1);
  mixed.add(1, normal_pay(11, 0.3));
  for (double score = -8; score <= 8; score += 0.01) {
    CAPTURE(score);
    CHECK(std::abs(mixed.below(11 + 0.3 * score) - 0.5 * std::erfc(-score / std::sqrt(2.0))) < 3e-9);
  }
}

TEST_CASE("a mixture's percentiles leave as many people below as they say", "[unit]") {
  for (const double apart : {0.0, 0.2, 1.0, 3.0}) {
    for (const double share : {0.001, 0.1, 0.5, 0.9, 0.999}) {
      CAPTURE(apart, share);
      MixedPay mixed(2);
      mixed.add(share, normal_pay(11, 0.2));
      mixed.add(1 - share, normal_pay(11 + apart, 0.05));
      const LogPay pay = mixed.percentiles();
      CHECK(mixed.below(pay[0]) == Approx(0.10).margin(1e-8));
      CHECK(mixed.below(pay[2]) == Approx(0.50).margin(1e-8));
      CHECK(mixed.below(pay[4]) == Approx(0.90).margin(1e-8));
      CHECK(std::ranges::is_sorted(pay));
      CHECK(mixed.median() == pay[2]);
    }
  }
}
