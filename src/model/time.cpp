// SPDX-License-Identifier: MIT
#include "time.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <string>

#include "data/tables.hpp"
#include "hisalary/error.hpp"

namespace hisalary::model {
namespace {

constexpr Text series = "eci-hospitals";
constexpr int quarters_beyond = 20;  // five years either way of what is published
constexpr int quarters_a_year = 4;
constexpr int may_quarter = 2;

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_change(const IndexPoint& point) { return point.series == series && point.kind == "change"; }

}  // namespace

std::string text(Quarter quarter) { return std::to_string(quarter.year()) + "Q" + std::to_string(quarter.quarter()); }

std::optional<Quarter> parse_quarter(std::string_view text) {
  constexpr std::size_t year_digits = 4;
  constexpr std::size_t month_length = 7;
  constexpr std::size_t quarter_length = 6;
  if (text.size() < quarter_length || text[0] < '1' || text[0] > '9') {
    return std::nullopt;
  }
  const auto year = whole(text.substr(0, year_digits));
  const auto part = whole(text.substr(year_digits + 1));
  if (!year || !part || *part < 1) {
    return std::nullopt;
  }
  if (text.size() == month_length && text[year_digits] == '-' && *part <= 12) {
    return Quarter(*year, (*part + 2) / 3);
  }
  if (text.size() == quarter_length && (text[year_digits] == 'Q' || text[year_digits] == 'q') && *part <= 4) {
    return Quarter(*year, *part);
  }
  return std::nullopt;
}

Clock::Clock(const Tables& tables) : tables_(tables) {
  const auto release = parse_quarter(tables.info[0].release_quarter);
  if (!release) {
    throw Error(ErrorCode::BadData,
                "dataset.json: \"" + std::string(tables.info[0].release_quarter) + "\" is not a quarter",
                "write it like 2025Q2", "dataset.json");
  }
  release_ = first_ = newest_ = *release;
  for (const auto& point : tables.price_index) {
    const auto quarter = is_change(point) ? parse_quarter(point.period) : std::nullopt;
    if (quarter) {
      first_ = std::min(first_, *quarter);
      newest_ = std::max(newest_, *quarter);
    }
  }
}

Quarter Clock::history_begins() const {
  return {tables_.nation_wages.empty() ? release_.year() : tables_.nation_wages[0].release, may_quarter};
}
Quarter Clock::earliest() const { return history_begins() + -quarters_beyond; }
Quarter Clock::latest() const { return newest_ + quarters_beyond; }

double Clock::index_growth(Quarter from, Quarter to) const {
  double log_growth = 0;
  double last_year = 0;
  for (const auto& point : tables_.price_index) {
    const auto quarter = is_change(point) ? parse_quarter(point.period) : std::nullopt;
    if (!quarter) {
      continue;
    }
    const double change = std::log1p(point.value / 100);
    if (from < *quarter && *quarter <= to) {
      log_growth += change;
    }
    if (newest_ - *quarter < quarters_a_year) {
      last_year += change;
    }
  }
  return log_growth + std::max(0, to - newest_) * last_year / quarters_a_year;
}

/// The national medians of an occupation by May: under its own code, and before it existed under those that it
/// replaced.
std::map<int, double> Clock::medians(const Occupation& occupation) const {
  std::map<int, double> medians;
  const auto add = [&](Text soc) {
    for (const auto& row : tables_.nation_wages) {
      if (row.soc == soc && row.pay[2].known()) {
        medians.emplace(row.release, std::log(static_cast<double>(row.pay[2].amount)));
      }
    }
  };
  add(occupation.soc);
  for (const auto& other : tables_.occupations) {
    if (other.successor == occupation.soc) {
      add(other.soc);
    }
  }
  return medians;
}

/// Growth of an occupation's national median from May of `year` to the next May, where it has medians on both sides of
/// it.
std::optional<double> Clock::growth(const Occupation& occupation, int year) const {
  const auto medians = this->medians(occupation);
  const auto after = medians.upper_bound(year);
  if (after == medians.begin() || after == medians.end()) {
    return std::nullopt;
  }
  const auto before = std::prev(after);
  return (after->second - before->second) / (after->first - before->first);
}

double Clock::yearly_growth(const Occupation& occupation, int year) const {
  if (const auto own = growth(occupation, year)) {
    return *own;
  }
  double sum = 0;
  int count = 0;
  for (const auto& other : tables_.occupations) {
    if (const auto one = growth(other, year)) {
      sum += *one;
      ++count;
    }
  }
  return count > 0 ? sum / count : 0;
}

/// ln of the national median at a quarter over that of the release; zero or negative as pay was lower.
double Clock::history(const Occupation& occupation, Quarter at) const {
  double sum = 0;
  const int first_year = history_begins().year();
  for (int year = release_.year() - 1;; --year) {
    const int remaining = Quarter(year + 1, may_quarter) - at;
    if (remaining <= 0) {
      return sum;
    }
    sum -=
        yearly_growth(occupation, std::max(year, first_year)) * std::min(remaining, quarters_a_year) / quarters_a_year;
  }
}

double Clock::log_factor(const Occupation& occupation, Quarter to) const {
  return to >= release_ ? index_growth(release_, to) : history(occupation, to);
}

}  // namespace hisalary::model
