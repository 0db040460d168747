// SPDX-License-Identifier: MIT
#include "report.hpp"

#include <algorithm>

#include "advise/parity.hpp"
#include "base/format.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "markup.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "standing.hpp"
#include "svg_career.hpp"
#include "svg_range.hpp"
#include "svg_states.hpp"
#include "svg_steps.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

constexpr std::string_view page_rules =
    "*{box-sizing:border-box}\n"
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,\"Segoe "
    "UI\",Roboto,\"Liberation Sans\","
    "Arial,sans-serif}\n"
    "main{max-width:68rem;margin:0 auto;padding:1.25rem 1rem 3rem;overflow-wrap:break-word}\n"
    "h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}\n"
    "h2{font-size:1.2rem;line-height:1.3;margin:2.5rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line)}\n"
    "h3{font-size:1rem;margin:0 0 .5rem}\n"
    "p,ul,ol{max-width:44rem;margin:.5rem 0}\n"
    "ul,ol{padding-left:1.4rem}\n"
    "a{color:var(--person)}\n"
    "figure{margin:1rem 0}.pair figure,section>figure{max-width:40rem}figure .chart{min-width:23.75rem}\n"
    "figcaption{margin-top:.5rem;color:var(--faint);font-size:.9rem}\n"
    ".answer{font-size:2rem;font-weight:700;line-height:1.2;margin:.25rem 0;color:var(--person)}\n"
    ".verdict{font-size:1.1rem;font-weight:600}\n"
    ".faint{color:var(--faint)}\n"
    ".maps,.pair{display:grid;gap:0 2rem;align-items:start}\n"
    ".maps figure{margin:.5rem 0}\n"
    "details{margin:1rem 0}\n"
    "summary{cursor:pointer;font-weight:600}\n"
    // A shade at an edge says that more is behind it; it goes when the edge is reached.
    ".scroll,figure{overflow-x:auto;max-width:100%}\n"
    ".scroll,figure{background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/2.5rem 100% no-repeat local,"
    "linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/2.5rem 100% no-repeat local,"
    "linear-gradient(to right,var(--line),transparent) 0 0/.9rem 100% no-repeat scroll,"
    "linear-gradient(to left,var(--line),transparent) 100% 0/.9rem 100% no-repeat scroll}\n"
    "table{border-collapse:collapse;margin:.5rem 0;font-size:.9rem;font-variant-numeric:tabular-nums}\n"
    "caption{text-align:left;color:var(--faint);padding:.25rem 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line)}\n"
    "thead th{color:var(--faint);font-weight:600;vertical-align:bottom}\n"
    "tbody th{font-weight:400}\n"
    ".number{text-align:right}\n"
    "td.number{white-space:nowrap}\n"
    ":focus-visible{outline:2px solid var(--person);outline-offset:2px}\n"
    "@media screen and (max-width:40rem){.wide tbody th{min-width:9rem}.wide td:last-child{min-width:13rem}}\n"
    "@media screen and (min-width:60rem){.maps{grid-template-columns:1fr 1fr}.pair{grid-template-columns:40rem 1fr}"
    ".chart text{font-size:10.5px}.maps .chart text{font-size:12px}}\n"
    "@media "
    "print{body{font-size:10.5pt}main{max-width:none;padding:0}.scroll{overflow:visible}.maps{grid-template-columns:"
    "1fr 1fr}"
    "h2,h3,caption,thead,summary{break-after:avoid}figure,tr,li{break-inside:avoid}h2{margin-top:1.2rem}summary{list-"
    "style:none}"
    "details::details-content{content-visibility:visible;block-size:auto}.scroll,figure{background:none}"
    "table{font-size:8.5pt}th,td{padding:.15rem .8rem .15rem 0}"
    "figure{max-width:14cm}figure "
    ".chart{min-width:0}.chart{print-color-adjust:exact;-webkit-print-color-adjust:exact}.chart "
    "text{font-size:10.5px}"
    "a{color:inherit;text-decoration:none}}\n";

/// Builds the page of one report, part by part.
class Builder {
 public:
  explicit Builder(const ReportView& report)
      : report_(report),
        view_(report.estimate),
        estimate_(report.estimate.estimate),
        money_(report.estimate.money),
        who_(person(view_.dataset.tables(), estimate_.profile) + ", " + place(estimate_.profile)) {}

