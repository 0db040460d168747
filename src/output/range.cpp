// SPDX-License-Identifier: MIT
#include "range.hpp"

#include <algorithm>
#include <cmath>

#include "advise/reading.hpp"
#include "base/format.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using advise::PayRange;
using advise::RoleRange;

Value spread_of(const PayRange& range) {
  constexpr double percent = 100;
  constexpr int decimals = 3;
  return fixed(range.spread(), decimals).shown_as(formatted("{}%", std::lround(percent * range.spread())));
}

Value level_of(const PayRange& range) {
  return range.level == nullptr ? Value() : Value(range.level->id).shown_as(std::string(range.level->title));
}

Members range_of(const RangeView& view, const PayRange& range) {
  const Facts& job = range.estimate.profile;
  const Money& money = view.money;
  return {
      {".role", work_id(job)},
      {".title", work_title(job)},
      {".area", job.area == nullptr ? Text("US") : job.area->code},
      {".setting", id_of(job.setting)},
      {".as_of", range.estimate.as_of},
      {".period", money.name()},
      {"level", level_of(range)},
      {"minimum", amount(money, range.minimum)},
      {"midpoint", amount(money, range.midpoint)},
      {"maximum", amount(money, range.maximum)},
      {"spread", spread_of(range)},
      {"pay", percentiles_of(money, range.estimate.pay)},
      {"wages", name_of(range.estimate.market.kind)},
      {"confidence", name_of(range.estimate.confidence.level)},
  };
}

Members role_of(const RangeView& view, const RoleRange& one) {
  Members out{{"role", work_of(one.posted.estimate.profile)}};
  std::ranges::move(range_of(view, one.posted), std::back_inserter(out));
  out.push_back({"ladder", list_of(one.ladder, [&](const PayRange& range) { return range_of(view, range); })});
  return out;
}

/// The rows of the CSV: each role, and below it its levels.
Values rows_of(const RangeView& view) {
  Values rows;
  for (const RoleRange& one : view.roles) {
    rows.emplace_back(range_of(view, one.posted));
    for (const PayRange& range : one.ladder) {
      rows.emplace_back(range_of(view, range));
    }
  }
  return rows;
}

std::string percentile_words(double percentile) { return "p" + number_text(percentile); }

/// How minimum, midpoint and maximum were found.
std::string rule_words(const RangeView& view) {
  return percentile_words(view.rule.low) + " to " + percentile_words(view.rule.high) +
         " of people in this role there; the midpoint is their median; rounded to " + view.money.text(view.rule.round) +
         (view.money.period() == Period::Hour ? " an hour" : "");
}

std::vector<const Source*> sources_of(const RangeView& view) {
  std::vector<const Source*> out;
  for (const RoleRange& one : view.roles) {
    cite(out, one.posted.estimate.sources);
    for (const PayRange& range : one.ladder) {
      cite(out, range.estimate.sources);
    }
  }
  return out;
}

void show_role(Page& page, const RangeView& view, const RoleRange& one) {
  const Facts& job = one.posted.estimate.profile;
  const std::string unit = view.money.period() == Period::Hour ? " an hour" : " a year";
  page.title(person(view.dataset.tables(), job) + ", " + place(job));
  page.line(
      "  " +
      page.ink(Ink::Strong, view.money.text(one.posted.minimum) + " to " + view.money.text(one.posted.maximum) + unit) +
      page.ink(Ink::Faint,
               "   midpoint " + view.money.text(one.posted.midpoint) + ", spread " + spread_of(one.posted).words()));
  page.line();
  if (one.ladder.empty()) {
    page.aside(job.role != nullptr && !job.role->level.empty()
                   ? "No ladder: the role is a level already."
                   : "No ladder: no figure prices the levels of this work.");
  } else {
    page.table({{left("level", "level"), right("minimum", "minimum"), right("midpoint", "midpoint"),
                 right("maximum", "maximum"), right("spread", "spread")},
                list_of(one.ladder, [&](const PayRange& range) { return range_of(view, range); })});
  }
  page.line();
}

std::vector<std::string> caveats_of(const RangeView& view) {
  std::vector<std::string> out;
  for (const RoleRange& one : view.roles) {
    advise::add_new(out, one.posted.estimate.caveats);
  }
  out.emplace_back("this is what the market pays, not what an employer must pay or post");
  return out;
}

}  // namespace

Result ranges(const RangeView& view, const Screen& screen) {
  Result out(view.dataset, "range", screen);
  const auto sources = sources_of(view);
  for (const RoleRange& one : view.roles) {
    show_role(out.page, view, one);
  }
  out.page.labelled("rule", rule_words(view) + "; spread: the maximum over the minimum");
  out.page.labelled("sources", source_line(sources));
  out.caveats("note", view.notes);
  out.caveats("caveat", caveats_of(view));
  out.page.line();
  out.page.aside(capital(dollars_of(view.roles.front().posted.estimate)) + ".");

  const Facts& first = view.roles.front().posted.estimate.profile;
  out.add(asked_of(view.dataset, first, view.roles.front().posted.estimate.as_of, view.money));
  out.add("rule",
          Members{{"low", view.rule.low}, {"high", view.rule.high}, {"round", amount(view.money, view.rule.round)}});
  out.add("roles", list_of(view.roles, [&](const RoleRange& one) { return role_of(view, one); }));
  out.end_with(sources);
  out.table = {{Column(".role", "role"), Column(".title", "title"), "level", Column(".area", "area"),
                Column(".setting", "setting"), Column(".as_of", "as_of"), Column(".period", "period"), "minimum",
                "midpoint", "maximum", "spread", Column("pay.p10", "p10"), Column("pay.p25", "p25"),
                Column("pay.p50", "p50"), Column("pay.p75", "p75"), Column("pay.p90", "p90"), "wages", "confidence"},
               rows_of(view)};
  return out;
}

}  // namespace hisalary::output
