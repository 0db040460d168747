// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hisalary/model.hpp"

namespace hisalary::audit {

/// A rule that the answers of one program must keep among themselves.
struct CoherenceRule {
  std::string id;
  std::string about;
  std::int64_t questions = 0;
  std::int64_t breaches = 0;
};

/// Two answers that contradict each other.
struct Breach {
  std::string rule;  ///< its id
  std::string asked;
  double amount = 0;  ///< what came, in dollars a year
  double limit = 0;   ///< what it must not be beyond
};

struct Coherence {
  std::vector<CoherenceRule> rules;
  std::vector<Breach> breaches;  ///< the first of each rule
};

/// At most so many breaches of a rule are kept; all are counted.
inline constexpr std::size_t most_breaches = 20;

/// Asks the model tens of thousands of questions over all roles, areas, credentials, years and levels, and holds the
/// answers against each other.
[[nodiscard]] Coherence check_coherence(const Model& model);

}  // namespace hisalary::audit