  std::string text() {
    out_.constant("<!DOCTYPE html>\n");
    out_.open("html", {{"lang", "en"}});
    head();
    out_.open("body");
    out_.open("main");
    answer();
    steps();
    career();
    states();
    rests_on();
    out_.close();
    out_.close();
    out_.close();
    return out_.str();
  }

 private:
  void head() {
    out_.open("head");
    out_.empty("meta", {{"charset", "utf-8"}});
    out_.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    // The page asks for nothing, and a browser that knows this lets nothing in.
    out_.empty("meta", {{"http-equiv", "Content-Security-Policy"},
                        {"content", "default-src 'none'; style-src 'unsafe-inline'"}});
    out_.empty("meta", {{"name", "generator"}, {"content", "hisalary"}});
    out_.element("title", "Pay: " + who_);
    out_.open("style");
    out_.constant(chart_colors());
    out_.constant(chart_rules());
    out_.constant(page_rules);
    out_.close();
    out_.close();
  }

  void section(std::string_view id, std::string_view title) {
    out_.open("section", {{"aria-labelledby", std::string(id)}});
    out_.element("h2", {{"id", std::string(id)}}, title);
  }

  /// A table that scrolls inside its box; the first column heads its row.
  void table(std::string_view caption, const Table& table) {
    out_.open("div",
              {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", std::string(caption)}});
    constexpr std::size_t few = 4;
    out_.open("table", {{"class", table.columns.size() > few ? "wide" : ""}});
    out_.element("caption", caption);
    constexpr std::size_t any_width = 1000;
    const Grid grid = grid_of(table, any_width);
    out_.open("thead");
    row(grid, 0);
    out_.close();
    out_.open("tbody");
    for (std::size_t i = 1; i < grid.rows.size(); ++i) {
      row(grid, i);
    }
    out_.close();
    out_.close();
    out_.close();
  }

  void row(const Grid& grid, std::size_t r) {
    const bool heading = r == 0;
    out_.open("tr");
    for (std::size_t i = 0; i < grid.align.size(); ++i) {
      const std::string style = grid.align[i] == Align::Right ? "number" : "";
      if (heading || i == 0) {
        out_.element("th", {{"scope", heading ? "col" : "row"}, {"class", style}}, grid.rows[r][i]);
      } else {
        out_.element("td", {{"class", style}}, grid.rows[r][i]);
      }
    }
    out_.close();
  }

  /// A long one is closed: who wants it opens it.
  void open_details(std::string_view summary, bool is_long = false) {
    out_.constant(is_long ? "<details>\n" : "<details open=\"open\">\n");
    out_.element("summary", summary);
  }
  void close_details() { out_.constant("</details>\n"); }

  void answer() {
    const auto& pay = estimate_.pay;
    out_.element("h1", who_);
    if (view_.standing) {
      out_.element("p", {{"class", "verdict"}}, verdict(money_, *view_.standing, pay));
    }
    out_.element("p", {{"class", "answer"}}, money_.text(pay.p50()) + " a year");
    out_.element("p", "Half of people like you earn " + money_.text(pay.p25()) + " to " + money_.text(pay.p75()) +
                          ", and eight in ten " + money_.text(pay.p10()) + " to " + money_.text(pay.p90()) + ".");
    const Money hourly(Period::Hour);
    out_.element("p", {{"class", "faint"}},
                 hourly.text(pay.p50()) + " an hour over 2,080 hours, " + hourly.text(pay.p25()) + " to " +
                     hourly.text(pay.p75()) + " for the middle half; all " + dollars_of(estimate_) + ".");
    section("market", "On the market");
    out_.open("div", {{"class", "pair"}});
    out_.open("figure");
    range_chart(out_, view_, Frame::InPage);
    out_.element("figcaption", market_words());
    out_.close();
    open_details("Figures of this picture");
    const auto& market = estimate_.market.pay;
    constexpr std::array<const char*, 5> names{"p10: one in ten earns less", "p25", "p50: the median", "p75",
                                               "p90: one in ten earns more"};
    Table figures{{left("name", "Percentile"), right("person", "This person"), right("market", "The market")}, {}};
    for (std::size_t i = 0; i < names.size(); ++i) {
      figures.records.emplace_back(Members{{"name", names[i]},
                                           {"person", amount(money_, pay.dollars[i])},
                                           {"market", amount(money_, market.dollars[i])}});
    }
    table("Dollars a year by percentile", figures);
    close_details();
    out_.close();
    out_.close();
  }

  [[nodiscard]] std::string market_words() const {
    const auto& market = estimate_.market;
    std::string occupations;
    for (const auto& part : market.parts) {
      occupations += (occupations.empty() ? "" : ", ") + std::string(part.occupation->title) + " (" +
                     std::string(part.occupation->soc) + ")";
    }
    const bool nation = market.area == nullptr || market.area->kind == AreaKind::Nation;
    const std::string jobs = market.employment.known() ? ", " + grouped(market.employment.amount) + " jobs" : "";
    return "This median is at the " + ordinal(estimate_.market_percentile) +
           " percentile of the market: " + occupations + "; " +
           (nation ? "United States" : std::string(market.area->title)) + jobs + "; wages " + wages_of(estimate_) +
           ". The curve is drawn from the market's five percentiles; its darker part is the middle half.";
  }

  void steps() {
    section("how", "How it adds up");
    if (estimate_.steps.size() > 1) {
      out_.open("figure");
      steps_chart(out_, view_);
      out_.element("figcaption",
                   "The scale does not begin at zero. Bars show what each step adds (+) or takes away (-).");
      out_.close();
    } else {
      out_.element("p", "In one step: nothing you entered moves the published figure.");
    }
    open_details("Steps and their sources");
    table("The running median after each step",
          {{left("label", "Step"), right("amount", "Median"), right("change", "Change"), left("grade", "Grade"),
            left(".number", "Source")},
           steps_of(view_)});
    out_.element("p", {{"class", "faint"}}, about_grades);
    close_details();
    out_.close();
  }

  void career() {
    section("years", "By years of experience");
    const auto& years = estimate_.profile.years;
    out_.open("div", {{"class", "pair"}});
    out_.open("figure");
    career_chart(out_, report_.career, years ? std::optional(CareerMark{*years, estimate_.pay.p50()}) : std::nullopt,
                 Frame::InPage);
    out_.element("figcaption",
                 "Staying in the role, with all else as it is. What people with so many years earn today, in today's "
                 "dollars, not a forecast.");
    out_.close();
    open_details("Figures of this picture");
    Table some{{right("years", "Years"), right("p25", "p25"), right("p50", "Median"), right("p75", "p75")}, {}};
    const auto all = career_rows(report_.career.career.staying);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const CareerRow& year = all[i];
      if (in_short_table(all, i) || years == year.years) {
        some.records.emplace_back(Members{
            {"years", year.years}, {"p25", dollars(year.p25)}, {"p50", dollars(year.p50)}, {"p75", dollars(year.p75)}});
      }
    }
    table("Dollars a year by years of experience", some);
    close_details();
    out_.close();
    out_.close();
  }

  void states() {
    section("places", "By state");
    if (report_.states.empty()) {
      out_.element("p", "Older releases cover the nation only.");
      out_.close();
      return;
    }
    out_.element("p", "The same person's median in each state, in thousands of dollars: " +
                          std::string("as paid, and adjusted for the cost of living (") +
                          advise::parity_publisher(view_.dataset.tables()) + "). Both maps use the same shades.");
    const Shades shades(report_.states);
    const Area* const here = state_here();
    out_.open("div", {{"class", "maps"}});
    map(shades, PayKind::Nominal, here, "As paid");
    map(shades, PayKind::AtNationsPrices, here, "Adjusted for the cost of living");
    out_.close();
    const bool guessed =
        std::ranges::any_of(report_.states, [](const auto& state) { return state.wages == CellKind::Estimated; });
    std::string words;
    if (here != nullptr) {
      words =
          "Outlined: " + std::string(here->title) + (estimate_.profile.area == here ? ". " : ", as a whole state. ");
    }
    if (estimate_.profile.area != nullptr && here == nullptr && !estimate_.profile.remote) {
      words += "Not on the maps: " + std::string(estimate_.profile.area->title) + ", " +
               money_.text(estimate_.pay.p50()) + " as paid. ";
    }
    words += guessed ? "Dashed: wages there are partly or wholly estimated." : "";
    if (!words.empty()) {
      out_.element("p", {{"class", "faint"}}, words);
    }
    states_table();
    out_.close();
  }

  void map(const Shades& shades, PayKind kind, const Area* here, std::string_view caption) {
    out_.open("figure");
    out_.element("h3", caption);
    states_chart(out_, report_.states, shades, kind, here);
    out_.element("figcaption", kind == PayKind::Nominal
                                   ? "Median, thousands of dollars a year."
                                   : "Median at average U.S. prices, thousands of dollars a year.");
    out_.close();
  }

  void states_table() {
    open_details("Every state", true);
    const auto record_of = [](const advise::StatePay& state) {
      return Members{
          {"state", std::string(state.state->code) + " " + std::string(state.state->title)},
          {"pay", percentiles_of(Money(Period::Year), state.pay)},
          {"parity", parity(state.parity)},
          {"buys", state.buys() ? dollars(*state.buys()) : Value()},
          {"wages", name_of(state.wages)},
      };
    };
    table("Dollars a year by state; cost of living: U.S. = 100; wages: published or estimated",
          {{left("state", "State"), right("pay.p25", "p25"), right("pay.p50", "Median"), right("pay.p75", "p75"),
            right("parity", "Cost of living").or_else("not published"), right("buys", "Adjusted median"),
            left("wages", "Wages")},
           list_of(report_.states, record_of)});
    close_details();
  }

  /// The state that the person works in; null when none was said.
  [[nodiscard]] const Area* state_here() const {
    const Area* const area = estimate_.profile.area;
    if (area == nullptr || area->states.empty() || estimate_.profile.remote) {
      return nullptr;
    }
    const auto it =
        std::ranges::find_if(report_.states, [&](const auto& state) { return state.state->code == area->states[0]; });
    return it == report_.states.end() ? nullptr : it->state;
  }

  void list(const std::vector<std::string>& words) {
    out_.open("ul");
    for (const auto& one : words) {
      out_.element("li", one);
    }
    out_.close();
  }

  void rests_on() {
    section("sure", "How sure is this?");
    out_.element("p", "Confidence: " + std::string(name_of(estimate_.confidence.level)) + ".");
    if (!estimate_.confidence.reasons.empty()) {
      list(estimate_.confidence.reasons);
    }
    std::vector<std::string> caveats = view_.notes;
    caveats.insert(caveats.end(), estimate_.caveats.begin(), estimate_.caveats.end());
    if (!caveats.empty()) {
      out_.element("h3", "Notes and caveats");
      list(caveats);
    }
    if (!estimate_.narrower.empty()) {
      out_.element("h3", "What would narrow the range");
      out_.element("p", capital(unknown_words(estimate_)) + ".");
    }
    out_.close();
    sources();
  }

  void sources() {
    section("sources", "Sources");
    out_.open("ol");
    for (const Source* const source : estimate_.sources) {
      cite(*source);
    }
    // Not a source of the estimate itself, but of the second map.
    const Source* const prices = advise::parity_source(view_.dataset.tables());
    const bool cited = std::ranges::find(estimate_.sources, prices) != estimate_.sources.end();
    if (prices != nullptr && !cited && !report_.states.empty()) {
      cite(*prices);
    }
    out_.close();
    const auto& info = view_.dataset.info();
    out_.element("p", {{"class", "faint"}},
                 "hisalary, data " + std::string(info.version) + " (OEWS release " + std::string(info.release) +
                     "), fingerprint " + std::string(view_.dataset.fingerprint()));
    out_.close();
  }

  void cite(const Source& source) {
    out_.open("li");
    out_.text(std::string(source.publisher) + ", " + std::string(source.title) +
              (source.period.empty() ? "" : ", " + std::string(source.period)) + (source.address.empty() ? "" : ","));
    if (is_web_address(source.address)) {
      out_.element("a", {{"href", std::string(source.address)}, {"rel", "noreferrer"}}, source.address);
    } else if (!source.address.empty()) {
      out_.text(source.address);
    }
    out_.close();
  }

  const ReportView& report_;
  const EstimateView& view_;
  const Estimate& estimate_;
  const Money& money_;
  std::string who_;
  Markup out_;
};

}  // namespace

std::string report_html(const ReportView& view) { return Builder(view).text(); }

std::string report_svg(const EstimateView& view) {
  Markup out;
  range_chart(out, view, Frame::OwnFile);
  return out.str();
}

}  // namespace hisalary::output
