// SPDX-License-Identifier: MIT
#include "query/money.hpp"

#include "../support/catch.hpp"

#include "base/number.hpp"

namespace hisalary::query {
namespace {

struct Amount {
  const char* text;
  double dollars;
};
constexpr Amount amounts[] = {{"82000", 82000},  {"82,000", 82000}, {"82,000.50", 82000.5},
                              {"60k", 60000},    {"60 K", 60000},   {"62.5k", 62500},
                              {"1.2m", 1200000}, {"34.50", 34.5},   {"1,234,567", 1234567}};

struct Period {
  const char* text;
  PayPeriod period;
};
constexpr Period periods[] = {
    {"/h", PayPeriod::Hour},
    {"/hr", PayPeriod::Hour},
    {" an hour", PayPeriod::Hour},
    {" per hour", PayPeriod::Hour},
    {" hourly", PayPeriod::Hour},
    {" / Hour", PayPeriod::Hour},
    {"/wk", PayPeriod::Week},
    {" a week", PayPeriod::Week},
    {" biweekly", PayPeriod::TwoWeeks},
    {" bi-weekly", PayPeriod::TwoWeeks},
    {" every two weeks", PayPeriod::TwoWeeks},
    {" semi-monthly", PayPeriod::HalfMonth},
    {"/mo", PayPeriod::Month},
    {" per month", PayPeriod::Month},
    {"/yr", PayPeriod::Year},
    {" a year", PayPeriod::Year},
    {" per annum", PayPeriod::Year},
    {" annually", PayPeriod::Year},
    {"/y", PayPeriod::Year},
};

TEST_CASE("every amount in every currency and period") {
  for (const auto& amount : amounts) {
    for (const std::string front : {"", "$", "$ ", "US$", "USD ", " usd $"}) {
      INFO(front << amount.text);
      const auto bare = read_money(front + amount.text);
      REQUIRE(bare);
      CHECK(bare->dollars == Approx(amount.dollars));
      CHECK_FALSE(bare->period);
      const auto negative = read_money("-" + front + amount.text);
      REQUIRE(negative);
      CHECK(negative->dollars == Approx(-amount.dollars));
      for (const auto& period : periods) {
        for (const std::string currency : {"", " USD", " dollars"}) {
          INFO(currency << period.text);
          const auto money = read_money(front + amount.text + currency + period.text);
          REQUIRE(money);
          CHECK(money->dollars == Approx(amount.dollars));
          CHECK(money->period == period.period);
        }
      }
    }
  }
}

TEST_CASE("what is no amount") {
  for (const char* text : {"",      "$",          "k",      "/h",         "eighty",        "8,2000",    "82,00",
                           ",82",   "1,2345,678", "82000,", "1e5",        "0x10",          "nan",       "inf",
                           "8.2.1", "82 000 000", "60kk",   "60 kilo",    "60k/fortnight", "$60k-$70k", "5%",
                           "--5",   "82000 a",    "82000/", "82000 euros"}) {
    INFO(text);
    CHECK_FALSE(read_money(text));
  }
}

TEST_CASE("a year of each period") {
  CHECK(dollars_a_year({34.5, PayPeriod::Hour}) == Approx(71760));
  CHECK(dollars_a_year({34.5, PayPeriod::Hour}, 36) == Approx(64584));
  CHECK(dollars_a_year({1000, PayPeriod::Week}) == Approx(52000));
  CHECK(dollars_a_year({2000, PayPeriod::TwoWeeks}) == Approx(52000));
  CHECK(dollars_a_year({2500, PayPeriod::HalfMonth}) == Approx(60000));
  CHECK(dollars_a_year({5000, PayPeriod::Month}) == Approx(60000));
  CHECK(dollars_a_year({60000, PayPeriod::Year}) == Approx(60000));
  CHECK(dollars_a_year({34.5, {}}) == Approx(71760));  // no year is paid so
  CHECK(dollars_a_year({60000, {}}) == Approx(60000));
  CHECK(likely_period({999, {}}) == PayPeriod::Hour);
  CHECK(likely_period({1000, {}}) == PayPeriod::Year);
  CHECK(likely_period({20, PayPeriod::Year}) == PayPeriod::Year);
}

TEST_CASE("decimals with commas between groups of three") {
  CHECK(read_decimal("82000") == 82000);
  CHECK(read_decimal("82,000.5") == 82000.5);
  CHECK(read_decimal(".5") == .5);
  for (const char* text : {"", ".", "-5", "+5", " 5", "5 ", "1234,567", "1,23", "1,234,56", "1.5,000", "5e3", ","}) {
    INFO(text);
    CHECK_FALSE(read_decimal(text));
  }
}

}  // namespace
}  // namespace hisalary::query
