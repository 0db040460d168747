// SPDX-License-Identifier: MIT
// Confidence is computed; every reason that it can give is reached here.
#include "explain/confidence.hpp"

#include <set>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"

namespace hisalary::model {
namespace {

using Level = Confidence::Level;

/// An answer that nothing speaks against: a named role, all facts known, a published cell, good evidence.
struct Best {
  Facts profile = test::named("medical-coder");
  Standing standing;
  CellKind cell = CellKind::Published;
  bool past_index = false;
  bool before_history = false;
  bool setting_missing = false;

  Best() {
    standing.records = 40;
    standing.effects.push_back({"credentials", "Credential: CPC", .1, {"s", "t", "2025", Grade::B}});
  }

  [[nodiscard]] Confidence confidence() const {
    return confidence_of({cell, false, profile, standing, past_index, before_history, setting_missing});
  }
};

std::vector<std::string> reasons(const Best& best) { return best.confidence().reasons; }

TEST_CASE("nothing speaks against it: high, without reasons") {
  const Confidence confidence = Best().confidence();
  CHECK(confidence.level == Level::High);
  CHECK(confidence.reasons.empty());
}

TEST_CASE("every reason, alone") {
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
  std::vector<Best> answers(words.size());
  answers[0].cell = CellKind::Estimated;
  answers[1].cell = CellKind::Thin;
  answers[2].standing.unknown = {"years"};
  answers[3].standing.unknown = {"credential"};
  answers[4].standing.records = 4;
  answers[5].standing.effects[0].from.grade = Grade::Assumption;
  answers[6].setting_missing = true;
  answers[7].past_index = true;
  answers[8].before_history = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    CHECK(reasons(answers[i]) == std::vector<std::string>{words[i]});
    CHECK(answers[i].confidence().level ==
          (i == 0 ? Level::Medium : Level::High));  // an estimated cell takes two points
  }
}

TEST_CASE("points add up: one is high, two and three medium, four low") {
  Best best;
  best.past_index = true;
  CHECK(best.confidence().level == Level::High);
  best.standing.unknown = {"years"};
  CHECK(best.confidence().level == Level::Medium);
  best.standing.unknown = {"years", "credential"};
  CHECK(best.confidence().level == Level::Medium);
  best.cell = CellKind::Thin;
  CHECK(best.confidence().level == Level::Low);
}

TEST_CASE("the grade of the credential's evidence") {
  Best best;
  for (const auto& [grade, weak] : {std::pair{Grade::A, false},
                                    {Grade::B, false},
                                    {Grade::C, true},
                                    {Grade::Fitted, true},
                                    {Grade::Assumption, true}}) {
    best.standing.effects[0].from.grade = grade;
    CHECK(reasons(best).empty() == !weak);
  }
}

TEST_CASE("a whole occupation is not blamed for facts that nobody gave") {
  Best best;
  best.profile = test::whole("29-2072");
  best.standing = Standing{};
  best.standing.unknown = {"years", "credential", "education"};
  CHECK(best.confidence().level == Level::High);
  CHECK(reasons(best).empty());
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
    const Estimate estimate = model.estimate(profile);
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
}  // namespace hisalary::model
