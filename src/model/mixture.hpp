// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "curve.hpp"
#include "data/tables.hpp"
#include "hisalary/facts.hpp"
#include "score.hpp"

namespace hisalary::model {

/// Which jobs people hold of whom other facts are known but not the job: P(role | credentials, degree, years, level)
/// by Bayes' rule, from the shares of the people of each role that hold each value (evidence/shares.json). Facts count
/// as independent within a role. A credential that nothing prices says nothing.
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
    void put(Owner whose, std::size_t value, double share);
  };

  struct Job {
    double share = 0;                             ///< ln of the role's part of all people
    LogShares<most_credentials + 1> credentials;  ///< the last one: none
    LogShares<most_values> levels;
    LogShares<most_values> education;
    LogShares<most_values> years;  ///< by band
  };

  void read_row(const WorkforceShare& row);
  void put(Job& job, Owner owner, const WorkforceShare& row) const;
  void own_levels();
  [[nodiscard]] double years_of(const Job& job, double years) const;
  [[nodiscard]] double years_of(const Job& job, const Experience& years) const;
  [[nodiscard]] double log_share(const Job& job, const Facts& person, const std::optional<Held>& credentials) const;

  const Tables& tables_;
  Supersession supersession_;
  Held priced_;                ///< credentials that some kind of work pays for
  std::vector<double> years_;  ///< at which the bands of experience are asked
  std::vector<Text> bands_;
  std::vector<Job> jobs_;
  Provenance from_;
};

/// A distribution of pay, and its part of a mixture.
struct MixPart {
  double share = 0;
  LogPay pay{};  ///< ln of dollars a year at p10, p25, p50, p75 and p90, rising
};

/// The part of a distribution's people who earn up to y in ln(pay). Between its percentiles, and beyond them, ln(pay)
/// is straight in the normal score.
[[nodiscard]] double part_below(const LogPay& pay, double y);

/// The percentiles of a mixture of distributions; the shares add up to one.
[[nodiscard]] LogPay percentiles_of(std::span<const MixPart> parts);

}  // namespace hisalary::model
