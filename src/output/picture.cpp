// SPDX-License-Identifier: MIT
#include "picture.hpp"

#include "base/format.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace hisalary::output {
namespace {

/// The characters of a range picture.
struct Marks {
  std::string_view rest, wide, typical, median, left, right;
};

constexpr Marks utf8_marks{"\u00b7", "\u2500", "\u2588", "\u2503", "\u251c", "\u2524"};
constexpr Marks ascii_marks{".", "-", "#", "|", "[", "]"};
constexpr Marks quiet_utf8_marks{"\u00b7", "\u2500", "\u2592", "\u2502", "\u251c", "\u2524"};
constexpr Marks quiet_ascii_marks{".", "-", "=", "|", "[", "]"};

const Marks& marks_of(bool utf8, Tone tone) {
  if (tone == Tone::Quiet) {
    return utf8 ? quiet_utf8_marks : quiet_ascii_marks;
  }
  return utf8 ? utf8_marks : ascii_marks;
}

/// The mark of a column; `at`: the columns of p10, p25, p50, p75 and p90.
std::string_view mark_at(std::size_t column, const std::array<std::size_t, 5>& at, const Marks& marks) {
  if (column < at.front() || column > at.back()) {
    return marks.rest;
  }
  if (column == at[2]) {
    return marks.median;
  }
  if (column == at.front()) {
    return marks.left;
  }
  if (column == at.back()) {
    return marks.right;
  }
  return column >= at[1] && column <= at[3] ? marks.typical : marks.wide;
}

}  // namespace

Scale::Scale(double lowest, double highest, std::size_t columns, Period period) : columns_(columns) {
  const bool wide = highest - lowest > 60000;
  const double a_year = wide ? 10000 : 5000;
  const double an_hour = wide ? 5 : 1;
  const double step = period == Period::Year ? a_year : an_hour * hours_a_year;
  low_ = std::floor(lowest / step) * step;
  high_ = std::ceil(highest / step) * step;
}

std::size_t Scale::column(double dollars) const {
  const double share = (dollars - low_) / (high_ - low_);
  return static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(columns_ - 1)));
}

std::string range_picture(const Page& page, const Scale& scale, const Percentiles& pay, Ink ink, Tone tone) {
  const Marks& marks = marks_of(page.screen().utf8, tone);
  std::array<std::size_t, 5> at{};
  std::ranges::transform(pay.dollars, at.begin(), [&](double dollars) { return scale.column(dollars); });
  const std::size_t p10 = at.front();
  const std::size_t p50 = at[2];
  const std::size_t p90 = at.back();

  // The marks are no text from outside, and a screen without UTF-8 has its own.
  const auto painted = [&](Ink with, std::size_t first, std::size_t last) {
    std::string part;
    for (std::size_t i = first; i < last; ++i) {
      part += mark_at(i, at, marks);
    }
    return part.empty() ? part : page.ink(with, part);
  };
  return painted(Ink::Faint, 0, p10) + painted(ink, p10, p50) +
         painted(tone == Tone::Strong ? Ink::Strong : ink, p50, p50 + 1) + painted(ink, p50 + 1, p90 + 1) +
         painted(Ink::Faint, p90 + 1, scale.columns());
}

std::string scale_line(const Page& page, const Scale& scale, const Money& money) {
  const std::string low = thousands(money, scale.low());
  const std::string high = thousands(money, scale.high());
  return page.ink(Ink::Faint, low + std::string(scale.columns() - low.size() - high.size(), ' ') + high);
}

std::string thousands(const Money& money, double annual) {
  return money.period() == Period::Year ? formatted("{}k", std::llround(annual / 1000))
                                        : formatted("${:.0f}", annual / hours_a_year);
}

}  // namespace hisalary::output
