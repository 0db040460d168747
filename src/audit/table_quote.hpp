// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/tables.hpp"
#include "figures.hpp"

namespace hisalary::audit {

/// What BLS's own table says beside a figure that quotes it.
struct TableQuote {
  double published = 0;  ///< of the figure's year; without a year the nearest of all releases
  bool same = false;     ///< the figure is BLS's
  std::string words;     ///< which of the two is right, and where the printed one comes from
  std::vector<Fact> facts;
};

/// Whether a statistic is a column of BLS's national tables: mean, median, or p10 to p90.
[[nodiscard]] bool is_quoted(Text statistic);

/// The figure beside the national table of an occupation, current or retired. Absent when that table is not here.
[[nodiscard]] std::optional<TableQuote> find_quote(const Tables& tables, std::string_view soc,
                                                   const PublishedFigure& figure);

}  // namespace hisalary::audit
