// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "hisalary/error.hpp"
#include "hisalary/estimate.hpp"

namespace hisalary::advise {

/// The parts of a text between separators, trimmed; an empty part stays, for the caller to refuse.
[[nodiscard]] inline std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.emplace_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) {
      return parts;
    }
    text.remove_prefix(end + 1);
  }
}

/// A whole number from `low` to `high`. Throws Error Usage at `option`; `what` names the number in its message.
[[nodiscard]] inline int whole_number(std::string_view text, int low, int high, const char* option,
                                      const std::string& what) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high) {
    throw Error(ErrorCode::Usage, shown(text) + " is not a valid " + what,
                "allowed: a whole number from " + std::to_string(low) + " to " + std::to_string(high), option);
  }
  return value;
}

/// Adds what is not there yet, in order.
template <class T> void add_new(std::vector<T>& all, const std::vector<T>& more) {
  for (const auto& one : more) {
    if (std::ranges::find(all, one) == all.end()) {
      all.push_back(one);
    }
  }
}

}  // namespace hisalary::advise
