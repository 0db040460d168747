// SPDX-License-Identifier: MIT
#include "svg_steps.hpp"

#include <algorithm>

namespace hisalary::output {
namespace {

constexpr double plot_left = 24;
constexpr double plot_right = chart_width - 24;
constexpr double text_left = 8;
constexpr double line_height = 15;
constexpr double bar = 12;
constexpr double gap = 14;
constexpr std::size_t most_letters = 56;

/// A row of the chart, and how the median moved in it. The first row moves nothing, nor does the last: they are where
/// the walk begins and ends.
struct Row {
  std::vector<std::string> words;
  double before = 0;
  double after = 0;
  std::string figure;
  bool end = false;
};

std::vector<Row> rows_of(const EstimateView& view) {
  const Money& money = view.money;
  std::vector<Row> rows;
  double before = 0;
  for (const auto& step : view.estimate.steps) {
    const bool first = rows.empty();
    const auto units = money.units(step.amount);
    const std::string figure = first ? money.text(units) : money.change(units - money.units(before));
    rows.push_back({wrapped(step.label, most_letters), first ? step.amount : before, step.amount, figure, first});
    before = step.amount;
  }
  rows.push_back({{"This person's median"}, before, before, money.text(before), true});
  return rows;
}

double height_of(const Row& row) { return static_cast<double>(row.words.size()) * line_height + bar + gap; }

void draw(Markup& out, const Axis& axis, const Row& row, double y) {
  for (const auto& words : row.words) {
    y += line_height;
    label(out, row.end ? "strong" : "", text_left, y - 4, words);
  }
  constexpr double aside = 6;
  constexpr double room = 68;
  constexpr double radius = 6;
  const double low = axis.at(std::min(row.before, row.after)) - (row.end ? radius : 0);
  const double high = axis.at(std::max(row.before, row.after)) + (row.end ? radius : 0);
  if (row.end) {
    out.empty("circle",
              {{"class", "person"}, {"cx", px(axis.at(row.after))}, {"cy", px(y + bar / 2)}, {"r", px(radius)}});
  } else {
    box(out, row.after < row.before ? "fall" : "rise", low, y, std::max(1.5, high - low), bar);
  }
  const bool fits = high + aside + room <= chart_width;
  label(out, row.end ? "strong" : "", fits ? high + aside : low - aside, y + bar - 2, row.figure,
        fits ? Anchor::Start : Anchor::End);
}

}  // namespace

void steps_chart(Markup& out, const EstimateView& view) {
  const auto rows = rows_of(view);
  double low = rows[0].after;
  double high = low;
  double bottom = 4;
  std::string description;
  for (const auto& row : rows) {
    low = std::min(low, row.after);
    high = std::max(high, row.after);
    bottom += height_of(row);
  }
  for (const auto& step : view.estimate.steps) {
    description += (description.empty() ? "" : "; ") + step.label + ": " + view.money.text(step.amount);
  }
  constexpr int marks = 6;
  const Axis axis(low, high, marks, plot_left, plot_right, view.money.period());
  open_chart(out, {"steps", "From the U.S. median to this person's, step by step", description + "."}, bottom + 24,
             Frame::InPage);
  dollar_grid(out, axis, 4, bottom);
  double y = 4;
  for (const auto& row : rows) {
    const double next = y + height_of(row);
    draw(out, axis, row, y);
    if (&row != &rows.back()) {
      const double x = axis.at(row.after);
      line(out, "now", x, next - gap, x, next + static_cast<double>((&row)[1].words.size()) * line_height);
    }
    y = next;
  }
  out.close();
}

}  // namespace hisalary::output
