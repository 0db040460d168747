// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hisalary/advise/range.hpp"
#include "result.hpp"

namespace hisalary::output {

/// Ranges to post, with what their answer needs beside them.
struct RangeView {
  const Dataset& dataset;
  const std::vector<advise::RoleRange>& roles;  ///< one or more
  const advise::RangeRule& rule;
  const std::vector<std::string>& notes;  ///< what was taken for what
  Money money{Period::Year};
};

/// hisalary/range/1, see data/schema/range.schema.json; in CSV one row a role and level: a whole pay structure.
[[nodiscard]] Result ranges(const RangeView& view, const Screen& screen);

}  // namespace hisalary::output
