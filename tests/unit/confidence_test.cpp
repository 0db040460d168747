// SPDX-License-Identifier: MIT
// Confidence is computed; every reason that it can give is reached here.
#include "explain/confidence.hpp"

#include <algorithm>
#include <set>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"

namespace hisalary::explain {
namespace {

using Level = Confidence::Level;

/// The doubts about a person, by their words.
std::vector<std::string> reasons(const Facts& person) {
  const model::Pricer& pricer = test::model().pricer();
  return confidence_of(pricer, person, pricer.price(person)).reasons;
}

double error_of(const Facts& person) {
  const model::Pricer& pricer = test::model().pricer();
  const model::Price price = pricer.price(person);
  return standard_error_of(pricer, person, price, doubts_of(pricer, person, price));
}

TEST_CASE("each fact that is known lowers the standard error") {
  for (const auto& role : test::tables().roles) {
    INFO(role.id);
    Facts person;
    person.role = &role;
    const double nothing = error_of(person);
    person.years = 6;
    const double years = error_of(person);
    person.credentials.emplace();
    CHECK(years < nothing);
    CHECK(error_of(person) <= years);
  }
}

TEST_CASE("what rests on no pay record is low") {
  for (const auto& position : test::tables().positions) {
    if (position.records == 0) {
      INFO(position.role);
      CHECK(test::answer({.role = std::string(position.role), .years = "6"}).confidence.level == Level::Low);
    }
  }
}

TEST_CASE("equal percentiles are never high, and you") {
  const auto answer = test::answer({.role = "29-9021", .metro = "16740"});  // Charlotte
  CHECK(answer.confidence.level != Level::High);
  CHECK(std::ranges::count(answer.confidence.reasons, "the place's wages rest on very few employers") == 1);
}

TEST_CASE("a whole occupation is not blamed for facts that nobody gave") {
  CHECK(reasons(test::whole("29-2072")).empty());
  const auto named = reasons(test::named("medical-coder"));
  CHECK(std::ranges::count(named, "years of experience unknown") == 1);
  CHECK(std::ranges::count(named, "credentials unknown") == 1);
}

TEST_CASE("questions that lead to each reason") {
  std::set<std::string> reached;
  const auto collect = [&](const Question& question) {
    for (const auto& reason : test::answer(question).confidence.reasons) {
      reached.insert(reason);
    }
  };
  collect({});                                                               // years and credentials unknown
  collect({.role = "cancer-registrar", .metro = "10180"});                   // an estimated place
  collect({.role = "medical-coder", .credentials = {"CPC"}, .years = "3"});  // what a credential adds
  collect({.role = "medical-coder", .setting = "self-employed"});            // nothing published
  collect({.role = "29-2072", .as_of = "2027Q1"});                           // past the index
  collect({.role = "29-2072", .as_of = "2012Q1"});                           // before the history
  // A thin place: the first that the data has.
  const Model model(Dataset::builtin());
  for (const auto& area : test::tables().areas) {
    Facts profile = test::named("cancer-registrar");
    profile.area = &area;
    const Estimate estimate = explain::estimate(model.pricer(), profile);
    if (estimate.market.kind == CellKind::Thin) {
      reached.insert(estimate.confidence.reasons.begin(), estimate.confidence.reasons.end());
      break;
    }
  }
  for (const char* reason :
       {"the place's wages are estimated, not published", "the place's wages rest on few jobs",
        "no role given, so the range covers several jobs", "years of experience unknown", "credentials unknown",
        "no published figure prices this kind of employer", "the wage index was extended past its end",
        "the wage history was extended back past its beginning"}) {
    INFO(reason);
    CHECK(reached.contains(reason));
  }
}

TEST_CASE("BLS's own table is answered with high confidence") {
  const auto answer = test::answer({.role = "29-2072", .as_of = "release"});
  CHECK(answer.confidence.level == Level::High);
  CHECK(answer.confidence.reasons.empty());
}

}  // namespace
}  // namespace hisalary::explain
