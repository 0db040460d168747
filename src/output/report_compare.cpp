// SPDX-License-Identifier: MIT
#include <algorithm>

#include "html_page.hpp"
#include "reports.hpp"
#include "svg_ranges.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using advise::Cell;

std::vector<RangeRow> rows_of(const CompareView& view) {
  std::vector<RangeRow> rows;
  for (const Cell& cell : view.comparison.cells) {
    if (rows.size() == most_ranges) {
      break;
    }
    const Percentiles& pay = cell.estimate.pay;
    rows.push_back({cell_label(view.dataset.tables(), view.comparison, cell), view.money.text(pay.p50()), pay, {}});
  }
  return rows;
}

const Estimate& first_of(const CompareView& view) { return view.comparison.cells.front().estimate; }

std::string title_of(const CompareView& view) { return comparison_title(view.dataset.tables(), view.comparison); }

ChartWords words_of(const CompareView& view) {
  std::string text;
  for (const RangeRow& row : rows_of(view)) {
    text += row.label + ": median " + row.figure + ", half between " + view.money.text(row.pay.p25()) + " and " +
            view.money.text(row.pay.p75()) + ". ";
  }
  return {"ranges", "Ranges of pay on one scale", text,
          "Line: eight in ten; bar: the middle half; cut and figure: the median. Sources: " +
              source_line(first_of(view).sources) + ". hisalary, data " + std::string(view.dataset.info().version) +
              ", " + dollars_of(first_of(view)) + "."};
}

/// Each caveat once, with the people it is about unless it is about all.
std::vector<std::string> caveats_of(const CompareView& view) {
  std::vector<std::string> texts = view.comparison.notes;
  const auto& cells = view.comparison.cells;
  std::vector<std::string> seen;
  for (const Cell& cell : cells) {
    for (const std::string& caveat : cell.estimate.caveats) {
      if (std::ranges::find(seen, caveat) != seen.end()) {
        continue;
      }
      seen.push_back(caveat);
      std::vector<std::string> whose;
      for (const Cell& other : cells) {
        if (std::ranges::find(other.estimate.caveats, caveat) != other.estimate.caveats.end()) {
          whose.push_back(cell_label(view.dataset.tables(), view.comparison, other));
        }
      }
      constexpr std::size_t few = 3;
      const bool some = whose.size() < cells.size() && whose.size() <= few;
      texts.push_back((some ? joined(whose, "; ") + ": " : "") + caveat);
    }
  }
  return texts;
}

void show_table(HtmlPage& page, const CompareView& view) {
  const Values cells = cells_of(view.dataset.tables(), view.comparison, view.money);
  Table table{{left("label", "Who"), right("pay.p10", "p10"), right("pay.p25", "p25"), right("pay.p50", "Median"),
               right("pay.p75", "p75"), right("pay.p90", "p90"), right(".more", "Beside the first").or_else("")},
              cells};
  if (view.comparison.varies_place()) {
    table.columns.push_back(right("price_parity", "Prices").or_else("not published"));
    table.columns.push_back(right("adjusted_p50", "Median at the nation's prices"));
  }
  table.columns.push_back(left("wages", "Wages"));
  constexpr std::size_t few = 12;
  page.open_details("Every figure", cells.size() > few);
  page.table("Dollars" + std::string(a_period(view.money)) + "; wages: how the market is known", table);
  page.close_details();
  if (view.comparison.varies_place()) {
    page.aside(capital(about_prices(view.dataset.tables())) + ".");
  }
}

}  // namespace

std::string compare_html(const CompareView& view) {
  HtmlPage page("Pay: " + title_of(view));
  page.heading(title_of(view));
  page.say("In " + dollars_of(first_of(view)).substr(3) + ", " + std::string(a_period(view.money)).substr(1) + ".");
  page.section("ranges", "On one scale");
  page.figure(shown_of(view.comparison.cells.size()) +
                  "Line: eight in ten people; bar: their middle half; cut and figure: their median. The scale does not "
                  "begin at "
                  "zero.",
              [&](Markup& out) { ranges_chart(out, words_of(view), rows_of(view), view.money, Frame::InPage, ""); });
  show_table(page, view);
  page.end();
  if (const auto caveats = caveats_of(view); !caveats.empty()) {
    page.section("sure", "Notes and caveats");
    constexpr std::size_t few = 12;
    page.open_details("All of them", caveats.size() > few);
    page.list(caveats);
    page.close_details();
    page.end();
  }
  page.sources(view.dataset, sources_of(view.dataset.tables(), view.comparison));
  return page.text();
}

std::string compare_svg(const CompareView& view) {
  Markup out;
  ranges_chart(out, words_of(view), rows_of(view), view.money, Frame::OwnFile,
               title_of(view) + ", " + dollars_of(first_of(view)));
  return out.str();
}

}  // namespace hisalary::output
