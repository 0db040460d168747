// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "data/tables.hpp"
#include "hisalary/facts.hpp"

namespace hisalary::query {

/// How years of experience were written.
struct ExperienceText {
  Experience years;
  bool stage = false;  ///< a stage of a career ("Mid-Career") and no number
};

/// Years of experience as people write them: "6", "0-2", "10+", "18 months", "six to nine years", "less than 2",
/// "Mid-Career" (`stages`). Absent when it is none of them; the number is not checked.
[[nodiscard]] std::optional<ExperienceText> read_experience(std::string_view text, List<FactWords> stages);

}  // namespace hisalary::query
