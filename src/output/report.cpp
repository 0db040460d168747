// SPDX-License-Identifier: MIT
#include "report.hpp"

#include <algorithm>

#include "advise/parity.hpp"
#include "base/format.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "html_page.hpp"
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

/// Builds the page of one report, part by part.
class Builder {
 public:
  explicit Builder(const ReportView& report)
      : report_(report),
        view_(report.estimate),
        estimate_(report.estimate.estimate),
        money_(report.estimate.money),
        who_(person(view_.dataset.tables(), estimate_.profile) + ", " + place(estimate_.profile)),
        page_("Pay: " + who_),
        out_(page_.out()) {}

  std::string text() {
    answer();
    steps();
    career();
    states();
    rests_on();
    return page_.text();
  }

 private:
  void answer() {
    const auto& pay = estimate_.pay;
    out_.element("h1", who_);
    if (view_.standing) {
      out_.element("p", {{"class", "verdict"}}, verdict(money_, *view_.standing, pay));
    }
    out_.element("p", {{"class", "answer"}}, money_.text(pay.p50()) + a_period(money_));
    out_.element("p", "Half of people like you earn " + money_.text(pay.p25()) + " to " + money_.text(pay.p75()) +
                          ", and eight in ten " + money_.text(pay.p10()) + " to " + money_.text(pay.p90()) + ".");
    const Money other(money_.period() == Period::Hour ? Period::Year : Period::Hour);
    out_.element("p", {{"class", "faint"}},
                 other.text(pay.p50()) + a_period(other) + " over 2,080 hours, " + other.text(pay.p25()) + " to " +
                     other.text(pay.p75()) + " for the middle half; all " + dollars_of(estimate_) + ".");
    page_.section("market", "On the market");
    out_.open("div", {{"class", "pair"}});
    out_.open("figure");
    range_chart(out_, view_, Frame::InPage);
    out_.element("figcaption", market_words());
    out_.close();
    page_.open_details("Figures of this picture");
    const auto& market = estimate_.market.pay;
    constexpr std::array<const char*, 5> names{"p10: one in ten earns less", "p25", "p50: the median", "p75",
                                               "p90: one in ten earns more"};
    Table figures{{left("name", "Percentile"), right("person", "This person"), right("market", "The market")}, {}};
    for (std::size_t i = 0; i < names.size(); ++i) {
      figures.records.emplace_back(Members{{"name", names[i]},
                                           {"person", amount(money_, pay.dollars[i])},
                                           {"market", amount(money_, market.dollars[i])}});
    }
    page_.table("Dollars" + std::string(a_period(money_)) + " by percentile", figures);
    page_.close_details();
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
    page_.section("how", "How it adds up");
    if (estimate_.steps.size() > 1) {
      out_.open("figure");
      steps_chart(out_, view_);
      out_.element("figcaption",
                   "The scale does not begin at zero. Bars show what each step adds (+) or takes away (-).");
      out_.close();
    } else {
      out_.element("p", "In one step: nothing you entered moves the published figure.");
    }
    page_.open_details("Steps and their sources");
    page_.table("The running median after each step",
                {{left("label", "Step"), right("amount", "Median"), right("change", "Change"), left("grade", "Grade"),
                  left(".number", "Source")},
                 steps_of(view_)});
    out_.element("p", {{"class", "faint"}}, about_grades);
    page_.close_details();
    out_.close();
  }

