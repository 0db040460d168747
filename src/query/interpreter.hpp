// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/question.hpp"
#include "title.hpp"

namespace hisalary {

/// understand() for many questions about one data set: what reading titles needs is worked out once. One for each
/// thread; the data set must outlive it.
class Interpreter {
 public:
  explicit Interpreter(const Dataset& dataset);

  /// As hisalary::understand().
  [[nodiscard]] Understood understand(const Question& question);

 private:
  const Tables& tables_;
  TitleReader titles_;
};

}  // namespace hisalary
