// SPDX-License-Identifier: MIT
#pragma once

namespace hisalary::cli {

/// Of the program; CMake sets it from the project's version.
inline constexpr const char* version = HISALARY_VERSION;

/// When the manual was last worked on; its pages print it.
inline constexpr const char* manual_date = "2026-11-26";

}  // namespace hisalary::cli
