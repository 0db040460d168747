// Where a pay stands: random people and pay from fixed seeds.
#include <cmath>

#include "../support/catch.hpp"
#include "../support/random.hpp"
#include "advise/standing.hpp"
#include "advise/whatif.hpp"
#include "data/tables.hpp"

namespace hisalary::test {
namespace {

/// A pay inside the curve of a person's percentiles, away from where it is cut.
double some_pay(Random& random, const Percentiles& pay) {
  return advise::pay_at(pay, 2 + static_cast<double>(random.below(9601)) / 100);
}

TEST_CASE("percentile and pay are inverse to each other within a dollar", "[pay]") {
  Random random(31);
  for (int i = 0; i < 2000; ++i) {
    const Facts person = any_profile(random);
    const Percentiles pay = answer(person).pay;
    INFO(told(person));
    const double dollars = some_pay(random, pay);
    REQUIRE(advise::pay_at(pay, advise::percentile_of(pay, dollars)) == Approx(dollars).margin(1));
    for (const double percentile : {10.0, 25.0, 50.0, 75.0, 90.0}) {
      const std::size_t at = percentile < 25 ? 0 : percentile < 50 ? 1 : percentile < 75 ? 2 : percentile < 90 ? 3 : 4;
      REQUIRE(advise::pay_at(pay, percentile) == Approx(pay.dollars[at]).margin(1));
    }
  }
}

TEST_CASE("more pay never stands lower, and the parts of a standing agree", "[pay]") {
  Random random(32);
  for (int i = 0; i < 500; ++i) {
    Facts person = any_profile(random);
    const Estimate estimate = answer(person);
    INFO(told(person));
    advise::Standing before;
    before.percentile = before.market_percentile = 1;
    for (double dollars = 20000; dollars < 400000; dollars *= 1.21) {
      person.pay = dollars;
      const auto now = advise::standing_of(model(), person).value();
      REQUIRE(now.percentile >= before.percentile);
      REQUIRE(now.market_percentile >= before.market_percentile);
      REQUIRE(now.percentile >= 1);
      REQUIRE(now.percentile <= 99);
      REQUIRE(now.compa_ratio * estimate.pay.p50() == Approx(dollars));
      REQUIRE(now.gap + estimate.pay.p50() == Approx(dollars));
      REQUIRE(now.percentile == Approx(advise::percentile_of(estimate.pay, dollars)).margin(1e-6));
      REQUIRE(now.band == advise::band_of(estimate.pay, dollars));
      before = now;
    }
  }
}

TEST_CASE("a change starts from the pay that was said, and keeps its percentile", "[pay]") {
  Random random(33);
  for (int i = 0; i < 40; ++i) {
    Facts person = any_profile(random);
    person.pay = some_pay(random, answer(person).pay);
    INFO(told(person));
    const auto changes = advise::what_if(model(), person, {}).changes;
    for (const auto& change : changes) {
      INFO(change.id);
      REQUIRE(change.pay_before == *person.pay);
      REQUIRE((change.gain() > 0) == (change.pay_after > *person.pay));
      const double percentile = advise::percentile_of(change.from, *person.pay);
      if (percentile > 1 && percentile < 99) {
        REQUIRE(advise::pay_at(change.to, percentile) == Approx(change.pay_after).margin(1));
      }
    }
  }
}

}  // namespace
}  // namespace hisalary::test
