// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "options.hpp"

namespace hisalary::batch {

/// What the columns of CSV input are: a fact, a value to hand back, both or nothing.
struct Columns {
  static constexpr std::size_t nothing = 99;
  std::vector<std::size_t> facts;
  std::vector<std::size_t> keeps;
};

/// Reads a CSV heading. Throws Error Usage when it cannot be used: no column is known, one stands twice, one to keep is
/// not there, or an unknown one is refused.
[[nodiscard]] Columns read_heading(const std::string& heading, const Options& options);

}  // namespace hisalary::batch
