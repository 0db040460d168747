// SPDX-License-Identifier: MIT
#pragma once

/// What all charts share: their frame, colors, scales and labels. A chart is 440 units wide, so that its letters can be
/// read on a telephone and it can be scaled up on a wide screen.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markup.hpp"
#include "money.hpp"

namespace hisalary::output {

inline constexpr double chart_width = 440;

/// Inside a page, or a file of its own that brings its colors along.
enum class Frame : std::uint8_t { InPage, OwnFile };

/// What a chart says in words: `id` is unique in its page.
struct ChartWords {
  std::string id;
  std::string title;
  std::string description;
  std::string foot = {};  ///< sources and date, below a chart in a file of its own
};

/// The colors as CSS variables: light, and dark where a screen asks for it.
[[nodiscard]] std::string_view chart_colors();
/// The rules of the charts' classes.
[[nodiscard]] std::string_view chart_rules();

/// Opens <svg> with its title and description; the caller closes it. A file of its own has its `heading` above the
/// chart, since nothing around it says what it shows.
void open_chart(Markup& out, const ChartWords& words, double height, Frame frame, std::string_view heading = {});

/// A coordinate: at most one decimal.
[[nodiscard]] std::string px(double value);

/// $121k, or $87.5k where thousands would not do; an hour: $58, or $58.5.
[[nodiscard]] std::string short_dollars(double dollars, Period period = Period::Year);

/// From dollars a year to units along an axis that begins and ends at round marks; round in the period that is shown.
class Axis {
 public:
  /// About `most` marks at most from `low` to `high` dollars, drawn from unit `from` to unit `to`.
  Axis(double low, double high, int most, double from, double to, Period period = Period::Year);

  [[nodiscard]] double at(double dollars) const { return from_ + (dollars - low_) / (high_ - low_) * (to_ - from_); }
  [[nodiscard]] double dollars_at(double unit) const { return low_ + (unit - from_) / (to_ - from_) * (high_ - low_); }
  [[nodiscard]] const std::vector<double>& marks() const noexcept { return marks_; }
  [[nodiscard]] double step() const noexcept { return step_; }
  /// What stands beside a mark.
  [[nodiscard]] std::string label(double mark) const { return short_dollars(mark, period_); }

 private:
  Period period_;
  double from_;
  double to_;
  double step_ = 0;
  double low_ = 0;
  double high_ = 0;
  std::vector<double> marks_;
};

void line(Markup& out, std::string_view style, double x1, double y1, double x2, double y2);
void box(Markup& out, std::string_view style, double x, double y, double width, double height);

enum class Anchor : std::uint8_t { Start, Middle, End };
void label(Markup& out, std::string_view style, double x, double y, std::string_view words,
           Anchor anchor = Anchor::Start);

/// Upright grid lines with their dollars below.
void dollar_grid(Markup& out, const Axis& axis, double top, double bottom);

struct Point {
  double x = 0;
  double y = 0;
};
/// "M1,2L3,4": a path through the points.
[[nodiscard]] std::string path_of(const std::vector<Point>& points);

}  // namespace hisalary::output
