// SPDX-License-Identifier: MIT
#include "confidence.hpp"

#include <algorithm>

namespace hisalary::model {
namespace {

constexpr int enough_records = 5;
constexpr int high_up_to = 1;
constexpr int medium_up_to = 3;

bool has(const std::vector<std::string>& facts, const char* fact) {
  return std::ranges::find(facts, fact) != facts.end();
}

}  // namespace

Confidence confidence_of(const Grounds& grounds) {
  Confidence result;
  int points = 0;
  const auto off = [&](int taken, std::string reason) {
    points += taken;
    result.reasons.push_back(std::move(reason));
  };
  const auto& standing = grounds.standing;
  const bool named = grounds.profile.role != nullptr;
  if (grounds.cell == CellKind::Estimated) {
    off(2, "the place's wages are estimated, not published");
  } else if (grounds.cell == CellKind::Thin) {
    off(1, "the place's wages rest on few jobs");
  }
  if (named && has(standing.unknown, "years")) {
    off(1, "years of experience unknown");
  }
  if (named && has(standing.unknown, "credential")) {
    off(1, "credentials unknown");
  }
  if (named && standing.records < enough_records) {
    off(1, "few pay records stand behind this role's position in its occupations");
  }
  const auto credentials = std::ranges::find(standing.effects, "credentials", &Effect::id);
  if (credentials != standing.effects.end() && credentials->from.grade >= Grade::C) {
    off(1, "what the credential adds rests on weak surveys and assumed shares");
  }
  if (grounds.setting_missing) {
    off(1, "nothing published prices this setting");
  }
  if (grounds.past_index) {
    off(1, "the wage index was continued past its end");
  }
  if (grounds.before_history) {
    off(1, "the national history was continued back past its beginning");
  }
  result.level = points <= high_up_to     ? Confidence::Level::High
                 : points <= medium_up_to ? Confidence::Level::Medium
                                          : Confidence::Level::Low;
  return result;
}

}  // namespace hisalary::model
