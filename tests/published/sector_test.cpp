// SPDX-License-Identifier: MIT
// Sector figures against BLS's own workbook of May 2024 (sector_2024.csv, made from natsector_M2024_dl.xlsx and not
// from data/).

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "../support/table.hpp"
#include "data/tables.hpp"

namespace hisalary::test {
namespace {

const IndustryWage& industry(const std::string& naics, Text soc) {
  for (const auto& row : tables().industry_wages) {
    if (row.release == 2024 && row.soc == soc && row.naics == naics) {
      return row;
    }
  }
  FAIL("no row for " << soc << " in " << naics);
  throw std::logic_error("not reached");
}

std::string error_text(const std::string& printed, const std::optional<double>& ours) {
  return ours ? (*ours == std::stod(printed) ? printed : std::to_string(*ours))
              : (printed.find('*') != std::string::npos ? printed : "");
}

TEST_CASE("May 2024: every sector row of the workbook, marks too") {
  const Table published = read_table("sector_2024.csv");
  CHECK(published.size() > 55);
  int marks = 0;
  for (const auto& row : published) {
    const IndustryWage& ours = industry(row.at("naics"), row.at("soc"));
    INFO(row.at("soc") << " in " << row.at("naics") << " " << row.at("naics_title"));
    CHECK(text_of(ours.employment) == row.at("employment"));
    CHECK(text_of(ours.mean) == row.at("a_mean"));
    CHECK(error_text(row.at("emp_prse"), ours.employment_rse) == row.at("emp_prse"));
    CHECK(error_text(row.at("mean_prse"), ours.mean_rse) == row.at("mean_prse"));
    for (std::size_t i = 0; i < percentile_columns.size(); ++i) {
      CHECK(text_of(ours.pay[i]) == row.find(percentile_columns[i])->second);
      marks += ours.pay[i].known() ? 0 : 1;
    }
  }
  CHECK(marks > 0);
}

}  // namespace
}  // namespace hisalary::test
