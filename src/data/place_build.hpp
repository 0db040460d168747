// SPDX-License-Identifier: MIT
#pragma once

#include "arena.hpp"
#include "place_rows.hpp"
#include "tables.hpp"

namespace hisalary::data {

/// The places of a data set as one index. Checks on the way that every area and state exists, that nothing stands
/// twice, and that ZIP codes, counts and shares are well formed. Throws Error BadData.
[[nodiscard]] PlaceIndex build_place_index(const Tables& tables, const PlaceRows& rows, Arena& arena);

}  // namespace hisalary::data
