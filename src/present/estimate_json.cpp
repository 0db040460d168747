// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "estimate.hpp"
#include "names.hpp"

namespace hisalary::present {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 5> percentile_names{"p10", "p25", "p50", "p75", "p90"};

Json amount(const Money& money, std::int64_t units) {
  return money.period() == Period::Year ? Json(units) : Json(money.dollars(units));
}

Json percentiles(const Money& money, const Percentiles& pay) {
  Json out = Json::object();
  for (std::size_t i = 0; i < percentile_names.size(); ++i) {
    out[percentile_names[i]] = amount(money, money.units(pay.dollars[i]));
  }
  return out;
}

Json area_of(const Area* area) {
  return area == nullptr ? Json(nullptr) : Json{{"kind", name_of(area->kind)}, {"code", area->code}, {"title", area->title}};
}

template <class Record> Json id_of(const Record* row) { return row == nullptr ? Json(nullptr) : Json(row->id); }

Json profile_of(const Tables& tables, const Profile& profile) {
  Json out;
  out["role"] = profile.role != nullptr ? Json{{"id", profile.role->id}, {"title", profile.role->title}}
                                        : Json{{"id", profile.occupation->soc}, {"title", profile.occupation->title}};
  out["level"] = id_of(profile.level);
  out["credentials"] = profile.credentials ? Json(held(tables.credentials, *profile.credentials)) : Json(nullptr);
  out["years"] = profile.years ? Json(*profile.years) : Json(nullptr);
  out["education"] = id_of(profile.education);
  out["area"] = area_of(profile.area);
  out["remote"] = profile.remote;
  out["setting"] = id_of(profile.setting);
  out["skills"] = profile.skills.any() ? Json(held(tables.skills, profile.skills)) : Json(nullptr);
  return out;
}

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
  out["area"] = area_of(market.area);
  out["wages"] = name_of(market.kind);
  out["employment"] = market.employment.known() ? Json(market.employment.amount) : Json(nullptr);
  out.update(percentiles(money, market.pay));
  return out;
}

Json steps_of(const Money& money, const Estimate& estimate) {
  Json out = Json::array();
  std::int64_t before = 0;
  for (const auto& step : estimate.steps) {
    const std::int64_t now = money.units(step.amount);
    out.push_back({{"id", step.id},
                   {"label", step.label},
                   {"amount", amount(money, now)},
                   {"change", out.empty() ? Json(nullptr) : amount(money, now - before)},
                   {"source", step.from.source},
                   {"at", step.from.at},
                   {"grade", name_of(step.from.grade)}});
    before = now;
  }
  return out;
}

Json sources_of(const Estimate& estimate) {
  Json out = Json::array();
  for (const Source* const source : estimate.sources) {
    out.push_back({{"id", source->id},
                   {"publisher", source->publisher},
                   {"title", source->title},
                   {"period", source->period.empty() ? Json(nullptr) : Json(source->period)},
                   {"address", source->address.empty() ? Json(nullptr) : Json(source->address)},
                   {"grade", name_of(source->grade)}});
  }
  return out;
}

}  // namespace

std::string estimate_json(const EstimateView& view, Layout layout) {
  const auto& estimate = view.estimate;
  Json out;
  out["schema"] = "hisalary/estimate/1";
  out["data"] = {{"version", view.dataset.info().version}, {"fingerprint", view.dataset.fingerprint()}, {"release", view.dataset.info().release}};
  out["profile"] = profile_of(view.dataset.tables(), estimate.profile);
  out["as_of"] = estimate.as_of;
  out["currency"] = view.dataset.info().currency;
  out["period"] = view.money.name();
  out["pay"] = percentiles(view.money, estimate.pay);
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
  out["sources"] = sources_of(estimate);
  return out.dump(layout == Layout::Indented ? 2 : -1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hisalary::present
