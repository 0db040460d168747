// SPDX-License-Identifier: MIT
#pragma once

/// Random profiles from a fixed seed: the same ones on every machine.

#include <cstdint>
#include <optional>
#include <span>

#include "data/tables.hpp"
#include "known.hpp"

namespace hisalary::test {

/// SplitMix64 (Steele, Lea and Flood 2014); standard distributions differ between libraries.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  /// Choices from the bytes of a fuzzer, the first of everything when they end.
  explicit Random(std::span<const std::uint8_t> bytes) : state_(0), bytes_(bytes) {}

  [[nodiscard]] std::uint64_t bits() {
    if (bytes_) {
      return from_bytes();
    }
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }
  [[nodiscard]] std::size_t below(std::size_t end) { return bits() % end; }
  [[nodiscard]] bool chance(std::size_t one_in) { return below(one_in) == 0; }
  template <class T> [[nodiscard]] const T& of(List<T> rows) { return rows[below(rows.size())]; }

  [[nodiscard]] Held held(std::size_t rows) {
    Held some;
    for (std::size_t count = below(4); count > 0; --count) {
      some.set(below(rows));
    }
    return some;
  }

 private:
  [[nodiscard]] std::uint64_t from_bytes() {
    std::uint64_t two = 0;
    for (int i = 0; i < 2 && !bytes_->empty(); ++i) {
      two = two << 8U | bytes_->front();
      *bytes_ = bytes_->subspan(1);
    }
    return two;
  }

  std::uint64_t state_;
  std::optional<std::span<const std::uint8_t>> bytes_;
};

/// The occupations that can be asked for: those with wages in the newest release.
inline std::vector<const Occupation*> askable() {
  std::vector<const Occupation*> found;
  for (const auto& one : tables().occupations) {
    for (const auto& row : tables().nation_wages) {
      if (row.soc == one.soc && row.release == 2025 && row.pay[0].known() && !one.family.empty()) {
        found.push_back(&one);
      }
    }
  }
  return found;
}

/// Any profile that can be asked for, over all roles, occupations, places, settings, credentials, degrees, levels and
/// skills.
inline Facts any_profile(Random& random) {
  const Tables& t = tables();
  Facts profile;
  if (random.chance(4)) {
    const auto all = askable();
    profile.occupation = all[random.below(all.size())];
  } else {
    profile.role = &random.of(t.roles);
  }
  profile.level = random.chance(3) ? &random.of(t.levels) : nullptr;
  if (random.chance(2)) {
    profile.credentials = random.held(t.credentials.size());
  }
  if (random.chance(2)) {
    profile.years = static_cast<double>(random.below(121)) / 2;
  }
  profile.education = random.chance(2) ? &random.of(t.education) : nullptr;
  profile.area = random.chance(4) ? nullptr : &random.of(t.areas);
  profile.remote = profile.area == nullptr && random.chance(4);
  profile.setting = random.chance(2) ? &random.of(t.settings) : nullptr;
  profile.skills = random.chance(3) ? random.held(t.skills.size()) : Held{};
  if (random.chance(3)) {
    profile.as_of.kind = AsOf::Kind::Release;
  } else if (random.chance(3)) {
    profile.as_of = {AsOf::Kind::At, Quarter(2010, 1) + static_cast<int>(random.below(80))};
  }
  return profile;
}

/// What a profile is, for the message of a failed check.
inline std::string told(const Facts& profile) {
  std::string text = "no role";
  if (profile.role != nullptr || profile.occupation != nullptr) {
    text = profile.role != nullptr ? profile.role->id : profile.occupation->soc;
  }
  const auto add = [&](const char* name, std::string_view value) {
    text += std::string(", ") + name + " " + std::string(value);
  };
  if (profile.level != nullptr) {
    add("level", profile.level->id);
  }
  if (profile.credentials) {
    std::string ids;
    for (std::size_t i = 0; i < tables().credentials.size(); ++i) {
      ids += profile.credentials->test(i) ? std::string(tables().credentials[i].id) + " " : "";
    }
    add("credentials", ids.empty() ? "none" : ids);
  }
  if (profile.years) {
    add("years", std::to_string(*profile.years));
  }
  if (profile.education != nullptr) {
    add("education", profile.education->id);
  }
  if (profile.area != nullptr) {
    add("area", profile.area->code);
  }
  if (profile.setting != nullptr) {
    add("setting", profile.setting->id);
  }
  return text;
}

}  // namespace hisalary::test
