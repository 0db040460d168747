// SPDX-License-Identifier: MIT
#include "whatif.hpp"

#include <algorithm>
#include <cmath>

#include "advise/parity.hpp"
#include "base/format.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using advise::Change;
using advise::ChangeKind;
using advise::Prerequisite;

const Money yearly(Period::Year);

constexpr std::size_t p25 = 1;
constexpr std::size_t p50 = 2;
constexpr std::size_t p75 = 3;

/// What no publication prices at all, and what a gain is not.
constexpr const char* never_priced = "size of employer and soft skills: guides praise them, no publication prices them";
constexpr const char* no_promise =
    "a gain is the difference between people who have this and people who do not; it is no promise that the change "
    "brings it";

std::string_view name_of(ChangeKind kind) {
  return name_at<6>({"credential", "degree", "skill", "role", "setting", "place"}, kind);
}

std::string_view status_of(Prerequisite prerequisite) {
  return name_at<4>({"met", "missing", "unknown", "not_found"}, prerequisite);
}

std::string asks(const Change& change) {
  const auto words = name_at<4>({"met: ", "missing: ", "not known if met: ", "not found"}, change.prerequisite);
  const bool found = change.prerequisite != Prerequisite::NotFound;
  return std::string(words) + (found ? std::string(change.credential->prerequisite) : "");
}

Value fee(const std::optional<double>& dollars) {
  return dollars ? Value(*dollars).shown_as("$" + grouped(std::llround(*dollars))) : Value();
}

/// Rounded up: to a tenth of a month, for people to whole months.
Value months_to_pay_back(const Change& change) {
  const auto exact = change.months_to_pay_back();
  if (!exact) {
    return {};
  }
  constexpr double tenths = 10;
  return Value(std::ceil(*exact * tenths) / tenths).shown_as(counted(std::max(1.0, std::ceil(*exact)), "month"));
}

Members three_of(const Percentiles& pay) {
  return {{"p25", dollars(pay.p25())}, {"p50", dollars(pay.p50())}, {"p75", dollars(pay.p75())}};
}

Value prerequisite_of(const Change& change) {
  if (change.credential == nullptr) {
    return {};
  }
  return Members{
      {"status", status_of(change.prerequisite)},
      {"text", filled(change.credential->prerequisite)},
      {".asks", asks(change)},
  };
}

Value cost_of(const Change& change) {
  if (change.credential == nullptr) {
    return {};
  }
  const Credential& credential = *change.credential;
  Value months = months_to_pay_back(change);
  const bool never = months.is_nothing() && change.fee();
  return Members{
      {"exam_fee_member", fee(credential.exam_fee_member)},
      {"exam_fee_nonmember", fee(credential.exam_fee_nonmember)},
      {"renewal", filled(credential.renewal)},
      {"months_to_pay_back", months},
      {".paid_back", never ? Value("never") : months},
      {"note", filled(credential.note)},
  };
}

Value rank_of(int rank) { return rank == 0 ? Value() : Value(rank); }

Value place_of(const Change& change) {
  if (change.kind != ChangeKind::Place) {
    return {};
  }
  const auto& from = change.adjusted_from;
  const auto& to = change.adjusted_to;
  return Members{
      {"price_parity", parity(change.parity)},
      {"adjusted_gain", from && to ? output::change(yearly, yearly.units(*to) - yearly.units(*from)) : Value()},
      {".adjusted", to ? dollars(*to) : Value()},
      {"rank", rank_of(change.rank)},
      {"adjusted_rank", rank_of(change.adjusted_rank)},
      {"wages", output::name_of(change.wages)},
  };
}

bool is_estimated_place(const Change& change) {
  return change.kind == ChangeKind::Place && change.wages == CellKind::Estimated;
}

Members change_of(const Tables& tables, const Change& change) {
  const std::string label = change_label(tables, change);
  return {
      {"kind", name_of(change.kind)},
      {"id", change.id},
      {"label", Value(label).shown_as(label + (is_estimated_place(change) ? " (estimated)" : ""))},
      {"gain", output::change(yearly, gain_at(change, p50))},
      {"gain_p25", output::change(yearly, gain_at(change, p25))},
      {"gain_p75", output::change(yearly, gain_at(change, p75))},
      {"from", three_of(change.from)},
      {"to", three_of(change.to)},
      {"prerequisite", prerequisite_of(change)},
      {"cost", cost_of(change)},
      {"place", place_of(change)},
  };
}

