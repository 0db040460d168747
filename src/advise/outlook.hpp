// SPDX-License-Identifier: MIT
#pragma once

#include "data/tables.hpp"
#include "hisalary/advise/outlook.hpp"

namespace hisalary::advise {

/// The same for facts of some tables; null: of every occupation.
[[nodiscard]] OutlookAnswer outlook_of(const Tables& tables, const Facts* profile);

}  // namespace hisalary::advise
