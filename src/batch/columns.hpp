// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "data/tables.hpp"
#include "options.hpp"

namespace hisalary::batch {

/// What the columns of CSV input are: a fact, a value to hand back, both or nothing.
struct Columns {
  static constexpr std::size_t nothing = 99;
  std::vector<std::size_t> facts;
  std::vector<std::size_t> keeps;
  std::string told;  ///< which heading was taken for what; empty when every one is a fact's own name

  /// Whether people wrote the heading, who may have left empty rows and totals below their list.
  [[nodiscard]] bool is_sheet() const noexcept { return !told.empty(); }
};

/// What divides the cells of a heading: of a comma, a semicolon, a tab and a bar the first with which most columns are
/// known.
[[nodiscard]] char find_delimiter(const std::string& heading, const Options& options, const Tables& tables);

/// Reads a CSV heading: columns go by the names of the facts, by what people write over them (data/headings.json), or
/// as the options map them. Throws Error Usage when it cannot be used: no column is known, one appears twice, one to
/// keep or to map is not there, or an unknown one is refused.
[[nodiscard]] Columns read_heading(const std::string& heading, const Options& options, const Tables& tables);

}  // namespace hisalary::batch
