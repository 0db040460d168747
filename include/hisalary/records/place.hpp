// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/records/source.hpp"

namespace hisalary {

enum class AreaKind : std::uint8_t { Nation, State, Metropolitan, Nonmetropolitan, Territory };

/// A place that BLS publishes wages for, or the nation.
struct Area {
  Text code;  ///< US, a postal code (CA), or an OEWS area code with its zeros kept (0100001)
  AreaKind kind;
  Text title;
  List<Text> states;  ///< postal codes, the first is the principal one; empty for the nation
  Text fips;          ///< two digits for a state or territory, else empty
};

/// The price level of a place, by BEA's regional price parities.
struct PriceParity {
  Text area;
  double parity;  ///< all items, nation = 100
};

}  // namespace hisalary
