// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "row.hpp"

namespace hisalary::batch {

/// Reads plain NDJSON rows: one flat object of keys and texts in ASCII without escapes, ordinary numbers, true, false and null, any key
/// order, blanks anywhere. It gives up on everything else, valid or not; judge.hpp decides then. Remembers the shape of the row before,
/// since rows of one file mostly share it.
class Scanner {
 public:
  /// `keep`: keys whose values are handed back. With `refuse_unknown`, rows with other keys are not plain.
  Scanner(const std::vector<std::string>& keep, bool refuse_unknown) : keep_(keep), refuse_unknown_(refuse_unknown) {}

  /// Fills `row` with views into the line, and says whether the line is plain. `padding` bytes after it must be readable.
  [[nodiscard]] bool scan(std::string_view line, Row& row);

 private:
  static constexpr std::size_t nothing = 99;
  static constexpr std::size_t most_members = 48;
  static constexpr std::size_t most_keys = 64;
  static constexpr std::size_t most_forms = 6;

  /// A member of the object as it stood in an earlier row: the bytes from the end of the value before to the start of its own.
  struct Member {
    std::string prefix;
    std::uint64_t key = 0;  ///< one bit, the same for the same key everywhere: a bit twice in a row is a key twice
    std::size_t field = nothing;
    std::size_t keep = nothing;
  };

  [[nodiscard]] const Member* known(std::size_t index, const char* at, const char* end) const;
  [[nodiscard]] const Member* learn(std::size_t index, const char* at, const char* end);
  [[nodiscard]] const char* value(const char* at, const char* end, const Member& member, Row& row) const;
  [[nodiscard]] std::uint64_t bit_of(const std::string& key);

  std::vector<std::string> keep_;
  bool refuse_unknown_;
  std::vector<std::string> keys_;           ///< all keys met
  std::vector<std::vector<Member>> forms_;  ///< by place in the row: the members met there, newest last
};

}  // namespace hisalary::batch
