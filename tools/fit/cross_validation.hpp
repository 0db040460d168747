// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <vector>

#include "audit/observed.hpp"
#include "fit.hpp"

namespace hisalary::fit {

struct CrossOptions {
  int folds = audit::cross_folds;
  int cuts = audit::cross_cuts;  ///< ways to cut the folds; results are averaged
  int shuffle_titles = -1;  ///< at least 0: titles change places among the records, a different way for each number
  std::function<void(Facts&)> ask;  ///< changes what is asked (not what is fitted): the state for the metro, no years
  const Tables* shipped = nullptr;  ///< the model whose confidence is noted; null: that of the data set
};

/// Fits the model once for each fold, without the fold's employers, and answers their records. Folds come from a hash
/// of the employer's name, so the same data set gives the same folds everywhere.
/// Ratios come rounded to four decimals, as model/cross_validation.json holds them.
[[nodiscard]] std::vector<audit::ScoredRow> cross_validate(const Dataset& dataset, const CrossOptions& options = {});

}  // namespace hisalary::fit
