// SPDX-License-Identifier: MIT
#include "csv.hpp"

namespace hisalary {
namespace {

bool is_number(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos &&
         text.find_first_not_of("0123456789.-") == std::string_view::npos;
}

}  // namespace

bool is_formula(std::string_view text) { return !text.empty() && starts_formula(text[0]) && !is_number(text); }

void append_safe_cell(std::string& out, std::string_view text, char delimiter) {
  if (is_formula(text)) {
    append_cell(out, "'" + std::string(text), delimiter);
  } else {
    append_cell(out, text, delimiter);
  }
}

}  // namespace hisalary
