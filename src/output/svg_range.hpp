// SPDX-License-Identifier: MIT
#pragma once

#include "estimate.hpp"
#include "svg_chart.hpp"

namespace hisalary::output {

/// The person's range (p10 to p90, p25 to p75, median) below the distribution of the market's pay. The distribution is
/// drawn from the market's five percentiles, smoothed.
void range_chart(Markup& out, const EstimateView& view, Frame frame);

}  // namespace hisalary::output
