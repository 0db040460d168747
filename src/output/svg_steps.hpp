// SPDX-License-Identifier: MIT
#pragma once

#include "estimate.hpp"
#include "svg_chart.hpp"

namespace hisalary::output {

/// The steps from the nation's median to the answer, each a row with what it adds or takes away.
void steps_chart(Markup& out, const EstimateView& view);

}  // namespace hisalary::output
