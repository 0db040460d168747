// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "career.hpp"

namespace hisalary::output {

/// Pay by year of experience as a chart of characters: the typical range and the median of the rows and, where there
/// are others, their median as a thin line.
void draw_career(Page& page, const Money& money, const std::vector<CareerRow>& rows,
                 const std::vector<CareerRow>& others);

}  // namespace hisalary::output
