// SPDX-License-Identifier: MIT
#include "advise/offer.hpp"

#include <cmath>
#include <random>
#include <string>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "advise/offer_file.hpp"
#include "data/tables.hpp"
#include "output/offer.hpp"

using namespace hisalary;
using advise::Offer;
using advise::OfferValue;

namespace {

using test::model;

OfferValue value(const Offer& offer, const Question& who = {}) {
  return advise::value_offer(model(), test::ask(who).facts(), offer, 1);
}

Offer salary(double base) {
  Offer offer;
  offer.base = base;
  return offer;
}

Offer contract(double rate) {
  Offer offer;
  offer.contract_rate = rate;
  return offer;
}

std::string file_of(const std::string& offers) {
  return R"({"format": "hisalary/offers/1", "offers": )" + offers + "}";
}

std::vector<Offer> parsed(const std::string& offers) { return data::parse_offers(file_of(offers), "offers.json"); }

std::string fault(const std::string& offers) {
  const Error error = test::error_of([&] { return parsed(offers); });
  CHECK(error.code() == ErrorCode::BadData);
  CHECK_FALSE(error.hint().empty());
  return error.what();
}

std::int64_t part(const OfferValue& value, const std::string& id) {
  for (const auto& one : value.parts) {
    if (one.id == id) {
      return one.dollars;
    }
  }
  FAIL("no part " << id);
  return 0;
}

bool has(const OfferValue& value, const std::string& id) {
  return std::any_of(value.parts.begin(), value.parts.end(), [&](const auto& one) { return one.id == id; });
}

/// An offer with random terms that a file may hold.
Offer random_offer(std::mt19937& random) {
  const auto number = [&](double low, double high) {
    return std::floor(std::uniform_real_distribution<double>(low, high)(random));
  };
  const auto maybe = [&] { return random() % 2 == 0; };
  Offer offer;
  offer.health = static_cast<advise::Coverage>(random() % 3);
  if (random() % 4 == 0) {
    offer.contract_rate = number(20, 300);
    return offer;
  }
  if (maybe()) {
    offer.base = number(20000, 400000);
  } else {
    offer.hourly_rate = number(10, 200);
  }
  for (const auto& term : data::offer_terms()) {
    const std::string key = term.key;
    if (key == "base" || key == "hourly_rate" || key == "contract_rate" || key == "premium_share" || !maybe()) {
      continue;
    }
    if (const auto* const slot = std::get_if<std::optional<double> Offer::*>(&term.slot)) {
      offer.*(*slot) = number(term.low, std::min(term.high, 80.0));
    } else if (const auto* const either = std::get_if<std::optional<advise::Amount> Offer::*>(&term.slot)) {
      offer.*(*either) = advise::Amount{number(0, 40), maybe()};
    }
  }
  if (!offer.shift || !offer.shift_hours) {
    offer.shift.reset();
    offer.shift_hours.reset();
  }
  return offer;
}

}  // namespace

TEST_CASE("the parts of an offer add up to its total") {
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    const OfferValue whole = value(random_offer(random), {.state = "OH"});
    std::int64_t sum = 0;
    for (const auto& one : whole.parts) {
      sum += one.dollars;
    }
    REQUIRE(sum == whole.total);
    REQUIRE(whole.leave_dollars <= whole.parts[0].dollars);
    if (whole.contract) {
      const auto& c = *whole.contract;
      REQUIRE(c.left == c.billed - c.payroll_tax - c.premium);
      REQUIRE(std::abs(static_cast<double>(c.salary - c.employee_tax - c.employee_premium + c.employee_match -
                                           c.left)) <= 2);
    }
  }
}

TEST_CASE("what is said is counted as said") {
  Offer offer = salary(82000);
  offer.bonus = advise::Amount{5, true};
  offer.match = {{50, 6}};
  offer.health = advise::Coverage::Family;
  offer.premium_share = 1200;
  offer.pto = 25;
  offer.tuition = 5250;
  const OfferValue whole = value(offer);
  CHECK(part(whole, "base") == 82000);
  CHECK(part(whole, "bonus") == 4100);
  CHECK(part(whole, "match") == 2460);
  CHECK(part(whole, "health") == 26993 - 1200);
  CHECK(part(whole, "tuition") == 5250);
  CHECK(whole.total == 82000 + 4100 + 2460 + 25793 + 5250);
  CHECK(whole.leave_dollars == std::llround(82000.0 * 25 / 260));
  CHECK(whole.hours_worked == Approx(2080 - 200));
}

