// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hisalary {

/// A word of a place name in lower-case letters and digits, without accents, periods and apostrophes; saint is st,
/// sainte ste, fort ft, mount mt, & is and. `before` is the mark that divides it from the word before: a comma, a
/// slash, a hyphen, or a space for all else.
struct PlaceWord {
  std::string letters;
  char before = ' ';
};

/// The words of a name. Bytes that are no letter of an American place name divide words.
[[nodiscard]] std::vector<PlaceWord> place_words(std::string_view text);

/// The words of a name run together ("St. Louis", "Saint Louis" and "St.Louis" are stlouis): two spellings of a name
/// are the same when their keys are.
[[nodiscard]] std::string place_key(std::string_view text);

/// Writes the key into `out`, whose memory is kept from call to call.
void place_key(std::string_view text, std::string& out);

}  // namespace hisalary
