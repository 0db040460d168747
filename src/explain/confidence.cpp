// SPDX-License-Identifier: MIT
#include "confidence.hpp"

#include <array>
#include <string_view>
#include "data/tables.hpp"

namespace hisalary::explain {
namespace {

constexpr int enough_records = 5;

constexpr std::array<std::string_view, doubt_count> reasons{
    "the place's wages are estimated, not published",
    "the place's wages rest on few jobs",
    "years of experience unknown",
    "credentials unknown",
    "few pay records stand behind this role's position in its occupations",
    "what the credential adds rests on weak surveys and assumed shares",
    "nothing published prices this setting",
    "the wage index was continued past its end",
    "the national history was continued back past its beginning",
};

}  // namespace

Doubts doubts_of(const model::Pricer& pricer, const Facts& person, const model::Price& price) {
  Doubts doubts;
  const auto set = [&](Doubt doubt, bool holds) { doubts.set(static_cast<std::size_t>(doubt), holds); };
  const model::Scorer& scorer = pricer.scorer(person);
  const model::Clock& clock = pricer.clock();
  const Quarter at = clock.quarter_of(person);
  const bool named = person.role != nullptr;
  const StandingFact* const credentials = scorer.credential_fact();

  set(Doubt::WagesEstimated, price.terms.market->kind == CellKind::Estimated);
  set(Doubt::WagesThin, price.terms.market->kind == CellKind::Thin);
  set(Doubt::YearsUnknown, named && !person.years);
  set(Doubt::CredentialsUnknown, named && !person.credentials);
  set(Doubt::FewRecords, named && scorer.position()->records < enough_records);
  set(Doubt::WeakPremium, person.credentials && credentials != nullptr && credentials->from.grade >= Grade::C);
  set(Doubt::SettingNotPriced, person.setting != nullptr && !pricer.setting_effect(person).priced);
  set(Doubt::PastIndex, clock.newest() < at);
  set(Doubt::BeforeHistory, at < clock.history_begins());
  return doubts;
}

Confidence::Level level_of(Doubts doubts) {
  constexpr std::size_t high_up_to = 1;
  constexpr std::size_t medium_up_to = 3;
  const std::size_t points = doubts.count() + (doubts.test(static_cast<std::size_t>(Doubt::WagesEstimated)) ? 1 : 0);
  if (points <= high_up_to) {
    return Confidence::Level::High;
  }
  return points <= medium_up_to ? Confidence::Level::Medium : Confidence::Level::Low;
}

Confidence confidence_of(Doubts doubts) {
  Confidence confidence{level_of(doubts), {}};
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (doubts.test(i)) {
      confidence.reasons.emplace_back(reasons[i]);
    }
  }
  return confidence;
}

}  // namespace hisalary::explain
