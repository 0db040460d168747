// SPDX-License-Identifier: MIT
#pragma once

#include "estimate.hpp"
#include "svg_chart.hpp"

namespace hisalary::present {

/// The steps from the nation's median to the answer, each a row with what it adds or takes away.
void steps_chart(Markup& out, const EstimateView& view);

/// A text in lines of at most so many characters; a longer word stays whole.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view words, std::size_t most);

}  // namespace hisalary::present
