// SPDX-License-Identifier: MIT
#include "model/place.hpp"

#include <cmath>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"

namespace hisalary::model {
namespace {

using test::area;
using test::occupation;
using test::tables;

double dollars(const Cell& cell, std::size_t i) { return std::exp(cell.pay[i]); }

bool complete(const PublishedPercentiles& pay) {
  return std::ranges::all_of(pay, [](const Published& one) { return one.known(); });
}

bool has_wages(const Occupation& one) {
  return std::ranges::any_of(tables().nation_wages, [&](const NationWage& row) {
    return row.soc == one.soc && row.release == 2025 && row.pay[0].known();
  });
}

constexpr Published known(std::int32_t amount) { return {amount, Published::Mark::Value}; }

PublishedPercentiles five(std::int32_t p10, std::int32_t p25, std::int32_t p50, std::int32_t p75, std::int32_t p90) {
  return {known(p10), known(p25), known(p50), known(p75), known(p90)};
}

Parameter number(Text id, double value) { return {id, value, "", "", {}}; }

/// A country of one state and one town, with coders and clerks; the town's coders are not published.
struct SmallCountry {
  std::vector<DatasetInfo> info{{"test", 1, "2025-05", "2025Q2", "USD"}};
  std::vector<Occupation> occupations{{"coder", "Coders", "", "", {}}, {"clerk", "Clerks", "", "", {}}};
  std::vector<Text> in_state{"ST"};
  std::vector<Area> areas{{"US", AreaKind::Nation, "Nation", {}, ""},
                          {"ST", AreaKind::State, "State", in_state, "01"},
                          {"TOWN", AreaKind::Metropolitan, "Town", in_state, ""}};
  std::vector<NationWage> nation{
      {2025, "clerk", known(1000), {}, known(0), {}, five(20000, 25000, 30000, 35000, 40000), ""},
      {2025, "coder", known(1000), {}, known(0), {}, five(40000, 50000, 60000, 70000, 80000), ""}};
  std::vector<AreaWage> cells{{"ST", "clerk", known(500), known(0), five(22000, 27500, 33000, 38500, 44000)},
                              {"ST", "coder", known(500), known(0), five(36000, 45000, 54000, 63000, 72000)},
                              {"TOWN", "clerk", known(500), known(0), five(26400, 33000, 39600, 46200, 52800)}};
  std::vector<Parameter> parameters{
      number("area_reach_p10", .4), number("area_reach_p25", .5), number("area_reach_p50", .6),
      number("area_reach_p75", .7), number("area_reach_p90", .8), number("area_error", .1),
      number("few_jobs", 50),       number("blank_jobs", 30),     number("reference_jobs", 0)};

