// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "hisalary/profile.hpp"

namespace hisalary {
struct PublishedFigure;
}

namespace hisalary::advise {

/// The projection of one occupation; `row` is null where the projections have none.
struct OccupationOutlook {
  const Occupation* occupation = nullptr;
  double weight = 1;  ///< in the role; 1 when the occupation was asked for itself
  const Outlook* row = nullptr;
};

/// National wages of one May release, under the code that the occupation had then.
struct WageYear {
  const Occupation* occupation = nullptr;  ///< that was asked for
  const NationWage* row = nullptr;
};

/// What the projections say of the work of a role.
struct OutlookAnswer {
  std::vector<OccupationOutlook> occupations;
  const Outlook* all = nullptr;                ///< all occupations together; null: not in the data
  std::vector<const PublishedFigure*> guides;  ///< projections that guides print, with their verdicts
  std::vector<WageYear> history;  ///< by occupation, then year; retired codes stand in for years before a code existed
  Provenance from;                ///< of the projections
  Provenance wages_from;
};

/// The outlook of the occupations of a profile's role, or of its occupation; null: of every occupation with a
/// projection.
[[nodiscard]] OutlookAnswer outlook_of(const Profile& person);
/// The outlook of every occupation with a projection.
[[nodiscard]] OutlookAnswer outlook_of(const Dataset& dataset);

}  // namespace hisalary::advise
