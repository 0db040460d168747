// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/facts.hpp"
#include "score.hpp"

namespace hisalary::model {

/// Which jobs people hold of whom other facts are known but not the job: P(role | credentials, degree, years, level)
/// by Bayes' rule, from the share of each role (model/positions.json) and the shares of its people that hold each value
/// (evidence/shares.json). Facts count as independent within a role. A credential that nothing prices says nothing.
class JobMix {
 public:
  explicit JobMix(const Tables& tables);

  /// The share of each role, by row of roles; the sum is one.
  [[nodiscard]] std::vector<double> shares(const Facts& person) const;

  /// Where the shares of roles come from.
  [[nodiscard]] const Provenance& from() const { return from_; }

 private:
  static constexpr std::size_t most_credentials = 64;
  static constexpr std::size_t most_values = 16;

  /// Whose shares a fact has: those of all, of the role's family, or of the role. The nearest wins.
  enum class Owner : std::uint8_t { Nobody, All, Family, Role };

  /// ln of the shares of a role's people by the values of a fact.
  template <std::size_t N> struct LogShares {
    Owner owner = Owner::Nobody;
    std::array<double, N> values{};
    void put(Owner whose, std::size_t value, double log_share);
  };

  struct Job {
    double share = 0;                             ///< ln of the role's part of all people
    LogShares<most_credentials + 1> credentials;  ///< the last one: none
    LogShares<most_values> levels;
    LogShares<most_values> education;
    LogShares<most_values> years;  ///< by band
  };

  void read_row(const WorkforceShare& row);
  void put(auto member, std::size_t value, Text family, double log_share);
  [[nodiscard]] const std::vector<std::pair<std::size_t, Owner>>& owners_of(Text family);
  void own_levels();
  void leave_level(const Role& higher);
  [[nodiscard]] double years_of(const Job& job, double years) const;
  [[nodiscard]] double years_of(const Job& job, const Experience& years) const;
  [[nodiscard]] double log_share(const Job& job, const Facts& person, const std::optional<Held>& credentials) const;

  const Tables& tables_;
  Supersession supersession_;
  Held priced_;                ///< credentials that some kind of work pays for
  std::vector<double> years_;  ///< at which the bands of experience are asked
  std::vector<Text> bands_;
  std::vector<Job> jobs_;
  Text family_;                                        ///< of the last row read: rows of a family follow each other
  std::vector<std::pair<std::size_t, Owner>> owners_;  ///< the jobs that it means
  Provenance from_;
};

}  // namespace hisalary::model
