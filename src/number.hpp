// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <iterator>
#include <string>

namespace hisalary {

/// Shortest decimal form of a number; the same in every locale.
[[nodiscard]] inline std::string number_text(double value) {
  char buffer[32];
  const auto end = std::to_chars(std::begin(buffer), std::end(buffer), value).ptr;
  return {std::begin(buffer), end};
}

}  // namespace hisalary
