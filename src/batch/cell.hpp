// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace hisalary::batch {

/// Appends a text as a CSV cell: in quotes where RFC 4180 wants them, as it is otherwise, since values are handed back
/// untouched.
inline void append_cell(std::string& out, std::string_view text, char delimiter) {
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

}  // namespace hisalary::batch
