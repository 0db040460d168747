// SPDX-License-Identifier: MIT
#pragma once

#include "data/tables.hpp"
#include "hisalary/advise/range.hpp"

namespace hisalary::advise {

/// The same for facts of the data set, which the library itself knows to be right.
[[nodiscard]] RoleRange range_for(const Model& model, const Facts& job, const RangeRule& rule);

}  // namespace hisalary::advise
