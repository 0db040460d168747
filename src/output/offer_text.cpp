// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/format.hpp"
#include "base/number.hpp"
#include "cited.hpp"
#include "data/tables.hpp"
#include "estimate.hpp"
#include "money.hpp"
#include "names.hpp"
#include "offer.hpp"

namespace hisalary::output {
namespace {

using advise::OfferValue;

/// So many offers are shown part by part under the table; more only in it.
constexpr std::size_t few = 4;

std::string usd(std::int64_t dollars) { return Money(Period::Year).text(dollars); }
std::string usd(double dollars) { return Money(Period::Year).text(dollars); }
std::string hourly(double dollars) { return formatted("${:.2f}", dollars); }

std::string ordinal(double percentile) { return output::ordinal(static_cast<int>(std::lround(percentile))); }

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string area_of(const OfferValue& offer) {
  if (offer.estimate.profile.remote) {
    return "the United States (remote)";
  }
  return offer.area == nullptr ? "the United States" : std::string(offer.area->title);
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) {
    out += (out.empty() ? "" : ", ") + word;
  }
  return out;
}

std::string from_words(const advise::Part& part) {
  if (part.origin == advise::Origin::Said) {
    return "said";
  }
  return std::string(part.from.source) + (part.origin == advise::Origin::Computed ? " and said" : "");
}

void parts(Page& page, const OfferValue& offer) {
  std::vector<std::vector<std::string>> rows{{"part", "a year", "from", "how"}};
  for (const auto& part : offer.parts) {
    rows.push_back({capital(part.label), usd(part.dollars), from_words(part), part.how});
  }
  rows.push_back({"Total", usd(offer.total), "", ""});
  page.table_or_blocks(rows, 0b10U);
}

const char* name_of_days(std::string_view id) {
  if (id == "pto") {
    return " days off";
  }
  return id == "sick" ? " sick days" : " holidays";
}

std::string days_words(const OfferValue& offer) {
  std::string out;
  for (const auto& kind : offer.days) {
    out += (out.empty() ? "" : ", ") + number_text(kind.days) + name_of_days(kind.id) +
           (kind.origin == advise::Origin::Said ? "" : " (" + std::string(kind.from.source) + ")");
  }
  return out;
}

void leave(Page& page, const OfferValue& offer) {
  std::string words = days_words(offer);
  words += offer.days_paid ? ": worth " + usd(offer.leave_dollars) + ", inside the base" : ": unpaid";
  words += formatted(". {} hours of work a year; {} of the total for each", grouped(std::llround(offer.hours_worked)),
                     hourly(offer.per_hour_worked));
  page.paragraph("  time off     ", words);
}

void contract(Page& page, const advise::Contract& c) {
  page.line();
  page.line("  " + page.ink(Ink::Faint, "the salary that leaves as much"));
  const std::string cover = c.coverage == advise::Coverage::None
                                ? "Health insurance: none"
                                : std::string("Health insurance, ") + name_of(c.coverage);
  page.table_or_blocks(
      {{"", "contract", "employee", "from"},
       {formatted("Billed for {} hours, or salary", grouped(std::llround(c.hours))), usd(c.billed), usd(c.salary), ""},
       {"Payroll tax: both halves, or one", usd(-c.payroll_tax), usd(-c.employee_tax), std::string(c.tax_from.source)},
       {cover + ": whole, or part", usd(-c.premium), usd(-c.employee_premium), std::string(c.premium_from.source)},
       {"Retirement match", usd(std::int64_t{0}), usd(c.employee_match), std::string(c.match_from.source)},
       {"Left", usd(c.left), usd(c.salary - c.employee_tax - c.employee_premium + c.employee_match), ""}},
      0b110U);
  page.line();
}

void comparison(Page& page, const OfferValue& offer) {
  const auto& estimate = offer.estimate;
  std::vector<std::string> socs;
  for (const auto& part : estimate.market.parts) {
    socs.emplace_back(part.occupation->soc);
  }
  const std::string wage =
      offer.contract ? "the salary that leaves as much, " + usd(offer.compared) + "," : usd(offer.compared);
  page.paragraph("  market       ", wage + " stands at the " + ordinal(offer.market_percentile) + " percentile of " +
                                        listed(socs) + " in " + area_of(offer) + ", where half earn " +
                                        usd(estimate.market.pay.p25()) + " to " + usd(estimate.market.pay.p75()));
  page.paragraph("  your like    ", "the " + ordinal(offer.own_percentile) + " percentile of such people, who earn " +
                                        usd(estimate.pay.p50()) + ", half of them " + usd(estimate.pay.p25()) + " to " +
                                        usd(estimate.pay.p75()));
  if (offer.adjusted && offer.area != nullptr) {
    page.paragraph("  prices       ", "the total buys what " + usd(*offer.adjusted) +
                                          " buys at the nation's prices (price parity " +
                                          formatted("{:.1f}", *offer.parity) + ")");
  }
}

void details(Page& page, const OfferValue& offer) {
  parts(page, offer);
  if (offer.contract) {
    contract(page, *offer.contract);
  } else {
    page.line();
  }
  leave(page, offer);
  comparison(page, offer);
  if (!offer.not_counted.empty()) {
    page.paragraph("  not counted  ", "nothing was said of " + listed(offer.not_counted));
  }
  for (const auto& note : offer.notes) {
    page.paragraph("  note         ", note);
  }
  page.line();
}

const OfferValue& best(const std::vector<OfferValue>& offers, auto value) {
  return *std::ranges::max_element(offers, {}, value);
}

void table(Page& page, const std::vector<OfferValue>& offers) {
  constexpr std::size_t roomy = 78;
  const bool wide = page.screen().width >= roomy;
  std::vector<std::vector<std::string>> rows{
      wide ? std::vector<std::string>{"offer", "wage", "total", "adjusted", "per hour", "market", "you"}
           : std::vector<std::string>{"offer", "total", "adjusted", "market", "you"}};
  for (const auto& offer : offers) {
    std::vector<std::string> row{offer.name};
    if (wide) {
      row.push_back(usd(offer.compared));
    }
    row.push_back(usd(offer.total));
    row.push_back(offer.adjusted ? usd(*offer.adjusted) : "-");
    if (wide) {
      row.push_back(hourly(offer.per_hour_worked));
    }
    row.push_back(ordinal(offer.market_percentile));
    row.push_back(ordinal(offer.own_percentile));
    rows.push_back(std::move(row));
  }
  page.table(rows, wide ? 0b1111110U : 0b11110U);
  page.line();
  const std::string an_hour = wide ? "; per hour: the total over the hours worked" : "";
  const std::string wage = wide ? "wage: full-time pay held against the market; " : "";
  page.paragraph("  ",
                 wage + "adjusted: the total at the nation's prices" + an_hour +
                     "; market and you: percentile of the wage there and among people like you",
                 Ink::Faint);
  page.line();
  std::string most = "highest total: " + best(offers, &OfferValue::total).name;
  if (std::ranges::all_of(offers, [](const OfferValue& one) { return one.adjusted.has_value(); })) {
    most += "; at the nation's prices: " + best(offers, [](const OfferValue& one) { return *one.adjusted; }).name;
  }
  most += "; for an hour worked: " + best(offers, &OfferValue::per_hour_worked).name;
  page.paragraph("  ", most);
  page.line();
}

void context(Page& page, const Tables& tables) {
  page.line("  " + page.ink(Ink::Strong, "Bonuses as published") + page.ink(Ink::Faint, "  context; in no total"));
  std::vector<std::vector<std::string>> rows{{"who", "figure", "publisher", "year"}};
  for (const auto& figure : advise::bonus_figures(tables)) {
    rows.push_back({figure.item, figure.unit == "percent" ? number_text(figure.value) + "%" : usd(figure.value),
                    figure.publisher, figure.as_of});
  }
  page.table_or_blocks(rows, 0b10U);
  page.line();
  page.line("  " + page.ink(Ink::Strong, "Not priced"));
  for (const auto& remark : advise::not_priced(tables)) {
    page.paragraph("  ", capital(remark.subject) + ": " + remark.text + ".");
  }
  page.line();
}

}  // namespace

std::string offer_text(const OfferView& view, const Screen& screen) {
  const Tables& tables = view.dataset.tables();
  Page page(screen);
  const bool one = view.offers.size() == 1;
  page.paragraph("", person(tables, view.person), Ink::Strong);
  if (one) {
    page.line();
    page.paragraph(
        "  ",
        capital(view.offers[0].name) + ": " + usd(view.offers[0].total) + " a year, in " + area_of(view.offers[0]),
        Ink::Strong);
  }
  page.line();
  if (!one) {
    table(page, view.offers);
  }
  if (view.offers.size() <= few) {
    for (const auto& offer : view.offers) {
      if (!one) {
        page.paragraph("  ", capital(offer.name) + ", " + area_of(offer), Ink::Strong);
      }
      details(page, offer);
    }
  } else {
    page.paragraph("  ", "The parts of each: --json or --format csv.", Ink::Faint);
    page.line();
  }
  for (const auto& note : view.notes) {
    page.paragraph("  note         ", note);
  }
  if (!view.notes.empty()) {
    page.line();
  }
  context(page, tables);
  sources_paragraphs(page, sources_of(view));
  return page.text();
}

}  // namespace hisalary::output
