// SPDX-License-Identifier: MIT
#include "json_parts.hpp"

#include "data/tables.hpp"
#include "names.hpp"

namespace hisalary::output {
namespace {

constexpr std::array<const char*, 5> percentile_names{"p10", "p25", "p50", "p75", "p90"};

}  // namespace

Json data_json(const Dataset& dataset) {
  return {
      {"version", dataset.info().version}, {"fingerprint", dataset.fingerprint()}, {"release", dataset.info().release}};
}

Json amount_json(const Money& money, std::int64_t units) {
  return money.period() == Period::Year ? Json(units) : Json(money.dollars(units));
}

Json percentiles_json(const Money& money, const Percentiles& pay) {
  Json out = Json::object();
  for (std::size_t i = 0; i < percentile_names.size(); ++i) {
    out[percentile_names[i]] = amount_json(money, money.units(pay.dollars[i]));
  }
  return out;
}

Json area_json(const Area* area) {
  return area == nullptr ? Json(nullptr)
                         : Json{{"kind", name_of(area->kind)}, {"code", area->code}, {"title", area->title}};
}

Json profile_json(const Tables& tables, const Facts& profile) {
  Json out;
  out["role"] = profile.role != nullptr ? Json{{"id", profile.role->id}, {"title", profile.role->title}}
                                        : Json{{"id", profile.occupation->soc}, {"title", profile.occupation->title}};
  out["level"] = id_json(profile.level);
  out["credentials"] = profile.credentials ? Json(held(tables.credentials, *profile.credentials)) : Json(nullptr);
  out["years"] = profile.years ? Json(*profile.years) : Json(nullptr);
  out["education"] = id_json(profile.education);
  out["area"] = area_json(profile.area);
  out["remote"] = profile.remote;
  out["setting"] = id_json(profile.setting);
  out["skills"] = profile.skills.any() ? Json(held(tables.skills, profile.skills)) : Json(nullptr);
  return out;
}

Json sources_json(const std::vector<const Source*>& sources) {
  Json out = Json::array();
  for (const Source* const source : sources) {
    out.push_back({{"id", source->id},
                   {"publisher", source->publisher},
                   {"title", source->title},
                   {"period", source->period.empty() ? Json(nullptr) : Json(source->period)},
                   {"address", source->address.empty() ? Json(nullptr) : Json(source->address)},
                   {"grade", name_of(source->grade)}});
  }
  return out;
}

std::string dumped(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hisalary::output
