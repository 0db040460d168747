// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "base/csv.hpp"
#include "cited.hpp"
#include "data/tables.hpp"
#include "json_parts.hpp"
#include "model/parameters.hpp"
#include "names.hpp"
#include "offer.hpp"

namespace hisalary::output {
namespace {

using advise::OfferValue;

const Money yearly(Period::Year);

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

template <class T> Json or_null(const std::optional<T>& value) { return value ? Json(*value) : Json(nullptr); }

double tenths(double value) { return std::round(value * 10) / 10; }
double hundredths(double value) { return std::round(value * 100) / 100; }

Json part_json(const advise::Part& part) {
  return {{"id", part.id},
          {"label", part.label},
          {"amount", part.dollars},
          {"origin", name_of(part.origin)},
          {"how", text_or_null(part.how)},
          {"source", text_or_null(part.from.source)},
          {"at", text_or_null(part.from.at)},
          {"grade", part.from.source.empty() ? Json(nullptr) : Json(name_of(part.from.grade))}};
}

Json leave_json(const OfferValue& offer) {
  Json days = Json::array();
  for (const auto& kind : offer.days) {
    days.push_back({{"id", kind.id},
                    {"days", kind.days},
                    {"origin", name_of(kind.origin)},
                    {"source", text_or_null(kind.from.source)}});
  }
  return {{"paid", offer.days_paid}, {"days", std::move(days)}, {"worth", offer.leave_dollars}};
}

Json contract_json(const advise::Contract& c) {
  return {
      {"hours", hundredths(c.hours)},
      {"billed", c.billed},
      {"payroll_tax", c.payroll_tax},
      {"coverage", name_of(c.coverage)},
      {"premium", c.premium},
      {"left", c.left},
      {"salary", c.salary},
      {"employee", {{"payroll_tax", c.employee_tax}, {"premium", c.employee_premium}, {"match", c.employee_match}}}};
}

Json offer_of(const OfferValue& offer) {
  Json parts = Json::array();
  for (const auto& part : offer.parts) {
    parts.push_back(part_json(part));
  }
  Json out;
  out["name"] = offer.name;
  out["area"] = area_json(offer.area);
  out["parts"] = std::move(parts);
  out["total"] = offer.total;
  out["leave"] = leave_json(offer);
  out["hours_worked"] = hundredths(offer.hours_worked);
  out["per_hour_worked"] = hundredths(offer.per_hour_worked);
  out["price_parity"] = or_null(offer.parity);
  out["price_adjusted_total"] = or_null(offer.adjusted);
  out["wage_compared"] = offer.compared;
  out["market_percentile"] = tenths(offer.market_percentile);
  out["own_percentile"] = tenths(offer.own_percentile);
  out["market"] = percentiles_json(yearly, offer.estimate.market.pay);
  out["estimate"] = percentiles_json(yearly, offer.estimate.pay);
  out["contract"] = offer.contract ? contract_json(*offer.contract) : Json(nullptr);
  out["not_counted"] = offer.not_counted;
  out["notes"] = offer.notes;
  return out;
}

/// Parts in the order in which they first come, over all offers.
std::vector<std::string> part_ids(const std::vector<OfferValue>& offers) {
  std::vector<std::string> ids;
  for (const auto& offer : offers) {
    for (const auto& part : offer.parts) {
      if (std::ranges::find(ids, part.id) == ids.end()) {
        ids.push_back(part.id);
      }
    }
  }
  return ids;
}

std::string fixed(double value, double unit, int digits) {
  std::string text = std::to_string(std::llround(value * unit));
  while (text.size() <= static_cast<std::size_t>(digits)) {
    text.insert(text.begin(), '0');
  }
  return text.insert(text.size() - static_cast<std::size_t>(digits), ".");
}

}  // namespace

std::vector<const Source*> sources_of(const OfferView& view) {
  const Tables& tables = view.dataset.tables();
  Cited cited(tables);
  for (const auto& offer : view.offers) {
    for (const auto& part : offer.parts) {
      cited.add(part.from.source);
    }
    if (offer.contract) {
      cited.add(offer.contract->premium_from.source);
      cited.add(offer.contract->match_from.source);
    }
    for (const auto& kind : offer.days) {
      cited.add(kind.from.source);
    }
    if (offer.parity && offer.area != nullptr) {
      cited.add(model::block(tables, "price_parity.json").source);
    }
    cited.add(offer.estimate.sources);
  }
  for (const auto& figure : advise::bonus_figures(tables)) {
    cited.add(figure.source);
  }
  for (const auto& remark : advise::not_priced(tables)) {
    cited.add(remark.source);
  }
  return cited.all();
}

std::string offer_json(const OfferView& view) {
  const Tables& tables = view.dataset.tables();
  Json out;
  out["schema"] = "hisalary/offer/1";
  out["data"] = data_json(view.dataset);
  out["profile"] = profile_json(tables, view.person);
  out["as_of"] = view.offers.front().estimate.as_of;
  out["currency"] = view.dataset.info().currency;
  out["period"] = yearly.name();
  Json offers = Json::array();
  for (const auto& offer : view.offers) {
    offers.push_back(offer_of(offer));
  }
  out["offers"] = std::move(offers);
  Json bonuses = Json::array();
  for (const auto& figure : advise::bonus_figures(tables)) {
    bonuses.push_back({{"item", figure.item},
                       {"value", figure.value},
                       {"unit", figure.unit},
                       {"publisher", figure.publisher},
                       {"as_of", figure.as_of},
                       {"source", figure.source},
                       {"grade", name_of(figure.grade)}});
  }
  out["bonuses"] = std::move(bonuses);
  Json remarks = Json::array();
  for (const auto& remark : advise::not_priced(tables)) {
    remarks.push_back({{"subject", remark.subject}, {"text", remark.text}, {"source", remark.source}});
  }
  out["not_priced"] = std::move(remarks);
  out["caveats"] = view.notes;
  out["sources"] = sources_json(sources_of(view));
  return dumped(out);
}

std::string offer_csv(const OfferView& view) {
  const auto ids = part_ids(view.offers);
  std::vector<std::string> heading{"offer", "area"};
  heading.insert(heading.end(), ids.begin(), ids.end());
  for (const char* const name :
       {"total", "filled", "days_off", "hours_worked", "per_hour_worked", "price_parity", "price_adjusted_total",
        "wage_compared", "market_percentile", "own_percentile", "estimate_p50"}) {
    heading.emplace_back(name);
  }
  std::string out = csv_row(heading);
  for (const auto& offer : view.offers) {
    std::vector<std::string> row{offer.name, offer.area == nullptr ? "US" : std::string(offer.area->code)};
    for (const auto& id : ids) {
      const auto part = std::ranges::find(offer.parts, id, &advise::Part::id);
      row.push_back(part == offer.parts.end() ? "" : std::to_string(part->dollars));
    }
    std::string filled;
    double days = 0;
    const auto add_filled = [&](const std::string& id, const Provenance& from) {
      if (!from.source.empty()) {
        filled += (filled.empty() ? "" : " ") + id;
      }
    };
    for (const auto& part : offer.parts) {
      add_filled(part.id, part.from);
    }
    for (const auto& kind : offer.days) {
      days += kind.days;
      add_filled(kind.id, kind.from);
    }
    for (const auto& cell : {std::to_string(offer.total), filled, fixed(days, 10, 1), fixed(offer.hours_worked, 10, 1),
                             fixed(offer.per_hour_worked, 100, 2), offer.parity ? fixed(*offer.parity, 1000, 3) : "",
                             offer.adjusted ? std::to_string(*offer.adjusted) : "", std::to_string(offer.compared),
                             fixed(offer.market_percentile, 10, 1), fixed(offer.own_percentile, 10, 1),
                             yearly.plain(yearly.units(offer.estimate.pay.p50()))}) {
      row.push_back(cell);
    }
    out += csv_row(row);
  }
  return out;
}

}  // namespace hisalary::output
