// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hisalary::import {

/// A row of the sheet with the wages: texts by the name of their column. A blank cell is absent.
struct SheetRow {
  std::size_t number = 0;
  std::map<std::string, std::string, std::less<>> cells;

  [[nodiscard]] std::string_view at(std::string_view column) const {
    const auto it = cells.find(column);
    return it == cells.end() ? std::string_view() : std::string_view(it->second);
  }
};

/// One of BLS's workbooks of wages, as downloaded.
struct Workbook {
  std::string name;       ///< of the file
  std::int32_t year = 0;  ///< of the May survey, as its sheets say; the file's name does not count
  std::vector<SheetRow> rows;
};

/// Reads the rows whose occupation is wanted. Columns are found by name, in any order. Throws Error: Io; BadData when
/// the file is no workbook or is damaged, when a column is missing or there twice, when its sheets name no year or
/// several.
[[nodiscard]] Workbook read_workbook(const std::filesystem::path& path,
                                     const std::function<bool(std::string_view)>& wanted);

}  // namespace hisalary::import
