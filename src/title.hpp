// SPDX-License-Identifier: MIT
#pragma once

#include <string>
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
  const Level* rank = nullptr;      ///< the highest rank in the title (lead to director); null: none
  const Level* grade = nullptr;     ///< the highest grade in the title (trainee to senior); null: none
  std::vector<std::string> words;   ///< the title's words, abbreviations spelled out

  /// The level that the title gives a person of a role: its rank, unless the role is that rank; then its grade. A word that makes the
  /// role's first grade counts as that grade. Null when the title says nothing that the role does not.
  [[nodiscard]] const Level* level_for(const Tables& tables, const Role& role) const;
};

/// Reads a title: abbreviations spelled out (title_words.json), level words apart (levels.json), the rest compared word by word with
/// every alias of every role.
[[nodiscard]] TitleReading read_title(const Tables& tables, std::string_view title);

/// The level words of a title alone, without matches.
[[nodiscard]] TitleReading read_levels(const Tables& tables, std::string_view title);

}  // namespace hisalary
