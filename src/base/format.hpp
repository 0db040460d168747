// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/core.h>

#include <string>

namespace hisalary {

[[nodiscard]] std::string format_all(fmt::string_view format, fmt::format_args args);

/// fmt::format. The code of fmt is compiled once, in format.cpp: in every file that formats, it would double the time
/// to compile it.
template <class... Args> [[nodiscard]] std::string formatted(fmt::format_string<Args...> format, Args&&... args) {
  return format_all(format, fmt::make_format_args(args...));
}

}  // namespace hisalary
