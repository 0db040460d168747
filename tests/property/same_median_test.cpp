// SPDX-License-Identifier: MIT
// One person, one median: whatever command is asked, in dollars a year and an hour.
#include <nlohmann/json.hpp>

#include "../support/batch.hpp"
#include "../support/catch.hpp"
#include "../support/random.hpp"
#include "advise/career.hpp"
#include "advise/offer.hpp"
#include "advise/range.hpp"
#include "advise/standing.hpp"
#include "advise/states.hpp"
#include "advise/whatif.hpp"
#include "data/tables.hpp"
#include "output/report.hpp"
#include "output/reports.hpp"

namespace hisalary::test {
namespace {

using output::Money;
using output::Period;

/// A person whom every command can be asked about: a role, and facts that a row of a batch has names for.
Facts someone(Random& random) {
  Facts person = any_profile(random);
  if (person.role == nullptr) {
    person.role = &random.of(tables().roles);
    person.occupation = nullptr;
  }
  person.as_of = {};
  person.remote = false;
  if (person.area != nullptr && person.area->kind != AreaKind::State) {
    person.area = &area("OH");
  }
  return person;
}

nlohmann::json row_of(const Facts& person) {
  nlohmann::json row{{"role", person.role->id}};
  const auto give = [&](const char* name, const auto* record) {
    if (record != nullptr) {
      row[name] = record->id;
    }
  };
  give("level", person.level);
  give("education", person.education);
  give("setting", person.setting);
  if (person.area != nullptr) {
    row["state"] = person.area->code;
  }
  if (person.years) {
    row["years"] = static_cast<double>(*person.years);
  }
  const auto list = [&](const char* name, const auto& rows, const Held& held) {
    row[name] = nlohmann::json::array();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (held.test(i)) {
        row[name].push_back(rows[i].id);
      }
    }
  };
  if (person.credentials) {
    list("cert", tables().credentials, *person.credentials);
    if (row["cert"].empty()) {
      row["cert"] = "none";
    }
  }
  if (person.skills.any()) {
    list("skill", tables().skills, person.skills);
  }
  return row;
}

nlohmann::json batch_answer(const Facts& person, bool hourly) {
  batch::Options options;
  options.keep = {};
  options.fields = {"p25", "p50", "p75"};
  options.hourly = hourly;
  return nlohmann::json::parse(run_batch(row_of(person).dump() + "\n", options).text);
}

std::string page_of(const Facts& person, const Estimate& estimate, Period period) {
  Facts beginner = person;
  beginner.years = 0;
  const std::optional<advise::Path> no_path;
  const std::vector<std::string> no_notes;
  const Money money(period);
  const auto career = advise::career(model(), beginner, 35, no_path);
  const auto states = advise::every_state(model(), person);
  const output::CareerView years{model().dataset(), beginner, career, no_path, no_notes, money};
  const output::EstimateView view{model().dataset(), estimate, no_notes, money, true};
  return output::report_html({view, years, states});
}

TEST_CASE("the same person has the same median in every command") {
  Random random(51);
  for (int i = 0; i < 60; ++i) {
    const Facts person = someone(random);
    INFO(told(person));
    const Estimate estimate = answer(person);
    const double median = estimate.pay.p50();

    REQUIRE(advise::what_if(model(), person, {.only = {advise::ChangeKind::Role}}).now.pay.p50() == median);
    REQUIRE(advise::range_for(model(), person, {}).posted.estimate.pay.p50() == median);
    advise::Offer offer;
    offer.base = 70000;
    REQUIRE(advise::value_offer(model(), person, offer, 1).estimate.pay.p50() == median);

    REQUIRE(batch_answer(person, false)["p50"].get<std::int64_t>() == std::llround(median));
    const Money hourly(Period::Hour);
    REQUIRE(batch_answer(person, true)
                .dump()
                .find("\"p50\":" + nlohmann::json(hourly.dollars(hourly.units(median))).dump()) != std::string::npos);
  }
}

TEST_CASE("a page says the estimate's median, a year and an hour") {
  Random random(52);
  for (int i = 0; i < 5; ++i) {
    const Facts person = someone(random);
    INFO(told(person));
    const Estimate estimate = answer(person);
    const std::string year = Money(Period::Year).text(estimate.pay.p50()) + " a year";
    const std::string hour = Money(Period::Hour).text(estimate.pay.p50()) + " an hour";
    REQUIRE(page_of(person, estimate, Period::Year).find("class=\"answer\">" + year) != std::string::npos);
    REQUIRE(page_of(person, estimate, Period::Hour).find("class=\"answer\">" + hour) != std::string::npos);
  }
}

TEST_CASE("an offer's parts add up to the cent an hour, too") {
  Random random(53);
  for (int i = 0; i < 100; ++i) {
    advise::Offer offer;
    offer.base = 30000 + static_cast<double>(random.below(120000));
    offer.bonus = advise::Amount{static_cast<double>(random.below(20)), true};
    offer.health = random.chance(2) ? advise::Coverage::Family : advise::Coverage::Single;
    Facts person;
    person.role = &role("medical-coder");
    person.setting = random.chance(2) ? &setting("federal-government") : nullptr;
    const std::vector<advise::OfferValue> values{advise::value_offer(model(), person, offer, 1)};
    const std::vector<std::string> no_notes;
    const output::OfferView view{model().dataset(), person, values, no_notes, false, Money(Period::Hour)};
    const auto printed = nlohmann::json::parse(output::offers(view, {}).in("json"))["offers"][0];
    std::int64_t cents = 0;
    for (const auto& part : printed["parts"]) {
      cents += std::llround(part["amount"].get<double>() * 100);
    }
    REQUIRE(cents == std::llround(printed["total"].get<double>() * 100));
    REQUIRE(cents == std::llround(static_cast<double>(values[0].total) / hours_a_year * 100));
  }
}

}  // namespace
}  // namespace hisalary::test