/// The records of the changes that a table shows.
Values records_of(const WhatIfView& view, const Values& changes, auto&& wanted) {
  Values out;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (wanted(view.answer.changes[i])) {
      out.push_back(changes[i]);
    }
  }
  return out;
}

void show_ranked(Page& page, const WhatIfView& view, const Values& changes) {
  const Values ranked = records_of(
      view, changes, [](const Change& change) { return change.kind != ChangeKind::Place || change.rank > 0; });
  if (ranked.empty()) {
    page.say("Nothing that was asked for has a price.");
    page.line();
    return;
  }

  page.table({{left("label", "what if"), left("kind", "kind"), right("gain", "adds a year"),
               right("gain_p25", "at p25"), right("gain_p75", "at p75")},
              ranked,
              Narrow::BlocksIfSmall});
  page.line();
  const bool estimated = std::ranges::any_of(view.answer.changes, is_estimated_place);
  page.aside(
      std::string("adds: between the medians of the two estimates; at p25 and p75: between their lower and upper "
                  "quarters, the range of the gain") +
      (estimated ? "; estimated: BLS does not publish all of the place's wages for this work" : ""));
  page.line();
}

/// Texts by what they have in common, in order of first appearance.
using Groups = std::vector<std::pair<std::string, std::vector<std::string>>>;

void add_to(Groups& groups, const std::string& key, std::string member) {
  auto group = std::ranges::find(groups, key, &Groups::value_type::first);
  if (group == groups.end()) {
    group = groups.insert(group, {key, {}});
  }
  group->second.push_back(std::move(member));
}

void show_costs(Page& page, const WhatIfView& view, const Values& changes) {
  const Values credentials =
      records_of(view, changes, [](const Change& change) { return change.credential != nullptr; });
  if (credentials.empty()) {
    return;
  }

  page.table({{left("id", "credential"), right("cost.exam_fee_nonmember", "exam").or_else("not found"),
               right("cost.exam_fee_member", "member").or_else("not found"), left("cost..paid_back", "paid back"),
               left("prerequisite..asks", "asks for")},
              credentials,
              Narrow::BlocksIfSmall});
  page.line();

  Groups renewals;
  for (const Value& one : credentials) {
    const Value& renewal = one.at("cost.renewal");
    add_to(renewals, renewal.is_nothing() ? "not found" : renewal.words(), one.at("id").words());
  }
  for (const auto& [renewal, ids] : renewals) {
    page.labelled(&renewal == &renewals.front().first ? "renewal" : "", joined(ids) + ": " + renewal);
  }
  page.labelled("paid back",
                "by the gain before tax, the exam fee alone (the members' where no other is known): no study, degree, "
                "membership or renewal",
                Ink::Faint);
  page.line();
}

void show_places(Page& page, const WhatIfView& view, const Values& changes) {
  Values best = records_of(view, changes, [](const Change& change) { return change.adjusted_rank > 0; });
  if (best.empty()) {
    return;
  }

  std::ranges::sort(best, {},
                    [](const Value& one) { return std::get<std::int64_t>(one.at("place.adjusted_rank").content()); });
  page.table({{left("label", "best places after prices"), right("gain", "adds"), right("place.price_parity", "prices"),
               right("place..adjusted", "adjusted"), right("place.adjusted_gain", "adds adjusted")},
              best,
              Narrow::BlocksIfSmall});
  page.line();
  page.labelled("prices", about_prices(view.dataset.tables()), Ink::Faint);
  page.line();
}

void show_not_priced(Page& page, const WhatIfView& view) {
  Groups reasons;
  for (const auto& one : view.answer.not_priced) {
    add_to(reasons, one.why, std::string(one.id));
  }
  page.line("  " + page.ink(Ink::Faint, "not priced"));
  for (const auto& [why, ids] : reasons) {
    page.say(joined(ids) + ": " + why);
  }
  page.say(never_priced);
  page.line();
}

