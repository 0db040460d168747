// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "data/reader.hpp"

namespace hisalary::data {

/// The C++ source that defines data::builtin as constants.
[[nodiscard]] std::string emit_source(const LoadedSet& set);

}  // namespace hisalary::data
