// SPDX-License-Identifier: MIT
#include "whatif.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "advise/parity.hpp"
#include "base/format.hpp"
#include "model/parameters.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "standing.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using namespace std::string_literals;
using advise::Change;
using advise::ChangeKind;

bool hourly(const WhatIfView& view) { return view.money.period() == Period::Hour; }

/// What no publication prices at all, and what a gain is not.
constexpr const char* never_priced =
    "size of employer and soft skills: career guides praise them, but no publication puts a price on them";
constexpr const char* no_promise =
    "a gain is the difference between people who have this and people who do not, not a promise that the change "
    "will bring it";

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

/// Credentials with the same figures rest on one assumption: they are one line.
Values merged(const Values& records) {
  Values out;
  std::string before;
  std::string labels;
  for (const Value& record : records) {
    const bool credential = record.at("kind").words() == "credential";
    const std::string figures =
        record.at("gain").words() + " " + record.at("gain_p25").words() + " " + record.at("gain_p75").words();
    const bool same = credential && figures == before;
    labels = (same ? labels + ", " : "") + record.at("label").words();
    if (same) {
      out.pop_back();
    }
    Members row = std::get<Members>(record.content());
    row.push_back({".labels", labels});
    out.emplace_back(std::move(row));
    before = credential ? figures : "";
  }
  return out;
}

constexpr std::size_t best_of_kind = 3;

/// The changes that the page shows: of each kind the best, or all.
std::vector<bool> shown_of(const WhatIfView& view) {
  const auto& changes = view.answer.changes;
  std::vector<bool> shown;
  std::array<std::size_t, 6> seen{};
  for (const Change& change : changes) {
    const bool ranked = change.kind != ChangeKind::Place || change.rank > 0;
    std::size_t& before = seen[static_cast<std::size_t>(change.kind)];
    shown.push_back(ranked && (view.all || before < best_of_kind));
    before += ranked ? 1 : 0;
  }
  return shown;
}

/// The records of a kind, as many as the page shows; credentials with the same figures as one.
Values shown_records(const WhatIfView& view, const Values& changes, ChangeKind kind) {
  const Values all = merged(records_of(view, changes, [&](const Change& change) {
    return change.kind == kind && (change.kind != ChangeKind::Place || change.rank > 0);
  }));
  return view.all || all.size() <= best_of_kind ? all : Values(all.begin(), all.begin() + best_of_kind);
}

std::size_t count_of(const WhatIfView& view, ChangeKind kind) {
  return static_cast<std::size_t>(std::ranges::count_if(view.answer.changes, [&](const Change& change) {
    return change.kind == kind && (kind != ChangeKind::Place || change.rank > 0);
  }));
}

/// A bar as long as a gain is large.
std::string bar_of(const Page& page, double gain, double largest) {
  const double longest = page.screen().width < 76 ? 8 : 12;
  const double share = largest > 0 ? std::clamp(gain / largest, 0.0, 1.0) : 0;
  const auto length = static_cast<std::size_t>(std::lround(share * longest));
  std::string bar;
  for (std::size_t i = 0; i < length; ++i) {
    bar += page.screen().utf8 ? "\u2588" : "#";
  }
  return bar;
}

/// All kinds in one table, each under its heading.
Values grouped_records(const Page& page, const WhatIfView& view, const Values& changes) {
  constexpr std::array<const char*, 6> headings{"Credentials", "Degrees",   "Skills",
                                                "Next roles",  "Employers", "Places"};
  double largest = 0;
  std::ranges::for_each(view.answer.changes, [&](const Change& one) { largest = std::max(largest, one.gain()); });
  Values rows;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const auto kind = static_cast<ChangeKind>(i);
    const Values records = shown_records(view, changes, kind);
    const std::size_t all = count_of(view, kind);
    std::string heading = headings[i];
    heading += !view.all && all > best_of_kind
                   ? " (best " + std::to_string(records.size()) + " of " + std::to_string(all) + ")"
                   : "";
    if (!records.empty()) {
      rows.emplace_back(Members{{".labels", heading}, {".heads", true}});
    }
    for (const Value& record : records) {
      Members row = std::get<Members>(record.content());
      const auto& gain = record.at("gain").content();
      const double dollars = std::holds_alternative<std::int64_t>(gain)
                                 ? static_cast<double>(std::get<std::int64_t>(gain))
                                 : std::get<Value::Fixed>(gain).number * hours_a_year;
      row.push_back({".bar", bar_of(page, dollars, largest)});
      rows.emplace_back(std::move(row));
    }
  }
  return rows;
}

