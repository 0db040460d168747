// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "fit/cross_validation.hpp"
#include "hisalary/dataset.hpp"

namespace hisalary::audit {

/// How well the records of one group were answered.
struct ObservedGroup {
  std::string name;
  std::size_t employers = 0;  ///< or persons who report their own pay
  fit::Score score;
  bool judged = false;  ///< 20 rows or more; fewer are reported and prove nothing
};

struct ObservedCheck {
  ObservedGroup all;
  std::vector<ObservedGroup> kinds;     ///< advertisement, payroll and so on, most rows first
  std::vector<ObservedGroup> families;  ///< of the roles that the titles are taken for, most rows first
  std::size_t without_year = 0;         ///< explicit health-information titles left out, because they have no year
  fit::CrossOptions cross;
};

/// Groups rows that a cross-validation answered.
[[nodiscard]] ObservedCheck group(const std::vector<fit::ScoredRow>& rows);

/// Observed pay against the model, fitted anew without the employers of the rows it answers.
[[nodiscard]] ObservedCheck check_observed(const Dataset& dataset);

}  // namespace hisalary::audit
