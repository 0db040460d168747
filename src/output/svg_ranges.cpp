// SPDX-License-Identifier: MIT
#include "svg_ranges.hpp"

#include <algorithm>

#include "page.hpp"

namespace hisalary::output {
namespace {

constexpr double from_left = 24;
constexpr double to_right = chart_width - 24;
constexpr double text_left = 8;
constexpr double line_height = 16;
constexpr double bar = 12;
constexpr double gap = 14;
constexpr double first = 4;
constexpr double below = 24;  // room for the dollars
constexpr int marks = 6;

/// Labels leave room for the figure beside their first line.
constexpr std::size_t most_letters = 46;

/// The label over a row, in lines, with the figure at the end of the first. Gives where the row itself begins.
double write_label(Markup& out, const std::string& words, const std::string& figure, double y) {
  const double top = y + line_height;
  for (const auto& one : wrapped(words, most_letters)) {
    y += line_height;
    label(out, "", text_left, y - 4, one);
  }
  label(out, "strong", chart_width - text_left, top - 4, figure, Anchor::End);
  return y;
}

double height_of(const std::string& words) {
  return static_cast<double>(wrapped(words, most_letters).size()) * line_height + bar + gap;
}

template <class Rows> double bottom_of(const Rows& rows) {
  double bottom = first;
  for (const auto& row : rows) {
    bottom += height_of(row.label);
  }
  return bottom;
}

Axis axis_of(const std::vector<RangeRow>& rows, Period period) {
  double low = rows.front().pay.p10();
  double high = rows.front().pay.p90();
  for (const RangeRow& row : rows) {
    low = std::min({low, row.pay.p10(), row.mark.value_or(low)});
    high = std::max({high, row.pay.p90(), row.mark.value_or(high)});
  }
  return {low, high, marks, from_left, to_right, period};
}

void draw_range(Markup& out, const Axis& axis, const RangeRow& row, double y) {
  const double middle = y + bar / 2;
  const double p10 = axis.at(row.pay.p10());
  const double p25 = axis.at(row.pay.p25());
  const double p90 = axis.at(row.pay.p90());
  constexpr double end = 4;
  line(out, "person-line", p10, middle, p90, middle);
  line(out, "person-line", p10, middle - end, p10, middle + end);
  line(out, "person-line", p90, middle - end, p90, middle + end);
  box(out, "soft", p25, y, std::max(1.0, axis.at(row.pay.p75()) - p25), bar);
  constexpr double thick = 3;
  box(out, "person", axis.at(row.pay.p50()) - thick / 2, y - 2, thick, bar + 4);
  if (row.mark) {
    constexpr double radius = 6;
    out.empty("circle", {{"class", "mark"}, {"cx", px(axis.at(*row.mark))}, {"cy", px(middle)}, {"r", px(radius)}});
  }
}

}  // namespace

std::string shown_of(std::size_t all) {
  return all <= most_ranges ? "" : "The first " + std::to_string(most_ranges) + " of " + std::to_string(all) + ". ";
}

void ranges_chart(Markup& out, const ChartWords& words, const std::vector<RangeRow>& rows, const Money& money,
                  Frame frame, std::string_view heading) {
  const double bottom = bottom_of(rows);
  open_chart(out, words, bottom + below, frame, heading);
  const Axis axis = axis_of(rows, money.period());
  dollar_grid(out, axis, first, bottom);
  double y = first;
  for (const RangeRow& row : rows) {
    draw_range(out, axis, row, write_label(out, row.label, row.figure, y));
    y += height_of(row.label);
  }
  out.close();
}

void gains_chart(Markup& out, const ChartWords& words, const std::vector<GainRow>& rows, const Money& money,
                 Frame frame, std::string_view heading) {
  const double unit = money.period() == Period::Hour ? hours_a_year : 1;
  double low = 0;
  double high = 0;
  for (const GainRow& row : rows) {
    low = std::min(low, row.dollars * unit);
    high = std::max(high, row.dollars * unit);
  }
  const double bottom = bottom_of(rows);
  open_chart(out, words, bottom + below, frame, heading);
  const Axis axis(low, high, marks, from_left, to_right, money.period());
  dollar_grid(out, axis, first, bottom);
  line(out, "now", axis.at(0), first, axis.at(0), bottom);
  double y = first;
  for (const GainRow& row : rows) {
    const double at = write_label(out, row.label, row.figure, y);
    const double from = axis.at(std::min(0.0, row.dollars * unit));
    const double to = axis.at(std::max(0.0, row.dollars * unit));
    box(out, row.dollars < 0 ? "fall" : "rise", from, at, std::max(1.5, to - from), bar);
    y += height_of(row.label);
  }
  out.close();
}

}  // namespace hisalary::output
