// SPDX-License-Identifier: MIT
#include "advise/whatif.hpp"

#include <algorithm>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"
#include "output/whatif.hpp"

namespace hisalary::advise {
namespace {

using test::ask;
using test::error_of;
using test::model;

WhatIf asked(const Question& question, const WhatIfOptions& options = {}) {
  return what_if(model(), ask(question).facts(), options);
}

const Change* find(const WhatIf& answer, Text id) {
  const auto it = std::ranges::find(answer.changes, id, &Change::id);
  return it == answer.changes.end() ? nullptr : &*it;
}

bool says(const std::vector<std::string>& texts, std::string_view part) {
  return std::ranges::any_of(texts, [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

const Question coder{
    .role = "medical-coder", .credentials = {"RHIT"}, .years = "3", .education = "associate", .state = "OH"};

TEST_CASE("a gain is the difference of two estimates, and the most comes first") {
  const std::vector<Question> people{
      coder,
      {},
      {.role = "29-2072"},
      {.role = "cancer-registrar",
       .level = "II",
       .credentials = {"ODS"},
       .metro = "Abilene",
       .setting = "hospital",
       .skills = {"sql"}},
      {.role = "chief-information-officer", .years = "20", .education = "master", .remote = true}};
  for (const auto& person : people) {
    const auto answer = asked(person);
    CHECK(std::ranges::is_sorted(answer.changes, std::greater{}, &Change::gain));
    for (const auto& change : answer.changes) {
      INFO(change.id);
      const bool named = person.role || change.kind == ChangeKind::Setting || change.kind == ChangeKind::Place;
      if (named) {
        CHECK(change.from.dollars == test::answer(change.before).pay.dollars);
        CHECK(change.to.dollars == test::answer(change.after).pay.dollars);
      } else {  // who names no job stays in it
        CHECK(change.to.p50() >= change.from.p50());
      }
      CHECK(change.gain() == change.to.p50() - change.from.p50());
      const bool from_none = change.kind == ChangeKind::Credential && !answer.now.profile.credentials;
      if (change.kind != ChangeKind::Education && !from_none) {
        CHECK(change.from.dollars == answer.now.pay.dollars);
      }
    }
  }
}

TEST_CASE("the credentials open to a person") {
  const auto answer = asked(coder);
  CHECK(find(answer, "RHIT") == nullptr);
  const Change* const rhia = find(answer, "RHIA");
  REQUIRE(rhia != nullptr);
  CHECK(rhia->prerequisite == Prerequisite::Missing);
  CHECK(output::change_label(test::tables(), *rhia) == "RHIA (step up from RHIT)");
  const auto holder = asked({.credentials = {"RHIA"}});
  CHECK(find(holder, "RHIT") == nullptr);
  CHECK(std::ranges::none_of(holder.not_priced, [](const NotPriced& one) { return one.id == "RHIT"; }));
  const auto registrar = asked({.role = "cancer-registrar"});
  const Change* const ods = find(registrar, "ODS");
  REQUIRE(ods != nullptr);
  CHECK(output::change_label(test::tables(), *ods) == "ODS (formerly CTR)");
}

TEST_CASE("prerequisites are met, missing, unknown or not found") {
  const auto status = [](const Question& person, Text id) {
    const auto answer = asked(person, {.only = {ChangeKind::Credential}});
    const Change* const change = find(answer, id);
    REQUIRE(change != nullptr);
    return change->prerequisite;
  };
  CHECK(status({.education = "bachelor"}, "RHIA") == Prerequisite::Met);
  CHECK(status({.education = "associate"}, "RHIA") == Prerequisite::Missing);
  CHECK(status({}, "RHIA") == Prerequisite::Unknown);
  CHECK(status({.credentials = {"RHIT"}}, "CCA") == Prerequisite::Met);  // an RHIT holder has an associate degree
  CHECK(status({.credentials = {"RHIT"}}, "RHIA") == Prerequisite::Unknown);
  CHECK(status({.education = "master"}, "CCS") == Prerequisite::NotFound);
}

TEST_CASE("a fee that was not found is not zero, and the months follow from fee and gain") {
  const auto answer = asked(coder, {.only = {ChangeKind::Credential}});
  std::size_t known = 0;
  for (const auto& change : answer.changes) {
    INFO(change.id);
    const auto fee = change.fee();
    CHECK((!fee || *fee > 0));
    const double renewal = change.credential->renewal_a_year.value_or(0);
    CHECK(change.months_to_pay_back().has_value() == (fee && change.gain() > renewal));
    if (fee) {
      CHECK(change.five_year_cost().value() == *fee + 5 * renewal);
    }
    if (change.months_to_pay_back()) {
      CHECK(*change.months_to_pay_back() * (change.gain() - renewal) / 12 == Approx(*fee));
      ++known;
    }
  }
  CHECK(known > 0);
  const auto text = output::what_if({Dataset::builtin(), answer, {}}, {80, false, true}).page.text();
  CHECK(text.find("not found") != std::string::npos);
}

TEST_CASE("what was not said is assumed and told") {
  const auto nothing = asked({});
  CHECK(nothing.now.pay.dollars == test::answer(Question{}).pay.dollars);
  CHECK_FALSE(nothing.now.profile.years);
  CHECK(says(nothing.assumed, "no credentials given: each one is compared with having none"));
  CHECK(says(nothing.assumed, "a high school diploma"));
  CHECK(says(asked({.credentials = {"RHIA"}}).assumed, "Bachelor's degree"));
  CHECK_FALSE(says(asked(coder).assumed, "no degree given"));
  CHECK(says(asked({.role = "29-2072"}).assumed, "a whole occupation has no next roles"));
  CHECK(says(asked({.release = "2022"}).assumed, "places are left out"));
}

TEST_CASE("the best places are ranked twice") {
  const auto answer = asked(coder, {.only = {ChangeKind::Place}, .best_places = 3});
  const auto count = [&](int Change::*rank) {
    return std::ranges::count_if(answer.changes, [&](const Change& one) { return one.*rank > 0; });
  };
  CHECK(count(&Change::rank) == 3);
  CHECK(count(&Change::adjusted_rank) == 3);
  CHECK(find(answer, "OH") == nullptr);
  for (const auto& change : answer.changes) {
    if (change.parity) {
      CHECK(*change.adjusted_to == Approx(change.to.p50() * 100 / *change.parity));
    }
    for (const auto& other : answer.changes) {
      if (change.rank > 0 && (other.rank == 0 || other.rank > change.rank)) {
        CHECK(change.gain() >= other.gain());
      }
    }
  }
  CHECK(asked({.remote = true}, {.only = {ChangeKind::Place}}).changes.size() == 5);  // no parity to adjust by
}

TEST_CASE("kinds are chosen by word") {
  const auto answer = asked(coder, {.only = {ChangeKind::Role, ChangeKind::Setting}});
  CHECK(std::ranges::all_of(answer.changes, [](const Change& one) {
    return one.kind == ChangeKind::Role || one.kind == ChangeKind::Setting;
  }));
  CHECK(std::ranges::any_of(answer.not_priced, [](const NotPriced& one) { return one.id == "self-employed"; }));
  CHECK(change_kind("certs") == ChangeKind::Credential);
  const Error error = error_of([] { return change_kind("cert"); });
  CHECK(std::string(error.what()) == "\"cert\" is not a kind of change");
  CHECK(error.hint().starts_with("did you mean certs?"));
}

TEST_CASE("a next role says what people typically bring to it, as BLS says of its occupation") {
  const auto answer = advise::what_if(
      test::model(), test::ask({.role = "medical-coder", .education = "associate", .state = "OH"}).facts(),
      {.only = {ChangeKind::Role}});
  const auto role = [&](Text id) { return *std::ranges::find(answer.changes, id, &Change::id); };
  CHECK(role("cdi-specialist").requires_first.find("registered nurse's license") != std::string::npos);
  CHECK(role("cdi-specialist").prerequisite == Prerequisite::Unknown);
  CHECK(role("coding-auditor").prerequisite == Prerequisite::Met);
  CHECK(role("coding-auditor").requires_first.starts_with("typically "));
}

}  // namespace
}  // namespace hisalary::advise
