// SPDX-License-Identifier: MIT
// A person's place in the market curve, on made-up effects that are easy to add up.
#include "explain/standing.hpp"

#include <cmath>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"

namespace hisalary::explain {
namespace {

using test::credentials;
using test::skills;

constexpr double further = .5;
constexpr double lasting = .5;

/// The real names with effects of our own.
struct Effects {
  std::vector<ShareEffect> certs{
      {"none", .5, -.25}, {"CPC", .25, .1}, {"RHIT", .1, .3}, {"CRC", .05, .3}, {"RHIA", .1, .55}};
  std::vector<ShareEffect> degrees{{"high-school", .5, -.2}, {"bachelor", .5, .2}};
  std::vector<ShareEffect> levels{{"trainee", .1, -.6}, {"I", .2, -.3},       {"II", .4, 0},
                                  {"senior", .2, .3},   {"manager", .05, .4}, {"director", .05, .8}};
  std::vector<ShareEffect> hcc{{"none", .8, -.05}, {"hcc", .2, .2}};
  std::vector<StandingFact> standing;
  std::vector<ExperiencePoint> experience{{"career", 0, -1, "0-2", .5, {}}, {"career", 5, 0, "", {}, {}},
                                          {"career", 10, 1, "10+", .5, {}}, {"within", 0, -.4, "0-2", .5, {}},
                                          {"within", 5, 0, "", {}, {}},     {"within", 10, .4, "10+", .5, {}}};
  std::vector<RolePosition> positions;
  std::vector<Parameter> parameters{{"further_credential", further, "", "", {}}};

  Effects() {
    for (const Text family : {"coding", "management", "records", "specialist"}) {
      standing.push_back({family, "credential", certs, lasting, "", "", {}});
      standing.push_back({family, "education", degrees, {}, "", "", {}});
      standing.push_back({family, "level", levels, {}, "", "", {}});
    }
    standing.push_back({"coding", "skill", hcc, {}, "", "", {}});
    for (const auto& role : test::tables().roles) {
      positions.push_back({role.id, .2, .9, .05, .1, 12, "", {}});
    }
  }

  [[nodiscard]] Tables tables() const {
    Tables all = test::tables();
    all.standing = standing;
    all.experience = experience;
    all.positions = positions;
    all.parameters = parameters;
    return all;
  }
};

class Small {
 public:
  [[nodiscard]] Standing of(const Facts& profile) const { return standing_of(tables_, profile); }
  [[nodiscard]] const Tables& tables() const { return tables_; }

  /// What a fact adds to the mean.
  [[nodiscard]] double effect(const Facts& profile, std::string_view id) const {
    double sum = 0;
    for (const auto& one : of(profile).effects) {
      sum += one.id == id ? one.score : 0;
    }
    return sum;
  }

