// SPDX-License-Identifier: MIT
// Advice as others call it: a profile is checked, and what follows works on its facts.
#include "career.hpp"
#include "general_schedule.hpp"
#include "hisalary/error.hpp"
#include "offer.hpp"
#include "outlook.hpp"
#include "places.hpp"
#include "range.hpp"
#include "standing.hpp"
#include "states.hpp"
#include "whatif.hpp"

namespace hisalary::advise {
namespace {

/// The facts of a profile of the model's data set. Throws Error Usage for any other.
const Facts& facts_for(const Model& model, const Profile& person) {
  model.require(person);
  return person.facts();
}

}  // namespace

Path read_path(const Dataset& dataset, std::string_view text) { return read_path(dataset.tables(), text); }

Path default_path(const Dataset& dataset, const Role& role) { return default_path(dataset.tables(), role); }

Career career(const Model& model, const Profile& person, int last, const std::optional<Path>& path) {
  return career(model, facts_for(model, person), last, path);
}

WhatIf what_if(const Model& model, const Profile& person, const WhatIfOptions& options) {
  return what_if(model, facts_for(model, person), options);
}

std::vector<StatePay> every_state(const Model& model, const Profile& person) {
  return every_state(model, facts_for(model, person));
}

std::vector<PlacePay> ranked_places(const Model& model, const Profile& person, PlaceKind kind, RankBy by) {
  return ranked_places(model, facts_for(model, person), kind, by);
}

OutlookAnswer outlook_of(const Profile& person) { return outlook_of(person.dataset().tables(), &person.facts()); }

OutlookAnswer outlook_of(const Dataset& dataset) { return outlook_of(dataset.tables(), nullptr); }

OfferValue value_offer(const Model& model, const Profile& person, const Offer& offer, std::size_t number) {
  return value_offer(model, facts_for(model, person), offer, number);
}

std::vector<BonusFigure> bonus_figures(const Dataset& dataset) { return bonus_figures(dataset.tables()); }

std::vector<Remark> not_priced(const Dataset& dataset) { return not_priced(dataset.tables()); }

RoleRange range_for(const Model& model, const Profile& job, const RangeRule& rule) {
  return range_for(model, facts_for(model, job), rule);
}

Standing standing_of(const Model& model, const Profile& person) {
  const auto standing = standing_of(model, facts_for(model, person));
  if (!standing) {
    throw Error(ErrorCode::Usage, "the profile has no pay", "give the pay of the person as well",
                std::string(name_of(Fact::Pay)));
  }
  return *standing;
}

GsGrid gs_grid(const Dataset& dataset, std::int32_t year, const GsLocality& locality) {
  return gs_grid(dataset.tables(), year, locality);
}

GsPlace find_locality(const Dataset& dataset, std::string_view text) { return find_locality(dataset.tables(), text); }

GsEstimate gs_estimate(const Model& model, const GsSeries& series, const GsGrid& grid, const Area* area,
                       const Profile& person) {
  return gs_estimate(model, series, grid, area, facts_for(model, person));
}

std::vector<GsHeadcount> gs_headcounts(const Dataset& dataset, const GsSeries& series) {
  return gs_headcounts(dataset.tables(), series);
}

std::vector<GsAdvertisement> gs_advertisements(const Dataset& dataset) { return gs_advertisements(dataset.tables()); }

}  // namespace hisalary::advise
