// SPDX-License-Identifier: MIT
#pragma once

/// Short ways to the built-in data set, for tests: rows by id, questions answered, errors caught.

#include <initializer_list>
#include <optional>

#include "catch.hpp"
#include "data/tables.hpp"
#include "explain/estimate.hpp"
#include "hisalary/hisalary.hpp"
#include "query/question.hpp"

namespace hisalary::test {

inline const Tables& tables() { return Dataset::builtin().tables(); }

template <class Record> const Record& row(List<Record> rows, Text id, Text Record::*key) {
  for (const auto& one : rows) {
    if (one.*key == id) {
      return one;
    }
  }
  FAIL("there is no row " << id);
  throw std::logic_error("not reached");
}

inline const Role& role(Text id) { return row(tables().roles, id, &Role::id); }
inline const Occupation& occupation(Text soc) { return row(tables().occupations, soc, &Occupation::soc); }
inline const Area& area(Text code) { return row(tables().areas, code, &Area::code); }
inline const Setting& setting(Text id) { return row(tables().settings, id, &Setting::id); }
inline const Level& level(Text id) { return row(tables().levels, id, &Level::id); }
inline const Education& education(Text id) { return row(tables().education, id, &Education::id); }

template <class Record> Held bits(List<Record> rows, std::initializer_list<Text> ids) {
  Held held;
  for (const Text id : ids) {
    held.set(static_cast<std::size_t>(&row(rows, id, &Record::id) - rows.data()));
  }
  return held;
}

/// Credentials held; an empty list is "none".
inline Held credentials(std::initializer_list<Text> ids) { return bits(tables().credentials, ids); }
inline Held skills(std::initializer_list<Text> ids) { return bits(tables().skills, ids); }

inline Profile ask(const Question& question) { return understand(Dataset::builtin(), question); }

inline const Model& model() {
  static const Model built(Dataset::builtin());
  return built;
}

inline Estimate answer(const Question& question) { return model().estimate(ask(question)); }

/// The same facts as a profile, given as rows.
inline Profile as_profile(const Facts& facts) {
  ProfileBuilder builder(Dataset::builtin());
  const auto give = [&](const auto* row) {
    if (row != nullptr) {
      builder.with(*row);
    }
  };
  give(facts.role);
  give(facts.occupation);
  give(facts.level);
  give(facts.education);
  give(facts.area);
  give(facts.setting);
  if (facts.credentials) {
    builder.without_credentials();
    for (std::size_t i = 0; i < tables().credentials.size(); ++i) {
      give(facts.credentials->test(i) ? &tables().credentials[i] : nullptr);
    }
  }
  for (std::size_t i = 0; i < tables().skills.size(); ++i) {
    give(facts.skills.test(i) ? &tables().skills[i] : nullptr);
  }
  if (facts.years) {
    builder.with(Years(*facts.years));
  }
  return builder.with(facts.as_of).remote(facts.remote).build();
}

/// The answer about facts that no text says.
inline Estimate answer(const Facts& person) { return explain::estimate(model().pricer(), person); }

inline Facts whole(Text soc) {
  Facts profile;
  profile.occupation = &occupation(soc);
  return profile;
}

inline Facts named(Text id) {
  Facts profile;
  profile.role = &role(id);
  return profile;
}

/// A whole occupation in the dollars of the wage release.
inline Facts as_published(Text soc) {
  Facts profile = whole(soc);
  profile.as_of.kind = AsOf::Kind::Release;
  return profile;
}

/// The Error that a call throws.
template <class F> Error error_of(F&& call) {
  try {
    (void)call();
  } catch (const Error& error) {
    return error;
  }
  FAIL("nothing was thrown");
  throw std::logic_error("not reached");
}

}  // namespace hisalary::test
