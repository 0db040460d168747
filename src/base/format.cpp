// SPDX-License-Identifier: MIT
#define FMT_HEADER_ONLY
#include "format.hpp"

#include <fmt/format.h>

namespace hisalary {

std::string format_all(fmt::string_view format, fmt::format_args args) { return fmt::vformat(format, args); }

}  // namespace hisalary
