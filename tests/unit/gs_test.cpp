// SPDX-License-Identifier: MIT

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "advise/general_schedule.hpp"
#include "data/tables.hpp"

using namespace hisalary;
using advise::find_locality;
using advise::gs_grid;
using advise::gs_pay;

namespace {

Text code_of(const char* text) { return find_locality(test::tables(), text).locality->code; }

std::string refused(const char* text) {
  const Error error = test::error_of([&] { return find_locality(test::tables(), text); });
  CHECK(error.code() == ErrorCode::NoAnswer);
  CHECK(error.where() == "--locality");
  return error.what();
}

}  // namespace

TEST_CASE("pay is rounded to the dollar and to the cent") {
  CHECK(gs_pay(43106, 17.06).annual == 50460);        // 50,459.88
  CHECK(gs_pay(43106, 17.06).hourly_cents == 2418);   // 24.1783
  CHECK(gs_pay(10000, 0.005 * 100).annual == 10050);  // 0.5%
  CHECK(gs_pay(100, 0.5).annual == 101);              // a half goes up
  CHECK(gs_pay(2087, 0).hourly_cents == 100);
}

TEST_CASE("federal advertisements of 2025 are cells of the grid to the dollar") {
  const auto hartford = gs_grid(test::tables(), 2025, *find_locality(test::tables(), "Hartford").locality);
  CHECK(hartford.grades[3].steps[0].annual == 40674);
  CHECK(hartford.grades[6].steps[9].annual == 73286);
  const auto raleigh = gs_grid(test::tables(), 2025, *find_locality(test::tables(), "Raleigh").locality);
  CHECK(raleigh.grades[5].steps[0].annual == 46949);
  CHECK(raleigh.grades[5].steps[9].annual == 61031);
  std::size_t read = 0;
  for (const auto& one : advise::gs_advertisements(test::tables())) {
    CHECK(one.series != nullptr);
    read += one.grades ? 1U : 0U;
  }
  CHECK(read == 2);
}

TEST_CASE("people of a series by grade, as OPM counts them in the newest year of the evidence") {
  const auto technicians = advise::gs_headcounts(test::tables(), advise::gs_series[1]);
  REQUIRE(technicians.size() == 7);
  CHECK(technicians.front().grade == 4);
  CHECK(technicians.back().grade == 10);
  CHECK(technicians[4].grade == 8);
  CHECK(technicians[4].people == 1352);
  CHECK(technicians[4].mean == 67286);
  double all = 0;
  for (const auto& one : technicians) {
    CHECK(one.record->year == 2025);
    all += one.share;
  }
  CHECK(all == Approx(1));
  const auto administrators = advise::gs_headcounts(test::tables(), advise::gs_series[0]);
  REQUIRE(administrators.size() == 5);
  CHECK(administrators[1].grade == 11);
  CHECK(administrators[1].people == 168);
}

TEST_CASE("a person's series is that of their work") {
  CHECK(advise::series_of(Facts{}) == nullptr);
  CHECK(advise::series_of(test::named("medical-coder")) == &advise::gs_series[1]);
  CHECK(advise::series_of(test::named("him-supervisor")) == &advise::gs_series[1]);
  CHECK(advise::series_of(test::named("him-director")) == &advise::gs_series[0]);
}

TEST_CASE("grades and steps rise, and no locality pays less than the rest") {
  const auto rest = gs_grid(test::tables(), 2026, *find_locality(test::tables(), "").locality);
  for (const auto& locality : test::tables().gs_localities) {
    const auto grid = gs_grid(test::tables(), 2026, locality);
    REQUIRE(grid.grades.size() == 15);
    for (std::size_t g = 0; g < grid.grades.size(); ++g) {
      for (std::size_t s = 0; s < advise::gs_steps; ++s) {
        const auto pay = grid.grades[g].steps[s].annual;
        CHECK(pay >= rest.grades[g].steps[s].annual);
        CHECK((s == 0 || pay > grid.grades[g].steps[s - 1].annual));
        CHECK((g == 0 || pay > grid.grades[g - 1].steps[s].annual));
      }
    }
  }
  CHECK(test::error_of([] { return gs_grid(test::tables(), 2013, test::tables().gs_localities[0]); }).code() ==
        ErrorCode::NoAnswer);
}