  void career() {
    page_.section("years", "By years of experience");
    const auto& years = estimate_.profile.years;
    out_.open("div", {{"class", "pair"}});
    out_.open("figure");
    career_chart(out_, report_.career, years ? std::optional(CareerMark{*years, estimate_.pay.p50()}) : std::nullopt,
                 Frame::InPage);
    out_.element("figcaption",
                 "Staying in the role, with all else as it is. What people with so many years earn today, in today's "
                 "dollars, not a forecast.");
    out_.close();
    page_.open_details("Figures of this picture");
    Table some{{right("years", "Years"), right("p25", "p25"), right("p50", "Median"), right("p75", "p75")}, {}};
    const auto all = career_rows(report_.career.career.staying, money_);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const CareerRow& year = all[i];
      if (in_short_table(all, i) || years == year.years) {
        some.records.emplace_back(Members{{"years", year.years},
                                          {"p25", amount(money_, year.p25)},
                                          {"p50", amount(money_, year.p50)},
                                          {"p75", amount(money_, year.p75)}});
      }
    }
    page_.table("Dollars" + std::string(a_period(money_)) + " by years of experience", some);
    page_.close_details();
    out_.close();
    out_.close();
  }

  void states() {
    page_.section("places", "By state");
    if (report_.states.empty()) {
      out_.element("p", "Older releases cover the nation only.");
      out_.close();
      return;
    }
    out_.element("p", "The same person's median in each state, in " + unit_words() + ": " +
                          std::string("as paid, and adjusted for the cost of living (") +
                          advise::parity_publisher(view_.dataset.tables()) + "). Both maps use the same shades.");
    const Shades shades(report_.states, money_.period());
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
               money_.text(estimate_.pay.p50()) + a_period(money_) + " as paid. ";
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
                                   ? "Median, " + unit_words() + a_period(money_) + "."
                                   : "Median at average U.S. prices, " + unit_words() + a_period(money_) + ".");
    out_.close();
  }

  [[nodiscard]] std::string unit_words() const {
    return money_.period() == Period::Hour ? "dollars" : "thousands of dollars";
  }

  void states_table() {
    page_.open_details("Every state", true);
    const auto record_of = [this](const advise::StatePay& state) {
      return Members{
          {"state", std::string(state.state->code) + " " + std::string(state.state->title)},
          {"pay", percentiles_of(money_, state.pay)},
          {"parity", parity(state.parity)},
          {"buys", state.buys() ? amount(money_, *state.buys()) : Value()},
          {"wages", name_of(state.wages)},
      };
    };
    page_.table("Dollars" + std::string(a_period(money_)) +
                    " by state; cost of living: U.S. = 100; wages: published or estimated",
                {{left("state", "State"), right("pay.p25", "p25"), right("pay.p50", "Median"), right("pay.p75", "p75"),
                  right("parity", "Cost of living").or_else("not published"), right("buys", "Adjusted median"),
                  left("wages", "Wages")},
                 list_of(report_.states, record_of)});
    page_.close_details();
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

  void rests_on() {
    page_.section("sure", "How sure is this?");
    out_.element("p", "Confidence: " + std::string(name_of(estimate_.confidence.level)) + ".");
    if (!estimate_.confidence.reasons.empty()) {
      page_.list(estimate_.confidence.reasons);
    }
    std::vector<std::string> caveats = view_.notes;
    caveats.insert(caveats.end(), estimate_.caveats.begin(), estimate_.caveats.end());
    if (!caveats.empty()) {
      out_.element("h3", "Notes and caveats");
      page_.list(caveats);
    }
    if (!estimate_.narrower.empty()) {
      out_.element("h3", "What would narrow the range");
      out_.element("p", capital(unknown_words(estimate_)) + ".");
    }
    out_.close();
    sources();
  }

  void sources() {
    std::vector<const Source*> all = estimate_.sources;
    // Not a source of the estimate itself, but of the second map.
    const Source* const prices = advise::parity_source(view_.dataset.tables());
    if (prices != nullptr && !report_.states.empty()) {
      output::cite(all, {prices});
    }
    page_.sources(view_.dataset, all);
  }

  const ReportView& report_;
  const EstimateView& view_;
  const Estimate& estimate_;
  const Money& money_;
  std::string who_;
  HtmlPage page_;
  Markup& out_;
};

}  // namespace

std::string report_html(const ReportView& view) { return Builder(view).text(); }

std::string report_svg(const EstimateView& view) {
  Markup out;
  range_chart(out, view, Frame::OwnFile);
  return out.str();
}

}  // namespace hisalary::output
