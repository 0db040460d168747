// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "row.hpp"

namespace hisalary::batch {

/// One cell of a CSV record: its text, and its bytes as they stood in the input.
struct Cell {
  std::string_view text;
  std::string_view raw;
};

/// Splits CSV records (RFC 4180) into cells.
class Cells {
 public:
  explicit Cells(char delimiter) : delimiter_(delimiter) {}

  /// Takes the record at the front of `rest`, and its line end. Cells live until the next call. False when the record
  /// is malformed (text behind a closing quote); it is taken all the same.
  [[nodiscard]] bool take(std::string_view& rest);

  [[nodiscard]] const std::vector<Cell>& cells() const noexcept { return cells_; }

 private:
  bool take_quoted(const char*& at, const char* end);
  void take_plain(const char*& at, const char* end);

  char delimiter_;
  std::vector<Cell> cells_;
  std::deque<std::string> texts_;
};

/// Whether bytes are well-formed UTF-8.
[[nodiscard]] bool is_utf8(std::string_view bytes);

}  // namespace hisalary::batch
