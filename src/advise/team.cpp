// SPDX-License-Identifier: MIT
#include "team.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"

namespace hisalary::advise {
namespace {

constexpr double thousand = 1000;

}  // namespace

void TeamTally::Sums::add(const Standing& standing) {
  ++people;
  payroll += std::llround(standing.pay);
  market += std::llround(standing.pay - standing.gap);
  below_p25 += standing.band == Band::BelowP10 || standing.band == Band::BelowP25 ? 1 : 0;
  ++ratios[static_cast<std::uint32_t>(std::llround(standing.compa_ratio * thousand))];
}

void TeamTally::Sums::add(const Sums& other) {
  people += other.people;
  payroll += other.payroll;
  market += other.market;
  below_p25 += other.below_p25;
  for (const auto& [ratio, count] : other.ratios) {
    ratios[ratio] += count;
  }
}

/// The middle one, or the mean of the two in the middle.
double TeamTally::Sums::median_ratio() const {
  const std::map<std::uint32_t, std::uint32_t> sorted(ratios.begin(), ratios.end());
  const auto at = [&](std::uint64_t place) {
    std::uint64_t passed = 0;
    for (const auto& [ratio, count] : sorted) {
      passed += count;
      if (passed > place) {
        return ratio / thousand;
      }
    }
    return 0.0;
  };
  return people == 0 ? 0 : (at((people - 1) / 2) + at(people / 2)) / 2;
}

TeamGroup TeamTally::Sums::group(std::string id, std::string name) const {
  TeamGroup out;
  out.id = std::move(id);
  out.name = std::move(name);
  out.people = people;
  out.payroll = payroll;
  out.market = market;
  out.median_ratio = median_ratio();
  out.below_p25 = below_p25;
  return out;
}

TeamTally::TeamTally(const Tables& tables, std::vector<std::string> columns)
    : tables_(tables),
      columns_(std::move(columns)),
      by_role_(tables.roles.size() + tables.occupations.size()),
      by_area_(tables.areas.size() + 1),
      by_column_(columns_.size()) {}

void TeamTally::add(const Facts& person, const Standing& standing, const std::vector<std::string_view>& values) {
  whole_.add(standing);
  const auto role = person.role != nullptr ? person.role - tables_.roles.data()
                                           : static_cast<std::ptrdiff_t>(tables_.roles.size()) +
                                                 (person.occupation - tables_.occupations.data());
  by_role_[static_cast<std::size_t>(role)].add(standing);
  const auto area =
      person.area == nullptr ? static_cast<std::ptrdiff_t>(tables_.areas.size()) : person.area - tables_.areas.data();
  by_area_[static_cast<std::size_t>(area)].add(standing);

  for (std::size_t i = 0; i < values.size(); ++i) {
    auto there = by_column_[i].find(values[i]);
    if (there == by_column_[i].end()) {
      if (by_column_[i].size() == most_groups) {
        throw Error(ErrorCode::Usage, "the column " + shown(columns_[i]) + " has more than 10,000 different values",
                    "group by a column with fewer", "by");
      }
      there = by_column_[i].emplace(values[i], Sums{}).first;
    }
    there->second.add(standing);
  }
}

void TeamTally::add(const TeamTally& other) {
  whole_.add(other.whole_);
  const auto add_all = [](std::vector<Sums>& to, const std::vector<Sums>& from) {
    for (std::size_t i = 0; i < to.size(); ++i) {
      to[i].add(from[i]);
    }
  };
  add_all(by_role_, other.by_role_);
  add_all(by_area_, other.by_area_);
  for (std::size_t i = 0; i < by_column_.size(); ++i) {
    for (const auto& [value, sums] : other.by_column_[i]) {
      by_column_[i][value].add(sums);
    }
    if (by_column_[i].size() > most_groups) {
      throw Error(ErrorCode::Usage, "the column " + shown(columns_[i]) + " has more than 10,000 different values",
                  "group by a column with fewer", "by");
    }
  }
}

/// Small groups are pooled; where the pool is small itself, the smallest group that would be shown joins it, since what
/// is left out could be worked out from the whole otherwise.
TeamTable TeamTally::table(std::string by, std::vector<std::pair<TeamGroup, const Sums*>> groups) const {
  std::ranges::sort(groups, [](const auto& a, const auto& b) {
    return a.first.people != b.first.people ? a.first.people > b.first.people : a.first.name < b.first.name;
  });
  TeamTable out{std::move(by), {}};
  Sums pool;
  std::size_t pooled = 0;
  while (!groups.empty() && (groups.back().first.people < fewest_shown || (pooled > 0 && pool.people < fewest_shown))) {
    pool.add(*groups.back().second);
    ++pooled;
    groups.pop_back();
  }
  for (auto& [group, sums] : groups) {
    out.groups.push_back(std::move(group));
  }
  if (pooled > 0 && pool.people >= fewest_shown) {
    out.groups.push_back(pool.group("", ""));
    out.groups.back().pooled = pooled;
  }
  return out;
}

Team TeamTally::make_team(const std::vector<Named>& columns) const {
  Team out{whole_.group("", ""), {}};
  std::vector<std::pair<TeamGroup, const Sums*>> groups;
  const auto add = [&](const Sums& sums, std::string id, std::string name) {
    if (sums.people > 0) {
      groups.emplace_back(sums.group(std::move(id), std::move(name)), &sums);
    }
  };

  for (std::size_t i = 0; i < by_role_.size(); ++i) {
    if (i < tables_.roles.size()) {
      add(by_role_[i], std::string(tables_.roles[i].id), std::string(tables_.roles[i].title));
    } else {
      const Occupation& occupation = tables_.occupations[i - tables_.roles.size()];
      add(by_role_[i], std::string(occupation.soc), std::string(occupation.title));
    }
  }
  out.tables.push_back(table("role", std::exchange(groups, {})));

  for (std::size_t i = 0; i < tables_.areas.size(); ++i) {
    add(by_area_[i], std::string(tables_.areas[i].code), std::string(tables_.areas[i].title));
  }
  add(by_area_.back(), "US", "United States");
  out.tables.push_back(table("place", std::exchange(groups, {})));

  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const auto& [value, sums] : columns[i]) {
      add(sums, value, value);
    }
    out.tables.push_back(table(columns_[i], std::exchange(groups, {})));
  }
  return out;
}

}  // namespace hisalary::advise
