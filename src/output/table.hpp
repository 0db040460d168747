// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "value.hpp"

namespace hisalary::output {

enum class Align : std::uint8_t { Left, Right };

/// One column of a table: which value of a record it shows, and on which screens.
struct Column {
  Column(const char* path_of_value) : path(path_of_value) {}
  Column(std::string path_of_value, std::string words = {}, Align side = Align::Left)
      : path(std::move(path_of_value)), heading(std::move(words)), align(side) {}

  std::string path;     ///< of the value in a record: "label", "cost.renewal"
  std::string heading;  ///< what people read; in CSV, where empty, the path
  Align align = Align::Left;
  std::size_t narrowest = 0;  ///< screen with this column
  std::size_t widest = std::numeric_limits<std::size_t>::max();
  std::string missing = {};  ///< what stands for nothing

  /// On screens of so many columns and more, or of at most so many.
  [[nodiscard]] Column from(std::size_t columns) const;
  [[nodiscard]] Column up_to(std::size_t columns) const;
  /// With a text in place of nothing.
  [[nodiscard]] Column or_else(std::string words) const;
};

[[nodiscard]] inline Column left(std::string path, std::string heading) {
  return {std::move(path), std::move(heading)};
}
[[nodiscard]] inline Column right(std::string path, std::string heading) {
  return {std::move(path), std::move(heading), Align::Right};
}

/// What a table does on a screen that is too narrow for it.
enum class Narrow : std::uint8_t {
  Wrap,           ///< its widest columns give way
  BlocksIfSmall,  ///< below 60 columns, if much would have to give way, a block a record
  Cut,            ///< its widest columns are cut, so that a record is one line
};

/// Records (objects) and the columns to show of them.
struct Table {
  std::vector<Column> columns;
  Values records;
  Narrow narrow = Narrow::Wrap;
};

/// The cells of a table for a screen of some width, the headings first, and where each column is set.
struct Grid {
  std::vector<std::vector<std::string>> rows;
  std::vector<Align> align;
  std::vector<bool> heads;  ///< rows that head those below them
};
[[nodiscard]] Grid grid_of(const Table& table, std::size_t width);

/// RFC 4180 with a heading; lines end in a line feed, as other tools of a pipe expect.
[[nodiscard]] std::string csv(const Table& table);

}  // namespace hisalary::output
