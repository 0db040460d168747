// Ranges to post, offers beside each other, fields by name.
#include <algorithm>
#include <cmath>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "advise/offer.hpp"
#include "advise/range.hpp"
#include "advise/standing.hpp"
#include "data/tables.hpp"
#include "output/fields.hpp"
#include "output/offer.hpp"
#include "output/range.hpp"

namespace hisalary::test {
namespace {

advise::Offer salary(const std::string& name, double base) {
  advise::Offer offer;
  offer.name = name;
  offer.base = base;
  return offer;
}

bool says(const std::vector<std::string>& texts, std::string_view part) {
  return std::ranges::any_of(texts, [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

TEST_CASE("A range is cut from the estimate, and its ends are round", "[range]") {
  for (const auto& role : tables().roles) {
    INFO(role.id);
    const auto range = advise::range_for(model(), named(role.id), {});
    const Percentiles pay = answer(named(role.id)).pay;
    CHECK(range.posted.estimate.pay.dollars == pay.dollars);
    CHECK(std::abs(range.posted.minimum - pay.p25()) <= 251);
    CHECK(std::abs(range.posted.midpoint - pay.p50()) <= 250);
    CHECK(std::abs(range.posted.maximum - pay.p75()) <= 251);
    CHECK(range.ladder.empty() == !role.level.empty());
    for (const auto& step : range.ladder) {
      CHECK(step.minimum <= step.midpoint);
      CHECK(step.midpoint <= step.maximum);
      CHECK(std::fmod(step.minimum, 500) == 0);
      Facts at = named(role.id);
      at.level = step.level;
      CHECK(step.estimate.pay.dollars == answer(at).pay.dollars);
    }
    CHECK(std::ranges::is_sorted(range.ladder, {}, &advise::PayRange::midpoint));
  }
}

TEST_CASE("A wider rule makes a wider range", "[range]") {
  const auto narrow = advise::range_for(model(), named("medical-coder"), {40, 60, 1}).posted;
  const auto wide = advise::range_for(model(), named("medical-coder"), {10, 90, 1}).posted;
  CHECK(wide.minimum < narrow.minimum);
  CHECK(wide.maximum > narrow.maximum);
  CHECK(wide.spread() > narrow.spread());
  for (const advise::RangeRule& rule : {advise::RangeRule{75, 25, 500}, advise::RangeRule{0, 50, 500},
                                        advise::RangeRule{25, 100, 500}, advise::RangeRule{25, 75, 0}}) {
    CHECK(error_of([&] { return advise::range_for(model(), named("medical-coder"), rule); }).code() ==
          ErrorCode::Usage);
  }
}

TEST_CASE("What one offer alone names counts for the others, and that is said", "[offer]") {
  auto one = salary("A", 70000);
  one.health = advise::Coverage::Family;
  one.tuition = 4000;
  auto two = salary("B", 72000);
  two.tuition = 3000;
  advise::Offer billed;
  billed.contract_rate = 60;
  const auto equal = advise::with_equal_benefits({one, two, billed});
  CHECK(equal.offers[1].health == advise::Coverage::Family);
  CHECK(equal.offers[1].tuition == 3000);  // two offers name it: each keeps its own
  CHECK_FALSE(equal.offers[2].health);
  CHECK(equal.notes[1] ==
        std::vector<std::string>{"health insurance is assumed to be as in A, the only offer that gives it"});
  CHECK(equal.notes[0].empty());
  CHECK(equal.notes[2].empty());
}

TEST_CASE("Part-time, full-time and contract totals stand on one basis", "[offer]") {
  const Facts coder = named("medical-coder");
  const auto whole = advise::value_offer(model(), coder, salary("A", 60000), 1);
  auto half = salary("B", 30000);
  half.hours = 20;
  CHECK(advise::value_offer(model(), coder, half, 2).comparable == whole.comparable);
  CHECK(whole.comparable == whole.total);
  advise::Offer billed;
  billed.contract_rate = 60;
  const auto contract = advise::value_offer(model(), coder, billed, 3);
  CHECK(contract.comparable > contract.contract->salary);
  CHECK(contract.comparable < contract.contract->billed);
}

TEST_CASE("A federal offer has federal leave and the Thrift Savings Plan", "[offer]") {
  Facts coder = named("medical-coder");
  coder.setting = &setting("federal-government");
  auto offer = salary("VA", 60000);
  const auto first = advise::value_offer(model(), coder, offer, 1);
  CHECK(first.days[0].days == 13);
  CHECK(first.days[1].days == 13);
  const auto match = std::ranges::find(first.parts, "match", &advise::Part::id);
  REQUIRE(match != first.parts.end());
  CHECK(match->dollars == 2400);
  CHECK(match->from.source == "opm-tsp");
  const auto automatic = std::ranges::find(first.parts, "tsp_automatic", &advise::Part::id);
  REQUIRE(automatic != first.parts.end());
  CHECK(automatic->dollars == 600);
  CHECK(first.total == 63000);
  offer.tenure = 4;
  CHECK(advise::value_offer(model(), coder, offer, 1).days[0].days == 20);
  offer.tenure = 15;
  CHECK(advise::value_offer(model(), coder, offer, 1).days[0].days == 26);
}

TEST_CASE("A federal offer says what its pension adds and takes, and counts neither", "[offer]") {
  Facts coder = named("medical-coder");
  coder.setting = &setting("federal-government");
  auto offer = salary("VA", 60000);
  const auto value = advise::value_offer(model(), coder, offer, 1);
  REQUIRE(value.federal_pension);
  CHECK(value.federal_pension->pension_for_year == 600);  // 1% of pay for each year of service: 5 U.S.C. 8415(a)
  CHECK(value.federal_pension->withheld == 2640);         // 4.4% of pay: 5 U.S.C. 8422(a)(3)
  CHECK(value.federal_pension->accrual_from.source == "usc-fers");
  CHECK(says(value.not_counted, "the FERS pension"));
  CHECK(says(value.notes, "$600 at this pay, and 4.4% of pay, $2,640 a year, is withheld"));
  offer.pension = advise::Amount{5, true};
  CHECK_FALSE(advise::value_offer(model(), coder, offer, 1).federal_pension);
  CHECK_FALSE(advise::value_offer(model(), named("medical-coder"), salary("A", 60000), 1).federal_pension);
}

TEST_CASE("Rare figures draw a warning", "[offer]") {
  auto offer = salary("A", 60000);
  offer.match = {{100, 12}};
  offer.bonus = advise::Amount{31000, false};
  const auto notes = advise::value_offer(model(), named("medical-coder"), offer, 1).notes;
  CHECK(says(notes, "a match of 12% of pay is rare"));
  CHECK(says(notes, "a bonus of 52% of base is rare"));
  offer.match = {{100, 10}};
  offer.bonus = advise::Amount{50, true};
  CHECK_FALSE(says(advise::value_offer(model(), named("medical-coder"), offer, 1).notes, "rare"));
}

TEST_CASE("An offer's verdict is where its wage stands", "[offer]") {
  const Facts coder = named("medical-coder");
  for (const double base : {25000.0, 45000.0, 60000.0, 75000.0, 200000.0}) {
    const auto value = advise::value_offer(model(), coder, salary("A", base), 1);
    Facts paid = coder;
    paid.pay = base;
    const auto standing = advise::standing_of(model(), paid).value();
    CHECK(value.own_percentile == standing.percentile);
    CHECK(value.market_percentile == standing.market_percentile);
    CHECK(value.band == standing.band);
    const bool asks = base < value.estimate.pay.p75();
    CHECK((output::ask_words(value).find("https://") != std::string::npos) == asks);
  }
}

TEST_CASE("Every field by name has a value, for a person with a pay", "[fields]") {
  Facts coder = named("medical-coder");
  coder.level = &level("II");
  coder.area = &area("OH");
  coder.pay = 20000;
  const Estimate estimate = answer(coder);
  const std::vector<std::string> notes;
  const output::EstimateView view{model().dataset(),
                                  estimate,
                                  notes,
                                  output::Money(output::Period::Year),
                                  false,
                                  advise::standing_of(model(), coder)};
  for (const auto& form : output::field_forms) {
    INFO(form.name);
    const auto result = output::fields(view, {std::string(form.name)}, {});
    CHECK_FALSE(result.table.records[0].at(".0").is_nothing());
    CHECK(result.in("csv").starts_with(std::string(form.name) + "\n"));
  }
}

}  // namespace
}  // namespace hisalary::test
