// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "row.hpp"

namespace hisalary::batch {

/// Reads plain NDJSON rows: one flat object of keys and texts, ordinary numbers, true, false and null, any key order,
/// blanks anywhere. Scorer are in ASCII without escapes. It gives up on everything else, valid or not; judge.hpp
/// decides then. Remembers the shape of the row before, since rows of one file mostly share it.
class Scanner {
 public:
  /// `keep`: keys whose values are handed back. With `refuse_unknown`, rows with other keys are not plain.
  Scanner(std::vector<std::string> keep, bool refuse_unknown)
      : keep_(std::move(keep)), refuse_unknown_(refuse_unknown) {}
  Scanner(const Scanner&) = delete;
  Scanner(Scanner&&) = delete;
  Scanner& operator=(const Scanner&) = delete;
  Scanner& operator=(Scanner&&) = delete;
  ~Scanner() = default;

  /// Reads the row that begins at `at`: fills `row` with views into it and gives its end, a line feed or `end`. Null
  /// when it is not plain. `padding` bytes of zero follow `end`.
  [[nodiscard]] const char* scan(const char* at, const char* end, Row& row);

 private:
  static constexpr std::size_t most_members = 48;
  static constexpr std::size_t most_other_keys = 64 - Row::nowhere;
  static constexpr std::size_t most_forms = 16;

  /// A member of the object as it stood in an earlier row.
  struct Member {
    std::array<std::uint64_t, 2> head{};  ///< the first sixteen bytes of the prefix
    std::array<std::uint64_t, 2> mask{};  ///< those of them that count
    std::uint64_t bits =
        0;  ///< of the places of its value in a row, or of a key that has none: a bit seen twice is a key twice
    std::size_t field = Row::nowhere;
    std::size_t kept = Row::nowhere;
    bool opened = false;  ///< the value is a text, and the prefix ends with its opening quote
    bool takes_text = true;
    bool takes_number = true;
    std::string prefix;  ///< the bytes from the end of the value before to the start of its own

    /// Whether the text begins with the head. `padding` bytes after the text must be readable. Neither a line end nor a
    /// zero is like a byte of a prefix, so that sixteen bytes are compared without a look at the end.
    [[nodiscard]] bool head_begins(const char* at) const {
      std::array<std::uint64_t, 2> words{};
      std::memcpy(words.data(), at, sizeof words);
      return (((words[0] ^ head[0]) & mask[0]) | ((words[1] ^ head[1]) & mask[1])) == 0;
    }
    [[nodiscard]] bool is_short() const { return prefix.size() <= sizeof head; }
    [[nodiscard]] bool begins(const char* at, const char* end) const {
      return head_begins(at) && (is_short() || std::string_view(at, end).starts_with(prefix)) &&
             (opened || at[prefix.size()] != '"');
    }
  };

  [[nodiscard]] static const char* end_of_row(const char* at, const char* end);
  [[nodiscard]] const Member* other_member(std::size_t index, const char* at, const char* end);
  [[nodiscard]] const Member* learn(std::size_t index, const char* at, const char* end);
  [[nodiscard]] static const char* other_value(const char* at, const char* end, const Member& member, Row& row,
                                               std::uint64_t& absent);
  [[nodiscard]] std::uint64_t bit_of_other(const std::string& key);

  std::vector<std::string> keep_;
  bool refuse_unknown_;
  std::vector<std::string> other_keys_;                  ///< keys met that are neither facts nor handed back
  std::array<std::vector<Member>, most_members> forms_;  ///< by place in the row: the members met there, newest last
  std::array<const Member*, most_members + 1>
      usual_{};  ///< the one of each place that came last, when it is short; null otherwise
};

}  // namespace hisalary::batch
