// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hisalary {

/// Lower-case ASCII letters; every other byte stays as it is. The same in every locale.
[[nodiscard]] std::string lower(std::string_view text);

/// A word of at most 64 bytes, prepared for its distance to many others: single-letter edits (insert, delete, replace,
/// swap neighbors; optimal string alignment), case aside. Bit-parallel after Hyyrö, "A bit-vector algorithm for
/// computing Levenshtein and Damerau edit distances" (2003): a step a letter of the other word.
class Spelling {
 public:
  /// Longer words are cut.
  explicit Spelling(std::string_view word);

  [[nodiscard]] std::size_t distance(std::string_view other) const;

  /// Which letters the word has, other bytes sharing the last bits. Two words whose sets differ in n letters are at
  /// least n / 2 edits apart.
  [[nodiscard]] std::uint32_t letters() const { return letters_; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::array<std::uint64_t, 256> positions_{};  // bit i of a letter: it is the word's letter i
  std::uint32_t letters_ = 0;
  std::size_t size_ = 0;
};

/// Bit set of the letters of a word, case aside; other bytes share the bits above the 26.
[[nodiscard]] std::uint32_t letters_of(std::string_view word);

/// Distance of two words, the first of at most 64 bytes; case aside.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word nearest to `word`, case aside; empty when none is near (more than a third of its letters, and at
/// least two, differ; one of a word of three or fewer), or when the word is longer than 64 bytes.
[[nodiscard]] std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace hisalary
