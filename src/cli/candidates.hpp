// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/tables.hpp"

namespace hisalary::cli {

/// A text that may be typed, and what it means.
struct Candidate {
  std::string text;
  std::string about = {};
};

/// Whether candidates() knows a listing of this name.
[[nodiscard]] bool is_listing(std::string_view name);

/// The texts of a listing ("roles", "metros"; also "role ids", "row fields", "facts", "places", "localities", "pages"
/// and "topics") that may complete what is typed. Nothing typed gets the short names alone, digits the codes.
[[nodiscard]] std::vector<Candidate> candidates(const Tables& tables, std::string_view listing, std::string_view typed);

/// Those that begin with what is typed; where there are none, case aside.
[[nodiscard]] std::vector<Candidate> beginning_with(std::string_view typed, std::vector<Candidate> all);

}  // namespace hisalary::cli
