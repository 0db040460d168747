// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "base/format.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "offer.hpp"
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
  page.table({{left("name", ""), right("contract", "contract"), right("employee", "employee"), left("from", "from")},
              {contract_row("Billed for " + whole(c.hours) + " hours, or salary", c.billed, c.salary, ""),
               contract_row("Payroll tax: both halves, or one", -c.payroll_tax, -c.employee_tax, c.tax_from.source),
               contract_row(cover + ": whole, or part", -c.premium, -c.employee_premium, c.premium_from.source),
               contract_row("Retirement match", 0, c.employee_match, c.match_from.source),
               contract_row("Left", c.left, left_to_employee, "")},
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

void show_standing(Page& page, const Money& money, const OfferValue& offer, const Value& record) {
  const std::string paid = record.at("wage_compared").words();
  page.labelled("verdict", paid + " is " + std::string(verdict_of(offer.band)) + " of people like you");
  page.labelled("ask for", ask_words(offer, money));
  const Percentiles& market = offer.estimate.market.pay;
  const Percentiles& own = offer.estimate.pay;
  const std::string wage = offer.contract ? "an equivalent salary of " + paid + "," : paid;
  page.labelled("market", wage + " stands at the " + ordinal(offer.market_percentile) + " percentile of " +
                              occupations(offer.estimate.market) + " in " + place_of(offer) + ", where half earn " +
                              money.text(market.p25()) + " to " + money.text(market.p75()));
  page.labelled("peers", "the " + ordinal(offer.own_percentile) + " percentile of people like you, who earn " +
                             money.text(own.p50()) + ", half of them " + money.text(own.p25()) + " to " +
                             money.text(own.p75()));
  if (offer.adjusted && offer.area != nullptr) {
    page.labelled("prices", "the total buys what " + record.at("price_adjusted_total").words() +
                                " buys at the nation's prices (price parity " + formatted("{:.1f}", *offer.parity) +
                                ")");
  }
}

void show_offer(Page& page, const Money& money, const OfferValue& offer, const Value& record) {
  show_parts(page, money, record);
  if (offer.contract) {
    show_contract(page, *offer.contract, record);
  }
  page.line();
  show_standing(page, money, offer, record);
  show_leave(page, offer, record);
  if (!offer.not_counted.empty()) {
    page.labelled("not counted", "nothing was said of " + joined(offer.not_counted));
  }
  for (const auto& note : offer.notes) {
    page.labelled("note", note);
  }
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
      page.labelled("beside now", capital(offer.name) + ": " + more(&OfferValue::comparable) + a_period(money) +
                                      " in total, " + more(&OfferValue::compared) + " in wages");
    }
  }
  page.line();
}

void show_best(Page& page, const std::vector<OfferValue>& offers) {
  std::string best = "highest total on one basis: " + best_by(offers, &OfferValue::comparable);
  if (std::ranges::all_of(offers, [](const OfferValue& one) { return one.adjusted.has_value(); })) {
    best += "; at the nation's prices: " + best_by(offers, [](const OfferValue& one) { return *one.adjusted; });
  }
  page.say(best + "; for an hour worked: " + best_by(offers, &OfferValue::per_hour_worked));
  page.line();
}

void show_table(Page& page, const Values& records) {
  page.table(
      {{left("name", "offer"), right("wage_compared", "wage").from(wide), right("total", "total"),
        right("comparable_total", "one basis").from(wider), right("price_adjusted_total", "adjusted").or_else("-"),
        right("per_hour_worked", "per hour").from(wide), right("market_percentile", "market"),
        right("own_percentile", "you"), left("verdict", "verdict").from(widest)},
       records});
  page.line();
  const bool all = page.screen().width >= wide;
  const bool basis = page.screen().width >= wider;
  page.aside(std::string(all ? "wage: full-time pay held against the market; " : "") +
             (basis ? "one basis: the total of an employee, full time; " : "") +
             "adjusted: the total at the nation's prices" + (all ? "; per hour: the total over the hours worked" : "") +
             "; market and you: percentile of the wage there and among people like you");
  page.line();
}

}  // namespace

void show_offers(Page& page, const OfferView& view, const Values& records) {
  const auto& offers = view.offers;
  page.title(person(view.dataset.tables(), view.person));
  if (offers.size() == 1) {
    page.say(capital(offers[0].name) + ": " + records[0].at("total").words() + a_period(view.money) + ", in " +
                 place_of(offers[0]),
             Ink::Strong);
    page.line();
    show_offer(page, view.money, offers[0], records[0]);
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
    page.say(capital(offers[i].name) + ", " + place_of(offers[i]), Ink::Strong);
    show_offer(page, view.money, offers[i], records[i]);
  }
}

}  // namespace hisalary::output
