// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "candidates.hpp"
#include "command.hpp"

namespace hisalary::cli {

/// What may stand at the cursor: these texts, each the whole word, or a path.
struct Completion {
  std::vector<Candidate> candidates = {};
  Values::Path path = Values::Path::None;
};

/// Completes the last of the words of a command line, the program's name left out. Words that make no sense complete
/// to nothing.
[[nodiscard]] Completion complete(const Tables& tables, const std::vector<std::string>& words);

}  // namespace hisalary::cli
