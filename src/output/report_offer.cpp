// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/format.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "html_page.hpp"
#include "reports.hpp"
#include "svg_ranges.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using advise::OfferValue;

std::string place_of(const OfferValue& offer) {
  return offer.estimate.profile.remote ? "remote, United States" : place(offer.estimate.profile);
}

std::vector<RangeRow> rows_of(const OfferView& view) {
  std::vector<RangeRow> rows;
  for (const OfferValue& offer : view.offers) {
    if (rows.size() == most_ranges) {
      break;
    }
    const auto wage = static_cast<double>(offer.compared);
    rows.push_back({capital(offer.name) + ", " + place_of(offer), view.money.text(wage), offer.estimate.pay, wage});
  }
  return rows;
}

ChartWords words_of(const OfferView& view) {
  std::string text;
  for (const OfferValue& offer : view.offers) {
    const Percentiles& pay = offer.estimate.pay;
    text += capital(offer.name) + ": " + view.money.text(static_cast<double>(offer.compared)) + a_period(view.money) +
            ", " + std::string(verdict_of(offer.band)) + " of people like you, " + view.money.text(pay.p25()) + " to " +
            view.money.text(pay.p75()) + ". ";
  }
  const Estimate& first = view.offers.front().estimate;
  return {"wages", "Each wage on the range of people like you", text,
          "Dot: the wage. Line: eight in ten people like you; bar: their middle half; cut: their median. Sources: " +
              source_line(first.sources) + ". hisalary, data " + std::string(view.dataset.info().version) + ", " +
              dollars_of(first) + "."};
}

std::string heading_of(const OfferView& view) {
  return "Offers: " + person(view.dataset.tables(), view.person) + ", " + dollars_of(view.offers.front().estimate);
}

class Builder {
 public:
  explicit Builder(const OfferView& view)
      : view_(view),
        money_(view.money),
        records_(list_of(view.offers, [&](const OfferValue& offer) { return offer_of(offer, view.money); })),
        page_("Offers: " + person(view.dataset.tables(), view.person)) {}

  std::string text() {
    lead();
    wages();
    if (view_.offers.size() > 1) {
      side_by_side();
    }
    for (std::size_t i = 0; i < view_.offers.size(); ++i) {
      one(i);
    }
    context();
    page_.sources(view_.dataset, sources_of(view_));
    return page_.text();
  }

 private:
  void lead() {
    page_.heading((view_.offers.size() == 1 ? "One offer: "
                                            : grouped(static_cast<std::int64_t>(view_.offers.size())) + " offers: ") +
                  person(view_.dataset.tables(), view_.person));
    const auto best = std::ranges::max_element(view_.offers, {}, &OfferValue::comparable);
    const Value& record = records_[static_cast<std::size_t>(best - view_.offers.begin())];
    const bool one = view_.offers.size() == 1;
    page_.answer(record.at(one ? "total" : "comparable_total").words() + a_period(money_) + " in all");
    page_.say((one ? "" : "The best offer as an employee's total, full time: " + best->name + ". ") +
              (best->contract ? "Its equivalent salary, " : "Its wage, ") + record.at("wage_compared").words() +
              ", is " + std::string(verdict_of(best->band)) + " of people like you.");
  }

  void wages() {
    page_.section("market", "Where each wage stands");
    page_.figure(shown_of(view_.offers.size()) +
                     "Dot: the full-time wage. Line: eight in ten people like you in that job and place; bar: their "
                     "middle half; "
                     "cut: their median. The scale does not begin at zero.",
                 [&](Markup& out) { ranges_chart(out, words_of(view_), rows_of(view_), money_, Frame::InPage, ""); });
    page_.end();
  }

  void side_by_side() {
    page_.section("beside", "Side by side");
    constexpr std::size_t few = 12;
    page_.open_details("Every offer", view_.offers.size() > few);
    page_.table("Dollars" + std::string(a_period(money_)) + "; percentiles of the wage",
                {{left("name", "Offer"), right("wage_compared", "Wage"), right("total", "Total"),
                  right("comparable_total", "Employee's total, full time"),
                  right("price_adjusted_total", "At the nation's prices").or_else("no price level"),
                  right("per_hour_worked", "Per hour worked"), right("market_percentile", "In the market"),
                  right("own_percentile", "Among people like you"), left("verdict", "Verdict")},
                 records_});
    page_.close_details();
    page_.end();
  }

  /// Who says a part: the offer, or the publisher of the figure that stands in.
  [[nodiscard]] std::string origin_of(const advise::Part& part) const {
    const auto& sources = view_.dataset.tables().sources;
    const auto source = std::ranges::find(sources, part.from.source, &Source::id);
    const std::string publisher = source == sources.end() ? "a published figure" : std::string(source->publisher);
    switch (part.origin) {
      case advise::Origin::Said: return "the offer";
      case advise::Origin::Computed: return "the offer and " + publisher;
      default: return publisher;
    }
  }