TEST_CASE("published figures stand in, and are marked") {
  Offer offer = salary(60000);
  offer.health = advise::Coverage::Family;
  const OfferValue whole = value(offer);
  CHECK(part(whole, "health") == 20143);  // KFF 2025: the employer's part
  CHECK(part(whole, "match") == 1800);    // 50% of the first 6%
  for (const auto& one : whole.parts) {
    CHECK((one.origin == advise::Origin::Said) == one.from.source.empty());
  }
  REQUIRE(whole.days.size() == 2);
  CHECK(whole.days[0].days == 11);
  offer.tenure = 10;
  CHECK(value(offer).days[0].days == 18);
  CHECK(value(offer, {.setting = "state-local-government"}).days[0].days == 19);
  offer.health = advise::Coverage::None;
  offer.pension = advise::Amount{10, true};
  const OfferValue pension = value(offer);
  CHECK_FALSE(has(pension, "health"));
  CHECK_FALSE(has(pension, "match"));
  CHECK(part(pension, "pension") == 6000);
}

TEST_CASE("a better offer stands no lower") {
  double market = 0;
  double own = 0;
  for (double base = 30000; base < 250000; base += 10000) {
    const OfferValue whole = value(salary(base), {.role = "medical-coder", .state = "OH"});
    CHECK(whole.market_percentile >= market);
    CHECK(whole.own_percentile >= own);
    market = whole.market_percentile;
    own = whole.own_percentile;
  }
}

TEST_CASE("the median wage is the 50th percentile, and part-time pay is held against it as full-time pay") {
  const Estimate estimate = test::answer({.role = "medical-coder", .state = "OH"});
  CHECK(advise::percentile_of(estimate.pay, estimate.pay.p50()) == Approx(50));
  CHECK(advise::percentile_of(estimate.pay, estimate.pay.p90()) == Approx(90));
  Offer half = salary(30000);
  half.hours = 20;
  CHECK(value(half).compared == 60000);
  Offer hourly;
  hourly.hourly_rate = 30;
  CHECK(value(hourly).compared == 62400);
}

TEST_CASE("a contract rate is no wage") {
  const OfferValue billed = value(contract(90));
  REQUIRE(billed.contract);
  CHECK(billed.contract->salary < billed.contract->billed);
  CHECK(billed.compared < 90 * 2080);
  CHECK_FALSE(has(billed, "match"));
  CHECK(billed.contract->coverage == advise::Coverage::Single);
  Offer family = contract(90);
  family.health = advise::Coverage::Family;
  CHECK(value(family).contract->salary < billed.contract->salary);
  Offer rested = contract(90);
  rested.pto = 40;
  CHECK(value(rested).contract->billed < billed.contract->billed);
}

TEST_CASE("what stands behind a contract's salary is cited") {
  const std::vector<OfferValue> values{value(contract(90))};
  const std::vector<std::string> notes;
  const auto sources = output::sources_of({Dataset::builtin(), test::ask({}).facts(), values, notes});
  for (const char* const id : {"irs", "kff-ehbs", "vanguard", "bls-ncs"}) {
    CHECK(std::ranges::count(sources, Text(id), &Source::id) == 1);
  }
}

TEST_CASE("payroll tax by the statute") {
  const Tables& tables = test::tables();
  CHECK(advise::self_employment_tax(tables, 100000) == Approx(14129.55));  // 15.3% of 92.35%
  CHECK(advise::employee_payroll_tax(tables, 100000) == Approx(7650));
  CHECK(advise::employee_payroll_tax(tables, 200000) == Approx(184500 * .062 + 200000 * .0145));
  CHECK(advise::self_employment_tax(tables, 300000) == Approx(184500 * .124 + 300000 * .9235 * .029));
}

TEST_CASE("prices of the place") {
  const OfferValue ohio = value(salary(80000), {.state = "OH"});
  REQUIRE(ohio.adjusted);
  CHECK(*ohio.adjusted > ohio.total);
  CHECK(*value(salary(80000), {.state = "CA"}).adjusted < ohio.total);
  CHECK_FALSE(value(salary(80000), {.state = "PR"}).adjusted);
  CHECK(*value(salary(80000)).adjusted == value(salary(80000)).total);
}

