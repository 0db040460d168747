// SPDX-License-Identifier: MIT
#include "picture.hpp"

#include "base/format.hpp"

#include <algorithm>
#include <cmath>

namespace hisalary::output {
namespace {

/// The characters of a range picture.
struct Marks {
  std::string_view rest, wide, typical, median, left, right;
};

constexpr Marks utf8_marks{"\u00b7", "\u2500", "\u2588", "\u2503", "\u251c", "\u2524"};
constexpr Marks ascii_marks{".", "-", "=", "|", "[", "]"};

}  // namespace

Scale::Scale(double lowest, double highest, std::size_t columns, Period period) : columns_(columns) {
  const bool wide = highest - lowest > 60000;
  const double step = period == Period::Year ? (wide ? 10000 : 5000) : (wide ? 5 : 1) * hours_a_year;
  low_ = std::floor(lowest / step) * step;
  high_ = std::ceil(highest / step) * step;
}

std::size_t Scale::column(double dollars) const {
  const double share = (dollars - low_) / (high_ - low_);
  return static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(columns_ - 1)));
}

std::string range_picture(const Page& page, const Scale& scale, const Percentiles& pay, Ink ink) {
  const Marks& marks = page.screen().utf8 ? utf8_marks : ascii_marks;
  const auto p10 = scale.column(pay.p10());
  const auto p25 = scale.column(pay.p25());
  const auto p50 = scale.column(pay.p50());
  const auto p75 = scale.column(pay.p75());
  const auto p90 = scale.column(pay.p90());
  std::string before;
  std::string range;
  std::string median;
  std::string after_median;
  std::string after;
  for (std::size_t i = 0; i < scale.columns(); ++i) {
    std::string& out = i < p10 ? before : i > p90 ? after : i < p50 ? range : i > p50 ? after_median : median;
    out += i < p10 || i > p90     ? marks.rest
           : i == p50             ? marks.median
           : i == p10             ? marks.left
           : i == p90             ? marks.right
           : i >= p25 && i <= p75 ? marks.typical
                                  : marks.wide;
  }
  // The marks are no text from outside, and a screen without UTF-8 has its own.
  const auto paint = [&](Ink with, const std::string& part) { return part.empty() ? part : page.ink(with, part); };
  return paint(Ink::Faint, before) + paint(ink, range) + paint(Ink::Strong, median) + paint(ink, after_median) +
         paint(Ink::Faint, after);
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
