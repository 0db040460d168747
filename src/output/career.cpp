// SPDX-License-Identifier: MIT
#include "career.hpp"

#include <cmath>

#include "base/format.hpp"
#include "base/number.hpp"
#include "career_chart.hpp"
#include "data/tables.hpp"
#include "parts.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

const Money yearly(Period::Year);

/// Screens that show the raise in dollars, too, and the pay of staying beside that of a path.
constexpr std::size_t wide = 80;

/// Both ways of a career; `along` is empty without a path.
struct Ways {
  std::vector<CareerRow> staying;
  std::vector<CareerRow> along;
  [[nodiscard]] const std::vector<CareerRow>& main() const { return along.empty() ? staying : along; }
};

std::string title_of(const advise::PathStep& step) { return std::string(step.role->title); }

/// One year; `work` is its role, `name` says whether that is staying or the path.
Members row_of(const Money& money, const CareerRow& row, const char* name, Text work) {
  const auto& percent = row.raise_percent;
  return {
      {".career", name},
      {".role", work},
      {"years", row.years},
      {"p25", amount(money, row.p25)},
      {"p50", amount(money, row.p50)},
      {"p75", amount(money, row.p75)},
      {"raise", row.raise ? change(money, *row.raise) : Value()},
      {"raise_percent", percent ? Value(*percent).shown_as(formatted("{:+.1f}%", *percent)) : Value()},
      {"earned", row.earned},
  };
}

Values staying_of(const CareerView& view, const std::vector<CareerRow>& rows) {
  return list_of(rows, [&](const CareerRow& row) { return row_of(view.money, row, "staying", work_id(view.person)); });
}

/// The years of a path say their role after the years; in a table for people the role stands where a step begins, and
/// the pay of staying beside it.
Values along_of(const CareerView& view, const Ways& ways) {
  Values out;
  for (std::size_t i = 0; i < ways.along.size(); ++i) {
    const CareerRow& row = ways.along[i];
    const Role& role = *view.career.begins[row.step].step.role;
    const bool begins = i == 0 || row.step != ways.along[i - 1].step;
    Members record = row_of(view.money, row, "path", role.id);
    constexpr std::ptrdiff_t behind_years = 3;
    record.insert(record.begin() + behind_years, {"role", role.id});
    record.push_back({".begins", begins ? Value(role.title) : Value()});
    record.push_back({".staying", amount(view.money, ways.staying[i].p50)});
    out.emplace_back(std::move(record));
  }
  return out;
}

Members sum_of(const CareerSum& sum) {
  return {{"p25", dollars(sum.p25)}, {"p50", dollars(sum.p50)}, {"p75", dollars(sum.p75)}};
}

Value path_of(const CareerView& view, const Ways& ways, const Values& along) {
  if (!view.path) {
    return {};
  }
  return Members{
      {"default", view.path->by_default},
      {"steps", list_of(view.career.begins,
                        [](const advise::PathBegin& begin) {
                          return Members{
                              {"role", begin.step.role->id}, {"title", begin.step.role->title}, {"begins", begin.years},
                              {"years", begin.step.years},   {"reached", begin.reached},
                          };
                        })},
      {"years", along},
      {"sum", sum_of(career_sum(ways.along))},
  };
}

void show_title(Page& page, const CareerView& view, const Ways& ways) {
  Facts then = view.person;
  then.years.reset();
  page.paragraph("",
                 person(view.dataset.tables(), then) + ", " + place(then) + ": " +
                     number_text(ways.staying.front().years) + " to " + number_text(ways.staying.back().years) +
                     " years of experience",
                 Ink::Strong);
  std::vector<std::string> steps;
  for (const auto& begin : view.career.begins) {
    const auto& years = begin.step.years;
    steps.push_back(title_of(begin.step) + (years ? " for " + counted(*years, "year") : ""));
  }
  if (!steps.empty()) {
    page.paragraph("along the path ", joined(steps, ", then "));
  }
  page.line();
}

void show_years(Page& page, const Ways& ways, const Values& records) {
  const bool path = !ways.along.empty();
  Table table{{right("years", "years"), right("p25", "p25"), right("p50", "median"), right("p75", "p75"),
               right("raise", "raise").from(wide), right("raise_percent", "%").from(wide),
               right("raise_percent", "raise").up_to(wide - 1)},
              {}};
  if (path) {
    table.columns.push_back(right(".staying", "staying").from(wide));
    table.columns.push_back(left(".begins", "role"));
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (in_short_table(ways.main(), i)) {
      table.records.push_back(records[i]);
    }
  }
  page.table(table);
  page.aside("raise: of the median, over the year before");
  page.line();
}

Members sum_row(const char* name, Value p25, Value p50, Value p75) {
  return {{"name", name}, {"p25", std::move(p25)}, {"p50", std::move(p50)}, {"p75", std::move(p75)}};
}