TEST_CASE("a file of offers is read strictly") {
  CHECK(
      parsed(
          R"([{"base": 82000, "bonus": "5%"}, {"name": "B", "hourly_rate": 30.5, "match": "100% of 3% + 50% of 2%"}])")
          .size() == 2);
  const std::vector<std::pair<std::string, std::string>> faults{
      {R"([{"name": "Acme", "bonus": "5%"}])", "offers.json, offer 1 (Acme), base: the offer has no pay"},
      {R"([{"base": 82000}, {"name": "Acme", "base": 82000, "bonus": -500}])",
       "offers.json, offer 2 (Acme), bonus: -500 is negative"},
      {R"([{"base": 82000, "bonus": "-5%"}])", "offers.json, offer 1, bonus: -5% is negative"},
      {R"([{"base": 82000, "match": "50% of"}])", "offers.json, offer 1, match: \"50% of\" is not a match formula"},
      {R"([{"base": 82000, "bonnus": 5}])", "offers.json, offer 1, \"bonnus\": unknown key"},
      {R"([{"base": "82000"}])", "offers.json, offer 1, base: a text where a number was expected"},
      {R"([{"base": 82000, "bonus": "500"}])", "offers.json, offer 1, bonus: \"500\" is not a percentage"},
      {R"([{"base": 82000, "hours": 0}])", "offers.json, offer 1, hours: 0 is out of range"},
      {R"([{"base": 82000, "health": "both"}])", "offers.json, offer 1, health: unknown coverage \"both\""},
      {R"([{"base": 82000, "shift": 2}])", "offers.json, offer 1, shift: shift and shift_hours go together"},
      {R"([{"base": 82000, "premium_share": 100}])",
       "offers.json, offer 1, premium_share: no health coverage is given"},
      {R"([{"base": 82000, "hourly_rate": 40}])",
       "offers.json, offer 1, hourly_rate: the offer has more than one kind of pay"},
      {R"([{"contract_rate": 90, "match": "4%"}])",
       "offers.json, offer 1, match: a contract does not have this, and a contract rate is given"},
      {R"([{"name": "A", "base": 82000}, {"name": "A", "base": 82000}])",
       "offers.json, offer 2 (A), name: offer 1 has the same name"},
      {R"([{"base": 82000, "base": 83000}])", "offers.json, base: the key appears twice in one object"},
      {R"([])", "offers.json, offers: no list of offers"},
      {R"(["x"])", "offers.json, offer 1: a text where an object with keys was expected"},
  };
  for (const auto& [offers, message] : faults) {
    CHECK(fault(offers) == message);
  }
  CHECK(test::error_of([] { return data::parse_offers("", "offers.json"); }).code() == ErrorCode::BadData);
  CHECK(test::error_of([] { return data::parse_offers("[]", "offers.json"); }).code() == ErrorCode::BadData);
  CHECK(test::error_of([] { return data::read_offers("there/is/none.json"); }).code() == ErrorCode::Io);
}

TEST_CASE("terms as a person writes them") {
  const auto set = [](const std::string& key, const std::string& text) {
    Offer offer;
    for (const auto& term : data::offer_terms()) {
      if (term.key == key) {
        data::set_term(offer, term, text, [](std::string_view, const std::string& message, const std::string& hint) {
          throw Error(ErrorCode::Usage, message, hint);
        });
      }
    }
    return offer;
  };
  for (const char* const text : {"82000", "82,000", "$82,000", " 82000.00 "}) {
    CHECK(set("base", text).base == 82000);
  }
  for (const char* const text : {"82q", "8,20,00", "82,00", "nan", "0x10", "1e5", "", "82000 euros", "--5"}) {
    CHECK_THROWS_AS(set("base", text), Error);
  }
  CHECK(set("bonus", "5%").bonus->percent);
  CHECK(set("bonus", "4000").bonus->value == 4000);
  CHECK_THROWS_AS(set("bonus", "101%"), Error);
  CHECK(set("match", "none").match->empty());
  CHECK(set("match", "4%").match->front().limit == 4);
  CHECK(set("match", "100% of 3% + 50% of 2%").match->size() == 2);
  for (const char* const text : {"50% up to 6%", "50% of the first 6%", "50% match up to 6% of pay",
                                 "50% of your contributions up to 6% of your salary"}) {
    INFO(text);
    CHECK(set("match", text).match->front().rate == 50);
    CHECK(set("match", text).match->front().limit == 6);
  }
  CHECK(set("match", "dollar for dollar up to 4%").match->front().rate == 100);
  CHECK(set("match", "100% of the first 3% and 50% of the next 2%").match->size() == 2);
  CHECK(set("base", "$82k").base == 82000);
  CHECK(set("base", "6,500 a month").base == 78000);
  CHECK(set("base", "34.50/h").hourly_rate == 34.5);
  CHECK(set("contract_rate", "$90/hour").contract_rate == 90);
  CHECK_THROWS_AS(set("hourly_rate", "72000 a year"), Error);
  CHECK_THROWS_AS(set("pto", "2k"), Error);
  for (const char* const text : {"", "%", "50% of", "of 6%", "50 of 6", "50% of 6% +", "50% of 600%"}) {
    CHECK_THROWS_AS(set("match", text), Error);
  }
}

TEST_CASE("bonuses and what is not priced name their sources") {
  for (const auto& figure : advise::bonus_figures(test::tables())) {
    CHECK_NOTHROW(test::row(test::tables().sources, figure.source, &Source::id));
  }
  const auto remarks = advise::not_priced(test::tables());
  CHECK(remarks.size() == 3);
  CHECK(remarks.back().text.find("less than the nation: median $44,720 against $50,250 (May 2024)") !=
        std::string::npos);
}
