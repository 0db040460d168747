// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "standing.hpp"

namespace hisalary::advise {

/// People of a team and what they are paid. Whole dollars a year.
struct TeamGroup {
  std::string id;    ///< role, area code, or the value of a column; empty: the value is blank, or the group is pooled
  std::string name;  ///< for people
  std::size_t pooled = 0;  ///< so many groups together, each too small to show; 0: one group
  std::uint64_t people = 0;
  std::int64_t payroll = 0;
  std::int64_t market = 0;  ///< the medians of people like them
  double median_ratio = 0;  ///< the median of their compa-ratios, to three decimals
  std::uint64_t below_p25 = 0;

  [[nodiscard]] double ratio() const { return static_cast<double>(payroll) / static_cast<double>(market); }
  [[nodiscard]] double share_below_p25() const { return static_cast<double>(below_p25) / static_cast<double>(people); }
};

/// A team by one thing. The groups add up to the team.
struct TeamTable {
  std::string by;
  std::vector<TeamGroup> groups;  ///< the largest first, a pooled one last; none when the team is too small
};

struct Team {
  TeamGroup whole;  ///< people whose pay was said
  std::vector<TeamTable> tables;
};

/// Groups of fewer people are not shown by themselves.
inline constexpr std::uint64_t fewest_shown = 5;

/// Most values that a column may have to group by.
inline constexpr std::size_t most_groups = 10000;

/// Adds up people as they come. Sums are whole numbers, so that the order does not matter.
class TeamTally {
 public:
  /// `columns`: names of what people are grouped by beside role and place.
  TeamTally(const Tables& tables, std::vector<std::string> columns);

  /// `values`: as many as there are columns, as they were written. Throws Error Usage when a column has too many.
  void add(const Facts& person, const Standing& standing, const std::vector<std::string_view>& values);
  void add(const TeamTally& other);

  /// `told(column, value)` gives a value as people read it; values that read the same are one group.
  template <class Told> [[nodiscard]] Team team(Told&& told) const {
    std::vector<Named> columns;
    for (const auto& groups : by_column_) {
      Named& named = columns.emplace_back();
      for (const auto& [value, sums] : groups) {
        named[told(value)].add(sums);
      }
    }
    return make_team(columns);
  }

 private:
  /// Sums over people; compa-ratios in thousandths, and how often each came.
  struct Sums {
    std::uint64_t people = 0;
    std::int64_t payroll = 0;
    std::int64_t market = 0;
    std::uint64_t below_p25 = 0;
    std::unordered_map<std::uint32_t, std::uint32_t> ratios;

    void add(const Standing& standing);
    void add(const Sums& other);
    [[nodiscard]] double median_ratio() const;
    [[nodiscard]] TeamGroup group(std::string id, std::string name) const;
  };

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the name that the library looks for
  };
  template <class Value> using Texts = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  using Named = Texts<Sums>;

  [[nodiscard]] Team make_team(const std::vector<Named>& columns) const;
  [[nodiscard]] TeamTable table(std::string by, std::vector<std::pair<TeamGroup, const Sums*>> groups) const;

  const Tables& tables_;
  std::vector<std::string> columns_;
  Sums whole_;
  std::vector<Sums> by_role_;  ///< roles, then occupations
  std::vector<Sums> by_area_;  ///< areas, then the nation
  std::vector<Named> by_column_;
};

}  // namespace hisalary::advise
