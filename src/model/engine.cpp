// SPDX-License-Identifier: MIT
#include "engine.hpp"

#include <algorithm>
#include <cmath>

#include "market.hpp"
#include "setting.hpp"

namespace hisalary::model {

Markets::Markets(const Dataset& dataset) : tables_(dataset.tables()), slots_(kinds() * (tables_.areas.size() + 1)) {}

std::size_t Markets::kind_of(const Facts& profile) const {
  return profile.role != nullptr
             ? static_cast<std::size_t>(profile.role - tables_.roles.data())
             : tables_.roles.size() + static_cast<std::size_t>(profile.occupation - tables_.occupations.data());
}

Markets::Market Markets::compute(std::size_t kind, const Area* area) const {
  Market market;
  for (const auto& cell : market_cells(tables_, role(kind), occupation(kind), area, std::nullopt)) {
    market.curve.add(cell.weight, MarketCurve(cell.cell.pay));
    market.error += cell.weight * cell.cell.error;
  }
  market.score_variance = score_variance_of(market.curve);
  return market;
}

const Markets::Market& Markets::fill(Slot& slot, std::size_t kind, const Area* area) {
  for (State state = State::Empty; !slot.state.compare_exchange_strong(state, State::Busy, std::memory_order_acquire);
       state = State::Empty) {
    if (state == State::Ready) {
      return slot.market;
    }
    slot.state.wait(State::Busy);
  }
  const auto leave = [&](State state) {
    slot.state.store(state, std::memory_order_release);
    slot.state.notify_all();
  };
  try {
    slot.market = compute(kind, area);
  } catch (...) {
    leave(State::Empty);
    throw;
  }
  leave(State::Ready);
  return slot.market;
}

Engine::Engine(Markets& markets) : markets_(markets), clock_(markets.tables()), kinds_(markets.kinds()) {}

Engine::Kind& Engine::kind(std::size_t index) {
  Kind& kind = kinds_[index];
  if (!kind.facts) {
    kind.facts = std::make_unique<Scorer>(markets_.tables(), markets_.role(index), markets_.occupation(index));
    kind.settings.resize(markets_.tables().settings.size());
    kind.years.resize(years_entries);
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
    each_part(index,
              [&](const Occupation& occupation, double weight) { time += weight * clock_.log_factor(occupation, at); });
  }
  return time;
}

void Engine::read_shifts(std::size_t index, Kind& kind, const Facts& profile, Shifts& shifts) const {
  shifts.setting = shifts.setting_variance = 0;
  if (profile.setting != nullptr) {
    SettingEntry& entry = kind.settings[static_cast<std::size_t>(profile.setting - markets_.tables().settings.data())];
    if (!entry.known) {
      each_part(index, [&](const Occupation& occupation, double weight) {
        const auto setting =
            setting_for(markets_.tables(), occupation, *profile.setting, markets_.role(index) != nullptr);
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
}

void Engine::read(const Facts& profile, Person& person) {
  const std::size_t index = markets_.kind_of(profile);
  Kind& kind = this->kind(index);
  person.market = &markets_.market(index, profile.area);
  read_shifts(index, kind, profile, person.shifts);
  person.shifts.error = person.market->error;

  Scorer::YearsScore years;
  const double quarters = profile.years.value_or(-1) * 4;
  const bool possible = quarters >= 0 && quarters <= 4 * most_years;
  if (const auto whole = static_cast<unsigned>(possible ? quarters : 0); possible && whole == quarters) {
    YearsEntry& entry = kind.years[((profile.level != nullptr ? 4U : 0U) + whole % 4) * (most_years + 1) + whole / 4];
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
  person.mean = scores.mean();
  person.variance = scores.variance;
}

void Engine::price(std::span<const Facts> people, std::span<Percentiles> answers) {
  while (!people.empty()) {
    const std::size_t count = std::min(people.size(), group_size);
    for (std::size_t i = 0; i < count; ++i) {
      markets_.announce(markets_.kind_of(people[i]), people[i].area);
    }
    for (std::size_t i = 0; i < count; ++i) {
      read(people[i], group_[i]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      answers[i].dollars = log_percentiles_of(group_[i].market->curve, group_[i].market->score_variance,
                                              group_[i].shifts, group_[i].mean, group_[i].variance);
    }
    for (std::size_t i = 0; i < count; ++i) {
      std::ranges::transform(answers[i].dollars, answers[i].dollars.begin(), exponential);
    }
    people = people.subspan(count);
    answers = answers.subspan(count);
  }
}

}  // namespace hisalary::model