std::string titled(List<auto> rows, Text id) {
  const auto row = std::ranges::find(rows, id, [](const auto& one) { return one.id; });
  return std::string(row == rows.end() ? id : row->title);
}

std::string credential_label(const Tables& tables, const Change& change) {
  std::string label(change.id);
  const Credential& credential = *change.credential;
  for (const Text had : held(tables.credentials, *change.before.credentials)) {
    if (std::ranges::find(credential.supersedes, had) != credential.supersedes.end()) {
      return label + " (step up from " + std::string(had) + ")";
    }
  }
  const Text former = credential.former_name;
  return former.empty() ? label : label + " (formerly " + std::string(former.substr(0, former.find(' '))) + ")";
}

void show(Result& out, const WhatIfView& view, const Values& changes) {
  const auto& now = view.answer.now;
  Page& page = out.page;
  page.title(person(view.dataset.tables(), now.profile) + ", " + place(now.profile));
  page.line("  " + page.ink(Ink::Strong, yearly.text(now.pay.p50()) + " a year now"));
  page.line();
  show_ranked(page, view, changes);
  show_costs(page, view, changes);
  show_places(page, view, changes);
  show_not_priced(page, view);
  for (const auto& text : view.answer.assumed) {
    page.labelled("assumed", text);
  }
  out.caveats("note", view.notes);
  out.caveats("caveat", now.caveats);
  out.caveat_of_document(never_priced);
  out.caveat("caveat", no_promise);
  page.line();
  page.aside(capital(dollars_of(now)) + ". One change at a time, all else equal.");
}

std::vector<const Source*> sources_of(const WhatIfView& view) {
  auto sources = view.answer.sources;
  const auto& changes = view.answer.changes;
  const bool places = std::ranges::find(changes, ChangeKind::Place, &Change::kind) != changes.end();
  const Source* const prices = advise::parity_source(view.dataset.tables());
  if (places && prices != nullptr) {
    sources.push_back(prices);
  }
  return sources;
}

}  // namespace

std::int64_t gain_at(const Change& change, std::size_t percentile) {
  return yearly.units(change.to.dollars[percentile]) - yearly.units(change.from.dollars[percentile]);
}

std::string change_label(const Tables& tables, const Change& change) {
  switch (change.kind) {
    case ChangeKind::Credential: return credential_label(tables, change);
    case ChangeKind::Education: return titled(tables.education, change.id);
    case ChangeKind::Skill: return titled(tables.skills, change.id);
    case ChangeKind::Role: return titled(tables.roles, change.id);
    case ChangeKind::Setting: return titled(tables.settings, change.id);
    default: return std::string(change.after.area->title);
  }
}

Result what_if(const WhatIfView& view, const Screen& screen) {
  const Tables& tables = view.dataset.tables();
  const auto& answer = view.answer;
  Result out(view.dataset, "whatif", screen);
  const Values changes = list_of(answer.changes, [&](const Change& change) { return change_of(tables, change); });
  show(out, view, changes);

  out.add(asked_of(view.dataset, answer.now.profile, answer.now.as_of, yearly));
  out.add("pay", percentiles_of(yearly, answer.now.pay));
  out.add("changes", changes);
  out.add("not_priced", list_of(answer.not_priced, [](const advise::NotPriced& one) {
            return Members{{"kind", name_of(one.kind)}, {"id", one.id}, {"why", one.why}};
          }));
  out.add("assumed", answer.assumed);
  out.end_with(sources_of(view));
  out.table = {{"kind", "id", "label", "gain", "gain_p25", "gain_p75", Column("from.p50", "p50_before"),
                Column("to.p50", "p50_after"), Column("prerequisite.status", "prerequisite_status"),
                Column("prerequisite.text", "prerequisite"), Column("cost.exam_fee_member", "exam_fee_member"),
                Column("cost.exam_fee_nonmember", "exam_fee_nonmember"), Column("cost.renewal", "renewal"),
                Column("cost.months_to_pay_back", "months_to_pay_back"), Column("place.price_parity", "price_parity"),
                Column("place.adjusted_gain", "adjusted_gain")},
               changes};
  return out;
}

}  // namespace hisalary::output
