// SPDX-License-Identifier: MIT
#pragma once

#include "tables.hpp"

namespace hisalary::data {

/// Checks what must hold between rows and files: one row a key, references that exist, percentiles that do not cross,
/// weights and shares that add up, effects that cancel out, explained variance of at most .55. Throws Error BadData.
void check_set(const Tables& tables);

}  // namespace hisalary::data
