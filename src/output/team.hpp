// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "advise/team.hpp"
#include "result.hpp"

namespace hisalary::output {

/// A team, and the rows that it came from.
struct TeamView {
  const Dataset& dataset;
  const advise::Team& team;
  std::uint64_t people = 0;  ///< rows in
  std::uint64_t answered = 0;
};

/// hisalary/team/1, see data/schema/team.schema.json; in CSV one row a group, the whole team first.
[[nodiscard]] Result team(const TeamView& view, const Screen& screen);

}  // namespace hisalary::output
