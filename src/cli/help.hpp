// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "given.hpp"

namespace hisalary::cli {

/// The help of the command that was named: what it does, how to call it, its options in aligned columns no wider than
/// the screen.
[[nodiscard]] std::string help_of(const Given& given);

}  // namespace hisalary::cli
