// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "hisalary/records.hpp"

namespace hisalary {

/// How well a job title fits a role.
struct TitleMatch {
  const Role* role = nullptr;
  double score = 0;  ///< 0 to 1: words in common over all words of the title and the role's nearest alias
  Text alias;        ///< the alias that fits best
};

/// A job title as an employer prints it, understood by its words.
struct TitleReading {
  std::vector<TitleMatch> matches;  ///< every role with a word in common, best first
  const Level* level = nullptr;     ///< the highest level word in the title; null: none
};

/// Reads a title: abbreviations spelled out (title_words.json), level words apart (levels.json), the rest compared word by word with
/// every alias of every role.
[[nodiscard]] TitleReading read_title(const Tables& tables, std::string_view title);

/// The highest level word in a title alone; null when there is none.
[[nodiscard]] const Level* read_level(const Tables& tables, std::string_view title);

}  // namespace hisalary
