// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "hisalary/advise/standing.hpp"
#include "hisalary/model.hpp"

namespace hisalary::advise {

enum class ChangeKind { Credential, Education, Skill, Role, Setting, Place };

/// certs, education, skills, roles, settings or places. Throws Error Usage at --only.
[[nodiscard]] ChangeKind change_kind(std::string_view word);

/// Whether a person has what a credential asks for, as far as that is known.
enum class Prerequisite { Met, Missing, Unknown, NotFound };

/// One thing that a person could change, and what people who have it earn.
struct Change {
  ChangeKind kind = ChangeKind::Credential;
  Text id;
  Facts before;  ///< the person as they are; with no credential, or an assumed degree, where none was given
  Facts after;
  Percentiles from;
  Percentiles to;
  CellKind wages = CellKind::Published;  ///< how the wages of the place are known, after

  Provenance basis;  ///< where the gain comes from

  const Credential* credential = nullptr;  ///< of a credential: fees, renewal, former name
  Prerequisite prerequisite = Prerequisite::NotFound;
  std::string requires_first;  ///< of a role: typical entry and experience; empty: not found

  std::optional<double> parity;         ///< of a place: all prices, nation = 100
  std::optional<double> adjusted_from;  ///< of a place: the medians at the nation's prices
  std::optional<double> adjusted_to;
  int rank = 0;           ///< of a place: by what it adds, from 1; 0 is not among the best
  int adjusted_rank = 0;  ///< the same, at the nation's prices

  // What the gain is between: the medians or, where the person's pay was said, that pay and the pay at the same
  // percentile after the change.
  double pay_before = 0;
  double pay_after = 0;

  [[nodiscard]] double gain() const { return pay_after - pay_before; }
  /// The exam fee for people who are not members or, where only that is known, for members. Absent: not found.
  [[nodiscard]] std::optional<double> fee() const;
  /// The fee and five years of renewal, as far as they are published. Absent: the fee was not found.
  [[nodiscard]] std::optional<double> five_year_cost() const;
  /// Months of work with the credential until the gain, less what renewal takes, has brought the fee back. Absent where
  /// the fee is not known or nothing is left.
  [[nodiscard]] std::optional<double> months_to_pay_back() const;
};

/// Something that cannot be priced, and why.
struct NotPriced {
  ChangeKind kind = ChangeKind::Credential;
  Text id;
  std::string why;
};

/// Every change that is open to a person, the one that adds most first.
struct WhatIf {
  Estimate now;                      ///< of the person as they are, as Model::estimate gives it
  std::optional<Standing> standing;  ///< of the person's pay; absent: none was said
  std::vector<Change> changes;       ///< by what they add, the most first
  std::vector<NotPriced> not_priced;
  std::vector<std::string> assumed;    ///< what the answer starts from where nothing was said
  std::vector<const Source*> sources;  ///< of every estimate, each once
};

/// Which changes to try.
struct WhatIfOptions {
  std::set<ChangeKind> only;  ///< empty: all
  std::size_t best_places = 5;
  bool metros = false;  ///< places are metropolitan areas, not states
};

/// Every change open to a person, one at a time, all else equal. Each gain is the difference of two estimates; with the
/// person's own pay it starts from that pay.
[[nodiscard]] WhatIf what_if(const Model& model, const Profile& person, const WhatIfOptions& options);

}  // namespace hisalary::advise
