// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "base/format.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "offer.hpp"
#include "picture.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using advise::OfferValue;

/// So many offers are shown part by part under the table; more only in it.
constexpr std::size_t few = 4;

/// Screens with the wage and the pay for an hour in the table of several offers.
constexpr std::size_t wide = 78;
/// The same with the total on one basis, and with the verdict too.
constexpr std::size_t wider = 92;
constexpr std::size_t widest = 116;

std::string usd(std::int64_t dollars) { return Money(Period::Year).text(dollars); }

std::string whole(double number) { return grouped(std::llround(number)); }

std::string place_of(const OfferValue& offer) {
  return offer.estimate.profile.remote ? "the United States (remote)" : in_sentence(offer.area);
}

void show_parts(Page& page, const Money& money, const Value& record) {
  Table table{{left("label", "part"), right("amount", money.period() == Period::Year ? "a year" : "an hour"),
               left("origin", "from"), left("how", "how")},
              std::get<Values>(record.at("parts").content()),
              Narrow::BlocksIfSmall};
  table.records.emplace_back(Members{{"label", "Total"}, {"amount", record.at("total")}});
  page.table(table);
}

Members contract_row(std::string name, std::int64_t contract, std::int64_t employee, Text from) {
  return {{"name", std::move(name)}, {"contract", usd(contract)}, {"employee", usd(employee)}, {"from", from}};
}

void show_contract(Page& page, const advise::Contract& c, const Value& record) {
  const std::string coverage = record.at("contract.coverage").words();
  const std::string cover = coverage == "none" ? "Health insurance: none" : "Health insurance, " + coverage;
  const std::int64_t left_to_employee = c.salary - c.employee_tax - c.employee_premium + c.employee_match;
  page.line();
  page.line("  " + page.ink(Ink::Faint, "equivalent salary"));
  page.table(
      {{left("name", ""), right("contract", "contract"), right("employee", "employee"), left("from", "from")},
       {contract_row("Billed for " + whole(c.hours) + " hours, or salary", c.billed, c.salary, ""),
        contract_row("Payroll tax (both halves, or one)", -c.payroll_tax, -c.employee_tax, c.tax_from.source),
        contract_row(cover + " (all of it, or your share)", -c.premium, -c.employee_premium, c.premium_from.source),
        contract_row("Retirement match", 0, c.employee_match, c.match_from.source),
        contract_row("What is left", c.left, left_to_employee, "")},
       Narrow::BlocksIfSmall});
}

/// "15 days off, 10 holidays (bls-ebs)": where each figure comes from unless it was said.
std::string days_words(const OfferValue& offer) {
  std::vector<std::string> kinds;
  for (const auto& kind : offer.days) {
    std::string name = " holidays";
    if (kind.id == "pto") {
      name = " days off";
    } else if (kind.id == "sick") {
      name = " sick days";
    }
    const bool said = kind.origin == advise::Origin::Said;
    kinds.push_back(number_text(kind.days) + name + (said ? "" : " (" + std::string(kind.from.source) + ")"));
  }
  return joined(kinds);
}

void show_leave(Page& page, const OfferValue& offer, const Value& record) {
  const std::string worth =
      offer.days_paid ? ": worth " + record.at("leave.worth").words() + ", inside the base" : ": unpaid";
  page.labelled("time off", days_words(offer) + worth + ". " + whole(offer.hours_worked) + " hours of work a year; " +
                                record.at("per_hour_worked").words() + " of the total for each");
}

/// The offer on the scale of people like its reader, and of the market.
void show_picture(Page& page, const Money& money, const OfferValue& offer) {
  const Percentiles& market = offer.estimate.market.pay;
  const Percentiles& own = offer.estimate.pay;
  const auto wage = static_cast<double>(offer.compared);
  constexpr std::size_t head = 11;
  constexpr std::size_t most_columns = 70;
  const Scale scale(std::min({own.p10(), market.p10(), wage}), std::max({own.p90(), market.p90(), wage}),
                    std::min(most_columns, page.screen().width - head - 2), money.period());
  page.line(std::string(head, ' ') + scale_line(page, scale, money));
  page.line("  you      " + range_picture(page, scale, own, Ink::Accent));
  page.line("  market   " + range_picture(page, scale, market, Ink::Faint, Tone::Quiet));
  page.line("  offer    " + std::string(scale.column(wage), ' ') +
            page.ink(Ink::Strong, page.screen().utf8 ? "\u25b2" : "^"));
  page.line();
}

/// What the offer is worth, and where its wage stands.
void show_lead(Page& page, const Money& money, const OfferValue& offer, const Value& record) {
  const Percentiles& own = offer.estimate.pay;
  page.say(capital(offer.name) + ", " + place_of(offer) + ": worth " +
               about(page, money, static_cast<double>(offer.total)) + " in all",
           Ink::Strong);
  const std::string wage = (offer.contract ? "An equivalent salary of " : "") + record.at("wage_compared").words();
  page.say(wage + " is " + std::string(verdict_of(offer.band)) + " of people like you: at their " +
           ordinal(offer.own_percentile) + " percentile, and at the " + ordinal(offer.market_percentile) +
           " of the market. Half of people like you earn " + headline(page, money, own.p25()) + " to " +
           headline(page, money, own.p75()) + ", the median is " + headline(page, money, own.p50()) + ".");
  page.line();
}

