// SPDX-License-Identifier: MIT
#include "shell_line.hpp"

namespace hisalary::cli {
namespace {

/// bash breaks words here when it completes them, but not when it runs them.
constexpr std::string_view breaks = "=:";
/// What needs a backslash outside of quotes, and inside of double ones.
constexpr std::string_view special = " \t\"'\\$`&|;()<>*?[]{}!#~";
constexpr std::string_view special_in_double = "\"\\$`";

}  // namespace

ShellLine read_shell_line(std::string_view line) {
  ShellLine out{.words = {""}};
  bool escaped = false;
  for (const char c : line) {
    std::string& word = out.words.back();
    if (escaped) {
      word += c;
      escaped = false;
    } else if (c == '\\' && out.quote != '\'') {
      escaped = true;
    } else if (out.quote != '\0' && c != out.quote) {
      word += c;
    } else if (c == '\'' || c == '"') {
      out.quote = out.quote == '\0' ? c : '\0';
      out.kept = word.size();
    } else if (c != ' ' && c != '\t') {
      word += c;
      out.kept = breaks.find(c) != std::string_view::npos ? word.size() : out.kept;
    } else if (!word.empty()) {
      out.words.emplace_back();
      out.kept = 0;
    }
  }
  return out;
}

std::string for_shell(std::string_view text, char quote) {
  std::string out;
  for (const char c : text) {
    if (quote == '\'') {
      out += c == '\'' ? std::string("'\\''") : std::string(1, c);
      continue;
    }
    const std::string_view escaped = quote == '\0' ? special : special_in_double;
    out += escaped.find(c) != std::string_view::npos ? "\\" : "";
    out += c;
  }
  return out;
}

}  // namespace hisalary::cli
