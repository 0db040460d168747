// SPDX-License-Identifier: MIT
#pragma once

#include "data/tables.hpp"
#include "hisalary/advise/states.hpp"

namespace hisalary::advise {

/// The same for facts of the data set, which the library itself knows to be right.
[[nodiscard]] std::vector<StatePay> every_state(const Model& model, const Facts& person);

}  // namespace hisalary::advise
