// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hisalary/facts.hpp"

namespace hisalary {

/// Pay in dollars a year at p = .10 .25 .50 .75 .90; not rounded.
struct Percentiles {
  std::array<double, 5> dollars{};
  [[nodiscard]] double p10() const noexcept { return dollars[0]; }
  [[nodiscard]] double p25() const noexcept { return dollars[1]; }
  [[nodiscard]] double p50() const noexcept { return dollars[2]; }
  [[nodiscard]] double p75() const noexcept { return dollars[3]; }
  [[nodiscard]] double p90() const noexcept { return dollars[4]; }
};

/// How the wages of an occupation in a place are known.
enum class CellKind : std::uint8_t { Published, Thin, Estimated };

/// One occupation of the market.
struct MarketPart {
  const Occupation* occupation = nullptr;
  double weight = 1;
  CellKind kind = CellKind::Published;
  Published employment;
};

/// The market that a person is compared with: all people of the role's occupations in the place.
struct Market {
  std::vector<MarketPart> parts;
  const Area* area = nullptr;
  CellKind kind = CellKind::Published;  ///< the worst of its parts
  Published employment;                 ///< the sum over its parts; not a value when one is not published
  Percentiles pay;                      ///< in the dollars of the answer
};

/// One step of the explanation. Steps begin at the nation's median and end at the answer.
struct Step {
  std::string id;
  std::string label;
  double amount = 0;  ///< the running median in dollars a year, not rounded
  Provenance from;
};

/// A job that people of whom only other facts are known may hold, and its own answer for these facts.
struct JobShare {
  const Role* role = nullptr;
  double share = 0;  ///< of such people, 0 to 1
  Percentiles pay;
};

/// How sure an estimate is, and why not more.
struct Confidence {
  enum class Level : std::uint8_t { High, Medium, Low };
  Level level = Level::High;
  std::vector<std::string> reasons;  ///< what speaks against it; empty when nothing does
};

/// A whole answer. Pay is in the dollars of `as_of`.
struct Estimate {
  Facts profile;
  std::string as_of;  ///< "2026Q1", or "release 2025-05"
  Percentiles pay;
  Market market;
  double market_percentile = 0;  ///< of the median in the market, 1 to 99
  std::vector<JobShare> jobs;    ///< where no job was named: the answer is their mixture; largest share first
  std::vector<Step> steps;
  Confidence confidence;
  std::vector<std::string> caveats;
  std::vector<Fact> narrower;          ///< facts that would narrow the range
  std::vector<const Source*> sources;  ///< of the steps, in order, each once
};

/// Hours that BLS takes for a year of full-time work.
inline constexpr double hours_a_year = 2080;

}  // namespace hisalary
