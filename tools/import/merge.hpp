// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "data/reader.hpp"
#include "wages.hpp"

namespace hisalary::import {

/// A data set with a release put in: the files that differ, by path, and what changed, for people.
struct Merged {
  std::map<std::string, std::string> files;
  std::string report;
};

/// Puts the wages of one May into a data set. A file keeps the occupations that it has; rows of that May are replaced,
/// those of others stay. The result passed all checks of the reader. Throws Error BadData when it does not: when areas
/// are new, when a release would be there in part (a newer one needs the nation, states and both kinds of areas), or
/// when it is older than the areas in hand.
[[nodiscard]] Merged merge(const data::LoadedSet& set, std::int32_t year, const std::vector<Wages>& wages);

}  // namespace hisalary::import
