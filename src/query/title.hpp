// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/tables.hpp"

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

  /// The level that the title gives a person of a role: its rank, unless the role is that rank; then its grade. A word
  /// that makes the role's first grade counts as that grade. Null when the title says nothing that the role does not.
  [[nodiscard]] const Level* level_for(const Tables& tables, const Role& role) const;
};

/// Reads titles: abbreviations spelled out (title_words.json), level words apart (levels.json), the rest compared word
/// by word with every alias of every role. What it needs of them is worked out when it is first needed, and kept.
class TitleReader {
 public:
  explicit TitleReader(const Tables& tables);
  ~TitleReader();
  TitleReader(const TitleReader&) = delete;
  TitleReader& operator=(const TitleReader&) = delete;

  /// The role of an id or, failing that, of an alias or title, spelled freely; null when there is none.
  [[nodiscard]] const Role* named(std::string_view text);

  [[nodiscard]] TitleReading read(std::string_view title);

  /// The level words of a title alone, without matches.
  [[nodiscard]] TitleReading levels(std::string_view title);

 private:
  struct Index;
  Index& index();

  const Tables& tables_;
  std::unique_ptr<Index> index_;
};

}  // namespace hisalary
