// SPDX-License-Identifier: MIT
#include "confidence.hpp"

#include <array>
#include <cmath>
#include <string_view>
#include "data/tables.hpp"

namespace hisalary::explain {
namespace {

constexpr int enough_records = 5;

constexpr std::array<std::string_view, doubt_count> reasons{
    "no role given, so the range covers several jobs",
    "the place's wages are estimated, not published",
    "the place's wages rest on few jobs",
    "the place's wages rest on very few employers",
    "years of experience unknown",
    "credentials unknown",
    "few pay records back up where this role stands in its occupations",
    "the premium for the credential rests on weak surveys and assumptions",
    "no published figure prices this kind of employer",
    "the wage index was extended past its end",
    "the wage history was extended back past its beginning",
};

bool has(Doubts doubts, Doubt doubt) { return doubts.test(static_cast<std::size_t>(doubt)); }

}  // namespace

Doubts doubts_of(const model::Pricer& pricer, const Facts& person, const model::Price& price) {
  Doubts doubts;
  const auto set = [&](Doubt doubt, bool holds) { doubts.set(static_cast<std::size_t>(doubt), holds); };
  const model::Clock& clock = pricer.clock();
  const Quarter at = clock.quarter_of(person);
  const bool is_role = person.role != nullptr;
  const bool whole = person.occupation != nullptr;
  const model::Scorer* const scorer = model::is_named(person) ? &pricer.scorer(person) : nullptr;
  const StandingFact* const credentials = scorer != nullptr ? scorer->credential_fact() : nullptr;

  set(Doubt::JobUnknown, scorer == nullptr);
  set(Doubt::WagesEstimated, price.wages() == CellKind::Estimated);
  set(Doubt::WagesThin, price.wages() == CellKind::Thin);
  set(Doubt::WagesTied, price.terms.market != nullptr && price.terms.market->tied);
  set(Doubt::YearsUnknown, !whole && !person.years);
  set(Doubt::CredentialsUnknown, !whole && !person.credentials);
  set(Doubt::FewRecords, is_role && scorer->position()->records < enough_records);
  set(Doubt::WeakPremium, person.credentials && credentials != nullptr && credentials->from.grade >= Grade::C);
  set(Doubt::SettingNotPriced, person.setting != nullptr && !pricer.setting_effect(person).priced);
  set(Doubt::PastIndex, clock.newest() < at);
  set(Doubt::BeforeHistory, at < clock.history_begins());
  return doubts;
}

double standard_error_of(const model::Pricer& pricer, const Facts& person, const model::Price& price, Doubts doubts) {
  constexpr double jobs = 0.08;       // which of its jobs a person without a named one has
  constexpr double fact = 0.04;       // a fact not known: years, credentials, setting, the age of an index
  constexpr double predicted = 0.04;  // beside the error that the cell itself carries
  double variance = 0;
  const auto add = [&](Doubt doubt, double error) { variance += has(doubts, doubt) ? error * error : 0; };
  add(Doubt::JobUnknown, jobs);
  add(Doubt::WagesEstimated, predicted);
  for (const Doubt doubt : {Doubt::YearsUnknown, Doubt::CredentialsUnknown, Doubt::WeakPremium, Doubt::SettingNotPriced,
                            Doubt::PastIndex, Doubt::BeforeHistory}) {
    add(doubt, fact);
  }
  if (const model::Market* const market = price.terms.market) {
    variance += market->error * market->error;
    if (person.role != nullptr) {
      const double position = pricer.scorer(person).position()->uncertainty * market->curve.slope();
      variance += position * position;
    }
  }
  return std::sqrt(variance);
}

Confidence::Level level_of(const model::Pricer& pricer, const Facts& person, const model::Price& price, Doubts doubts) {
  constexpr double high_up_to = 0.07;
  constexpr double medium_up_to = 0.12;
  if (person.role != nullptr && pricer.scorer(person).position()->records == 0) {
    return Confidence::Level::Low;
  }
  const double error = standard_error_of(pricer, person, price, doubts);
  if (error <= high_up_to && !has(doubts, Doubt::WagesTied)) {
    return Confidence::Level::High;
  }
  return error <= medium_up_to ? Confidence::Level::Medium : Confidence::Level::Low;
}

Confidence confidence_of(const model::Pricer& pricer, const Facts& person, const model::Price& price) {
  const Doubts doubts = doubts_of(pricer, person, price);
  Confidence confidence{level_of(pricer, person, price, doubts), {}};
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (doubts.test(i)) {
      confidence.reasons.emplace_back(reasons[i]);
    }
  }
  return confidence;
}

}  // namespace hisalary::explain
