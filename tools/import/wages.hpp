// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/tables.hpp"
#include "workbook.hpp"

namespace hisalary::import {

/// What a row of a workbook speaks of.
enum class Scope : std::uint8_t { Nation, Sector, Ownership, State, Metropolitan, Nonmetropolitan };

/// The wages of one occupation in a place or an industry, as the workbook has them.
struct Wages {
  Scope scope = Scope::Nation;
  std::string soc;
  std::string place;  ///< OEWS area code, or NAICS code
  std::string title;  ///< of the place or industry
  std::string state;  ///< postal code, the principal one of an area
  std::string ownership;
  Published employment;
  std::optional<double> employment_rse;
  Published mean;
  std::optional<double> mean_rse;
  PublishedPercentiles pay;
  std::string from;  ///< the workbook and its row, for messages
};

/// The rows of a workbook that our files have a place for: detailed occupations in the nation, in sectors, by
/// ownership, in states and areas. Throws Error BadData on a code, a figure or a mark that BLS does not use, on
/// percentiles that fall, and where hourly and annual figures contradict each other (columns under a wrong name).
[[nodiscard]] std::vector<Wages> wages_in(const Workbook& book);

}  // namespace hisalary::import
