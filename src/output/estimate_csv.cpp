// SPDX-License-Identifier: MIT
#include "base/csv.hpp"
#include "base/format.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "estimate.hpp"
#include "names.hpp"

namespace hisalary::output {
namespace {

std::string steps_csv(const EstimateView& view) {
  std::string out = csv_row({"step", "label", "amount", "change", "source", "at", "grade"});
  std::int64_t before = 0;
  for (const auto& step : view.estimate.steps) {
    const std::int64_t now = view.money.units(step.amount);
    const bool first = &step == &view.estimate.steps.front();
    out += csv_row({step.id, step.label, view.money.plain(now), first ? "" : view.money.plain(now - before),
                    std::string(step.from.source), std::string(step.from.at), std::string(name_of(step.from.grade))});
    before = now;
  }
  return out;
}

template <class Record> std::string id_of(const Record* row) {
  return row == nullptr ? std::string{} : std::string(row->id);
}

}  // namespace

std::string estimate_csv(const EstimateView& view) {
  if (view.explain) {
    return steps_csv(view);
  }
  const auto& tables = view.dataset.tables();
  const auto& estimate = view.estimate;
  const Facts& profile = estimate.profile;
  std::string credentials;
  if (profile.credentials) {
    credentials = profile.credentials->none() ? "none" : joined(held(tables.credentials, *profile.credentials), " ");
  }
  std::vector<std::string> row{
      profile.role != nullptr ? std::string(profile.role->id) : std::string(profile.occupation->soc),
      id_of(profile.level),
      credentials,
      profile.years ? number_text(*profile.years) : "",
      id_of(profile.education),
      profile.area == nullptr ? "US" : std::string(profile.area->code),
      id_of(profile.setting),
      joined(held(tables.skills, profile.skills), " "),
      estimate.as_of,
      view.money.name()};
  for (const double dollars : estimate.pay.dollars) {
    row.push_back(view.money.plain(view.money.units(dollars)));
  }
  row.push_back(formatted("{:.1f}", estimate.market_percentile));
  row.emplace_back(name_of(estimate.market.kind));
  row.emplace_back(name_of(estimate.confidence.level));
  return csv_row({"role", "level", "credentials", "years", "education", "area", "setting", "skills", "as_of", "period",
                  "p10", "p25", "p50", "p75", "p90", "market_percentile", "wages", "confidence"}) +
         csv_row(row);
}

}  // namespace hisalary::output
