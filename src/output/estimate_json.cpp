// SPDX-License-Identifier: MIT
#include "data/tables.hpp"
#include "estimate.hpp"
#include "json_parts.hpp"
#include "names.hpp"

namespace hisalary::output {
namespace {

Json market_of(const Money& money, const Market& market) {
  Json occupations = Json::array();
  for (const auto& part : market.parts) {
    occupations.push_back({{"soc", part.occupation->soc},
                           {"title", part.occupation->title},
                           {"weight", part.weight},
                           {"wages", name_of(part.kind)},
                           {"employment", part.employment.known() ? Json(part.employment.amount) : Json(nullptr)}});
  }
  Json out;
  out["occupations"] = std::move(occupations);
  out["area"] = area_json(market.area);
  out["wages"] = name_of(market.kind);
  out["employment"] = market.employment.known() ? Json(market.employment.amount) : Json(nullptr);
  out.update(percentiles_json(money, market.pay));
  return out;
}

Json steps_of(const Money& money, const Estimate& estimate) {
  Json out = Json::array();
  std::int64_t before = 0;
  for (const auto& step : estimate.steps) {
    const std::int64_t now = money.units(step.amount);
    out.push_back({{"id", step.id},
                   {"label", step.label},
                   {"amount", amount_json(money, now)},
                   {"change", out.empty() ? Json(nullptr) : amount_json(money, now - before)},
                   {"source", step.from.source},
                   {"at", step.from.at},
                   {"grade", name_of(step.from.grade)}});
    before = now;
  }
  return out;
}

}  // namespace

std::string estimate_json(const EstimateView& view, Layout layout) {
  const auto& estimate = view.estimate;
  Json out;
  out["schema"] = "hisalary/estimate/1";
  out["data"] = data_json(view.dataset);
  out["profile"] = profile_json(view.dataset.tables(), estimate.profile);
  out["as_of"] = estimate.as_of;
  out["currency"] = view.dataset.info().currency;
  out["period"] = view.money.name();
  out["pay"] = percentiles_json(view.money, estimate.pay);
  out["market"] = market_of(view.money, estimate.market);
  constexpr double tenths = 10;
  out["market_percentile"] = std::round(estimate.market_percentile * tenths) / tenths;
  out["steps"] = steps_of(view.money, estimate);
  out["confidence"] = {{"level", name_of(estimate.confidence.level)}, {"reasons", estimate.confidence.reasons}};
  Json caveats = view.notes;
  for (const auto& caveat : estimate.caveats) {
    caveats.push_back(caveat);
  }
  out["caveats"] = std::move(caveats);
  out["sources"] = sources_json(estimate.sources);
  return dumped(out, layout == Layout::Indented ? 2 : -1);
}

}  // namespace hisalary::output
