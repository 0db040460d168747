// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <deque>
#include <string>
#include <vector>

#include "data/tables.hpp"
#include "priors.hpp"

namespace hisalary::fit {

/// What the published cells of areas, left out in turn, say of the prediction of cells.
struct AreaParameters {
  std::array<double, 5> reach{};  ///< k at p10 p25 p50 p75 p90
  double reference_jobs = 0;      ///< jobs at which another occupation's cell counts half
  double few_jobs = 0;            ///< jobs at which a published cell counts half beside its prediction
  double error = 0;               ///< standard error in ln of a predicted median, the median over occupations
  std::vector<std::pair<Text, double>> error_of;  ///< the same by occupation
  std::int32_t cells = 0;                         ///< cells left out
};

/// The four tables of data/model/ for given parameter values, beside the other tables of a data set. Owns what they
/// point to.
class Candidate {
 public:
  /// `shipped`: numbers are rounded as the files hold them; else they stay as they are (for derivatives).
  Candidate(const Tables& base, const Values& values, const AreaParameters& area, bool shipped);
  Candidate(Candidate&&) noexcept = default;
  Candidate& operator=(Candidate&&) noexcept = default;
  Candidate(const Candidate&) = delete;
  Candidate& operator=(const Candidate&) = delete;
  ~Candidate() = default;

  /// The whole data set with this candidate's model in place of its own.
  [[nodiscard]] const Tables& tables() const noexcept { return tables_; }

  [[nodiscard]] std::vector<RolePosition>& positions() noexcept { return positions_; }
  [[nodiscard]] std::vector<ExperiencePoint>& experience() noexcept { return experience_; }
  [[nodiscard]] std::vector<StandingFact>& standing() noexcept { return standing_; }
  [[nodiscard]] std::vector<Parameter>& parameters() noexcept { return parameters_; }

  /// Sets the share of each job: the assumed one (evidence/shares.json) times its median pay in the nation to the power
  /// `tilt`, all of them one together.
  void share_jobs(double tilt);

  /// Keeps a text as long as the candidate.
  [[nodiscard]] Text keep(std::string text) { return texts_.emplace_back(std::move(text)); }

 private:
  struct Builder;

  Tables tables_;
  std::vector<RolePosition> positions_;
  std::vector<double> job_pay_;  ///< medians in the nation, in their order; empty until they are needed
  std::vector<ExperiencePoint> experience_;
  std::vector<std::vector<ShareEffect>> effects_;
  std::vector<StandingFact> standing_;
  std::vector<Parameter> parameters_;
  std::deque<std::string> texts_;
};

/// Role families, of roles and of occupations, in order of their names.
[[nodiscard]] std::vector<Text> families_of(const Tables& tables);

}  // namespace hisalary::fit
