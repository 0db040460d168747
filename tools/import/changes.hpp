// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "data/tables.hpp"

namespace hisalary::import {

/// The pay of a file's cells by what people call them ("29-2072, Abilene, TX").
using CellsByName = std::map<std::string, PublishedPercentiles>;

/// What differs between two releases: cells that appeared, that vanished (a cell without a median is no cell), and
/// whose percentiles moved by more than 15%; the counts first, then each, the largest moves first.
[[nodiscard]] std::string changes(const CellsByName& before, const CellsByName& after);

}  // namespace hisalary::import
