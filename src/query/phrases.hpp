// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hisalary::query {

/// The names of the rows of one table, to be found in what people write: a name alone, or words with names among them
/// ("BS in Health Information Management", "CPC CPMA", "large hospital system").
class Phrases {
 public:
  /// `name`: an id, a title or an alias of the row. Before the first search.
  void add(std::string_view name, std::size_t row) { names_.emplace_back(std::string(name), row); }
  /// Words that say nothing of their own.
  void add_filler(std::string_view word) { fillers_.emplace_back(word); }
  /// Sorts the names; then it can be searched.
  void finish();
  [[nodiscard]] bool empty() const { return names_.empty(); }

  struct Found {
    std::vector<std::size_t> rows;          ///< each once, in the order of the text
    std::vector<std::string_view> unknown;  ///< words that belong to no name and are no fillers
    bool alternatives = false;              ///< an "or" stands among the words
  };
  static constexpr std::size_t no_row = static_cast<std::size_t>(-1);

  /// The row of a text that is a name as a whole; no_row when it is none.
  [[nodiscard]] std::size_t exact(std::string_view text) const;
  /// The rows whose names a text holds, the longest name first.
  [[nodiscard]] Found find(std::string_view text) const;
  /// All names, for suggestions, and the row of one of them.
  [[nodiscard]] std::vector<std::string_view> names() const;
  [[nodiscard]] std::size_t row_of(std::string_view name) const { return look_up(name); }

 private:
  [[nodiscard]] std::size_t look_up(std::string_view text) const;
  [[nodiscard]] std::size_t look_up_plural(std::string_view text) const;

  std::vector<std::pair<std::string, std::size_t>> names_;  ///< as they are written; sorted by bare name when finished
  std::vector<std::pair<std::string, std::size_t>> bare_;
  std::vector<std::string> fillers_;
};

/// The words of a text, as they stand in it: what blanks, slashes, brackets and commas keep apart.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

}  // namespace hisalary::query