void show_advice(Page& page, const Money& money, const OfferValue& offer, const Value& record) {
  page.labelled("ask for", ask_words(offer, money));
  page.labelled("market", occupations(offer.estimate.market) + " in " + place_of(offer));
  if (offer.adjusted && offer.area != nullptr) {
    page.labelled("living costs", "the total buys what " + record.at("price_adjusted_total").words() +
                                      " buys at average U.S. prices (cost of living " +
                                      formatted("{:.1f}", *offer.parity) + ", U.S. = 100)");
  }
}

void show_notes(Page& page, const OfferValue& offer, bool detail) {
  constexpr std::size_t most = 3;
  const std::size_t shown = detail ? offer.notes.size() : std::min(most, offer.notes.size());
  for (std::size_t i = 0; i < shown; ++i) {
    page.labelled("note", offer.notes[i]);
  }
  if (shown < offer.notes.size()) {
    page.labelled("note", std::to_string(offer.notes.size() - shown) + " more: " + page.spelled("detail"));
  }
}

void show_offer(Page& page, const Money& money, const OfferValue& offer, const Value& record, bool detail) {
  show_lead(page, money, offer, record);
  show_picture(page, money, offer);
  show_parts(page, money, record);
  if (offer.contract) {
    show_contract(page, *offer.contract, record);
  }
  page.line();
  show_advice(page, money, offer, record);
  show_leave(page, offer, record);
  if (!offer.not_counted.empty()) {
    page.labelled("not counted", "not given: " + joined(offer.not_counted));
  }
  show_notes(page, offer, detail);
  page.line();
}

const std::string& best_by(const std::vector<OfferValue>& offers, auto value) {
  return std::ranges::max_element(offers, {}, value)->name;
}

/// What the best offer adds to the job of now.
void show_beside_now(Page& page, const Money& money, const std::vector<OfferValue>& offers) {
  const auto now = std::ranges::find(offers, true, &OfferValue::current);
  if (now == offers.end()) {
    return;
  }
  for (const OfferValue& offer : offers) {
    if (&offer != &*now) {
      const auto more = [&](std::int64_t OfferValue::*of) {
        return money.change(money.units(static_cast<double>(offer.*of)) - money.units(static_cast<double>((*now).*of)));
      };
      page.labelled("vs. now", capital(offer.name) + ": " + more(&OfferValue::comparable) + a_period(money) +
                                   " in total, " + more(&OfferValue::compared) + " in wages");
    }
  }
  page.line();
}

void show_best(Page& page, const std::vector<OfferValue>& offers) {
  std::string best = "highest total, like for like: " + best_by(offers, &OfferValue::comparable);
  if (std::ranges::all_of(offers, [](const OfferValue& one) { return one.adjusted.has_value(); })) {
    best += "; after the cost of living: " + best_by(offers, [](const OfferValue& one) { return *one.adjusted; });
  }
  page.say(best + "; for an hour worked: " + best_by(offers, &OfferValue::per_hour_worked));
  page.line();
}

void show_table(Page& page, const Values& records) {
  page.table(
      {{left("name", "offer"), right("wage_compared", "wage").from(wide), right("total", "total"),
        right("comparable_total", "like for like").from(wider), right("price_adjusted_total", "adjusted").or_else("-"),
        right("per_hour_worked", "per hour").from(wide), right("market_percentile", "market"),
        right("own_percentile", "you"), left("verdict", "verdict").from(widest)},
       records});
  page.line();
  const bool all = page.screen().width >= wide;
  const bool basis = page.screen().width >= wider;
  page.aside(std::string(all ? "wage: full-time pay compared with the market; " : "") +
             (basis ? "like for like: the total of an employee, full time; " : "") +
             "adjusted: the total after the cost of living" +
             (all ? "; per hour: the total over the hours worked" : "") +
             "; market and you: percentile of the wage there and among people like you");
  page.line();
}

}  // namespace

void show_offers(Page& page, const OfferView& view, const Values& records) {
  const auto& offers = view.offers;
  page.title(person(view.dataset.tables(), view.person));
  if (offers.size() == 1) {
    show_offer(page, view.money, offers[0], records[0], view.detail);
    return;
  }

  show_table(page, records);
  show_best(page, offers);
  show_beside_now(page, view.money, offers);
  if (offers.size() > few) {
    page.aside("The parts of each: " + page.spelled("json") + " or " + page.spelled("format") + " csv.");
    page.line();
    return;
  }
  for (std::size_t i = 0; i < offers.size(); ++i) {
    show_offer(page, view.money, offers[i], records[i], view.detail);
  }
}

}  // namespace hisalary::output
