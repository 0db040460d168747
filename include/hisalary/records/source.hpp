// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace hisalary {

// All text and lists of records are views into storage that the Dataset owns; a record lives as long as its Dataset.
using Text = std::string_view;
template <class T> using List = std::span<const T>;

/// How far a value can be trusted. A: read in the publisher's own file. B: a third party that names publisher and year.
/// C: weak (unnamed survey, undated). Fitted: output of the fit. Assumption: nobody published it.
enum class Grade : std::uint8_t { A, B, C, Fitted, Assumption };

/// Where a value comes from: the id of a Source, the place in it, the period it speaks of, and its grade.
struct Provenance {
  Text source;
  Text at;
  Text as_of;
  Grade grade = Grade::C;
};

/// A figure as published, or the mark that stands in its place. Marks are BLS's own: "*" wage not available, "**"
/// employment not available, "#" at or above the top code. Blank: not in the publication.
struct Published {
  enum class Mark : std::uint8_t { Value, Blank, NotAvailable, EmploymentNotAvailable, TopCoded };
  std::int32_t amount = 0;
  Mark mark = Mark::Blank;
  [[nodiscard]] constexpr bool known() const noexcept { return mark == Mark::Value; }
};

/// Pay in whole dollars a year at p = .10 .25 .50 .75 .90, as published.
using PublishedPercentiles = std::array<Published, 5>;

/// What a data set says of itself.
struct DatasetInfo {
  Text version;          ///< of the data, for people: 2026.11
  std::int32_t format;   ///< of the files; this library reads format 1
  Text release;          ///< the wage release: 2025-05
  Text release_quarter;  ///< the quarter whose dollars the release is in: 2025Q2
  Text currency;
};

/// A publication, a survey or a record that values come from.
struct Source {
  Text id;
  Text publisher;
  Text title;
  Text period;
  Text address;
  Grade grade;
  Text note;
};

}  // namespace hisalary
