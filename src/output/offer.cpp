// SPDX-License-Identifier: MIT
#include "offer.hpp"

#include <algorithm>
#include <cmath>

#include "base/format.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "model/parameters.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "standing.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using advise::OfferValue;

const Money yearly(Period::Year);

std::string_view name_of(advise::Origin origin) { return name_at<3>({"said", "filled", "computed"}, origin); }

std::string_view name_of(advise::Coverage coverage) { return name_at<3>({"none", "single", "family"}, coverage); }

/// "said", the source that stands in, or both.
std::string origin_words(const advise::Part& part) {
  if (part.origin == advise::Origin::Said) {
    return "you entered";
  }
  return std::string(part.from.source) + (part.origin == advise::Origin::Computed ? " and you" : "");
}

/// The parts in units of pay: each the difference of rounded sums, so that they add up to the total.
std::vector<std::int64_t> units_of(const std::vector<advise::Part>& parts, const Money& money) {
  std::vector<std::int64_t> out;
  std::int64_t sum = 0;
  std::int64_t before = 0;
  for (const auto& part : parts) {
    sum += part.dollars;
    const std::int64_t now = money.units(static_cast<double>(sum));
    out.push_back(now - before);
    before = now;
  }
  return out;
}

Members part_of(const advise::Part& part, const Value& units) {
  return {
      {"id", part.id},
      {"label", Value(part.label).shown_as(capital(part.label))},
      {"amount", units},
      {"origin", Value(name_of(part.origin)).shown_as(origin_words(part))},
      {"how", filled(part.how)},
      {"source", filled(part.from.source)},
      {"at", filled(part.from.at)},
      {"grade", part.from.source.empty() ? Value() : Value(output::name_of(part.from.grade))},
  };
}

Members days_of(const advise::Days& kind) {
  return {
      {"id", kind.id},
      {"days", kind.days},
      {"origin", name_of(kind.origin)},
      {"source", filled(kind.from.source)},
  };
}

Members contract_of(const advise::Contract& contract) {
  return {
      {"hours", fixed(contract.hours, 2)},
      {"billed", contract.billed},
      {"payroll_tax", contract.payroll_tax},
      {"coverage", name_of(contract.coverage)},
      {"premium", contract.premium},
      {"left", contract.left},
      {"salary", contract.salary},
      {"employee", Members{{"payroll_tax", contract.employee_tax},
                           {"premium", contract.employee_premium},
                           {"match", contract.employee_match}}},
  };
}

Members pension_of(const advise::FederalPension& pension) {
  return {
      {"accrual_percent", pension.accrual},
      {"pension_for_year", pension.pension_for_year},
      {"contribution_percent", pension.contribution},
      {"withheld", pension.withheld},
      {"source", pension.accrual_from.source},
      {"at", std::string(pension.accrual_from.at) + "; " + std::string(pension.contribution_from.at)},
      {"grade", output::name_of(pension.accrual_from.grade)},
  };
}

/// The ids of the parts and days for which a publication stands in.
std::string filled_in(const OfferValue& offer) {
  std::vector<std::string> ids;
  for (const auto& part : offer.parts) {
    if (!part.from.source.empty()) {
      ids.push_back(part.id);
    }
  }
  for (const auto& kind : offer.days) {
    if (!kind.from.source.empty()) {
      ids.push_back(kind.id);
    }
  }
  return joined(ids, " ");
}

double days_off(const OfferValue& offer) {
  double days = 0;
  for (const auto& kind : offer.days) {
    days += kind.days;
  }
  return days;
}

Value per_hour(double exact) { return fixed(exact, 2).shown_as(formatted("${:.2f}", exact)); }

/// Each part by its id, for the CSV.
Members amounts_of(const OfferValue& offer, const Money& money) {
  const auto units = units_of(offer.parts, money);
  Members out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    out.push_back({offer.parts[i].id, amount(money, units[i])});
  }
  return out;
}

Values parts_of(const OfferValue& offer, const Money& money) {
  const auto units = units_of(offer.parts, money);
  Values out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    out.emplace_back(part_of(offer.parts[i], amount(money, units[i])));
  }
  return out;
}

/// Whole dollars a year in units of pay.
Value in(const Money& money, std::int64_t dollars) { return amount(money, static_cast<double>(dollars)); }

Members bonus_of(const advise::BonusFigure& figure) {
  const bool percent = figure.unit == "percent";
  return {
      {"item", figure.item},
      {"value", Value(figure.value).shown_as(percent ? number_text(figure.value) + "%" : yearly.text(figure.value))},
      {"unit", figure.unit},
      {"publisher", figure.publisher},
      {"as_of", figure.as_of},
      {"source", figure.source},
      {"grade", output::name_of(figure.grade)},
  };
}

Members remark_of(const advise::Remark& remark) {
  return {{"subject", remark.subject}, {"text", remark.text}, {"source", remark.source}};
}

void show_context(Page& page, const Values& bonuses, const Values& remarks) {
  page.line("  " + page.ink(Ink::Strong, "Bonuses as published") + page.ink(Ink::Faint, "  context; in no total"));
  page.table({{left("item", "who"), right("value", "figure"), left("publisher", "publisher"), left("as_of", "year")},
              bonuses,
              Narrow::BlocksIfSmall});
  page.line();
  page.line("  " + page.ink(Ink::Strong, "Not priced"));
  for (const Value& remark : remarks) {
    page.say(capital(remark.at("subject").words()) + ": " + remark.at("text").words() + ".");
  }
  page.line();
}

}  // namespace

std::string_view verdict_of(advise::Band band) {
  return name_at<5>({"in the lowest tenth", "below the middle half", "in the middle half", "above the middle half",
                     "in the highest tenth"},
                    band);
}

