// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace hisalary {

/// Text from outside, safe to print: control characters, direction marks and broken UTF-8 shown as \xNN.
[[nodiscard]] std::string printable(std::string_view text);

/// Whether printable() leaves a text as it is.
[[nodiscard]] bool is_printable(std::string_view text);

/// A person's text for a message: control characters and broken UTF-8 shown as \xNN, cut after 60 characters, in
/// quotes.
[[nodiscard]] std::string shown(std::string_view text);

/// Lower-case letters and digits only, for comparing names that people spell freely (CCS-P, ccs p, CCSP). Other ASCII,
/// curly quotes and long dashes fall away; what else is no ASCII stays, and so equals no name.
[[nodiscard]] std::string bare(std::string_view text);

/// Letters with the accents of place names without them (Mayagüez: Mayaguez); all else as it is.
[[nodiscard]] std::string unaccented(std::string_view text);

/// Lower-case words with one space between; letters with the accents of place names lose them (Mayagüez: mayaguez).
[[nodiscard]] std::string plain(std::string_view text);

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Whether a text is digits alone, one at least.
[[nodiscard]] constexpr bool is_digits(std::string_view text) noexcept {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// Without spaces at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// "a, b or c" for a message; at most `most`, then "...".
[[nodiscard]] std::string alternatives(const std::vector<std::string>& all, std::size_t most = 8);

/// The hint for a word that is not among the known ones: the nearest, or the only one that begins like it, or what to
/// list.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known,
                                       const std::string& otherwise);

}  // namespace hisalary
