// SPDX-License-Identifier: MIT
#pragma once

#include "tables.hpp"

namespace hisalary::data {

/// What commands rely on beyond well-formed rows: that the model finds what it looks up, that what is divided by is not
/// zero, that dates are dates. Throws Error BadData.
void check_uses(const Tables& tables);

}  // namespace hisalary::data
