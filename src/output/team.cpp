// SPDX-License-Identifier: MIT
#include "team.hpp"

#include <algorithm>
#include <cmath>

#include "base/format.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using advise::TeamGroup;
using advise::TeamTable;

constexpr int thousandths = 3;

/// What the figures are not.
constexpr const char* no_finding =
    "compa-ratio: pay over the median of people with the same facts, as far as they were given. Facts that were not "
    "given, and what no fact says (performance, hours, shift, time in the job), may explain a difference between "
    "groups; these figures find no cause and are no statistical test";

std::string name_of(const TeamGroup& group) {
  if (group.pooled > 0) {
    return group.pooled == 1 ? "(another group)"
                             : "(" + grouped(static_cast<std::int64_t>(group.pooled)) + " smaller groups)";
  }
  return group.name.empty() ? "(blank)" : group.name;
}

Value share(const TeamGroup& group) {
  constexpr double percent = 100;
  Value exact = fixed(group.share_below_p25(), thousandths);
  return std::move(exact).shown_as(formatted("{}%", std::lround(percent * group.share_below_p25())));
}

Value ratio(double exact) {
  constexpr int shown_decimals = 2;
  return fixed(exact, thousandths).shown_as(formatted("{:.{}f}", exact, shown_decimals));
}

Value count_of(std::uint64_t people) {
  const auto whole = static_cast<std::int64_t>(people);
  return Value(whole).shown_as(grouped(whole));
}

/// The figures of a group; nothing but the count for nobody.
Members figures_of(const TeamGroup& group) {
  const bool any = group.people > 0;
  return {
      {"people", count_of(group.people)},
      {"payroll", dollars(group.payroll)},
      {"market_payroll", dollars(group.market)},
      {"compa_ratio", any ? ratio(group.ratio()) : Value()},
      {"median_compa_ratio", any ? ratio(group.median_ratio) : Value()},
      {"share_below_p25", any ? share(group) : Value()},
  };
}

Members group_of(const std::string& by, const TeamGroup& group) {
  const bool pooled = group.pooled > 0;
  Members out{
      {".by", by},
      {"id", pooled ? Value() : Value(group.id)},
      {"name", pooled ? Value() : Value(group.name)},
      {".name", name_of(group)},
      {"groups", Value(pooled ? group.pooled : 1)},
  };
  std::ranges::move(figures_of(group), std::back_inserter(out));
  return out;
}

Values groups_of(const TeamTable& table) {
  return list_of(table.groups, [&](const TeamGroup& group) { return group_of(table.by, group); });
}

void show_table(Page& page, const TeamTable& table) {
  if (table.groups.empty()) {
    page.aside("by " + table.by + ": fewer than five people with pay; not shown");
    page.line();
    return;
  }
  page.table({{left(".name", "by " + table.by), right("people", "people"), right("payroll", "payroll").from(76),
               right("market_payroll", "at the median").from(76), right("compa_ratio", "compa-ratio"),
               right("median_compa_ratio", "median"), right("share_below_p25", "below p25")},
              groups_of(table)});
  page.line();
}

void show(Page& page, const TeamView& view, const Value& whole) {
  const TeamGroup& all = view.team.whole;
  page.title("Team: " + grouped(static_cast<std::int64_t>(all.people)) + " with pay, of " +
             grouped(static_cast<std::int64_t>(view.answered)) + " answered");
  if (all.people == 0) {
    page.say("No row has pay: name a column pay or salary, or use --map pay=\"Heading\".");
    return;
  }
  page.say("Payroll " + whole.at("payroll").words() + " a year; at the median of people like them " +
           whole.at("market_payroll").words() + ": compa-ratio " + whole.at("compa_ratio").words() + ". Half have " +
           whole.at("median_compa_ratio").words() + " or more; " + whole.at("share_below_p25").words() +
           " are below p25, where a quarter would be expected.");
  page.line();
  for (const TeamTable& table : view.team.tables) {
    show_table(page, table);
  }
  page.aside("Groups of fewer than five people are not shown by themselves.");
  page.aside(capital(no_finding) + ".");
}

}  // namespace

Result team(const TeamView& view, const Screen& screen) {
  Result out(view.dataset, "team", screen);
  const Members whole = figures_of(view.team.whole);
  show(out.page, view, whole);
  out.add("people", view.people);
  out.add("answered", view.answered);
  out.add("team", whole);
  out.add("tables", list_of(view.team.tables, [](const TeamTable& table) {
            return Members{{"by", table.by}, {"groups", groups_of(table)}};
          }));
  out.add("caveats", std::vector<std::string>{no_finding});

  out.table.columns = {Column(".by", "by"),      Column("id"),
                       Column(".name", "name"),  Column("people"),
                       Column("payroll"),        Column("market_payroll"),
                       Column("compa_ratio"),    Column("median_compa_ratio"),
                       Column("share_below_p25")};
  Members first{{".by", "team"}, {".name", ""}};
  std::ranges::copy(whole, std::back_inserter(first));
  out.table.records.emplace_back(first);
  for (const TeamTable& table : view.team.tables) {
    std::ranges::move(groups_of(table), std::back_inserter(out.table.records));
  }
  return out;
}

}  // namespace hisalary::output
