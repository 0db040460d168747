// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/records/source.hpp"

namespace hisalary {

/// A certificate that a society issues after an exam, with what it costs and asks for.
struct Credential {
  Text id;
  Text name;
  Text issuer;
  List<Text> aliases;
  Text former_name;                       ///< what it was called before, and until when; empty when never renamed
  List<Text> supersedes;                  ///< credentials that add nothing beside it
  Text prerequisite;                      ///< empty: not found
  Text prerequisite_level;                ///< education id that the prerequisite asks for; empty: none, or not found
  std::optional<double> exam_fee_member;  ///< dollars; absent: not found
  std::optional<double> exam_fee_nonmember;
  Text renewal;                          ///< empty: not found
  std::optional<double> renewal_a_year;  ///< dollars for people who are not members, membership that it needs included
  Text note;
  Provenance from;
};

/// A degree, or a part of one.
struct Education {
  Text id;
  Text title;
  std::int32_t rank;
  List<Text> aliases;
};

/// A skill that advertisements name.
struct Skill {
  Text id;
  Text title;
  List<Text> aliases;
  Text nearest;  ///< the nearest priced thing ("role ehr-analyst", "credential CRC"); empty: none
  Text note;
  Provenance from;
};

}  // namespace hisalary
