// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hisalary/model.hpp"

namespace hisalary::advise {

/// Most estimates that one comparison makes.
inline constexpr std::size_t most_cells = 200;

/// A field of the question and the values that it takes.
struct Varied {
  std::string field;  ///< state, metro, cert, years, role, setting, education or level
  std::vector<std::string> values;
};

/// One combination of values.
struct Cell {
  std::vector<std::string> values;  ///< as given, one a field
  Estimate estimate;
  std::optional<double> parity;  ///< all prices of the place, nation = 100; absent: not published
};

/// One estimate for every combination of the varied fields.
struct Comparison {
  std::vector<Varied> varied;  ///< one field, or two: a grid
  Facts common;             ///< what all cells share; the varied fields are unknown in it (the role is the default one)
  std::vector<Cell> cells;  ///< the last field changes fastest
  std::vector<std::string> notes;  ///< what was taken for what, each once
  [[nodiscard]] bool varies(std::string_view field) const;
  [[nodiscard]] bool varies_place() const { return varies("place") || varies("state") || varies("metro"); }
};

/// Reads "state=CA,TX,NY". In cert, + joins several credentials of one value; in metro the states belong to the name
/// before them
/// ("Springfield, IL"). Throws Error Usage: an unknown field, no or one value, an empty one.
[[nodiscard]] Varied read_varied(std::string_view text);

/// One estimate for every combination of one or two fields. Throws Error Usage: a field twice, varied and given, more
/// than two, more than 200 combinations, the same value twice; or what a value's own question throws, with the value
/// named.
[[nodiscard]] Comparison compare(const Model& model, const ProfileBuilder& common,
                                 const std::vector<std::string>& vary);

}  // namespace hisalary::advise
