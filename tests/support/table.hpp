// SPDX-License-Identifier: MIT
#pragma once

/// The tables of tests/published: comma-separated, '#' lines are comments, the first other line is the heading.

#include <array>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "data/tables.hpp"

namespace hisalary::test {

using Table = std::vector<std::map<std::string, std::string, std::less<>>>;

inline constexpr std::array<std::string_view, 5> percentile_columns{"p10", "p25", "p50", "p75", "p90"};

inline std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

inline Table read_table(const std::string& name) {
  std::ifstream in(std::string(HISALARY_SOURCE_DIR) + "/tests/published/" + name);
  REQUIRE(in);
  Table table;
  std::vector<std::string> heading;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') {
      continue;
    }
    const auto cells = cells_of(line);
    if (heading.empty()) {
      heading = cells;
      continue;
    }
    REQUIRE(cells.size() == heading.size());
    auto& row = table.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      row.emplace(heading[i], cells[i]);
    }
  }
  return table;
}

/// A figure as the workbook prints it: the number, or BLS's mark.
inline std::string text_of(const Published& value) {
  switch (value.mark) {
    case Published::Mark::Value: return std::to_string(value.amount);
    case Published::Mark::NotAvailable: return "*";
    case Published::Mark::EmploymentNotAvailable: return "**";
    case Published::Mark::TopCoded: return "#";
    default: return "";
  }
}

}  // namespace hisalary::test
