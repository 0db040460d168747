// SPDX-License-Identifier: MIT
#include "csv.hpp"

namespace hisalary::output {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_of("0123456789") != std::string_view::npos &&
         text.find_first_not_of("0123456789.-") == std::string_view::npos;
}

std::string cell_of(std::string_view text) {
  std::string safe;
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos && !is_number(text)) {
    safe += '\'';
  }
  safe += text;
  if (safe.find_first_of(",\"\r\n") == std::string::npos) {
    return safe;
  }
  std::string quoted = "\"";
  for (const char c : safe) {
    quoted += c;
    if (c == '"') {
      quoted += c;
    }
  }
  return quoted + "\"";
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const auto& cell : cells) {
    row += (&cell == &cells.front() ? "" : ",") + cell_of(cell);
  }
  return row + "\n";
}

}  // namespace hisalary::output
