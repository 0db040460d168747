// SPDX-License-Identifier: MIT
#include "compare.hpp"

#include "advise/parity.hpp"
#include "advise/reading.hpp"
#include "base/csv.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "json_parts.hpp"
#include "names.hpp"

namespace hisalary::output {
namespace {

using advise::Cell;
using advise::Comparison;

std::optional<std::int64_t> adjusted(const Money& money, const Cell& cell) {
  const auto dollars = advise::at_nations_prices(cell.estimate.pay.p50(), cell.parity);
  return dollars ? std::optional(money.units(*dollars)) : std::nullopt;
}

std::int64_t difference(const Money& money, const Comparison& comparison, const Cell& cell) {
  return money.units(cell.estimate.pay.p50()) - money.units(comparison.cells[0].estimate.pay.p50());
}

template <class T> Json or_null(const std::optional<T>& value) { return value ? Json(*value) : Json(nullptr); }

Json cell_json(const Dataset& dataset, const Comparison& comparison, const Cell& cell) {
  const Money money(Period::Year);
  Json values = Json::object();
  for (std::size_t i = 0; i < comparison.varied.size(); ++i) {
    values[comparison.varied[i].field] = cell.values[i];
  }
  Json out;
  out["values"] = std::move(values);
  out["label"] = cell_label(dataset.tables(), comparison, cell);
  out["profile"] = profile_json(dataset.tables(), cell.estimate.profile);
  out["pay"] = percentiles_json(money, cell.estimate.pay);
  out["difference"] = difference(money, comparison, cell);
  out["price_parity"] = or_null(cell.parity);
  out["adjusted_p50"] = or_null(adjusted(money, cell));
  out["wages"] = name_of(cell.estimate.market.kind);
  out["confidence"] = name_of(cell.estimate.confidence.level);
  out["caveats"] = cell.estimate.caveats;
  return out;
}

std::string role_label(const Facts& profile) {
  if (profile.role == nullptr) {
    return std::string(profile.occupation->title) + " (" + std::string(profile.occupation->soc) + ")";
  }
  return std::string(profile.role->title) + (profile.level != nullptr ? ", " + std::string(profile.level->title) : "");
}

}  // namespace

std::string value_label(const Tables& tables, std::string_view field, const Facts& profile) {
  if (field == "state" || field == "metro") {
    return std::string(profile.area->title);
  }
  if (field == "cert") {
    return profile.credentials->none() ? "no credential"
                                       : joined(held(tables.credentials, *profile.credentials), " + ");
  }
  if (field == "years") {
    return number_text(*profile.years) + (*profile.years == 1 ? " year" : " years");
  }
  if (field == "setting") {
    return std::string(profile.setting->title);
  }
  if (field == "education") {
    return std::string(profile.education->title);
  }
  return field == "level" ? std::string(profile.level->title) : role_label(profile);
}

std::string cell_label(const Tables& tables, const Comparison& comparison, const Cell& cell) {
  std::string label;
  for (const auto& varied : comparison.varied) {
    label += (label.empty() ? "" : ", ") + value_label(tables, varied.field, cell.estimate.profile);
  }
  return label;
}

std::string compare_json(const Dataset& dataset, const Comparison& comparison) {
  Json out;
  out["schema"] = "hisalary/compare/1";
  out["data"] = data_json(dataset);
  out["varied"] = Json::array();
  for (const auto& varied : comparison.varied) {
    out["varied"].push_back({{"field", varied.field}, {"values", varied.values}});
  }
  out["as_of"] = comparison.cells[0].estimate.as_of;
  out["currency"] = dataset.info().currency;
  out["period"] = "year";
  out["cells"] = Json::array();
  std::vector<const Source*> sources;
  for (const auto& cell : comparison.cells) {
    out["cells"].push_back(cell_json(dataset, comparison, cell));
    advise::add_new(sources, cell.estimate.sources);
  }
  if (const Source* const prices = advise::parity_source(dataset.tables());
      comparison.varies_place() && prices != nullptr) {
    sources.push_back(prices);
  }
  out["caveats"] = comparison.notes;
  out["sources"] = sources_json(sources);
  return dumped(out);
}

std::string compare_csv(const Dataset& dataset, const Comparison& comparison) {
  const Money money(Period::Year);
  std::vector<std::string> heading;
  for (const auto& varied : comparison.varied) {
    heading.push_back(varied.field);
  }
  for (const char* const name : {"label", "p10", "p25", "p50", "p75", "p90", "difference", "price_parity",
                                 "adjusted_p50", "wages", "confidence"}) {
    heading.emplace_back(name);
  }
  std::string out = csv_row(heading);
  for (const auto& cell : comparison.cells) {
    std::vector<std::string> row = cell.values;
    row.push_back(cell_label(dataset.tables(), comparison, cell));
    for (const double dollars : cell.estimate.pay.dollars) {
      row.push_back(money.plain(money.units(dollars)));
    }
    const auto bought = adjusted(money, cell);
    row.push_back(money.plain(difference(money, comparison, cell)));
    row.push_back(cell.parity ? number_text(*cell.parity) : "");
    row.push_back(bought ? money.plain(*bought) : "");
    row.emplace_back(name_of(cell.estimate.market.kind));
    row.emplace_back(name_of(cell.estimate.confidence.level));
    out += csv_row(row);
  }
  return out;
}

}  // namespace hisalary::output