TEST_CASE("each cell is nearest to itself") {
  const auto grid = gs_grid(test::tables(), 2026, test::tables().gs_localities[0]);
  for (const auto& row : grid.grades) {
    for (const auto& pay : row.steps) {
      const auto cell = advise::nearest_cell(grid, pay.annual);
      CHECK(
          grid.grades[static_cast<std::size_t>(cell.grade) - 1].steps[static_cast<std::size_t>(cell.step) - 1].annual ==
          pay.annual);
      const auto around = advise::grades_around(grid, pay.annual);
      REQUIRE(around);
      CHECK((around->first <= row.grade && row.grade <= around->second));
    }
  }
  CHECK(advise::nearest_cell(grid, 1).grade == 1);
  CHECK_FALSE(advise::grades_around(grid, 1));
}

TEST_CASE("localities by code, city and state") {
  CHECK(code_of("") == "RUS");
  CHECK(code_of("sf") == "SF");
  CHECK(code_of("San Francisco") == "SF");
  CHECK(code_of("las vegas") == "LV");
  CHECK(code_of("Alaska") == "AK");
  CHECK(code_of("HI") == "HI");
  CHECK(code_of("DC") == "DCB");
  CHECK(code_of("Springfield, OH") == "DAY");
  CHECK(code_of("Springfield, MO") == "RUS");
  CHECK(code_of("Montana") == "RUS");
  CHECK(code_of("Abilene, TX") == "RUS");
  CHECK(find_locality(test::tables(), "Montana").area->code == "MT");
  CHECK_FALSE(find_locality(test::tables(), "Montana").notes.empty());
  CHECK_FALSE(find_locality(test::tables(), "Portland").notes.empty());
  for (const auto& locality : test::tables().gs_localities) {
    CHECK(find_locality(test::tables(), locality.name).locality == &locality);
  }
}

TEST_CASE("every locality is found by its own code, with a note where a state has the same one") {
  for (const auto& locality : test::tables().gs_localities) {
    INFO(locality.code);
    const auto place = find_locality(test::tables(), locality.code);
    CHECK(place.locality == &locality);
  }
  for (const char* const code : {"AL", "CT", "LA", "NY", "SD"}) {
    INFO(code);
    REQUIRE(find_locality(test::tables(), code).notes.size() == 1);
  }
  CHECK(find_locality(test::tables(), "LA").notes[0].find("for the state write Louisiana") != std::string::npos);
  CHECK(find_locality(test::tables(), "AK").notes.empty());
  CHECK(find_locality(test::tables(), "SF").area->title.starts_with("San Francisco"));
}

TEST_CASE("a city outside every locality is Rest of U.S.") {
  for (const char* const city : {"Gallup, NM", "Bismarck", "Missoula", "Key West"}) {
    INFO(city);
    const auto place = find_locality(test::tables(), city);
    CHECK(place.locality->code == "RUS");
    CHECK(place.area != nullptr);
    CHECK_FALSE(place.notes.empty());
  }
}

TEST_CASE("several localities are listed, none is guessed") {
  CHECK(refused("California").find("Los Angeles-Long Beach, CA (LA)") != std::string::npos);
  CHECK(refused("New Mexico").find("Rest of U.S. (RUS)") != std::string::npos);
  CHECK(refused("Springfield").find("Springfield, IL") != std::string::npos);
  CHECK(refused("Nowhere").find("Nowhere") != std::string::npos);
}

TEST_CASE("the estimate of a series falls on the grid") {
  const Model model(Dataset::builtin());
  const auto grid = gs_grid(test::tables(), 2026, test::tables().gs_localities[0]);
  const auto coder = advise::gs_estimate(model, advise::gs_series[1], grid, nullptr);
  const auto manager = advise::gs_estimate(model, advise::gs_series[0], grid, nullptr);
  CHECK(coder.estimate.profile.setting->id == "federal-government");
  CHECK(manager.estimate.pay.p50() > coder.estimate.pay.p50());
  CHECK(manager.nearest.grade >= coder.nearest.grade);
}
