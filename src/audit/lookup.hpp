// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/tables.hpp"

namespace hisalary::audit {

/// Where a figure stands, most telling first.
enum class Where : std::uint8_t { Guide, Nation, Handbook, Survey, Benefit, Observed, State, Industry, Area };

/// A figure as a person writes it.
struct Amount {
  double value = 0;
  bool percent = false;
};

/// 58250, 58,250, $58,250, 58.25k, 28.01 or 4.6%. Absent when the text is no such figure.
[[nodiscard]] std::optional<Amount> parse_amount(std::string_view text);

/// One place where a figure stands.
struct Sighting {
  Where where = Where::Guide;
  std::string what;             ///< "29-9021 median, United States, May 2022"
  std::optional<double> value;  ///< absent for a text
  std::string unit;             ///< as the record names it
  std::string really;           ///< of a guide's figure: the verdict and what it really is; of a survey's: its note
  Text source;                  ///< id of the source
};

struct Search {
  std::vector<Sighting> found;  ///< best first
  std::vector<Sighting>
      nearest;           ///< when nothing was found: the nearest pay figures of guides, nation, handbook and surveys
  double by_chance = 0;  ///< how many cells of states, industries and areas a round figure of this size meets by chance
};

/// Looks a figure up in everything that the data set holds. A text that is no amount is compared with figures as the
/// guides print them
/// ("50% of first 6%"). Absent when it is neither.
[[nodiscard]] std::optional<Search> look_up(const Tables& tables, std::string_view text);

/// The evidence's verdict on a figure, for people.
[[nodiscard]] std::string verdict_words(Text verdict);

}  // namespace hisalary::audit
