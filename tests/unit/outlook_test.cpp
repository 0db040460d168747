// SPDX-License-Identifier: MIT
#include "advise/outlook.hpp"

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"

using namespace hisalary;

namespace {

advise::OutlookAnswer outlook(const std::string& role) {
  const Facts profile = test::ask({.role = role}).facts();
  return advise::outlook_of(test::tables(), &profile);
}

}  // namespace

TEST_CASE("a role has the projections of its occupations") {
  const auto answer = outlook("medical-coder");
  REQUIRE(answer.occupations.size() == 1);
  REQUIRE(answer.occupations[0].row != nullptr);
  CHECK(*answer.occupations[0].row->change_percent == Approx(7.1));
  CHECK(*answer.occupations[0].row->openings == Approx(14200));
  REQUIRE(answer.all != nullptr);
  CHECK(*answer.all->change_percent == Approx(3));
  REQUIRE(answer.guides.size() == 1);
  CHECK(answer.guides[0]->id == "F33");
}

TEST_CASE("an occupation that the projections leave out is said to be") {
  const auto answer = outlook("29-1141");
  REQUIRE(answer.occupations.size() == 1);
  CHECK(answer.occupations[0].row == nullptr);
  CHECK_FALSE(answer.history.empty());
}

TEST_CASE("the wage history has each year once, the old code before the new") {
  const auto answer = outlook("29-2072");
  std::int32_t last = 0;
  for (const auto& year : answer.history) {
    CHECK(year.row->release > last);
    last = year.row->release;
    CHECK((year.row->soc == "29-2072") == (year.row->release >= 2021));
  }
  CHECK(last == 2025);
}

TEST_CASE("without a role, every occupation with a projection") {
  const auto answer = advise::outlook_of(test::tables(), nullptr);
  CHECK(answer.occupations.size() == test::tables().outlook.size() - 1);
  CHECK(answer.guides.size() == 2);
}
