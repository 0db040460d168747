// SPDX-License-Identifier: MIT
// Tell it nothing, and it gives BLS's own table: every published cell of the release, to the dollar.
#include <cmath>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"

namespace hisalary::test {
namespace {

bool complete(const PublishedPercentiles& pay) {
  return std::ranges::all_of(pay, [](const Published& one) { return one.known(); });
}

bool same(const Percentiles& pay, const PublishedPercentiles& published) {
  for (std::size_t i = 0; i < published.size(); ++i) {
    if (std::llround(pay.dollars[i]) != published[i].amount) {
      return false;
    }
  }
  return true;
}

TEST_CASE("every published cell of every state, territory and area, to the dollar") {
  const Model model(Dataset::builtin());
  int cells = 0;
  for (const auto& row : tables().area_wages) {
    if (!complete(row.pay)) {
      continue;
    }
    Facts profile = as_published(row.soc);
    profile.area = &area(row.area);
    const Estimate answer = explain::estimate(model.pricer(), profile);
    ++cells;
    if (!same(answer.pay, row.pay) || !same(answer.market.pay, row.pay) || answer.market.kind != CellKind::Published ||
        answer.market.employment.amount != row.employment.amount) {
      FAIL_CHECK(row.soc << " in " << row.area);
    }
  }
  INFO(cells);
  CHECK(cells > 5000);
}

TEST_CASE("every published national row of every release, to the dollar") {
  const Model model(Dataset::builtin());
  int rows = 0;
  for (const auto& row : tables().nation_wages) {
    if (!complete(row.pay)) {
      continue;
    }
    Facts profile = whole(row.soc);
    profile.release = row.release;
    // A retired occupation is not in the newest release; asking for the old one is enough.
    const Estimate answer = explain::estimate(model.pricer(), profile);
    ++rows;
    if (!same(answer.pay, row.pay) || answer.as_of != "release " + std::to_string(row.release) + "-05") {
      FAIL_CHECK(row.soc << " May " << row.release);
    }
  }
  CHECK(rows > 80);
}

TEST_CASE("all states, territories and areas have rows, and the nation is not one of them") {
  std::size_t with_rows = 0;
  for (const auto& place : tables().areas) {
    with_rows +=
        std::ranges::any_of(tables().area_wages, [&](const AreaWage& row) { return row.area == place.code; }) ? 1U : 0U;
  }
  CHECK(with_rows >= tables().areas.size() - 3);
  CHECK(std::ranges::none_of(tables().area_wages, [](const AreaWage& row) { return row.area == "US"; }));
}

}  // namespace
}  // namespace hisalary::test
