// SPDX-License-Identifier: MIT
#include "places.hpp"

#include <algorithm>
#include <functional>

#include "data/tables.hpp"
#include "hisalary/error.hpp"
#include "model/pricer.hpp"
#include "parity.hpp"

namespace hisalary::advise {
namespace {

bool is_of(const Area& area, PlaceKind kind) {
  const bool state = area.kind == AreaKind::State || area.kind == AreaKind::Territory;
  const bool metro = area.kind == AreaKind::Metropolitan || area.kind == AreaKind::Nonmetropolitan;
  return kind == PlaceKind::States ? state : metro;
}

/// Jobs in all occupations of the work there, where each is published.
Published jobs_of(const std::vector<model::MarketCell>& cells) {
  Published sum{0, Published::Mark::Value};
  for (const auto& cell : cells) {
    if (!cell.cell.employment.known()) {
      return {};
    }
    sum.amount += cell.cell.employment.amount;
  }
  return sum;
}

std::optional<double> figure(const PlacePay& place, RankBy by) {
  switch (by) {
    case RankBy::CostAdjusted: return place.adjusted;
    case RankBy::Jobs: return place.jobs.known() ? std::optional<double>(place.jobs.amount) : std::nullopt;
    default: return place.pay.p50();
  }
}

}  // namespace

std::vector<PlacePay> ranked_places(const Model& model, const Facts& person, PlaceKind kind, RankBy by) {
  if (person.release) {
    throw Error(ErrorCode::Usage, "older releases cover the nation only", "leave out the release",
                std::string(name_of(Fact::Release)));
  }
  const Tables& tables = model.dataset().tables();
  const model::Pricer& pricer = model.pricer();
  std::vector<PlacePay> out;
  Facts there = person;
  there.remote = false;
  for (const auto& area : tables.areas) {
    there.area = &area;
    if (!is_of(area, kind) || pricer.refusal(there) != nullptr) {
      continue;
    }
    const model::Price price = pricer.price(there);
    PlacePay place{&area, price.pay, price.wages(), jobs_of(pricer.cells(there)), price_parity(tables, there), {}};
    place.adjusted = at_nations_prices(place.pay.p50(), place.parity);
    out.push_back(place);
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, [&](const PlacePay& place) { return figure(place, by); });
  return out;
}

}  // namespace hisalary::advise