void show_ranked(Page& page, const WhatIfView& view, const Values& changes) {
  const Values rows = grouped_records(page, view, changes);
  if (rows.empty()) {
    page.say("Nothing you asked for has a price.");
    page.line();
    return;
  }

  constexpr std::size_t with_grade = 66;
  constexpr std::size_t with_range = 96;
  page.table(
      {{left(".labels", "what if"), left(".bar", ""), right("gain", hourly(view) ? "adds an hour" : "adds a year"),
        right("gain_p25", "at p25").from(with_range), right("gain_p75", "at p75").from(with_range),
        left("grade", "grade").from(with_grade)},
       rows,
       Narrow::BlocksIfSmall});
  page.line();
  const bool marked =
      std::ranges::any_of(view.answer.changes, [](const Change& change) { return !mark_of(change).empty(); });
  page.aside(
      (view.answer.standing ? "adds: from your pay now to the pay at the same percentile after the change"s
                            : "adds: between the medians of the two estimates"s) +
      (page.screen().width >= with_range ? "; at p25 and p75: between their lower and upper quarters" : "") +
      (marked ? "; estimated: BLS does not publish all of the place's wages for this work; few jobs: it does, on few"
              : "") +
      (view.all ? "" : ". Everything: " + page.spelled("all")));
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
  Values credentials;
  const std::vector<bool> shown = shown_of(view);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (shown[i] && view.answer.changes[i].credential != nullptr) {
      credentials.push_back(changes[i]);
    }
  }
  if (credentials.empty()) {
    return;
  }

  page.table({{left("id", "credential"), right("cost.exam_fee_nonmember", "exam").or_else("not found"),
               right("cost.exam_fee_member", "member").or_else("not found"),
               right("cost.five_years", "five years").or_else("-"), left("cost..paid_back", "paid back"),
               left("prerequisite..asks", "requires")},
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
  page.labelled(
      "paid back",
      "the exam fee (the members' where no other is known) by the gain before tax, less renewal where it is "
      "known; counted from the end of study. Five years: the fee and the renewals. Study, a degree and time are "
      "not in it: no figure here says what they cost",
      Ink::Faint);
  page.line();
}

/// What the next roles ask for, as BLS says of the occupation in which the most of each lies.
void show_requirements(Page& page, const WhatIfView& view, const Values& changes) {
  const Values roles = records_of(view, changes, [](const Change& change) { return !change.requires_first.empty(); });
  for (const Value& role : roles) {
    page.labelled(&role == &roles.front() ? "requires" : "",
                  role.at("label").words() + ": " + role.at("prerequisite..asks").words());
  }
  if (!roles.empty()) {
    page.line();
  }
}

void show_places(Page& page, const WhatIfView& view, const Values& changes) {
  Values best = records_of(view, changes, [](const Change& change) { return change.adjusted_rank > 0; });
  if (best.empty()) {
    return;
  }

  std::ranges::sort(best, {},
                    [](const Value& one) { return std::get<std::int64_t>(one.at("place.adjusted_rank").content()); });
  page.table({{left("label", "best places after cost of living"), right("gain", "adds"),
               right("place.price_parity", "cost of living"), right("place..adjusted", "adjusted"),
               right("place.adjusted_gain", "adds adjusted")},
              best,
              Narrow::BlocksIfSmall});
  page.line();
  page.aside("Cost of living: " + about_prices(view.dataset.tables()));
  page.line();
}

/// "44 credentials, 22 skills".
std::string counts_of(const std::vector<advise::NotPriced>& all) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < 6; ++i) {
    const auto kind = static_cast<ChangeKind>(i);
    if (const auto count = std::ranges::count(all, kind, &advise::NotPriced::kind); count > 0) {
      parts.push_back(counted(static_cast<double>(count), name_of(kind)));
    }
  }
  return joined(parts);
}

