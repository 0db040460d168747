// SPDX-License-Identifier: MIT
// What must hold of every decision, since each is made of estimates: random people from fixed seeds.
#include <nlohmann/json.hpp>

#include "../support/catch.hpp"
#include "../support/random.hpp"
#include "advise/offer.hpp"
#include "advise/offer_file.hpp"
#include "advise/whatif.hpp"
#include "data/tables.hpp"
#include "hisalary/advise/compare.hpp"
#include "output/offer.hpp"
#include "output/whatif.hpp"

namespace hisalary::test {
namespace {

using advise::Change;
using advise::ChangeKind;

template <class Record> std::size_t index_of(List<Record> rows, Text id) {
  return static_cast<std::size_t>(&row(rows, id, &Record::id) - rows.data());
}

/// The person with a change, put together here from what the change is called.
Facts changed(Facts person, const Change& change) {
  const Tables& t = tables();
  switch (change.kind) {
    case ChangeKind::Credential: person.credentials->set(index_of(t.credentials, change.id)); break;
    case ChangeKind::Education: person.education = &education(change.id); break;
    case ChangeKind::Skill: person.skills.set(index_of(t.skills, change.id)); break;
    case ChangeKind::Setting: person.setting = &setting(change.id); break;
    case ChangeKind::Role:
      person.role = &role(change.id);
      person.level = nullptr;
      break;
    case ChangeKind::Place:
      person.area = &area(change.id);
      person.remote = false;
      break;
  }
  return person;
}

TEST_CASE("a what-if gain equals the difference of two estimates, in dollars as printed, too") {
  Random random(21);
  std::size_t changes = 0;
  for (int i = 0; i < 60; ++i) {
    Facts person = any_profile(random);
    const auto answer = advise::what_if(model(), person, {});
    INFO(told(person));
    for (const auto& change : answer.changes) {
      INFO(change.id);
      Facts before = person;
      if (change.kind == ChangeKind::Credential) {
        before.credentials = person.credentials.value_or(Held{});
      }
      if (change.kind == ChangeKind::Education && before.education == nullptr) {
        before.education = change.before.education;
      }
      const auto from = test::answer(before).pay;
      const auto to = test::answer(changed(before, change)).pay;
      REQUIRE(change.gain() == to.p50() - from.p50());
      for (const std::size_t p : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
        REQUIRE(output::gain_at(change, p) == std::llround(to.dollars[p]) - std::llround(from.dollars[p]));
      }
      ++changes;
    }
  }
  CHECK(changes > 1000);
}

/// Different values of a field, as a person writes them.
std::vector<std::string> some_values(Random& random, const std::string& field) {
  const Tables& t = tables();
  std::vector<std::string> out;
  while (out.size() < 2 + random.below(2)) {
    std::string value;
    if (field == "state") {
      const Area& state = random.of(t.areas);
      value = state.kind == AreaKind::State ? state.code : Text();
    } else if (field == "cert") {
      value = random.chance(4) ? "none" : std::string(random.of(t.credentials).id);
    } else if (field == "years") {
      value = std::to_string(random.below(41));
    } else {
      value = field == "role"      ? random.of(t.roles).id
              : field == "setting" ? random.of(t.settings).id
                                   : random.of(t.education).id;
    }
    if (!value.empty() && std::ranges::find(out, value) == out.end()) {
      out.push_back(value);
    }
  }
  return out;
}

void put(Question& question, const std::string& field, const std::string& value) {
  if (field == "cert") {
    question.credentials = {value};
  } else {
    (field == "state"     ? question.state
     : field == "years"   ? question.years
     : field == "role"    ? question.role
     : field == "setting" ? question.setting
                          : question.education) = value;
  }
}

TEST_CASE("a grid's cell equals its estimate") {
  Random random(22);
  const std::vector<std::string> fields{"state", "cert", "years", "role", "setting", "education"};
  for (int i = 0; i < 150; ++i) {
    const std::string& down = fields[random.below(fields.size())];
    const std::string& across = fields[random.below(fields.size())];
    if (down == across) {
      continue;
    }
    const auto rows = some_values(random, down);
    const auto columns = some_values(random, across);
    const auto list = [](const std::string& field, const std::vector<std::string>& values) {
      std::string text = field;
      for (const auto& value : values) {
        text += (&value == values.data() ? "=" : ",") + value;
      }
      return text;
    };
    INFO(list(down, rows) << " by " << list(across, columns));
    const auto grid =
        advise::compare(model(), ProfileBuilder(model().dataset()), {list(down, rows), list(across, columns)});
    REQUIRE(grid.cells.size() == rows.size() * columns.size());
    for (std::size_t cell = 0; cell < grid.cells.size(); ++cell) {
      Question question;
      put(question, down, rows[cell / columns.size()]);
      put(question, across, columns[cell % columns.size()]);
      REQUIRE(grid.cells[cell].estimate.pay.dollars == test::answer(question).pay.dollars);
    }
  }
}

/// Terms of an offer as a person writes them.
advise::Offer any_offer(Random& random) {
  advise::Offer offer;
  const data::TermFault fault = [](std::string_view key, const std::string& message, const std::string&) {
    FAIL(key << ": " << message);
  };
  const auto say = [&](std::string_view key, const std::string& value) {
    const auto terms = data::offer_terms();
    const auto term = std::ranges::find_if(terms, [&](const auto& one) { return one.key == key; });
    REQUIRE(term != terms.end());
    data::set_term(offer, *term, value, fault);
  };
  const auto maybe = [&](std::string_view key, const std::string& value) {
    if (random.chance(2)) {
      say(key, value);
    }
  };
  const auto number = [&](std::size_t low, std::size_t high) { return std::to_string(low + random.below(high - low)); };
  maybe("pto", number(0, 40));
  maybe("hours", number(10, 60));
  if (random.chance(4)) {
    say("contract_rate", number(20, 300));
    maybe("health", random.chance(2) ? "family" : "none");
  } else {
    random.chance(2) ? say("base", number(20000, 300000)) : say("hourly_rate", number(12, 150));
    maybe("bonus", random.chance(2) ? number(0, 30) + "%" : number(0, 9000));
    maybe("profit_sharing", number(0, 8) + ".5%");
    maybe("match", random.chance(2) ? "50% of 6%" : "100% of 3% + 50% of 2%");
    maybe("health", random.chance(2) ? "single" : "family");
    maybe("stock", number(0, 20000));
    maybe("sign_on", number(0, 20000));
    maybe("tuition", number(0, 9000));
    maybe("pension", number(0, 9) + "%");
  }
  data::check_terms(offer, fault);
  return offer;
}

TEST_CASE("an offer's parts add up, as they are printed") {
  Random random(23);
  for (int i = 0; i < 200; ++i) {
    Facts person = any_profile(random);
    std::vector<advise::OfferValue> values;
    for (std::size_t count = 1 + random.below(3); count > 0; --count) {
      values.push_back(advise::value_offer(model(), person, any_offer(random), values.size() + 1));
    }
    INFO(told(person));
    const std::vector<std::string> notes;
    const auto json = nlohmann::json::parse(output::offers({model().dataset(), person, values, notes}, {}).in("json"));
    REQUIRE(json["offers"].size() == values.size());
    for (std::size_t k = 0; k < values.size(); ++k) {
      const auto& printed = json["offers"][k];
      std::int64_t sum = 0;
      for (const auto& part : printed["parts"]) {
        sum += part["amount"].get<std::int64_t>();
      }
      REQUIRE(sum == values[k].total);
      REQUIRE(printed["total"] == sum);
      REQUIRE(values[k].estimate.pay.dollars == test::answer(person).pay.dollars);
      REQUIRE(values[k].own_percentile ==
              advise::percentile_of(values[k].estimate.pay, static_cast<double>(values[k].compared)));
    }
  }
}

}  // namespace
}  // namespace hisalary::test