  [[nodiscard]] Tables tables() const {
    Tables all;
    all.info = info;
    all.occupations = occupations;
    all.areas = areas;
    all.nation_wages = nation;
    all.area_wages = cells;
    all.parameters = parameters;
    return all;
  }
};

TEST_CASE("a published cell is BLS's own") {
  struct Case {
    Text soc;
    Text area;
    std::array<int, 5> pay;
  };
  const Case cases[] = {
      {"29-2072", "US", {37000, 43490, 51140, 64820, 81150}},
      {"29-9021", "US", {39830, 48940, 68020, 95630, 117420}},
      {"11-9111", "0100001", {65010, 77520, 84610, 104130, 127770}},
      {"29-9021", "WY", {52750, 69660, 88560, 106240, 106240}},
  };
  const Places places(tables());
  for (const auto& one : cases) {
    INFO(one.soc << " " << one.area);
    const Cell cell = places.cell(occupation(one.soc), &area(one.area));
    CHECK(cell.kind == CellKind::Published);
    CHECK(cell.error == 0);
    CHECK(!cell.published);
    for (std::size_t i = 0; i < one.pay.size(); ++i) {
      CHECK(dollars(cell, i) == Approx(one.pay[i]).epsilon(1e-12));
    }
  }
  CHECK(places.cell(occupation("29-2072"), nullptr).pay == places.nation(occupation("29-2072"), 2025).pay);
}

TEST_CASE("an unpublished cell follows its state and the place's other occupations") {
  const SmallCountry country;
  const Tables small = country.tables();
  const Places places(small);
  const Cell cell = places.cell(country.occupations[0], &country.areas[2]);
  CHECK(cell.kind == CellKind::Estimated);
  CHECK(cell.error == .1);
  // Coders earn .9 of the nation in the state; clerks earn 1.2 times the state's clerks in the town: .9 x 1.2^k of the
  // nation.
  const std::array<double, 5> reach{.4, .5, .6, .7, .8};
  for (std::size_t i = 0; i < reach.size(); ++i) {
    const double nation = country.nation[1].pay[i].amount;
    CHECK(dollars(cell, i) == Approx(nation * .9 * std::pow(1.2, reach[i])));
  }
}

TEST_CASE("without the state's cell, the nation and the place's own other occupations serve") {
  SmallCountry country;
  country.cells.erase(country.cells.begin() + 1);
  const Tables small = country.tables();
  const Places places(small);
  const Cell town = places.cell(country.occupations[0], &country.areas[2]);
  CHECK(town.kind == CellKind::Estimated);
  CHECK(dollars(town, 2) == Approx(60000 * std::pow(1.1 * 1.2, .6)));
  const Cell state = places.cell(country.occupations[0], &country.areas[1]);
  CHECK(state.kind == CellKind::Estimated);
  CHECK(dollars(state, 2) == Approx(60000 * std::pow(1.1, .6)));
}

TEST_CASE("a place where nothing is published is like its state, or the nation") {
  SmallCountry country;
  country.cells.erase(country.cells.begin() + 2);
  const Tables small = country.tables();
  CHECK(dollars(Places(small).cell(country.occupations[0], &country.areas[2]), 2) == Approx(54000));
  country.cells.clear();
  const Tables empty = country.tables();
  CHECK(dollars(Places(empty).cell(country.occupations[0], &country.areas[2]), 2) == Approx(60000));
}

TEST_CASE("a suppressed row stays unpublished") {
  SmallCountry country;
  PublishedPercentiles hidden;
  hidden.fill({0, Published::Mark::NotAvailable});
  country.cells.push_back({"TOWN", "coder", known(40), known(0), hidden});
  const Tables small = country.tables();
  const Cell cell = Places(small).cell(country.occupations[0], &country.areas[2]);
  CHECK(cell.kind == CellKind::Estimated);
  CHECK(cell.employment.amount == 40);  // published though the wages are not
  CHECK(dollars(cell, 2) == Approx(60000 * .9 * std::pow(1.2, .6)));
}

TEST_CASE("a named role's cell on few jobs is drawn toward its prediction") {
  struct Case {
    Published employment;
    double weight;
    CellKind kind;
  };
  const Case cases[] = {
      {known(50), .5, CellKind::Thin},
      {{0, Published::Mark::EmploymentNotAvailable}, 30.0 / 80, CellKind::Thin},  // blank counts as 30 jobs
      {known(450), .9, CellKind::Published},                                      // drawn a little, not called thin
      {known(10000), 1, CellKind::Published},
  };
  for (const auto& one : cases) {
    SmallCountry country;
    country.cells.push_back({"TOWN", "coder", one.employment, known(0), five(30000, 40000, 90000, 100000, 110000)});
    const Tables small = country.tables();
    const Places places(small);
    const Cell guess = places.predicted(country.occupations[0], country.areas[2]);
    const Cell cell = places.shrunk(country.occupations[0], &country.areas[2]);
    CHECK(cell.kind == one.kind);
    CHECK(cell.pay[2] == Approx(one.weight * std::log(90000) + (1 - one.weight) * guess.pay[2]));
    CHECK(cell.error == Approx((1 - one.weight) * guess.error).margin(1e-12));
    CHECK(cell.published.has_value() == (one.weight < 1));
    // The whole occupation is left as published.
    CHECK(dollars(places.cell(country.occupations[0], &country.areas[2]), 2) == Approx(90000));
  }
}

TEST_CASE("real cells that BLS does not publish are estimated") {
  const Places places(tables());
  for (const Text code : {"10180", "AL", "GU", "VI"}) {
    INFO(code);
    const Cell cell = places.cell(occupation("29-9021"), &area(code));
    CHECK(cell.kind == CellKind::Estimated);
    CHECK(cell.error > 0);
    CHECK(dollars(cell, 2) > 30000);
    CHECK(dollars(cell, 2) < 120000);
  }
  // Alabama and the two territories pay less than the nation in their other occupations, and so here.
  CHECK(places.cell(occupation("29-9021"), &area("AL")).pay[2] < places.cell(occupation("29-9021"), nullptr).pay[2]);
}

TEST_CASE("rows without all five percentiles stay unpublished in the real set") {
  const Places places(tables());
  int hidden = 0;
  for (const auto& row : tables().area_wages) {
    if (complete(row.pay) || !has_wages(occupation(row.soc))) {
      continue;
    }
    INFO(row.area << " " << row.soc);
    CHECK(places.cell(occupation(row.soc), &area(row.area)).kind == CellKind::Estimated);
    ++hidden;
  }
  CHECK(hidden > 0);
}

TEST_CASE("percentiles never cross, in any place, for any occupation, published or not") {
  const Places places(tables());
  std::size_t cells = 0;
  for (const auto& one : tables().occupations) {
    if (!has_wages(one)) {
      continue;
    }
    for (const auto& place : tables().areas) {
      const Cell whole = places.cell(one, &place);
      const Cell shrunk = places.shrunk(one, &place);
      const bool sorted = std::ranges::is_sorted(whole.pay) && std::ranges::is_sorted(shrunk.pay);
      const bool finite =
          std::ranges::all_of(whole.pay, [](double pay) { return std::isfinite(pay) && pay > std::log(10000); });
      if (!sorted || !finite) {
        FAIL_CHECK(one.soc << " in " << place.title);
      }
      ++cells;
    }
  }
  CHECK(cells > 6000);
}

TEST_CASE("an old release without the occupation has no answer, and the ones with it are named") {
  const Error error = test::error_of([] { return Places(tables()).nation(occupation("29-9021"), 2018); });
  CHECK(error.code() == ErrorCode::NoAnswer);
  CHECK(error.what() ==
        std::string("May 2018 has no percentiles for 29-9021 Health Information Technologists and Medical Registrars"));
  CHECK(error.hint() == "releases that have them: 2021, 2022, 2023, 2024, 2025");
  CHECK(error.where() == "release");
}

TEST_CASE("a top-coded percentile continues the last piece in a straight line") {
  const Cell cell = Places(tables()).nation(occupation("11-3021"), 2024);
  CHECK(cell.top_coded);
  CHECK(dollars(cell, 3) == Approx(216220));
  CHECK(cell.pay[4] > cell.pay[3]);
  CHECK(!Places(tables()).nation(occupation("11-3021"), 2025).top_coded);
}

}  // namespace
}  // namespace hisalary::model
