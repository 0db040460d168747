// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/tables.hpp"
#include "question.hpp"

namespace hisalary {

/// The state or territory of a postal code or name. Throws Error NoAnswer.
[[nodiscard]] const Area& find_state(const Tables& tables, std::string_view text);

/// The OEWS area of a code, a title, or a city of its title (the first city before the others). Where several fit,
/// those in `state` (null: any) are kept. Throws Error NoAnswer when none or more than one is left, with the
/// candidates.
[[nodiscard]] const Area& find_metro(const Tables& tables, std::string_view text, const Area* state);

/// Where a county's wages are looked up: its metropolitan area, or its state when it lies in none (then `note` says
/// so).
struct CountyPlace {
  const Area* area = nullptr;
  const Area* state = nullptr;
  std::string note;
};

/// The place of a county given as "Cook, IL" or by five digits. Throws Error NoAnswer or Usage.
[[nodiscard]] CountyPlace find_county(const Tables& tables, std::string_view text, const Area* state);

/// The place that the options name together; null is the nation. Adds notes. Throws Error Usage when they contradict
/// each other.
[[nodiscard]] const Area* find_place(const Tables& tables, const Question& question, std::vector<std::string>& notes);

}  // namespace hisalary
