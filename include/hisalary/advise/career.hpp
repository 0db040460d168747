// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hisalary/model.hpp"

namespace hisalary::advise {

/// Last year of experience that a career may reach.
inline constexpr int most_years = 60;

/// Years in each step of a default path: an assumption, published by nobody.
inline constexpr int assumed_years = 5;

/// One role of a path. The last one is open: no years.
struct PathStep {
  const Role* role = nullptr;
  std::optional<int> years;
};

/// The roles of a career in turn.
struct Path {
  std::vector<PathStep> steps;
  bool by_default = false;  ///< made from the roles that follow each other, with assumed years
};

/// Reads "medical-coder:6,coding-manager:7,him-director": role ids, or titles as they stand in the data. Throws Error
/// Usage: one step, a role twice, years missing, bad, or given for the last role; NoAnswer: an unknown role.
[[nodiscard]] Path read_path(const Dataset& dataset, std::string_view text);

/// The path that a role leads to: at each step the role that follows it with the smallest step up in rank, until a
/// director; with so many years in each step as assumed_years says. Throws Error NoAnswer when no role follows.
[[nodiscard]] Path default_path(const Dataset& dataset, const Role& role);

/// Pay of a person with so many years.
struct CareerYear {
  double years = 0;
  std::size_t step = 0;  ///< of Career::begins, on a path
  Percentiles pay;
};

/// Where a path has come to a step.
struct PathBegin {
  PathStep step;
  double years = 0;      ///< of experience when the step begins
  bool reached = false;  ///< before the last year asked for
};

/// Pay by year of experience, along each way that was asked for.
struct Career {
  Estimate first;  ///< staying, at the first year
  std::vector<CareerYear> staying;
  std::vector<CareerYear> along;  ///< the path; empty when none was asked for
  std::vector<PathBegin> begins;
  std::vector<std::string> caveats;
  std::vector<const Source*> sources;
};

/// Pay year by year of experience, from the person's years (0 when not given) to `last` years: staying in the role, and
/// along the path when there is one. A level of the person holds in the first role of the path only. Throws Error Usage
/// when the career would end before it begins.
[[nodiscard]] Career career(const Model& model, const Profile& person, int last, const std::optional<Path>& path);

}  // namespace hisalary::advise
