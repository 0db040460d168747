// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace hisalary::batch {

// Finding the ends of JSON values in a row that a line feed ends (it is part of no value and no blank, so that nothing
// here looks for an end). The grammar is RFC 8259's, and texts are well-formed UTF-8 without halves of surrogate pairs.
// What is malformed gives null.

/// How deep values may be nested in a value that is skipped.
inline constexpr std::size_t deepest = 1024;

[[nodiscard]] inline const char* skip_blanks(const char* at) noexcept {
  while (*at == ' ' || *at == '\t' || *at == '\r') {
    ++at;
  }
  return at;
}

/// What a text needs before its bytes are what it says.
struct TextEnd {
  const char* quote = nullptr;  ///< the closing one; null: malformed
  bool has_escapes = false;
};

/// The end of a text; `at` is behind its opening quote.
[[nodiscard]] TextEnd find_quote(const char* at) noexcept;

/// The end of a number.
[[nodiscard]] const char* skip_number(const char* at) noexcept;

/// The end of any value, in time that is linear in its bytes. `too_deep` is set, and null given, when it is nested
/// deeper than allowed.
[[nodiscard]] const char* skip_value(const char* at, bool& too_deep) noexcept;

}  // namespace hisalary::batch
