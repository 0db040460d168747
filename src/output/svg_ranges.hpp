// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hisalary/estimate.hpp"
#include "money.hpp"
#include "svg_chart.hpp"

namespace hisalary::output {

/// One range of a chart of several: of a person in one place, or beside one offer.
struct RangeRow {
  std::string label;
  std::string figure;  ///< at the right, over the range
  Percentiles pay;
  std::optional<double> mark;  ///< a pay of its own on the range, dollars a year
};

/// More ranges than these are in tables alone.
inline constexpr std::size_t most_ranges = 40;

/// "The first 40 of 200. ": what a chart of so many leaves out; empty when it has all.
[[nodiscard]] std::string shown_of(std::size_t all);

/// Ranges under each other on one scale: p10 to p90 as a line, p25 to p75 as a bar, the median as a cut, a mark as a
/// dot.
void ranges_chart(Markup& out, const ChartWords& words, const std::vector<RangeRow>& rows, const Money& money,
                  Frame frame, std::string_view heading);

/// What a change adds or takes away.
struct GainRow {
  std::string label;
  std::string figure;
  double dollars = 0;  ///< in the period that is shown
};

/// Bars from zero, under each other.
void gains_chart(Markup& out, const ChartWords& words, const std::vector<GainRow>& rows, const Money& money,
                 Frame frame, std::string_view heading);

}  // namespace hisalary::output