void show_not_priced(Page& page, const WhatIfView& view) {
  if (!view.all) {
    const std::string counts = counts_of(view.answer.not_priced);
    page.labelled("not priced", (counts.empty() ? "" : counts + " (" + page.spelled("all") + " lists them); ") +
                                    std::string(never_priced));
    return;
  }
  page.line("  " + page.ink(Ink::Strong, "Not priced"));
  for (const auto& [why, ids] : reasons_of(view)) {
    page.say(joined(ids) + ": " + why);
  }
  page.say(never_priced);
  page.line();
}

void show(Result& out, const WhatIfView& view, const Values& changes) {
  const auto& now = view.answer.now;
  Page& page = out.page;
  page.labels_take(14);
  page.title(person(view.dataset.tables(), now.profile) + ", " + place(now.profile));
  if (view.answer.standing) {
    page.say(verdict(view.money, *view.answer.standing, now.pay), Ink::Strong);
  } else {
    page.line("  " + page.ink(Ink::Strong, about(page, view.money, now.pay.p50()) + " now"));
  }
  page.line();
  show_ranked(page, view, changes);
  show_costs(page, view, changes);
  show_requirements(page, view, changes);
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

}  // namespace

std::vector<const Source*> sources_of(const WhatIfView& view) {
  auto sources = view.answer.sources;
  const auto& changes = view.answer.changes;
  if (std::ranges::any_of(changes, [](const Change& change) { return !change.requires_first.empty(); })) {
    cite(sources, view.dataset.tables(), model::block(view.dataset.tables(), "projections.json").source);
  }
  const bool places = std::ranges::find(changes, ChangeKind::Place, &Change::kind) != changes.end();
  const Source* const prices = advise::parity_source(view.dataset.tables());
  if (places && prices != nullptr) {
    sources.push_back(prices);
  }
  return sources;
}

Values ranked_of(const WhatIfView& view, const Values& changes) {
  return merged(records_of(view, changes,
                           [](const Change& change) { return change.kind != ChangeKind::Place || change.rank > 0; }));
}

Groups reasons_of(const WhatIfView& view) {
  Groups reasons;
  for (const auto& one : view.answer.not_priced) {
    add_to(reasons, one.why, std::string(one.id));
  }
  return reasons;
}

Result what_if(const WhatIfView& view, const Screen& screen) {
  const auto& answer = view.answer;
  Result out(view.dataset, "whatif", screen);
  const Values changes = changes_of(view);
  show(out, view, changes);
  out.page.line();
  out.show_sources(sources_of(view));
  out.page.aside(about_grades);

  out.add(asked_of(view.dataset, answer.now.profile, answer.now.as_of, view.money));
  out.add("pay", percentiles_of(view.money, answer.now.pay));
  out.add("standing", standing_value(view.money, answer.standing ? &*answer.standing : nullptr, answer.now));
  out.add("changes", changes);
  out.add("not_priced", list_of(answer.not_priced, [](const advise::NotPriced& one) {
            return Members{{"kind", name_of(one.kind)}, {"id", one.id}, {"why", one.why}};
          }));
  out.add("assumed", answer.assumed);
  out.end_with(sources_of(view));
  out.table = {{"kind",
                "id",
                "label",
                "gain",
                "gain_p25",
                "gain_p75",
                "pay_before",
                "pay_after",
                Column("from.p50", "p50_before"),
                Column("to.p50", "p50_after"),
                Column("prerequisite.status", "prerequisite_status"),
                Column("prerequisite.text", "prerequisite"),
                Column("cost.exam_fee_member", "exam_fee_member"),
                Column("cost.exam_fee_nonmember", "exam_fee_nonmember"),
                Column("cost.renewal", "renewal"),
                Column("cost.renewal_a_year", "renewal_a_year"),
                Column("cost.five_years", "five_year_cost"),
                Column("cost.months_to_pay_back", "months_to_pay_back"),
                Column("place.price_parity", "price_parity"),
                Column("place.adjusted_gain", "adjusted_gain"),
                "source",
                "grade"},
               changes};
  return out;
}

}  // namespace hisalary::output
