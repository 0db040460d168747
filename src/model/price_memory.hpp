// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <memory>

#include "hisalary/estimate.hpp"
#include "hisalary/facts.hpp"

namespace hisalary::model {

/// Prices of people without a named job, which take twenty times as long as others; payrolls repeat the same few facts.
/// A new price takes the place of an old one, so that it never grows. For one thread, one data set and one set of
/// people's facts: what rows say of pay is not part of it.
class PriceMemory {
 public:
  /// The price of a person; `compute()` gives it when it is not known.
  template <class Compute> [[nodiscard]] const Percentiles& get(const Facts& person, Compute&& compute) {
    if (!slots_) {
      slots_ = std::make_unique<std::array<Slot, size>>();
    }
    const Key key = key_of(person);
    Slot& slot = (*slots_)[place_of(key)];
    if (slot.key != key) {
      slot.pay = compute();
      slot.key = key;
    }
    return slot.pay;
  }

 private:
  using Key = std::array<std::uint64_t, 10>;

  struct Slot {
    Key key{};  // no person's key: the last word of one is not zero
    Percentiles pay;
  };

  static Key key_of(const Facts& person) {
    const auto row = [](const void* record) { return std::uint64_t{std::bit_cast<std::uintptr_t>(record)}; };
    const std::uint64_t time = (static_cast<std::uint64_t>(person.as_of.kind) << 48U) |
                               (static_cast<std::uint64_t>(person.as_of.at - Quarter(0, 1)) << 24U) |
                               static_cast<std::uint64_t>(person.release.value_or(0));
    return {row(person.level),
            row(person.education),
            row(person.area),
            row(person.setting),
            person.skills.to_ullong(),
            person.credentials.value_or(Held()).to_ullong(),
            std::bit_cast<std::uint64_t>(person.years.value_or(Experience(-1)).least()),
            std::bit_cast<std::uint64_t>(person.years.value_or(Experience(-1)).most()),
            time,
            person.credentials ? 2U : 1U};
  }

  static std::size_t place_of(const Key& key) {
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15U;  // 2^64 over the golden ratio
    std::uint64_t sum = 0;
    for (const std::uint64_t word : key) {
      sum = (std::rotl(sum, 23) ^ word) * spread;
    }
    return sum >> (64U - size_bits);
  }

  static constexpr unsigned size_bits = 12;
  static constexpr std::size_t size = std::size_t{1} << size_bits;

  std::unique_ptr<std::array<Slot, size>> slots_;
};

}  // namespace hisalary::model
