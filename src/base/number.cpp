// SPDX-License-Identifier: MIT
#include "number.hpp"

#include <algorithm>

namespace hisalary {

std::optional<double> read_decimal(std::string_view text) {
  constexpr std::size_t group = 3;
  const std::size_t whole = std::min(text.find('.'), text.size());
  const std::size_t first_comma = text.find(',');
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool at_comma = i < whole && (whole - i) % (group + 1) == 0 && first_comma <= i;
    if (at_comma != (text[i] == ',')) {
      return std::nullopt;  // a comma where none belongs, or none between two groups when others have theirs
    }
    if (text[i] != ',') {
      plain += text[i];
    }
  }
  const bool long_first = first_comma < text.size() && first_comma > group;
  if (first_comma == 0 || long_first || plain.empty() || plain.find_first_not_of("0123456789.") != std::string::npos) {
    return std::nullopt;
  }
  double value = 0;
  const char* const last = plain.data() + plain.size();
  const auto [end, error] = std::from_chars(plain.data(), last, value, std::chars_format::fixed);
  return error == std::errc{} && end == last ? std::optional(value) : std::nullopt;
}

}  // namespace hisalary
