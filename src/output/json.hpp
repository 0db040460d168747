// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "value.hpp"

namespace hisalary::output {

enum class Layout : std::uint8_t { Indented, OneLine };

/// A value as JSON, without a newline at its end; broken UTF-8 is replaced.
[[nodiscard]] std::string json(const Value& value, Layout layout = Layout::Indented);

/// A JSON text as a value. Throws nlohmann's error where it is none.
[[nodiscard]] Value parsed(std::string_view json);

}  // namespace hisalary::output
