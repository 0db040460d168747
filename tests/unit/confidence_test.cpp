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

Confidence confidence(std::initializer_list<Doubt> doubts) {
  Doubts all;
  for (const Doubt doubt : doubts) {
    all.set(static_cast<std::size_t>(doubt));
  }
  return confidence_of(all);
}

/// The doubts about a person, by their words.
std::vector<std::string> reasons(const Facts& person) {
  const model::Pricer& pricer = test::model().pricer();
  return confidence_of(doubts_of(pricer, person, pricer.price(person))).reasons;
}

TEST_CASE("nothing speaks against it: high, without reasons") {
  CHECK(confidence({}).level == Level::High);
  CHECK(confidence({}).reasons.empty());
}

TEST_CASE("every doubt has its words") {
  const std::vector<std::string> words{
      "the place's wages are estimated, not published",
      "the place's wages rest on few jobs",
      "years of experience unknown",
      "credentials unknown",
      "few pay records stand behind this role's position in its occupations",
      "what the credential adds rests on weak surveys and assumed shares",
      "nothing published prices this setting",
      "the wage index was continued past its end",
      "the national history was continued back past its beginning",
  };
  REQUIRE(words.size() == doubt_count);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Confidence one = confidence({static_cast<Doubt>(i)});
    CHECK(one.reasons == std::vector<std::string>{words[i]});
    CHECK(one.level == (i == 0 ? Level::Medium : Level::High));  // estimated wages take two points
  }
}

TEST_CASE("points add up: one is high, two and three medium, four low") {
  CHECK(confidence({Doubt::PastIndex}).level == Level::High);
  CHECK(confidence({Doubt::PastIndex, Doubt::YearsUnknown}).level == Level::Medium);
  CHECK(confidence({Doubt::PastIndex, Doubt::YearsUnknown, Doubt::CredentialsUnknown}).level == Level::Medium);
  CHECK(confidence({Doubt::PastIndex, Doubt::YearsUnknown, Doubt::CredentialsUnknown, Doubt::WagesThin}).level ==
        Level::Low);
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
        "years of experience unknown", "credentials unknown", "nothing published prices this setting",
        "the wage index was continued past its end", "the national history was continued back past its beginning"}) {
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