 private:
  Effects effects_;
  Tables tables_ = effects_.tables();
};

/// The curves here are straight lines over ten years: so much of their rise is still to come.
double left(double years) { return lasting + (1 - lasting) * (1 - std::min(years, 10.0) / 10); }

/// Of the two bands, half of the people at 0 years and half at 10.
const double left_unknown = (left(0) + left(10)) / 2;

Facts coder() { return test::named("medical-coder"); }

Facts coder_with(std::initializer_list<Text> held) {
  Facts profile = coder();
  profile.credentials = credentials(held);
  return profile;
}

TEST_CASE("nothing known: the role's position and spread, and three facts to ask for") {
  const Standing standing = Small().of(coder());
  CHECK(standing.mean == Approx(.2));
  CHECK(standing.variance == Approx(.81));
  CHECK(standing.unknown == std::vector<Fact>{Fact::Years, Fact::Credentials, Fact::Education});
  REQUIRE(standing.effects.size() == 1);
  CHECK(standing.effects[0].id == "role");
}

TEST_CASE("a whole occupation has no position and the whole spread") {
  const Standing standing = Small().of(test::whole("29-2072"));
  CHECK(standing.mean == 0);
  CHECK(standing.variance == 1);
  CHECK(standing.effects.empty());
}

TEST_CASE("unknown is not none") {
  const Small small;
  const Standing unknown = small.of(coder());
  const Standing none = small.of(coder_with({}));
  CHECK(none.mean == Approx(unknown.mean - .25 * left_unknown));
  CHECK(none.variance < unknown.variance);
  CHECK(none.effects.back().label == "No credential (vs. the average person in this role)");
  CHECK(std::ranges::find(none.unknown, Fact::Credentials) == none.unknown.end());
}

TEST_CASE("credentials: the strongest counts whole, each further one half of the one before") {
  const Small small;
  const auto premium = [&](std::initializer_list<Text> held) {
    return (small.effect(coder_with(held), "credentials") - small.effect(coder_with({}), "credentials")) / left_unknown;
  };
  CHECK(premium({"CPC"}) == Approx(.35));
  CHECK(premium({"CRC"}) == Approx(.55));
  CHECK(premium({"CPC", "CRC"}) == Approx(.55 + further * .35));
  CHECK(premium({"CPC", "CRC", "RHIA"}) == Approx(.8 + further * .55 + further * further * .35));
}

TEST_CASE("RHIA supersedes RHIT") {
  const Small small;
  const Standing both = small.of(coder_with({"RHIT", "RHIA"}));
  const Standing one = small.of(coder_with({"RHIA"}));
  CHECK(both.mean == one.mean);
  CHECK(both.variance == one.variance);
  CHECK(both.effects.back().label == "Credential: RHIA (vs. the average person in this role)");
}

TEST_CASE("a credential that no figure prices leaves the answer where it was, and that is said") {
  const Small small;
  const Standing standing = small.of(coder_with({"CHPS"}));
  const Standing unknown = small.of(test::named("medical-coder"));
  CHECK(standing.mean == unknown.mean);
  CHECK(standing.variance == unknown.variance);
  REQUIRE(standing.caveats.size() == 1);
  CHECK(standing.caveats[0] == "CHPS: no published figure prices it for this kind of work, so it adds nothing here");
  CHECK(small.of(coder_with({"CHPS", "CPC"})).mean == Approx(small.of(coder_with({"CPC"})).mean));
}

TEST_CASE("what a priced credential adds is an association, and that is said") {
  const Standing standing = Small().of(coder_with({"CPC"}));
  REQUIRE(standing.caveats.size() == 1);
  CHECK(standing.caveats[0] ==
        "the premium for a credential is a difference between groups of people, not a promise that earning it raises "
        "pay");
}

TEST_CASE("credential effects fade to their lasting part as the curve of years rises") {
  const Small small;
  double before = 9;
  for (const double years : {0.0, 1.0, 4.0, 9.5, 10.0}) {
    Facts profile = coder_with({"CPC"});
    profile.years = years;
    const double now = small.effect(profile, "credentials");
    CHECK(now == Approx(.1 * left(years)));
    CHECK(now < before);
    before = now;
  }
}

TEST_CASE("more years never pay less, whatever the shape of the curve") {
  for (const double flat_until : {1.0, 4.0, 9.0}) {
    Effects effects;
    effects.experience = {
        {"within", 0, -.4, "0-2", .5, {}}, {"within", flat_until, -.39, "", {}, {}}, {"within", 10, .4, "10+", .5, {}}};
    const Tables small = effects.tables();
    Facts profile = coder_with({"RHIA", "CRC", "CPC"});
    double before = -9;
    for (int tenths = 0; tenths <= 120; ++tenths) {
      profile.years = tenths / 10.0;
      const double now = standing_of(small, profile).mean;
      CHECK(now >= before - 1e-12);
      before = now;
    }
  }
}

TEST_CASE("years follow the role's curve, and stay level past its last point") {
  const Small small;
  const auto after = [&](Text role, double years) {
    Facts profile = test::named(role);
    profile.years = years;
    return small.effect(profile, "years");
  };
  CHECK(after("medical-coder", 0) == Approx(-.4));
  CHECK(after("medical-coder", 5) == Approx(0).margin(1e-12));
  CHECK(after("medical-coder", 10) == Approx(.4));
  CHECK(after("medical-coder", 60) == Approx(.4));
  CHECK(after("health-information-specialist", 10) == Approx(1));  // the career curve
}

TEST_CASE("a level given says what promotions did, so that years count within it") {
  Facts profile = test::named("health-information-specialist");
  profile.years = 10;
  profile.level = &test::level("senior");
  CHECK(Small().effect(profile, "years") == Approx(.4));
}

TEST_CASE("a known fact takes its variance out of the spread") {
  const Small small;
  Facts profile = coder();
  profile.years = 3;
  CHECK(small.of(profile).variance == Approx(.81 - (.5 * .16 + .5 * .16)));
  profile = coder();
  profile.education = &test::education("bachelor");
  CHECK(small.of(profile).variance == Approx(.81 - .04));
  CHECK(small.of(coder_with({})).variance ==
        Approx(.81 - (.5 * .0625 + .25 * .01 + .15 * .09 + .1 * .3025) * left_unknown * left_unknown));
}

TEST_CASE("levels") {
  const Small small;
  struct Case {
    Text role;
    Text level;
    double effect;
    const char* why;
  };
  const Case cases[] = {
      {"medical-coder", "senior", .3, "a plain role takes the level's effect"},
      {"medical-coder", "trainee", -.6, "downward too"},
      {"senior-medical-coder", "senior", 0, "a role that is that level is not moved twice"},
      {"senior-medical-coder", "I", -.6, "another grade counts from the role's own"},
      {"him-manager", "director", .4, "another rank counts from the role's own"},
      {"him-manager", "I", 0, "a manager is a Manager I"},
  };
  for (const auto& one : cases) {
    INFO(one.role << " " << one.level << ": " << one.why);
    Facts profile = test::named(one.role);
    profile.level = &test::level(one.level);
    CHECK(small.effect(profile, "level") == Approx(one.effect).margin(1e-12));
  }
  Facts profile = test::named("senior-medical-coder");
  profile.level = &test::level("senior");
  CHECK(small.of(profile).mean == small.of(test::named("senior-medical-coder")).mean);
  CHECK(small.of(profile).variance == small.of(test::named("senior-medical-coder")).variance);
}

TEST_CASE("a level or degree without a figure is accepted, not priced, and said so") {
  const Small small;
  Facts profile = coder();
  profile.level = &test::level("supervisor");
  profile.education = &test::education("doctorate");
  const Standing standing = small.of(profile);
  CHECK(standing.mean == Approx(.2));
  CHECK(standing.caveats == std::vector<std::string>{"the level \"Supervisor\" is not priced for this role",
                                                     "the degree is not priced for this role"});
}

TEST_CASE("skills") {
  const Small small;
  Facts profile = coder();
  profile.skills = skills({"hcc"});
  CHECK(small.effect(profile, "skills") == Approx(.2));
  CHECK(small.of(profile).variance == Approx(.81 - (.8 * .0025 + .2 * .04)));

  profile.credentials = credentials({"CRC"});  // which prices the same thing
  CHECK(small.effect(profile, "skills") == 0);
  CHECK(small.of(profile).mean == Approx(small.of(coder_with({"CRC"})).mean));
  CHECK(small.of(profile).caveats[1] == "HCC risk-adjustment coding: counted already, as credential CRC");

  profile.credentials = credentials({"CPC"});
  CHECK(small.effect(profile, "skills") == Approx(.2));

  profile = coder();
  profile.skills = skills({"excel", "sql"});
  CHECK(small.of(profile).mean == Approx(.2));
  CHECK(small.of(profile).caveats ==
        std::vector<std::string>{
            "SQL: not priced, since no publication puts a figure on this skill for this role; nearest: role "
            "health-data-analyst",
            "Microsoft Excel: not priced, since no publication puts a figure on this skill for this role"});
}

TEST_CASE("the spread never vanishes") {
  Effects effects;
  for (auto& position : effects.positions) {
    position.spread = .1;
  }
  const Tables small = effects.tables();
  Facts profile = coder_with({"CPC"});
  profile.years = 3;
  CHECK(standing_of(small, profile).variance == Approx(.05));
}

TEST_CASE("a data set without what the model needs says so") {
  Effects effects;
  const auto error_with = [&](const Facts& profile) {
    return test::error_of([&] { return standing_of(effects.tables(), profile); });
  };
  Facts profile = coder();
  profile.years = 1;
  effects.experience.clear();
  CHECK(error_with(profile).what() ==
        std::string("model/experience.json: the curve \"within\" has fewer than two points"));
  effects.parameters.clear();
  CHECK(error_with(coder_with({})).what() ==
        std::string("model/parameters.json: there is no row \"further_credential\""));
  effects.positions.clear();
  CHECK(error_with(coder()).what() == std::string("model/positions.json: there is no row for medical-coder"));
  CHECK(error_with(coder()).code() == ErrorCode::BadData);
}

TEST_CASE("the shipped effects: shares add up, effects cancel, and facts explain at most .55") {
  const Tables& tables = test::tables();
  for (const auto& role : tables.roles) {
    INFO(role.id);
    double facts = 0;
    double levels = 0;
    for (const auto& fact : tables.standing) {
      if (fact.family != role.family) {
        continue;
      }
      double shares = 0;
      double mean = 0;
      for (const auto& value : fact.values) {
        shares += value.share;
        mean += value.share * value.effect;
        (fact.fact == "level" ? levels : facts) += value.share * value.effect * value.effect;
      }
      CHECK(shares == Approx(1).margin(1e-4));
      CHECK(mean == Approx(0).margin(1e-4));
    }
    const auto years = [&](Text curve) {
      double shares = 0;
      double mean = 0;
      double explained = 0;
      for (const auto& point : tables.experience) {
        if (point.curve == curve && point.share) {
          shares += *point.share;
          mean += *point.share * point.effect;
          explained += *point.share * point.effect * point.effect;
        }
      }
      CHECK(shares == Approx(1).margin(1e-4));
      CHECK(mean == Approx(0).margin(1e-4));
      return explained;
    };
    CHECK(facts + years(role.curve) <= .55);
    CHECK(facts + levels + years("within") <= .55);  // a level takes the place of the promotions in the career curve
  }
}

}  // namespace
}  // namespace hisalary::explain