std::string ask_words(const OfferValue& offer, const Money& money) {
  const Percentiles& pay = offer.estimate.pay;
  const auto wage = static_cast<double>(offer.compared);
  std::string out;
  if (wage < pay.p50()) {
    out = money.text(pay.p50()) + ", the median of people like you, up to " + money.text(pay.p75()) +
          ", which one in four of them beats";
  } else if (wage < pay.p75()) {
    out = "up to " + money.text(pay.p75()) + ", which one in four people like you beats";
  } else {
    return "no more by these figures: three in four people like you earn less than " + money.text(pay.p75());
  }
  if (!offer.estimate.sources.empty()) {
    const Source& source = *offer.estimate.sources.front();
    out += "; cite " + std::string(source.publisher) + ", " + std::string(source.title) + ", " +
           std::string(source.address);
  }
  return out;
}

Members offer_of(const OfferValue& offer, const Money& money) {
  return {
      {"name", offer.name},
      {"current", offer.current},
      {"job", work_of(offer.estimate.profile)},
      {"area", area_of(offer.area)},
      {".area", offer.area == nullptr ? Text("US") : offer.area->code},
      {".amounts", amounts_of(offer, money)},
      {"parts", parts_of(offer, money)},
      {"total", in(money, offer.total)},
      {"comparable_total", in(money, offer.comparable)},
      {"leave", Members{{"paid", offer.days_paid},
                        {"days", list_of(offer.days, days_of)},
                        {"worth", in(money, offer.leave_dollars)}}},
      {".filled", filled_in(offer)},
      {".days_off", fixed(days_off(offer), 1)},
      {"hours_worked", fixed(offer.hours_worked, 2)},
      {".hours_worked", fixed(offer.hours_worked, 1)},
      {"per_hour_worked", per_hour(offer.per_hour_worked)},
      {"price_parity", offer.parity},
      {".price_parity", fixed(offer.parity, 3)},
      {"price_adjusted_total", offer.adjusted ? in(money, *offer.adjusted) : Value()},
      {"wage_compared", in(money, offer.compared)},
      {"market_percentile", percentile(offer.market_percentile)},
      {"own_percentile", percentile(offer.own_percentile)},
      {"verdict", verdict_of(offer.band)},
      {"ask", ask_words(offer, money)},
      {"market", percentiles_of(money, offer.estimate.market.pay)},
      {"estimate", percentiles_of(money, offer.estimate.pay)},
      {"contract", offer.contract ? Value(contract_of(*offer.contract)) : Value()},
      {"federal_pension", offer.federal_pension ? Value(pension_of(*offer.federal_pension)) : Value()},
      {"not_counted", offer.not_counted},
      {"notes", offer.notes},
  };
}

Table table_of_offers(const std::vector<OfferValue>& offers, const Values& records) {
  Table table{{left("name", "offer"), ".area"}, records};
  std::vector<std::string> ids;
  for (const auto& offer : offers) {
    for (const auto& part : offer.parts) {
      if (std::ranges::find(ids, part.id) == ids.end()) {
        ids.push_back(part.id);
        table.columns.emplace_back(".amounts." + part.id, part.id);
      }
    }
  }
  for (const char* const name :
       {"total", "comparable_total", ".filled", ".days_off", ".hours_worked", "per_hour_worked", ".price_parity",
        "price_adjusted_total", "wage_compared", "market_percentile", "own_percentile", "verdict"}) {
    table.columns.emplace_back(name);
  }
  table.columns.emplace_back("estimate.p50", "estimate_p50");
  return table;
}

std::vector<const Source*> sources_of(const OfferView& view) {
  const Tables& tables = view.dataset.tables();
  std::vector<const Source*> out;
  for (const auto& offer : view.offers) {
    for (const auto& part : offer.parts) {
      cite(out, tables, part.from.source);
    }
    if (offer.contract) {
      cite(out, tables, offer.contract->premium_from.source);
      cite(out, tables, offer.contract->match_from.source);
    }
    for (const auto& kind : offer.days) {
      cite(out, tables, kind.from.source);
    }
    if (offer.federal_pension) {
      cite(out, tables, offer.federal_pension->accrual_from.source);
    }
    if (offer.parity && offer.area != nullptr) {
      cite(out, tables, model::block(tables, "price_parity.json").source);
    }
    cite(out, offer.estimate.sources);
  }
  for (const auto& figure : advise::bonus_figures(tables)) {
    cite(out, tables, figure.source);
  }
  for (const auto& remark : advise::not_priced(tables)) {
    cite(out, tables, remark.source);
  }
  return out;
}

Result offers(const OfferView& view, const Screen& screen) {
  const Tables& tables = view.dataset.tables();
  Result out(view.dataset, "offer", screen);
  const auto sources = sources_of(view);
  const Values records = list_of(view.offers, [&](const OfferValue& offer) { return offer_of(offer, view.money); });
  const Values bonuses = list_of(advise::bonus_figures(tables), bonus_of);
  const Values remarks = list_of(advise::not_priced(tables), remark_of);

  out.page.labels_take(15);
  show_offers(out.page, view, records);
  out.caveats("note", view.notes);
  if (!view.notes.empty()) {
    out.page.line();
  }
  if (view.detail) {
    show_context(out.page, bonuses, remarks);
    out.show_sources(sources);
  } else {
    out.page.aside("Bonuses as published and sources: " + out.page.spelled("detail"));
  }

  out.add(asked_of(view.dataset, view.person, view.offers.front().estimate.as_of, view.money));
  out.add("offers", records);
  out.add("bonuses", bonuses);
  out.add("not_priced", remarks);
  out.end_with(sources);
  out.table = table_of_offers(view.offers, records);
  return out;
}

}  // namespace hisalary::output
