// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/padded.hpp"
#include "columns.hpp"
#include "ndjson.hpp"
#include "row.hpp"

namespace hisalary::batch {

/// One cell of a CSV record: what it says, and its bytes as they stood in the input.
struct Cell {
  PaddedText text;
  PaddedText raw;
};

/// Where a cell ends.
struct CellEnd {
  const char* at = nullptr;               ///< the delimiter, or the line feed of the record
  Fault::Kind fault = Fault::Kind::None;  ///< OpenCell or CarriageReturn
};

/// Reads the cell at `at` in a text whose last byte is a line feed (RFC 4180; a quote counts at the start of a cell
/// only). Doubled quotes are resolved in `texts`.
[[nodiscard]] CellEnd read_cell(PaddedText block, const char* at, char delimiter, Cell& cell, PaddedArena& texts);

/// Reads CSV records under a heading. One for each thread.
class CsvReader {
 public:
  /// `columns` must outlive it.
  CsvReader(const Columns& columns, char delimiter)
      : columns_(columns), delimiter_(delimiter), blank_{' ', '\t', '"', '\r', '\n', delimiter} {}

  /// Reads the record at `at`, a place in `block`, whose last byte is a line feed, and moves `at` behind the record's
  /// own. As NdjsonReader does.
  [[nodiscard]] Line read(PaddedText block, const char*& at, Row& row, PaddedArena& texts);

  /// What is wrong with the record just read.
  [[nodiscard]] const Fault& fault() const noexcept { return fault_; }

 private:
  [[nodiscard]] bool is_empty(std::string_view cell) const;
  void put(Row& row, std::size_t column, const Cell& cell) const;

  const Columns& columns_;
  char delimiter_;
  std::string blank_;  ///< what a row of empty cells is made of
  Fault fault_;
};

}  // namespace hisalary::batch