  void one(std::size_t i) {
    const OfferValue& offer = view_.offers[i];
    const Value& record = records_[i];
    page_.section("offer-" + std::to_string(i + 1), capital(offer.name) + ", " + place_of(offer));
    constexpr std::size_t few = 4;
    page_.open_details("Its parts", view_.offers.size() > few);
    Values parts = std::get<Values>(record.at("parts").content());
    for (std::size_t k = 0; k < parts.size(); ++k) {
      Members part = std::get<Members>(parts[k].content());
      part.push_back({".from", origin_of(offer.parts[k])});
      parts[k] = std::move(part);
    }
    parts.emplace_back(Members{{"label", "Total"}, {"amount", record.at("total")}});
    page_.table("Dollars" + std::string(a_period(money_)),
                {{left("label", "Part"), right("amount", "Worth"), left(".from", "From"), left("how", "How")}, parts});
    page_.close_details();
    page_.list(standing_of(offer, record));
    page_.list("Notes", offer.notes);
    if (!offer.not_counted.empty()) {
      page_.aside("Nothing was said of " + joined(offer.not_counted) + "; not counted.");
    }
    page_.end();
  }

  [[nodiscard]] std::vector<std::string> standing_of(const OfferValue& offer, const Value& record) const {
    const Percentiles& market = offer.estimate.market.pay;
    const Percentiles& own = offer.estimate.pay;
    const std::string wage = (offer.contract ? "An equivalent salary of " : "") + record.at("wage_compared").words();
    std::vector<std::string> out{
        wage + " is " + std::string(verdict_of(offer.band)) + " of people like you: the " +
            ordinal(offer.own_percentile) + " percentile. They earn " + money_.text(own.p50()) + ", half of them " +
            money_.text(own.p25()) + " to " + money_.text(own.p75()) + ".",
        "In the whole market there it is the " + ordinal(offer.market_percentile) + " percentile; half earn " +
            money_.text(market.p25()) + " to " + money_.text(market.p75()) + ".",
        "What to ask for: " + ask_words(offer, money_) + ".",
        time_off(offer, record),
    };
    if (offer.adjusted) {
      out.push_back("The total buys what " + record.at("price_adjusted_total").words() +
                    " buys at the nation's prices (price parity " + formatted("{:.1f}", *offer.parity) + ").");
    }
    return out;
  }

  static std::string name_of(const advise::Days& kind) {
    if (kind.id == "pto") {
      return "days off";
    }
    return kind.id == "sick" ? "sick days" : "holidays";
  }

  [[nodiscard]] std::string time_off(const OfferValue& offer, const Value& record) const {
    std::vector<std::string> kinds;
    for (const auto& kind : offer.days) {
      kinds.push_back(number_text(kind.days) + " " + name_of(kind) +
                      (kind.origin == advise::Origin::Said ? "" : " (as published, not said)"));
    }
    return "Time off: " + joined(kinds) + (offer.days_paid ? ", paid" : ", unpaid") + ". " +
           grouped(std::llround(offer.hours_worked)) + " hours of work a year; " +
           record.at("per_hour_worked").words() + " of the total for each.";
  }

  void context() {
    const Tables& tables = view_.dataset.tables();
    page_.section("context", "What is in no total");
    page_.open_details("Bonuses as published", true);
    page_.table("Context: no offer's total has them",
                {{left("item", "Who"), right("value", "Figure"), left("publisher", "Publisher"), left("as_of", "Year")},
                 list_of(advise::bonus_figures(tables), [](const advise::BonusFigure& figure) {
                   const bool percent = figure.unit == "percent";
                   return Members{{"item", figure.item},
                                  {"value", percent ? number_text(figure.value) + "%"
                                                    : Money(Period::Year).text(figure.value) + " a year"},
                                  {"publisher", figure.publisher},
                                  {"as_of", figure.as_of}};
                 })});
    page_.close_details();
    std::vector<std::string> remarks = view_.notes;
    for (const auto& remark : advise::not_priced(tables)) {
      remarks.push_back(capital(remark.subject) + ": " + remark.text + ".");
    }
    page_.list("Not priced", remarks);
    page_.end();
  }

  const OfferView& view_;
  const Money& money_;
  Values records_;
  HtmlPage page_;
};

}  // namespace

std::string offer_html(const OfferView& view) { return Builder(view).text(); }

std::string offer_svg(const OfferView& view) {
  Markup out;
  ranges_chart(out, words_of(view), rows_of(view), view.money, Frame::OwnFile, heading_of(view));
  return out.str();
}

}  // namespace hisalary::output
