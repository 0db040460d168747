// SPDX-License-Identifier: MIT
#include "money.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/number.hpp"
#include "base/suggest.hpp"
#include "base/text.hpp"

namespace hisalary::query {
namespace {

constexpr double thousand = 1000;
constexpr double million = 1000000;

constexpr std::array<std::pair<std::string_view, PayPeriod>, 21> period_words{{
    {"h", PayPeriod::Hour},          {"hr", PayPeriod::Hour},           {"hrs", PayPeriod::Hour},
    {"hour", PayPeriod::Hour},       {"hourly", PayPeriod::Hour},       {"wk", PayPeriod::Week},
    {"week", PayPeriod::Week},       {"weekly", PayPeriod::Week},       {"biweekly", PayPeriod::TwoWeeks},
    {"2weeks", PayPeriod::TwoWeeks}, {"twoweeks", PayPeriod::TwoWeeks}, {"semimonthly", PayPeriod::HalfMonth},
    {"mo", PayPeriod::Month},        {"month", PayPeriod::Month},       {"monthly", PayPeriod::Month},
    {"y", PayPeriod::Year},          {"yr", PayPeriod::Year},           {"year", PayPeriod::Year},
    {"annually", PayPeriod::Year},   {"annual", PayPeriod::Year},       {"annum", PayPeriod::Year},
}};

/// Takes a word off the end or the front, and the blanks beside it.
bool take_end(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) {
    return false;
  }
  text = trimmed(text.substr(0, text.size() - end.size()));
  return true;
}

bool take_front(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) {
    return false;
  }
  text = trimmed(text.substr(front.size()));
  return true;
}

/// What stands behind the amount: "/h", "an hour", "per year", "a month". Absent when it is no period.
std::optional<PayPeriod> period_of(std::string_view text) {
  for (const std::string_view joint : {"/", "per ", "a ", "an ", "every ", "each "}) {
    if (take_front(text, joint)) {
      break;
    }
  }
  const std::string word = bare(text);
  const auto* const it = std::ranges::find(period_words, word, &std::pair<std::string_view, PayPeriod>::first);
  return it != period_words.end() ? std::optional(it->second) : std::nullopt;
}

/// Where the amount ends and words begin: behind the last digit, its "k" or "m" included.
std::size_t end_of_amount(std::string_view text) {
  std::size_t end = std::min(text.find_first_not_of("0123456789.,"), text.size());
  const std::size_t word = std::min(text.find_first_not_of(' ', end), text.size());
  end = word < text.size() && (text[word] == 'k' || text[word] == 'm') ? word : end;
  const bool scaled = end < text.size() && (text[end] == 'k' || text[end] == 'm');
  const bool word_goes_on = end + 1 < text.size() && text[end + 1] >= 'a' && text[end + 1] <= 'z';
  return scaled && !word_goes_on ? end + 1 : end;
}

std::optional<double> scaled_number(std::string_view text) {
  double scale = 1;
  if (take_end(text, "k")) {
    scale = thousand;
  } else if (take_end(text, "m")) {
    scale = million;
  }
  const auto value = read_decimal(text);
  return value ? std::optional(*value * scale) : std::nullopt;
}

}  // namespace

std::optional<MoneyText> read_money(std::string_view text) {
  const std::string small = lower(trimmed(text));
  std::string_view rest = small;
  const bool negative = take_front(rest, "-");
  if (!take_front(rest, "us$") && !take_front(rest, "$")) {
    take_front(rest, "usd");
    take_front(rest, "$");
  }

  const std::size_t end = end_of_amount(rest);
  const auto value = scaled_number(trimmed(rest.substr(0, end)));
  std::string_view behind = trimmed(rest.substr(end));
  for (const std::string_view currency : {"usd", "us dollars", "dollars", "dollar"}) {
    if (take_front(behind, currency)) {
      break;
    }
  }
  const auto period = period_of(behind);
  if (!value || (!behind.empty() && !period)) {
    return std::nullopt;
  }
  return MoneyText{negative ? -*value : *value, period};
}

double periods_a_year(PayPeriod period, double hours_a_week) noexcept {
  constexpr double weeks = 52;
  constexpr double months = 12;
  switch (period) {
    case PayPeriod::Hour: return weeks * hours_a_week;
    case PayPeriod::Week: return weeks;
    case PayPeriod::TwoWeeks: return weeks / 2;
    case PayPeriod::HalfMonth: return months * 2;
    case PayPeriod::Month: return months;
    default: return 1;
  }
}

PayPeriod likely_period(const MoneyText& money) noexcept {
  constexpr double least_a_year = 1000;
  if (money.period) {
    return *money.period;
  }
  return money.dollars < least_a_year ? PayPeriod::Hour : PayPeriod::Year;
}

double dollars_a_year(const MoneyText& money, double hours_a_week) noexcept {
  return money.dollars * periods_a_year(likely_period(money), hours_a_week);
}

}  // namespace hisalary::query
