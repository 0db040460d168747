// What a person is paid: as people write it, and where it stands.
#include <cmath>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "advise/standing.hpp"
#include "data/tables.hpp"
#include "output/standing.hpp"

namespace hisalary::test {
namespace {

const Question coder{.role = "medical-coder", .credentials = {"CPC"}, .years = "5", .state = "OH"};

Profile paid(const std::string& pay, Question person = coder) {
  person.pay = pay;
  return ask(person);
}

TEST_CASE("Pay as people write it", "[pay]") {
  const std::vector<std::pair<const char*, double>> cases{
      {"72000", 72000},           {"72,000", 72000},        {"$72,000", 72000},
      {"$72,000.50", 72000.5},    {"72k", 72000},           {"$72K", 72000},
      {"72.5k", 72500},           {" 72000 ", 72000},       {"34.50/h", 71760},
      {"$34.50/hr", 71760},       {"34.50 an hour", 71760}, {"34.5", 71760},
      {"$34.50 per hour", 71760}, {"6000 a month", 72000},  {"6,000/mo", 72000},
      {"72000/yr", 72000},        {"USD 72,000", 72000},    {"1000", 1000},
      {"10000000", 1e7},          {"1000/h", 2080000}};
  for (const auto& [text, dollars] : cases) {
    INFO(text);
    CHECK(paid(text).facts().pay.value() == Approx(dollars));
  }
  CHECK(paid("72k").notes().empty());
  CHECK(paid("34.5").notes() ==
        std::vector<std::string>{"\"34.5\" was read as dollars an hour, at 2,080 hours a year"});
}

TEST_CASE("What is not pay is refused, with the way out", "[pay]") {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"-5", "\"-5\" is negative"},
      {"-$72,000", "\"-$72,000\" is negative"},
      {"0", "\"0\" is not pay"},
      {"nan", "\"nan\" is not an amount of pay"},
      {"inf", "\"inf\" is not an amount of pay"},
      {"1e12", "\"1e12\" is not an amount of pay"},
      {"1000000000000", "\"1000000000000\" is too much for a year"},
      {"a lot", "\"a lot\" is not an amount of pay"},
      {"72.000,00", "\"72.000,00\" is not an amount of pay"},
      {"7,2000", "\"7,2000\" is not an amount of pay"},
      {"60k-70k", "\"60k-70k\" is not an amount of pay"},
      {"1000.01/h", "\"1000.01/h\" is too much for an hour"},
      {"5 a month", "\"5 a month\" is too little for a year"},
      {"  ", "the value is empty"}};
  for (const auto& [written, message] : cases) {
    INFO(written);
    const std::string text = written;
    const Error error = error_of([&] { return paid(text); });
    CHECK(std::string(error.what()) == message);
    CHECK(error.code() == ErrorCode::Usage);
    CHECK(error.where() == "pay");
    CHECK_FALSE(error.hint().empty());
  }
}

TEST_CASE("Pay changes no estimate", "[pay]") {
  CHECK(answer(coder).pay.dollars == model().estimate(paid("40k")).pay.dollars);
}

TEST_CASE("Where a pay stands", "[pay]") {
  const Estimate estimate = answer(coder);
  const auto at = [&](double dollars) { return advise::standing_of(model(), paid(std::to_string(dollars))); };
  const auto median = at(estimate.pay.p50());
  CHECK(median.percentile == Approx(50).margin(1e-3));
  CHECK(median.compa_ratio == Approx(1));
  CHECK(median.gap == Approx(0).margin(1e-3));
  CHECK(median.market_percentile == Approx(estimate.market_percentile).margin(1e-3));
  CHECK(median.band == advise::Band::Middle);

  const auto band = [&](double dollars) { return at(dollars).band; };
  CHECK(band(estimate.pay.p10() - 1) == advise::Band::BelowP10);
  CHECK(band(estimate.pay.p25() - 1) == advise::Band::BelowP25);
  CHECK(band(estimate.pay.p25() + 1) == advise::Band::Middle);
  CHECK(band(estimate.pay.p75() - 1) == advise::Band::Middle);
  CHECK(band(estimate.pay.p75() + 1) == advise::Band::AboveP75);
  CHECK(band(estimate.pay.p90() + 1) == advise::Band::AboveP90);
  CHECK(at(1000).percentile == Approx(1));
  CHECK(at(5e6).percentile == Approx(99));

  const Error error = error_of([&] { return advise::standing_of(model(), ask(coder)); });
  CHECK(error.code() == ErrorCode::Usage);
  CHECK(std::string(error.what()) == "the profile has no pay");
}

TEST_CASE("A verdict is a sentence", "[pay]") {
  Percentiles pay{{40000, 50000, 60000, 70000, 80000}};
  advise::Standing standing;
  standing.pay = 54000;
  standing.percentile = 33.4;
  const output::Money yearly(output::Period::Year);
  CHECK(output::verdict(yearly, standing, pay) ==
        "$54,000 is more than 33% of people like you earn; their median is $60,000, $6,000 more.");
  standing.pay = 66000;
  CHECK(output::verdict(yearly, standing, pay).ends_with("their median is $60,000, $6,000 less."));
  standing.pay = 60000;
  CHECK(output::verdict(yearly, standing, pay).ends_with("it is their median."));
  standing.percentile = 1;
  CHECK(output::verdict(yearly, standing, pay).starts_with("$60,000 is less than 99% of people like you earn"));
  CHECK(output::verdict(output::Money(output::Period::Hour), standing, pay).starts_with("$28.85 an hour is"));
}

}  // namespace
}  // namespace hisalary::test
