// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/model.hpp"

namespace hisalary::audit {

/// Asks of a data set what commands would: every role and every kind of place at once, every setting, every figure of
/// the evidence. Throws Error BadData when something has no answer, or one that is no pay.
void try_out(const Model& model);

}  // namespace hisalary::audit
