// SPDX-License-Identifier: MIT
#pragma once

namespace hisalary::cli {

/// Of the program; CMake sets it from the project's version.
inline constexpr const char* version = HISALARY_VERSION;

}  // namespace hisalary::cli
