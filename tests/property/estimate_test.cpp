// SPDX-License-Identifier: MIT
// What must hold of every answer: thousands of random profiles from fixed seeds.
#include <cmath>

#include "../support/catch.hpp"
#include "../support/data_files.hpp"
#include "../support/random.hpp"
#include "data/tables.hpp"
#include "model/place.hpp"
#include "model/score.hpp"
#include "output/estimate.hpp"
#include "output/json.hpp"
#include "output/words.hpp"

namespace hisalary::test {
namespace {

double median(const Facts& profile) { return answer(profile).pay.p50(); }

std::vector<Facts> everybody() {
  std::vector<Facts> all;
  for (const auto& role : tables().roles) {
    all.push_back(named(role.id));
  }
  for (const auto* const one : askable()) {
    all.push_back(whole(one->soc));
  }
  return all;
}

TEST_CASE("percentiles rise, and every number is finite and positive") {
  Random random(1);
  for (int i = 0; i < 3000; ++i) {
    const Facts profile = any_profile(random);
    const Estimate answer = test::answer(profile);
    const auto fine = [](const Percentiles& pay) {
      const auto falls = [](double before, double after) {
        return after < before - 1e-6;
      };  // ties may differ in the last bits
      return std::ranges::adjacent_find(pay.dollars, falls) == pay.dollars.end() &&
             std::ranges::all_of(pay.dollars, [](double dollars) { return std::isfinite(dollars) && dollars > 5000; });
    };
    const bool steps = std::ranges::all_of(
        answer.steps, [](const Step& step) { return std::isfinite(step.amount) && step.amount > 0; });
    const bool percentile = answer.market_percentile >= 1 && answer.market_percentile <= 99;
    if (!fine(answer.pay) || !fine(answer.market.pay) || !steps || !percentile) {
      FAIL_CHECK(told(profile));
    }
  }
}

TEST_CASE("steps begin at the nation's median and end at the answer, and every step names a source") {
  Random random(2);
  for (int i = 0; i < 2000; ++i) {
    const Facts profile = any_profile(random);
    const Estimate answer = test::answer(profile);
    INFO(told(profile));
    double nation = 0;
    for (const auto& part : answer.market.parts) {
      nation += part.weight * model::Places(tables()).nation(*part.occupation, 2025).pay[2];
    }
    if (profile.occupation != nullptr && profile.as_of.kind == AsOf::Kind::At) {
      continue;  // the dollars of a May that BLS published start from its own table: see time_test
    }
    REQUIRE(!answer.steps.empty());
    REQUIRE(answer.steps[0].id == "nation");
    REQUIRE(answer.steps[0].amount == Approx(std::exp(nation)));
    REQUIRE(std::llround(answer.steps.back().amount) == std::llround(answer.pay.p50()));
    for (const auto& step : answer.steps) {
      const bool known =
          std::ranges::any_of(tables().sources, [&](const Source& source) { return source.id == step.from.source; });
      REQUIRE(known);
      REQUIRE(!step.from.at.empty());
      REQUIRE(!step.label.empty());
    }
    REQUIRE(!answer.sources.empty());
  }
}

/// The column of a CSV text without quoted cells in the columns before it counted from the end.
std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      rows.back().emplace_back();
    } else if (c == '\n' && !quoted) {
      rows.emplace_back(1);
    } else if (c != '\r') {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

TEST_CASE("the changes that are printed add up to the answer that is printed, in dollars and in cents") {
  Random random(3);
  const std::vector<std::string> notes;
  for (int i = 0; i < 300; ++i) {
    const Facts profile = any_profile(random);
    const Estimate answer = test::answer(profile);
    for (const auto period : {output::Period::Year, output::Period::Hour}) {
      const output::Money money(period);
      const auto rows = csv_rows(output::estimate({Dataset::builtin(), answer, notes, money, true}, {}).in("csv"));
      std::int64_t sum = 0;
      const auto units = [](std::string text) {
        std::erase(text, '.');
        return std::stoll(text);
      };
      for (std::size_t r = 1; r < rows.size(); ++r) {
        sum += units(r == 1 ? rows[r][2] : rows[r][3]);
        if (sum != units(rows[r][2])) {
          FAIL_CHECK(told(profile) << ": step " << r);
        }
      }
      CHECK(sum == money.units(answer.pay.p50()));
    }
  }
}

TEST_CASE("the same question gives the same answer") {
  Random random(4);
  const Model other(Dataset::builtin());
  for (int i = 0; i < 300; ++i) {
    const Facts profile = any_profile(random);
    const Estimate one = test::answer(profile);
    const Estimate two = explain::estimate(other.pricer(), profile);
    CHECK(one.pay.dollars == two.pay.dollars);
    CHECK(one.caveats == two.caveats);
    CHECK(one.confidence.reasons == two.confidence.reasons);
  }
}

TEST_CASE("the built-in set and the folder data/ give the same answers") {
  const Dataset loaded = Dataset::load(data_folder);
  const Model from_folder(loaded);
  Random random(5);
  const std::vector<std::string> notes;
  const auto json = [&](const Dataset& dataset, const Estimate& estimate) {
    return output::json(output::estimate_document({dataset, estimate, notes}));
  };
  for (const Question& question :
       {Question{}, Question{.credentials = {"RHIA"}, .years = "6", .state = "CA"},
        Question{.role = "29-9021", .metro = "10180"},
        Question{.role = "Inpatient Coder II",
        .credentials = {"CCS"},
        .years = "4",
        .county = "Cook, IL",
        .setting = "hospital"},
        Question{.role = "him-director", .education = "master", .state = "PR", .as_of = "2028Q1"}}) {
    const Estimate one = model().estimate(understand(Dataset::builtin(), question));
    const Estimate two = from_folder.estimate(understand(loaded, question));
    CHECK(json(Dataset::builtin(), one) == json(loaded, two));
  }
}

TEST_CASE(
    "more years never pays less: every role and occupation, every level and credential, 0 to 40 years by halves") {
  std::vector<const Level*> levels{nullptr};
  for (const auto& one : tables().levels) {
    levels.push_back(&one);
  }
  std::vector<std::optional<Held>> held{std::nullopt, Held{}, credentials({"RHIA", "CCS"}),
                                        credentials({"CPC", "CRC", "CPMA"})};
  for (std::size_t i = 0; i < tables().credentials.size(); ++i) {
    held.emplace_back(Held{}.set(i));
  }
  for (Facts profile : everybody()) {
    const model::Scorer facts(tables(), profile.role, profile.occupation);
    for (const auto* const one : levels) {
      profile.level = one;
      for (const auto& some : held) {
        profile.credentials = some;
        double before = -99;
        for (int halves = 0; halves <= 80; ++halves) {
          profile.years = halves / 2.0;
          const double mean = facts.scores(profile).mean();  // the median rises with it
          if (mean < before - 1e-12) {
            FAIL_CHECK(told(profile) << ": " << mean << " after " << before);
            break;
          }
          before = mean;
        }
      }
    }
  }
}

TEST_CASE("more years never pays less, in dollars, with any other facts") {
  Random random(6);
  for (int i = 0; i < 400; ++i) {
    Facts profile = any_profile(random);
    double before = 0;
    for (const double years : {0.0, .5, 1.0, 2.0, 3.5, 6.0, 9.0, 14.0, 20.0, 29.5, 40.0, 60.0}) {
      profile.years = years;
      const double now = median(profile);
      if (now < before - 1e-6) {
        FAIL_CHECK(told(profile) << ": " << now << " after " << before);
      }
      before = now;
    }
  }
}

TEST_CASE("a further credential never pays less, nor does any credential pay less than none") {
  Random random(7);
  for (int i = 0; i < 2000; ++i) {
    Facts profile = any_profile(random);
    profile.skills = {};  // a skill that a credential covers is counted once, as the credential
    Held held = random.held(tables().credentials.size());
    profile.credentials = Held{};
    const double none = median(profile);
    profile.credentials = held;
    const double some = median(profile);
    held.set(random.below(tables().credentials.size()));
    profile.credentials = held;
    const double more = median(profile);
    if (some < none - 1e-6 || more < some - 1e-6) {
      FAIL_CHECK(told(profile) << ": none " << none << ", some " << some << ", more " << more);
    }
  }
}

TEST_CASE("order and repetition of credentials are irrelevant, and RHIA with RHIT is RHIA") {
  const auto pay = [](std::vector<std::string> texts) {
    return answer({.credentials = std::move(texts), .years = "6", .state = "CA"}).pay.dollars;
  };
  const auto expected = pay({"CPC", "CRC", "CCS"});
  CHECK(pay({"CCS", "CPC", "CRC"}) == expected);
  CHECK(pay({"CRC", "CCS", "CPC", "CRC", "ccs"}) == expected);
  CHECK(pay({"CRC,CPC,CCS"}) == expected);
  for (Facts profile : everybody()) {
    for (const std::optional<double> years : {std::optional<double>{}, std::optional(2.0), std::optional(20.0)}) {
      profile.years = years;
      profile.credentials = credentials({"RHIA"});
      const auto one = test::answer(profile).pay.dollars;
      profile.credentials = credentials({"RHIA", "RHIT"});
      if (answer(profile).pay.dollars != one) {
        FAIL_CHECK(told(profile));
      }
    }
  }
}

TEST_CASE("an unknown credential lies between none and the best single one") {
  for (Facts profile : everybody()) {
    for (const std::optional<double> years :
         {std::optional<double>{}, std::optional(0.0), std::optional(6.0), std::optional(25.0)}) {
      profile.years = years;
      profile.credentials = std::nullopt;
      const double unknown = median(profile);
      profile.credentials = Held{};
      const double none = median(profile);
      double best = 0;
      for (std::size_t i = 0; i < tables().credentials.size(); ++i) {
        profile.credentials = Held{}.set(i);
        best = std::max(best, median(profile));
      }
      if (unknown < none - 1e-6 || unknown > best + 1e-6) {
        FAIL_CHECK(told(profile) << ": none " << none << ", unknown " << unknown << ", best " << best);
      }
    }
  }
}

/// The spread of an answer in normal scores of its own market, from p25 to p75; nothing when it is cut at p1 or p99.
std::optional<double> spread(const Estimate& answer) {
  model::LogPay pay{};
  std::ranges::transform(answer.market.pay.dollars, pay.begin(), [](double dollars) { return std::log(dollars); });
  model::MarketCurve market;
  market.add(1, model::MarketCurve(pay));
  const double low = market.score_at(std::log(answer.pay.p25()));
  const double high = market.score_at(std::log(answer.pay.p75()));
  constexpr double nearly_cut = 2.3;
  return low > -nearly_cut && high < nearly_cut ? std::optional(high - low) : std::nullopt;
}

TEST_CASE("a fact known never widens the spread of a whole occupation in the nation") {
  Random random(8);
  int compared = 0;
  const auto all = askable();
  for (int i = 0; i < 1500; ++i) {
    Facts profile = any_profile(random);
    profile.role = nullptr;
    profile.occupation = all[random.below(all.size())];
    profile.area = nullptr;
    profile.remote = false;
    profile.setting = nullptr;  // moves the curve itself
    const auto narrower = [&](auto forget) {
      Facts less = profile;
      forget(less);
      const auto wide = spread(answer(less));
      const auto narrow = spread(answer(profile));
      if (wide && narrow) {
        ++compared;
        if (*narrow > *wide + 1e-6) {
          FAIL_CHECK(told(profile) << ": " << *narrow << " after " << *wide);
        }
      }
    };
    narrower([](Facts& p) { p.years.reset(); });
    narrower([](Facts& p) { p.credentials.reset(); });
    narrower([](Facts& p) { p.education = nullptr; });
    narrower([](Facts& p) { p.level = nullptr; });
  }
  CHECK(compared > 3000);
}

TEST_CASE("a level, years and credentials together never explain less than fewer of them, whatever the role") {
  std::vector<std::optional<Held>> held{std::nullopt, Held{}, credentials({"RHIA", "CCS"})};
  for (Facts profile : everybody()) {
    const model::Scorer facts(tables(), profile.role, profile.occupation);
    const auto spread_of = [&] { return facts.scores(profile).variance; };
    for (const auto& some : held) {
      profile.credentials = some;
      for (int halves = -1; halves <= 80; ++halves) {
        profile.years = halves < 0 ? std::nullopt : std::optional(halves / 2.0);
        profile.level = nullptr;
        const double without = spread_of();
        for (const auto& one : tables().levels) {
          profile.level = &one;
          if (spread_of() > without + 1e-12) {
            FAIL_CHECK(told(profile) << ": " << spread_of() << " after " << without);
          }
        }
      }
    }
  }
}

TEST_CASE("the word for a market's wages agrees with the steps, for every role in every place") {
  const auto all = everybody();
  int drawn = 0;
  for (const auto& place : tables().areas) {
    for (Facts profile : all) {
      profile.area = &place;
      const Estimate answer = test::answer(profile);
      const auto step = std::ranges::find(answer.steps, "thin-cell", &Step::id);
      const auto there = std::ranges::find(answer.steps, "place", &Step::id);
      const bool estimated =
          there != answer.steps.end() && there->label.find("estimated, not published") != std::string::npos;
      const std::string word = output::wages_of(answer);
      const bool named = step == answer.steps.end() || step->label.starts_with("Small sample there, so blended with");
      drawn += word == "published, on not many jobs" ? 1 : 0;
      if ((word == "as published") != (step == answer.steps.end() && !estimated) ||
          (word == "partly or wholly estimated") != estimated || !named) {
        FAIL_CHECK(told(profile) << ": " << word);
      }
    }
  }
  CHECK(drawn > 0);
}

TEST_CASE("nobody's full-time year is under the federal minimum wage, not even a trainee's, in any role and place") {
  constexpr double minimum_year = 7.25 * 2080;
  const Level& trainee = *std::ranges::find(tables().levels, "trainee", &Level::id);
  for (const auto& role : tables().roles) {
    for (const auto& place : tables().areas) {
      Facts profile;
      profile.role = &role;
      profile.area = &place;
      profile.level = &trainee;
      profile.years = 0;
      profile.as_of.kind = AsOf::Kind::Release;
      const double lowest = test::answer(profile).pay.p10();
      if (lowest < minimum_year) {
        FAIL_CHECK(told(profile) << ": " << lowest);
      }
    }
  }
}

TEST_CASE("an estimated place's range is wider than its market's own, on both sides") {
  int checked = 0;
  for (const auto& place : tables().areas) {
    for (const Text soc : {"29-9021", "29-2072", "15-2051"}) {
      Facts profile = as_published(soc);
      profile.area = &place;
      const Estimate answer = test::answer(profile);
      if (answer.market.kind != CellKind::Estimated) {
        continue;
      }
      INFO(soc << " in " << place.title);
      CHECK(answer.pay.p10() < answer.market.pay.p10());
      CHECK(answer.pay.p25() < answer.market.pay.p25());
      CHECK(answer.pay.p75() > answer.market.pay.p75());
      CHECK(answer.pay.p90() > answer.market.pay.p90());
      CHECK(answer.pay.p50() == Approx(answer.market.pay.p50()));
      ++checked;
    }
  }
  CHECK(checked > 100);
}

}  // namespace
}  // namespace hisalary::test
