// SPDX-License-Identifier: MIT
#include "model/setting.hpp"

#include <cmath>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"

namespace hisalary::model {
namespace {

using test::occupation;
using test::setting;
using test::tables;

constexpr Published known(std::int32_t amount) { return {amount, Published::Mark::Value}; }

PublishedPercentiles median(std::int32_t p50) {
  return {Published{}, Published{}, known(p50), Published{}, Published{}};
}

/// 1,000 coders: 600 in health care (400 of them in hospitals), 300 in consulting, and 100 in no published sector.
struct SmallTrade {
  std::vector<Occupation> occupations{{"coder", "Coders", "", "", {}}};
  std::vector<NationWage> nation{{2024, "coder", known(1000), {}, known(0), {}, median(50000), ""}};
  std::vector<IndustryWage> industries{
      {2024, "54", "Consulting", "", "coder", known(300), {}, known(0), {}, median(60000)},
      {2024, "62", "Health care", "", "coder", known(600), {}, known(0), {}, median(48000)},
      {2024, "000001", "Private", "", "coder", known(900), {}, known(0), {}, median(90000)}};
  std::vector<HandbookIndustry> handbook{{"coder", "Hospitals", "62", known(52000), 40.0}};
  std::vector<Block> blocks{{"handbook.json", "", {"h", "", "", Grade::A}},
                            {"wages_industries.json", "", {"i", "", "", Grade::A}}};
  std::vector<Text> hospitals{"Hospitals"};
  std::vector<Text> none{};
  std::vector<Text> health{"62"};
  std::vector<Text> advice{"54"};

  [[nodiscard]] Tables tables() const {
    Tables all;
    all.occupations = occupations;
    all.nation_wages = nation;
    all.industry_wages = industries;
    all.handbook = handbook;
    all.blocks = blocks;
    return all;
  }

  [[nodiscard]] static Setting at(List<Text> handbook, List<Text> naics) {
    return {"x", "X", "", {}, handbook, naics, "", {}};
  }
};

TEST_CASE("shifts are against the mean over all jobs, each job once") {
  const SmallTrade trade;
  const Tables small = trade.tables();
  const auto shift = [&](List<Text> handbook, List<Text> naics) {
    return setting_shift(small, trade.occupations[0], SmallTrade::at(handbook, naics));
  };
  // Health care keeps its figure whole: hospitals and the rest of it average to ln(48000/50000). Private ownership is
  // no sector.
  const double center = .6 * std::log(.96) + .3 * std::log(1.2);
  const auto hospital = shift(trade.hospitals, {});
  const auto health = shift({}, trade.health);
  const auto advice = shift({}, trade.advice);
  CHECK(hospital.shift == Approx(std::log(1.04) - center));
  CHECK(health.shift == Approx(std::log(.96) - center));
  CHECK(advice.shift == Approx(std::log(1.2) - center));
  CHECK(hospital.industry == "Hospitals");
  CHECK(hospital.from.source == "h");
  CHECK(advice.industry == "Consulting");
  CHECK(advice.from.source == "i");
  // Shares times shifts cancel; the jobs outside all sectors are taken to pay the occupation's median.
  CHECK(.6 * health.shift + .3 * advice.shift + .1 * (0 - center) == Approx(0).margin(1e-12));
  const double rest = (.6 * std::log(.96) - .4 * std::log(1.04)) / .2;
  const auto squared = [&](double x) { return (x - center) * (x - center); };
  CHECK(hospital.variance ==
        Approx(.4 * squared(std::log(1.04)) + .2 * squared(rest) + .3 * squared(std::log(1.2)) + .1 * squared(0)));
}

TEST_CASE("the Handbook's finer industry goes before the sector, and where neither is published nothing is priced") {
  const SmallTrade trade;
  const Tables small = trade.tables();
  CHECK(setting_shift(small, trade.occupations[0], SmallTrade::at(trade.hospitals, trade.advice)).industry ==
        "Hospitals");
  const auto nothing = setting_shift(small, trade.occupations[0], SmallTrade::at({}, {}));
  CHECK(nothing.industry.empty());
  CHECK(nothing.shift == 0);
}

TEST_CASE("medical records specialists: hospitals pay more than physician offices") {
  const auto& coders = occupation("29-2072");
  const auto hospital = setting_shift(tables(), coders, setting("hospital"));
  const auto office = setting_shift(tables(), coders, setting("physician-office"));
  CHECK(!hospital.industry.empty());
  CHECK(!office.industry.empty());
  CHECK(hospital.shift > office.shift);
  CHECK(hospital.shift > 0);
  CHECK(office.shift < 0);
}

TEST_CASE("the shares of the published industries of a real occupation cancel out") {
  // Every sector as a setting of its own: the sum of share times shift is minus the uncovered jobs' shift.
  for (const Text soc : {"29-2072", "29-9021", "11-9111"}) {
    INFO(soc);
    const NationWage* whole = nullptr;
    for (const auto& row : tables().nation_wages) {
      whole = row.soc == soc && row.release == 2024 ? &row : whole;
    }
    REQUIRE(whole != nullptr);
    double sum = 0;
    double covered = 0;
    double center = 0;
    for (const auto& row : tables().industry_wages) {
      if (row.release != 2024 || row.soc != soc || row.naics.size() > 5 || !row.pay[2].known() ||
          !row.employment.known()) {
        continue;
      }
      const Setting sector{"x", "X", "", {}, {}, List<Text>(&row.naics, 1), "", {}};
      const double share = static_cast<double>(row.employment.amount) / whole->employment.amount;
      const auto shift = setting_shift(tables(), occupation(soc), sector);
      sum += share * shift.shift;
      covered += share;
      center = std::log(static_cast<double>(row.pay[2].amount) / whole->pay[2].amount) - shift.shift;
    }
    CHECK(covered > .8);
    CHECK(sum - std::max(0.0, 1 - covered) * center == Approx(center * (covered > 1 ? 1 - covered : 0)).margin(1e-6));
  }
}

TEST_CASE("the self-employed are not priced") {
  for (const auto& one : tables().occupations) {
    const auto shift = setting_shift(tables(), one, setting("self-employed"));
    CHECK(shift.industry.empty());
    CHECK(shift.shift == 0);
  }
  const auto answer = test::answer({.role = "medical-coder", .setting = "self-employed"});
  CHECK(std::ranges::none_of(answer.steps, [](const Step& step) { return step.id == "setting"; }));
  CHECK(std::ranges::find(answer.caveats,
                          "no publication gives pay for this work at this kind of employer (Self-employed); the "
                          "setting is not priced") != answer.caveats.end());
}

}  // namespace
}  // namespace hisalary::model
