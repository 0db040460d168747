// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hisalary::query {

/// What an amount is paid for.
enum class PayPeriod : std::uint8_t { Hour, Week, TwoWeeks, HalfMonth, Month, Year };

/// An amount of money as a person writes it, below zero too.
struct MoneyText {
  double dollars = 0;
  std::optional<PayPeriod> period;  ///< absent: none was written
};

/// "82000", "82,000", "$82,000.00", "$60k", "60K/yr", "34.50/h", "$34.50 an hour", "5,200 a month", "USD 82,000
/// annually"; absent when the text is no amount. Commas only between groups of three digits.
[[nodiscard]] std::optional<MoneyText> read_money(std::string_view text);

/// Pay periods in a year of full time, hours a week given: 52 weeks, 26 pay days every two weeks.
[[nodiscard]] double periods_a_year(PayPeriod period, double hours_a_week = 40) noexcept;

/// What an amount is most likely paid for: as written, else an hour when it is less than any yearly pay could be
/// ($1,000), else a year.
[[nodiscard]] PayPeriod likely_period(const MoneyText& money) noexcept;

/// Dollars a year of full time, of the period written or the likely one.
[[nodiscard]] double dollars_a_year(const MoneyText& money, double hours_a_week = 40) noexcept;

}  // namespace hisalary::query
