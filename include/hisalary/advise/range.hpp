// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "hisalary/model.hpp"

namespace hisalary::advise {

/// How a range to post is cut from the pay of a role.
struct RangeRule {
  double low = 25;     ///< percentile of the minimum, 1 to 99, below `high`
  double high = 75;    ///< percentile of the maximum
  double round = 500;  ///< minimum, midpoint and maximum are multiples of so many dollars a year
};

/// A pay range to print in an advertisement. Dollars a year, rounded as the rule says.
struct PayRange {
  const Level* level = nullptr;  ///< of a ladder; null: the role as it was asked for
  double minimum = 0;
  double midpoint = 0;  ///< the median
  double maximum = 0;
  Estimate estimate;  ///< that it is cut from

  /// The maximum over the minimum, less one: .4 is 40%.
  [[nodiscard]] double spread() const { return maximum / minimum - 1; }
};

/// A role's range, and the same for each of its levels.
struct RoleRange {
  PayRange posted;
  std::vector<PayRange> ladder;  ///< lowest level first; none for a role that already is a level
};

/// The range to post for a job. Throws Error Usage for a rule out of range, else as Model::estimate does.
[[nodiscard]] RoleRange range_for(const Model& model, const Profile& job, const RangeRule& rule);

}  // namespace hisalary::advise