void show_sums(Page& page, const Ways& ways) {
  const CareerSum stay = career_sum(ways.staying);
  Table table{{left("name", "earned over " + counted(static_cast<double>(ways.staying.size() - 1), "year")),
               right("p25", "always at p25"), right("p50", "median"), right("p75", "always at p75")},
              {sum_row("staying", dollars(stay.p25), dollars(stay.p50), dollars(stay.p75))}};
  if (!ways.along.empty()) {
    const CareerSum path = career_sum(ways.along);
    table.records.emplace_back(sum_row("along the path", dollars(path.p25), dollars(path.p50), dollars(path.p75)));
    table.records.emplace_back(sum_row("difference", change(yearly, path.p25 - stay.p25),
                                       change(yearly, path.p50 - stay.p50), change(yearly, path.p75 - stay.p75)));
  }
  page.table(table);
  page.aside("in today's dollars, before tax, not discounted; every year but the last counts");
  page.line();
}

void show(Result& out, const CareerView& view, const Ways& ways, const Values& records) {
  Page& page = out.page;
  show_title(page, view, ways);
  draw_career(page, view.money, ways.main(), ways.along.empty() ? std::vector<CareerRow>{} : ways.staying);
  page.line();
  show_years(page, ways, records);
  show_sums(page, ways);
  out.caveats("note", career_caveats(view, page.screen()));
  page.line();
  page.aside(capital(dollars_of(view.career.first)) + (view.money.period() == Period::Hour ? ", an hour" : ", a year") +
             ". Every year: " + page.spelled("json") + " or " + page.spelled("format") + " csv");
}

}  // namespace

std::vector<CareerRow> career_rows(const std::vector<advise::CareerYear>& years, const Money& money) {
  std::vector<CareerRow> rows;
  constexpr double percent = 100;
  constexpr double tenths = 10;
  for (const auto& year : years) {
    CareerRow row;
    row.years = year.years;
    row.step = year.step;
    row.pay = year.pay;
    row.p25 = money.units(year.pay.p25());
    row.p50 = money.units(year.pay.p50());
    row.p75 = money.units(year.pay.p75());
    if (!rows.empty()) {
      const CareerRow& before = rows.back();
      row.raise = row.p50 - before.p50;
      row.raise_percent =
          std::round(percent * tenths * static_cast<double>(*row.raise) / static_cast<double>(before.p50)) / tenths;
      row.earned = before.earned + yearly.units(before.pay.p50());
    }
    rows.push_back(row);
  }
  return rows;
}

CareerSum career_sum(const std::vector<CareerRow>& rows) {
  CareerSum sum;
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    sum.p25 += yearly.units(rows[i].pay.p25());
    sum.p50 += yearly.units(rows[i].pay.p50());
    sum.p75 += yearly.units(rows[i].pay.p75());
  }
  return sum;
}

bool in_short_table(const std::vector<CareerRow>& rows, std::size_t i) {
  constexpr std::size_t first_years = 3;
  constexpr std::size_t every = 5;
  return i <= first_years || i % every == 0 || i + 1 == rows.size() || rows[i].step != rows[i - 1].step;
}

// The notes, the path's assumption, the estimates' caveats, and what a career is not.
std::vector<std::string> career_caveats(const CareerView& view, const Screen& screen) {
  std::vector<std::string> out = view.notes;
  const bool options = screen.spelled != plain_name;
  if (!view.person.years) {
    const std::string years = screen.spelled("years");
    out.push_back("no " + years + " given: the career begins at 0 years of experience");
  }
  if (view.path && view.path->by_default) {
    out.push_back(
        "the default path is an assumption of this project: the role that follows with the smallest step up in rank, " +
        std::to_string(advise::assumed_years) + " years in each; no publication gives such years");
  }
  for (const auto& begin : view.career.begins) {
    if (!begin.reached) {
      out.push_back(title_of(begin.step) + " would begin at " + number_text(begin.years) +
                    " years, past the end of this career" + (options ? " (" + screen.spelled("to") + ")" : ""));
    }
  }
  const bool promotions =
      view.person.role != nullptr && view.person.role->curve == "career" && view.person.level == nullptr;
  if (promotions) {
    out.push_back("for a " + std::string(view.person.role->title) +
                  " promotions are part of what years bring, so staying includes them");
  }
  out.insert(out.end(), view.career.caveats.begin(), view.career.caveats.end());
  out.emplace_back(
      "this is what people with so many years earn today, in today's dollars, not a forecast and not a promise of a "
      "promotion");
  return out;
}

Result career(const CareerView& view, const Screen& screen) {
  Result out(view.dataset, "career", screen);
  const Ways ways{career_rows(view.career.staying, view.money), career_rows(view.career.along, view.money)};
  const Values staying = staying_of(view, ways.staying);
  const Values along = along_of(view, ways);
  show(out, view, ways, along.empty() ? staying : along);

  out.add(asked_of(view.dataset, view.person, view.career.first.as_of, view.money));
  out.add("from", ways.staying.front().years);
  out.add("to", ways.staying.back().years);
  out.add("staying", Members{{"years", staying}, {"sum", sum_of(career_sum(ways.staying))}});
  out.add("path", path_of(view, ways, along));
  out.end_with(view.career.sources);

  out.table = {{".career", "years", ".role", "p25", "p50", "p75", "raise", "raise_percent", "earned"}, staying};
  out.table.records.insert(out.table.records.end(), along.begin(), along.end());
  return out;
}

}  // namespace hisalary::output
