// SPDX-License-Identifier: MIT
#include "engine.hpp"

#include <algorithm>
#include <cmath>

#include "market.hpp"
#include "setting.hpp"

namespace hisalary::model {

Markets::Markets(const Dataset& dataset)
    : tables_(dataset.tables()), slots_(std::make_unique<Slot[]>(kinds() * (tables_.areas.size() + 1))) {}

std::size_t Markets::kind_of(const Profile& profile) const {
  return profile.role != nullptr ? static_cast<std::size_t>(profile.role - tables_.roles.data())
                                 : tables_.roles.size() + static_cast<std::size_t>(profile.occupation - tables_.occupations.data());
}

Markets::Market Markets::compute(std::size_t kind, const Area* area) const {
  Market market;
  for (const auto& cell : market_cells(tables_, role(kind), occupation(kind), area, std::nullopt)) {
    market.curve.add(cell.weight, MarketCurve(cell.cell.pay));
    market.error += cell.weight * cell.cell.error;
  }
  return market;
}

const Markets::Market& Markets::market(std::size_t kind, const Area* area, Market& scratch) {
  const std::size_t place = area == nullptr ? tables_.areas.size() : static_cast<std::size_t>(area - tables_.areas.data());
  Slot& slot = slots_[kind * (tables_.areas.size() + 1) + place];
  State state = slot.state.load(std::memory_order_acquire);
  if (state == State::Ready) {
    return slot.market;
  }
  scratch = compute(kind, area);
  // One thread fills the slot; another that comes meanwhile has computed the same and goes on with its own.
  if (state == State::Empty && slot.state.compare_exchange_strong(state, State::Busy)) {
    slot.market = scratch;
    slot.state.store(State::Ready, std::memory_order_release);
  }
  return scratch;
}

Engine::Engine(Markets& markets) : markets_(markets), clock_(markets.tables()), kinds_(markets.kinds()) {}

Engine::Kind& Engine::kind(std::size_t index) {
  Kind& kind = kinds_[index];
  if (!kind.facts) {
    kind.facts = std::make_unique<Facts>(markets_.tables(), markets_.role(index), markets_.occupation(index));
    kind.settings.resize(markets_.tables().settings.size());
    kind.years.resize(2 * years_steps);
    kind.credentials.resize(credential_slots);
  }
  return kind;
}

template <class F> void Engine::each_part(std::size_t index, F&& f) const {
  const Tables& tables = markets_.tables();
  if (const Role* const role = markets_.role(index)) {
    for (const auto& part : role->occupations) {
      f(*std::ranges::find(tables.occupations, part.soc, &Occupation::soc), part.weight);
    }
  } else {
    f(*markets_.occupation(index), 1.0);
  }
}

double Engine::time_of(std::size_t index, const AsOf& as_of) const {
  double time = 0;
  if (as_of.kind != AsOf::Kind::Release) {
    const Quarter at = as_of.kind == AsOf::Kind::At ? as_of.at : clock_.newest();
    each_part(index, [&](const Occupation& occupation, double weight) { time += weight * clock_.log_factor(occupation, at); });
  }
  return time;
}

Shifts Engine::shifts(std::size_t index, Kind& kind, const Profile& profile) const {
  Shifts shifts;
  if (profile.setting != nullptr) {
    SettingEntry& entry = kind.settings[static_cast<std::size_t>(profile.setting - markets_.tables().settings.data())];
    if (!entry.known) {
      each_part(index, [&](const Occupation& occupation, double weight) {
        const auto setting = setting_for(markets_.tables(), occupation, *profile.setting, markets_.role(index) != nullptr);
        entry.shift += weight * setting.shift;
        entry.variance += weight * setting.variance;
      });
      entry.known = true;
    }
    shifts.setting = entry.shift;
    shifts.setting_variance = entry.variance;
  }
  if (!kind.time_known || kind.time_of.kind != profile.as_of.kind || kind.time_of.at != profile.as_of.at) {
    kind.time = time_of(index, profile.as_of);
    kind.time_of = profile.as_of;
    kind.time_known = true;
  }
  shifts.time = kind.time;
  return shifts;
}

Percentiles Engine::price(const Profile& profile) {
  const std::size_t index = markets_.kind_of(profile);
  Kind& kind = this->kind(index);
  Markets::Market scratch;
  const Markets::Market& market = markets_.market(index, profile.area, scratch);
  Shifts shifts = this->shifts(index, kind, profile);
  shifts.error = market.error;

  Facts::YearsScore years;
  const double quarters = profile.years.value_or(0) * 4;
  if (const auto whole = static_cast<std::size_t>(quarters); profile.years && static_cast<double>(whole) == quarters) {
    YearsEntry& entry = kind.years[whole + (profile.level != nullptr ? years_steps : 0)];
    if (!entry.known) {
      entry = {true, kind.facts->years_score(profile)};
    }
    years = entry.score;
  } else {
    years = kind.facts->years_score(profile);
  }

  double credentials = 0;
  if (profile.credentials) {
    constexpr std::uint64_t spread = 0x9e3779b97f4a7c15U;
    constexpr unsigned top_bits = 58;
    CredentialEntry& entry = kind.credentials[profile.credentials->to_ullong() * spread >> top_bits];
    if (!entry.known || entry.held != *profile.credentials) {
      entry = {true, *profile.credentials, kind.facts->credential_score(*profile.credentials)};
    }
    credentials = entry.score;
  }
  const Scores scores = kind.facts->scores(profile, years, credentials);
  return percentiles_of(market.curve, shifts, scores.mean(), scores.variance);
}

}  // namespace hisalary::model
