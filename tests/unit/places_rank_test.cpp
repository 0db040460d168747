// SPDX-License-Identifier: MIT
#include "advise/places.hpp"

#include <algorithm>
#include <functional>
#include "../support/catch.hpp"
#include "../support/known.hpp"

#include "data/tables.hpp"

namespace hisalary::test {
namespace {

using advise::PlaceKind;
using advise::RankBy;

TEST_CASE("places ranked by pay, by pay after the cost of living, and by jobs") {
  const Facts person = named("medical-coder");
  for (const PlaceKind kind : {PlaceKind::States, PlaceKind::Metros}) {
    const auto by_pay = advise::ranked_places(model(), person, kind, RankBy::Pay);
    CHECK(std::ranges::is_sorted(by_pay, std::ranges::greater{}, [](const auto& one) { return one.pay.p50(); }));
    const auto adjusted = advise::ranked_places(model(), person, kind, RankBy::CostAdjusted);
    CHECK(std::ranges::is_sorted(adjusted, std::ranges::greater{}, &advise::PlacePay::adjusted));
    const auto by_jobs = advise::ranked_places(model(), person, kind, RankBy::Jobs);
    CHECK(by_jobs.front().jobs.amount > by_jobs[1].jobs.amount);
    CHECK(by_pay.size() == adjusted.size());
    CHECK(by_pay.size() == by_jobs.size());
  }
}

TEST_CASE("a ranked place has the pay that an estimate there has") {
  const auto states = advise::ranked_places(model(), named("coding-auditor"), PlaceKind::States, RankBy::Pay);
  CHECK(states.size() == 54);
  for (const auto& place : states) {
    Facts there = named("coding-auditor");
    there.area = place.area;
    CHECK(answer(there).pay.dollars == place.pay.dollars);
  }
}

}  // namespace
}  // namespace hisalary::test
