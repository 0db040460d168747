// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "career.hpp"
#include "svg_chart.hpp"

namespace hisalary::output {

/// A person's place in a career: the years they have, and what they earn.
struct CareerMark {
  double years = 0;
  double dollars = 0;
};

/// Pay by year of experience: the middle half as a band, the median as a line, and along a path the median when
/// staying, dashed.
void career_chart(Markup& out, const CareerView& view, std::optional<CareerMark> mark, Frame frame);

/// The chart as a file of its own.
[[nodiscard]] std::string career_svg(const CareerView& view);

}  // namespace hisalary::output
