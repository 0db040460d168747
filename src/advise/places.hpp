// SPDX-License-Identifier: MIT
#pragma once

#include "data/tables.hpp"
#include "hisalary/advise/places.hpp"

namespace hisalary::advise {

/// The same for facts of the data set, which the library itself knows to be right.
[[nodiscard]] std::vector<PlacePay> ranked_places(const Model& model, const Facts& person, PlaceKind kind, RankBy by);

}  // namespace hisalary::advise
