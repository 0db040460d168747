// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advise/career.hpp"
#include "result.hpp"

namespace hisalary::output {

struct CareerView {
  const Dataset& dataset;
  const Facts& person;
  const advise::Career& career;
  const std::optional<advise::Path>& path;
  const std::vector<std::string>& notes;  ///< what was taken for what
  Money money{Period::Year};
};

/// One year of a career in units of pay: whole dollars a year, or cents an hour.
struct CareerRow {
  double years = 0;
  std::size_t step = 0;  ///< of Career::begins
  std::int64_t p25 = 0;
  std::int64_t p50 = 0;
  std::int64_t p75 = 0;
  std::optional<std::int64_t> raise;    ///< of the median over the year before; absent in the first
  std::int64_t earned = 0;              ///< dollars: the medians of all years before this one
  std::optional<double> raise_percent;  ///< one decimal
  Percentiles pay;                      ///< unrounded, a year
};

/// Sums of a career in dollars: each year but the last at p25, at p50 and at p75.
struct CareerSum {
  std::int64_t p25 = 0;
  std::int64_t p50 = 0;
  std::int64_t p75 = 0;
};

[[nodiscard]] std::vector<CareerRow> career_rows(const std::vector<advise::CareerYear>& years,
                                                 const Money& money = Money(Period::Year));
[[nodiscard]] CareerSum career_sum(const std::vector<CareerRow>& rows);

/// Whether a year stands in a short table: the first ones, every fifth, the last, and where a step begins.
[[nodiscard]] bool in_short_table(const std::vector<CareerRow>& rows, std::size_t i);

/// What the answer rests on, in the order to say it. `screen` spells options; where there is none, none is named.
[[nodiscard]] std::vector<std::string> career_caveats(const CareerView& view, const Screen& screen);

/// hisalary/career/1, see data/schema/career.schema.json; in CSV one row a year, staying and then along the path; in
/// text a chart, a table of some years, and what is earned in all.
[[nodiscard]] Result career(const CareerView& view, const Screen& screen);

}  // namespace hisalary::output
