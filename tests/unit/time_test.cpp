// SPDX-License-Identifier: MIT
#include "model/time.hpp"

#include <cmath>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"

namespace hisalary::model {
namespace {

using test::occupation;
using test::tables;

double factor(Text soc, Quarter at) { return std::exp(Clock(tables()).log_factor(occupation(soc), at)); }

/// The national median of a May, and how it compares with May 2025.
double median(Text soc, int year) {
  for (const auto& row : tables().nation_wages) {
    if (row.soc == soc && row.release == year && row.pay[2].known()) {
      return row.pay[2].amount;
    }
  }
  return 0;
}

TEST_CASE("quarters are read strictly") {
  struct Case {
    const char* text;
    std::optional<Quarter> quarter;
  };
  const Case cases[] = {
      {"2025Q2", Quarter(2025, 2)},
      {"2025q2", Quarter(2025, 2)},
      {"2025-05", Quarter(2025, 2)},
      {"2025-01", Quarter(2025, 1)},
      {"2025-03", Quarter(2025, 1)},
      {"2025-04", Quarter(2025, 2)},
      {"2025-12", Quarter(2025, 4)},
      {"1999Q4", Quarter(1999, 4)},
      {"", {}},
      {"2025", {}},
      {"2025Q0", {}},
      {"2025Q5", {}},
      {"2025-00", {}},
      {"2025-13", {}},
      {"2025-5", {}},
      {"2025-005", {}},
      {"0025Q1", {}},
      {"25Q1", {}},
      {"2025Q2 ", {}},
      {" 2025Q2", {}},
      {"2025/05", {}},
      {"2025Q02", {}},
      {"20x5Q2", {}},
      {"-2025Q2", {}},
      {"2025--5", {}},
      {"2025-+5", {}},
      {"2025Q-1", {}},
      {"Q2 2025", {}},
      {"may 25", {}},
      {"2025-5a", {}},
      {"99999Q1", {}},
      {"2025-05-01", {}},
  };
  for (const auto& one : cases) {
    INFO(one.text);
    CHECK(parse_quarter(one.text) == one.quarter);
  }
}

TEST_CASE("quarters count") {
  CHECK(Quarter(2025, 4) + 1 == Quarter(2026, 1));
  CHECK(Quarter(2025, 1) + -1 == Quarter(2024, 4));
  CHECK(Quarter(2026, 1) - Quarter(2025, 2) == 3);
  CHECK(Quarter(2025, 3).year() == 2025);
  CHECK(Quarter(2025, 3).quarter() == 3);
}

TEST_CASE("the release is of 2025Q2, and the index of hospital wages goes on to 2026Q1") {
  const Clock clock(tables());
  CHECK(clock.release() == Quarter(2025, 2));
  CHECK(clock.newest() == Quarter(2026, 1));
  CHECK(clock.history_begins() == Quarter(2014, 2));
  CHECK(clock.earliest() == Quarter(2009, 2));
  CHECK(clock.latest() == Quarter(2031, 1));
}

TEST_CASE("after the release, the published quarterly changes are chained: .6, .9 and .6 percent") {
  for (const Text soc : {"29-2072", "29-9021", "11-9111"}) {
    CHECK(factor(soc, Quarter(2025, 2)) == 1);
    CHECK(factor(soc, Quarter(2025, 3)) == Approx(1.006).epsilon(1e-9));
    CHECK(factor(soc, Quarter(2025, 4)) == Approx(1.006 * 1.009).epsilon(1e-9));
    CHECK(factor(soc, Quarter(2026, 1)) == Approx(1.006 * 1.009 * 1.006).epsilon(1e-9));
  }
}

TEST_CASE("past the index the growth of its last four quarters goes on") {
  const double last_year = 1.011 * 1.006 * 1.009 * 1.006;  // 2025Q2 to 2026Q1
  const double newest = 1.006 * 1.009 * 1.006;
  CHECK(factor("29-2072", Quarter(2027, 1)) == Approx(newest * last_year).epsilon(1e-9));
  CHECK(factor("29-2072", Quarter(2026, 3)) == Approx(newest * std::sqrt(last_year)).epsilon(1e-9));
}

TEST_CASE("before the release, each May is the occupation's own national median where its code has one") {
  int checked = 0;
  for (const auto& row : tables().nation_wages) {
    // Codes with a May 2025 median; gaps in a code's own history are bridged, not invented, so its own Mays stay exact.
    const double today = median(row.soc, 2025);
    if (today == 0 || !row.pay[2].known()) {
      continue;
    }
    INFO(row.soc << " May " << row.release);
    CHECK(factor(row.soc, Quarter(row.release, 2)) * today == Approx(row.pay[2].amount).epsilon(1e-9));
    ++checked;
  }
  CHECK(checked > 70);
  CHECK(factor("29-9021", Quarter(2022, 2)) * 68020 == Approx(58250));
  CHECK(factor("29-2072", Quarter(2024, 2)) * 51140 == Approx(50250));
}

TEST_CASE("between two Mays the history is a straight line in logarithms") {
  const double may_2023 = std::log(factor("29-9021", Quarter(2023, 2)));
  const double may_2024 = std::log(factor("29-9021", Quarter(2024, 2)));
  CHECK(std::log(factor("29-9021", Quarter(2023, 3))) == Approx(.75 * may_2023 + .25 * may_2024));
  CHECK(std::log(factor("29-9021", Quarter(2024, 1))) == Approx(.25 * may_2023 + .75 * may_2024));
}

TEST_CASE("before a code existed, the medians of the code that it replaced serve") {
  const auto growth = [](Text soc, int from) {
    return factor(soc, Quarter(from + 1, 2)) / factor(soc, Quarter(from, 2));
  };
  CHECK(growth("29-2072", 2017) == Approx(40350.0 / 39180));  // 29-2071
  CHECK(growth("29-2072", 2019) == Approx(44090.0 / 42630));  // 29-2098
  CHECK(growth("29-9021", 2019) == Approx(51840.0 / 49850));  // 29-9098
  // Across a change of codes the published medians of both stand.
  CHECK(growth("29-2072", 2020) == Approx(46660.0 / 44090));
  CHECK(growth("29-2072", 2018) == Approx(42630.0 / 40350));
  CHECK(factor("29-2072", Quarter(2018, 2)) < factor("29-2072", Quarter(2021, 2)));
}

TEST_CASE("before the history begins, its first year's growth goes on backward") {
  const double first = factor("11-9111", Quarter(2015, 2)) / factor("11-9111", Quarter(2014, 2));
  CHECK(factor("11-9111", Quarter(2014, 2)) / factor("11-9111", Quarter(2013, 2)) == Approx(first));
  CHECK(factor("11-9111", Quarter(2014, 2)) / factor("11-9111", Quarter(2009, 2)) == Approx(std::pow(first, 5)));
}

}  // namespace
}  // namespace hisalary::model
