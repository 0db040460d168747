// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "hisalary/model.hpp"

namespace hisalary::advise {

/// Where a pay lies in the range of people like its holder.
enum class Band : std::uint8_t { BelowP10, BelowP25, Middle, AboveP75, AboveP90 };

/// Where what a person is paid stands, among people like them and in the whole market of their work there. Dollars a
/// year, not rounded.
struct Standing {
  double pay = 0;
  double percentile = 0;         ///< among people like this person, 1 to 99
  double market_percentile = 0;  ///< in the market as published, 1 to 99
  double gap = 0;                ///< the pay less their median; below zero: paid less
  double compa_ratio = 1;        ///< the pay over their median
  Band band = Band::Middle;      ///< the middle is p25 to p75, both included
};

/// Where the pay of a person stands. Throws Error Usage when the profile says no pay, else as Model::estimate does.
[[nodiscard]] Standing standing_of(const Model& model, const Profile& person);

/// The percentile, 1 to 99, of a yearly pay among pay with these percentiles.
[[nodiscard]] double percentile_of(const Percentiles& pay, double dollars);

/// The yearly pay at a percentile, 1 to 99: the inverse of percentile_of.
[[nodiscard]] double pay_at(const Percentiles& pay, double percentile);

/// Which part of the range holds a yearly pay.
[[nodiscard]] Band band_of(const Percentiles& pay, double dollars) noexcept;

}  // namespace hisalary::advise
