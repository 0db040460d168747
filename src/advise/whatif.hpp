// SPDX-License-Identifier: MIT
#pragma once

#include "data/tables.hpp"
#include "hisalary/advise/whatif.hpp"

namespace hisalary::advise {

/// The same for facts of the data set, which the library itself knows to be right.
[[nodiscard]] WhatIf what_if(const Model& model, const Facts& person, const WhatIfOptions& options);

}  // namespace hisalary::advise
