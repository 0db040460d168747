// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/dataset.hpp"
#include "hisalary/estimate.hpp"

namespace hisalary {

/// The salary model. Pure: the same profile gives the same estimate; safe to use from several threads.
class Model {
 public:
  /// Keeps a copy of the data set (a shared handle, not the tables).
  explicit Model(Dataset dataset);

  /// The whole answer. Throws Error NoAnswer when nothing is published for the question (an old release without the occupation);
  /// is total otherwise.
  [[nodiscard]] Estimate estimate(const Profile& profile) const;

  [[nodiscard]] const Dataset& dataset() const noexcept { return dataset_; }

 private:
  Dataset dataset_;
};

}  // namespace hisalary
