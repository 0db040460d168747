// A team's summary: groups add up, nothing small is shown, and every thread's share counts.
#include <nlohmann/json.hpp>

#include "../support/batch.hpp"
#include "../support/catch.hpp"
#include "../support/random.hpp"
#include "advise/standing.hpp"
#include "data/tables.hpp"
#include "output/team.hpp"

namespace hisalary::test {
namespace {

std::string some_team(Random& random, std::size_t people) {
  std::string csv = "Job Title,State,Years,Salary,Team\n";
  const std::vector<const char*> roles{"medical-coder", "senior-medical-coder", "him-manager", "cancer-registrar"};
  const std::vector<const char*> states{"OH", "CA", "TX", "WY"};
  const std::vector<const char*> teams{"A", "B", "", "\"C, \"\"D\"\"\"", "=E"};
  for (std::size_t i = 0; i < people; ++i) {
    csv += std::string(roles[random.below(random.below(4) + 1)]) + "," + states[random.below(4)] + "," +
           std::to_string(random.below(30)) + "," +
           (random.chance(9) ? "" : std::to_string(30000 + random.below(120000))) + "," +
           teams[random.below(random.below(5) + 1)] + "\n";
  }
  return csv;
}

batch::Options options() {
  batch::Options options;
  options.keep = {"Team"};
  options.fields = {"p50", "percentile", "compa_ratio", "gap"};
  options.team = true;
  options.by = {0};
  return options;
}

TEST_CASE("the groups of a team add up to it, and none is small", "[team]") {
  Random random(41);
  for (int i = 0; i < 60; ++i) {
    const auto team = run_batch(some_team(random, random.below(80)), options()).summary.team.value();
    REQUIRE(team.tables.size() == 3);
    for (const auto& table : team.tables) {
      std::uint64_t people = 0;
      std::uint64_t below = 0;
      std::int64_t payroll = 0;
      std::int64_t market = 0;
      for (const auto& group : table.groups) {
        REQUIRE(group.people >= advise::fewest_shown);
        people += group.people;
        below += group.below_p25;
        payroll += group.payroll;
        market += group.market;
      }
      const bool shown = !table.groups.empty();
      REQUIRE(shown == (team.whole.people >= advise::fewest_shown));
      if (shown) {
        REQUIRE(people == team.whole.people);
        REQUIRE(below == team.whole.below_p25);
        REQUIRE(payroll == team.whole.payroll);
        REQUIRE(market == team.whole.market);
      }
    }
  }
}

TEST_CASE("a summary is the same for every number of threads", "[team]") {
  Random random(42);
  const std::string csv = some_team(random, 20000);
  const auto told = [&](unsigned jobs) {
    batch::Options with = options();
    with.jobs = jobs;
    const auto summary = run_batch(csv, with).summary;
    return output::team({Dataset::builtin(), *summary.team, summary.rows_in, summary.answered}, {}).in("json");
  };
  CHECK(told(1) == told(3));
}

TEST_CASE("a row's standing is the estimate's", "[team]") {
  Random random(43);
  for (int i = 0; i < 200; ++i) {
    Facts person = any_profile(random);
    person.release.reset();
    person.pay = 30000 + static_cast<double>(random.below(120000));
    if (person.role == nullptr || person.as_of.kind != AsOf::Kind::Newest || person.remote) {
      continue;
    }
    INFO(told(person));
    nlohmann::json row{{"role", person.role->id}, {"pay", *person.pay}};
    const auto give = [&](const char* name, const auto* record) {
      if (record != nullptr) {
        row[name] = record->id;
      }
    };
    give("level", person.level);
    give("education", person.education);
    give("setting", person.setting);
    if (person.years) {
      row["years"] = static_cast<double>(*person.years);
    }
    person.area = nullptr;
    person.skills.reset();
    person.credentials.reset();
    batch::Options with = options();
    with.keep = {};
    with.by = {};
    const auto answer = nlohmann::json::parse(run_batch(row.dump() + "\n", with).text);
    const auto standing = advise::standing_of(model(), person).value();
    REQUIRE(answer["percentile"].get<double>() == Approx(standing.percentile).margin(.05001));
    REQUIRE(answer["compa_ratio"].get<double>() == Approx(standing.compa_ratio).margin(.0005001));
    REQUIRE(answer["compa_ratio"].get<double>() * answer["p50"].get<double>() ==
            Approx(*person.pay).epsilon(.001).margin(60));
    REQUIRE(answer["gap"].get<std::int64_t>() == std::llround(*person.pay) - answer["p50"].get<std::int64_t>());
  }
}

}  // namespace
}  // namespace hisalary::test
