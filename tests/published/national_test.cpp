// SPDX-License-Identifier: MIT
// National figures against BLS's own workbook of May 2025 (national_2025.csv, made from national_M2025_dl.xlsx and not
// from data/).
#include <cmath>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "../support/table.hpp"
#include "data/tables.hpp"

namespace hisalary::test {
namespace {

const NationWage& nation_row(Text soc, std::int32_t release) {
  for (const auto& row : tables().nation_wages) {
    if (row.soc == soc && row.release == release) {
      return row;
    }
  }
  FAIL("no row for " << soc << " in May " << release);
  throw std::logic_error("not reached");
}

TEST_CASE("May 2025: the model gives the nation's percentiles to the dollar") {
  const Table published = read_table("national_2025.csv");
  CHECK(published.size() == 11);
  const Model model(Dataset::builtin());
  for (const auto& row : published) {
    INFO(row.at("soc") << " " << row.at("title"));
    const Estimate answer = explain::estimate(model.pricer(), as_published(row.at("soc")));
    CHECK(answer.as_of == "release 2025-05");
    for (std::size_t i = 0; i < percentile_columns.size(); ++i) {
      CHECK(std::to_string(std::llround(answer.pay.dollars[i])) == row.find(percentile_columns[i])->second);
    }
    CHECK(std::to_string(answer.market.employment.amount) == row.at("employment"));
  }
}

TEST_CASE("May 2025: titles, employment, means and relative standard errors") {
  for (const auto& row : read_table("national_2025.csv")) {
    INFO(row.at("soc"));
    const NationWage& ours = nation_row(row.at("soc"), 2025);
    CHECK(occupation(row.at("soc")).title == row.at("title"));
    CHECK(text_of(ours.employment) == row.at("employment"));
    CHECK(text_of(ours.mean) == row.at("a_mean"));
    CHECK(ours.employment_rse == std::stod(row.at("emp_prse")));
    CHECK(ours.mean_rse == std::stod(row.at("mean_prse")));
    // BLS: the annual mean is the hourly mean times 2,080, rounded to ten dollars.
    CHECK(std::stod(row.at("h_mean")) * hours_a_year == Approx(ours.mean.amount).margin(16));
  }
}

/// Figures of other years, typed from the publications named beside them.
struct Cell {
  const char* soc;
  int release;
  const char* what;
  const char* figure;
};

const Cell cells[] = {
    // BLS, Occupational Employment and Wages, May 2019, profile of 29-1141 (bls.gov/oes/2019/may/oes291141.htm).
    {"29-1141", 2019, "employment", "2982280"},
    {"29-1141", 2019, "mean", "77460"},
    {"29-1141", 2019, "p10", "52080"},
    {"29-1141", 2019, "p25", "60110"},
    {"29-1141", 2019, "p50", "73300"},
    {"29-1141", 2019, "p75", "90760"},
    {"29-1141", 2019, "p90", "111220"},
    // BLS, Occupational Employment and Wages, May 2019, profile of 11-9111 (bls.gov/oes/2019/may/oes119111.htm).
    {"11-9111", 2019, "employment", "394910"},
    {"11-9111", 2019, "mean", "115160"},
    {"11-9111", 2019, "p10", "58820"},
    {"11-9111", 2019, "p25", "76770"},
    {"11-9111", 2019, "p50", "100980"},
    {"11-9111", 2019, "p75", "133520"},
    {"11-9111", 2019, "p90", "189000"},
    // BLS, Occupational Outlook Handbook, medical and health services managers, editions of 2020, 2022 and 2023.
    {"11-9111", 2020, "p50", "104280"},
    {"11-9111", 2022, "p50", "104830"},
    {"11-9111", 2023, "p50", "110680"},
    // BLS figures of May 2022 for 11-9111 as printed by allalliedhealthschools.com.
    {"11-9111", 2022, "p10", "64100"},
    {"11-9111", 2022, "p25", "81430"},
    {"11-9111", 2022, "p75", "143200"},
    {"11-9111", 2022, "p90", "209990"},
    // The same month's mean, as printed by healthguideusa.org.
    {"11-9111", 2022, "mean", "127980"},
    // BLS, Occupational Outlook Handbook, computer and information systems managers, edition of 2022; May 2023 as
    // printed by Becker's.
    {"11-3021", 2022, "p50", "164070"},
    {"11-3021", 2023, "p50", "169510"},
    // BLS figures of May 2023 for 29-1141 as printed by nursing.uworld.com.
    {"29-1141", 2023, "p50", "86070"},
    {"29-1141", 2023, "mean", "94480"},
    // BLS, Occupational Outlook Handbook, medical records and health information specialists, edition of 2020.
    {"29-2098", 2020, "p50", "44090"},
    {"29-2098", 2020, "mean", "48270"},
    // BLS figures of May 2014 for 29-2071 as printed by alliedhealthworld.com.
    {"29-2071", 2014, "p10", "23340"},
    {"29-2071", 2014, "p90", "59160"},
    // May 2018 mean and later p90 of 29-2071, printed as current by the technician salary guides.
    {"29-2071", 2018, "mean", "44010"},
    {"29-2071", 2017, "p90", "64610"},
    {"29-2071", 2018, "p90", "66260"},
    // The health information specialist and career guides' figures, traced to their years.
    {"29-9021", 2022, "p50", "58250"},
    {"29-9021", 2023, "p50", "62990"},
    {"29-9021", 2023, "p10", "38310"},
    {"29-9021", 2023, "p90", "107650"},
    {"29-9021", 2024, "p50", "67310"},
    {"29-9021", 2024, "p90", "112130"},
    {"29-2072", 2024, "p50", "50250"},
    {"11-9111", 2024, "p75", "162420"},
    // BLS figures of May 2023 for 29-2072 as printed by americandreamjobs.org, and of 15-2051 by
    // collegetuitiondata.com.
    {"29-2072", 2023, "p10", "35080"},
    {"29-2072", 2023, "p50", "48780"},
    {"29-2072", 2023, "p90", "77810"},
    {"15-2051", 2023, "p50", "108020"},
    {"15-2051", 2023, "employment", "192710"},
    // BLS figure of May 2021 for 15-2051 as printed by Becker's.
    {"15-2051", 2021, "mean", "108660"},
};

TEST_CASE("figures of other years, typed from what was published") {
  CHECK(std::size(cells) >= 45);
  for (const auto& cell : cells) {
    const NationWage& ours = nation_row(cell.soc, cell.release);
    INFO(cell.soc << " May " << cell.release << " " << cell.what);
    const std::string_view what = cell.what;
    if (what == "employment") {
      CHECK(text_of(ours.employment) == cell.figure);
    } else if (what == "mean") {
      CHECK(text_of(ours.mean) == cell.figure);
    } else {
      const auto it = std::ranges::find(percentile_columns, what);
      REQUIRE(it != percentile_columns.end());
      CHECK(text_of(ours.pay[static_cast<std::size_t>(it - percentile_columns.begin())]) == cell.figure);
    }
  }
}

TEST_CASE("an old release is answered with its own median") {
  for (const auto& cell : cells) {
    if (std::string_view(cell.what) == "p50") {
      Facts profile = whole(cell.soc);
      profile.release = cell.release;
      INFO(cell.soc << " May " << cell.release);
      CHECK(std::to_string(std::llround(test::answer(profile).pay.p50())) == cell.figure);
    }
  }
}

}  // namespace
}  // namespace hisalary::test
