// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace hisalary {

/// Appends a text as a cell of RFC 4180: in quotes where it holds the delimiter, a quote or the end of a line, as it is
/// otherwise.
inline void append_cell(std::string& out, std::string_view text, char delimiter = ',') {
  const auto needs_quotes = [delimiter](char c) { return c == '"' || c == '\r' || c == '\n' || c == delimiter; };
  if (std::none_of(text.begin(), text.end(), needs_quotes)) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    out.append(c == '"' ? 2 : 1, c);
  }
  out += '"';
}

/// Whether a spreadsheet may take a text that begins so for a formula.
[[nodiscard]] constexpr bool starts_formula(char first) noexcept {
  return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
}

/// Whether a spreadsheet would take a text for a formula: it begins like one and is not a number.
[[nodiscard]] bool is_formula(std::string_view text);

/// The same, but a cell that a spreadsheet would take for a formula (first character = + - @, tab or CR, and no number)
/// gets an apostrophe before it.
void append_safe_cell(std::string& out, std::string_view text, char delimiter = ',');

}  // namespace hisalary
