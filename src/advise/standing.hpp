// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/advise/standing.hpp"
#include "model/pricer.hpp"

namespace hisalary::advise {

/// Where the pay of a priced person stands. The facts say a pay; `price` is theirs.
[[nodiscard]] Standing standing_of(const model::Pricer& pricer, const Facts& person, const model::Price& price);

/// The same for facts of the data set, which the library itself knows to be right; absent when they say no pay.
[[nodiscard]] std::optional<Standing> standing_of(const Model& model, const Facts& person);

}  // namespace hisalary::advise
