// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace hisalary {

/// Shortest decimal form of a number, 100000 and not 1e+05 unless it is tiny or huge; the same in every locale.
[[nodiscard]] inline std::string number_text(double value) {
  constexpr double tiny = 1e-6;
  constexpr double huge = 1e15;
  const double size = value < 0 ? -value : value;
  const bool ordinary = size == 0 || (size >= tiny && size < huge);
  std::array<char, 32> buffer{};
  const auto form = ordinary ? std::chars_format::fixed : std::chars_format::general;
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, form).ptr};
}

/// Digits with at most one point, and commas between groups of three or none ("82,000.50"); absent for all else: signs,
/// exponents and blanks too. The same in every locale.
[[nodiscard]] std::optional<double> read_decimal(std::string_view text);

}  // namespace hisalary
