// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/records/source.hpp"

namespace hisalary {

/// An occupation of the Standard Occupational Classification, current or retired.
struct Occupation {
  Text soc;
  Text title;
  Text family;     ///< the role family whose shares and effects serve when the whole occupation is asked for
  Text successor;  ///< SOC code that took its place; empty for a current one
  List<Text> older_titles;
};

/// An occupation that a role lies in, and how much of the role.
struct OccupationWeight {
  Text soc;
  double weight;
};

/// A job of this field, as people name it.
struct Role {
  Text id;
  Text title;
  Text about;
  List<Text> aliases;  ///< titles as employers print them
  List<OccupationWeight> occupations;
  Text family;
  Text curve;         ///< experience curve: within or career
  Text level;         ///< the level that the role already is; empty when any
  List<Text> junior;  ///< title words that make it the first grade (compliance specialist beside compliance officer)
  List<Text> next;    ///< role ids that people of this role move up to
  List<Text> above;   ///< role ids of the steps right below on the ladder: with the same facts they never earn more
  Text reason;        ///< why these occupations
  Provenance from;
};

/// A step of a job ladder.
struct Level {
  Text id;
  Text title;
  Text kind;  ///< grade (trainee to senior) or rank (lead to director)
  std::int32_t rank;
  List<Text> words;    ///< of a title that mean it
  List<Text> aliases;  ///< what people say of it outside a title
};

/// A kind of employer, and the published industries that stand for it, best first.
struct Setting {
  Text id;
  Text title;
  Text about;
  List<Text> aliases;
  List<Text> handbook;  ///< Handbook industry labels
  List<Text> naics;     ///< NAICS sectors
  Text note;            ///< what the figure does not cover
  Provenance from;
};

}  // namespace hisalary
