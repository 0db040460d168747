// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "curve.hpp"
#include "data/tables.hpp"
#include "hisalary/estimate.hpp"

namespace hisalary::model {

/// The wages of one occupation in one place.
struct Cell {
  LogPay pay{};
  CellKind kind = CellKind::Published;
  Published employment;
  double error = 0;                 ///< standard error in ln(pay) that the prediction adds; 0 for a published cell
  std::optional<LogPay> published;  ///< for a thin cell: BLS's own figure, before it was drawn toward the prediction
  bool tied = false;                ///< published percentiles are equal: the cell rests on one employer or a few
  bool top_coded = false;           ///< a percentile at or above BLS's top code was continued in a straight line
};

/// Finds and predicts cells.
class Places {
 public:
  explicit Places(const Tables& tables) : tables_(tables) {}

  /// Whether a May release has the percentiles of an occupation.
  [[nodiscard]] bool has_nation(const Occupation& occupation, std::int32_t release) const;

  /// National wages of a May release. Throws Error NoAnswer when the release has none for the occupation.
  [[nodiscard]] Cell nation(const Occupation& occupation, std::int32_t release) const;

  /// The cell of the data set's own release; `area` null is the nation. A published cell is BLS's own, to the dollar.
  /// An unpublished one is predicted: ln(cell/nation) = the state's ln ratio + k (the area's mean ln ratio over its
  /// other occupations - its state's), percentile by percentile, k from model/parameters.json; without a state's cell,
  /// k times the place's own mean.
  [[nodiscard]] Cell cell(const Occupation& occupation, const Area* area) const;

  /// As cell(), but a published cell on few jobs is blended with its prediction: weight jobs / (jobs + few_jobs), whole
  /// from .95 on; below .8 it is called thin. A cell with equal percentiles weighs tied_weight at most.
  [[nodiscard]] Cell shrunk(const Occupation& occupation, const Area* area) const;

  /// What cell() would say if BLS had published nothing for the occupation there.
  [[nodiscard]] Cell predicted(const Occupation& occupation, const Area& area) const;

  [[nodiscard]] std::int32_t release() const;

 private:
  [[nodiscard]] std::optional<Cell> published(const Occupation& occupation, const Area& area) const;

  const Tables& tables_;
};

}  // namespace hisalary::model
