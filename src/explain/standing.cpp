// SPDX-License-Identifier: MIT
#include "standing.hpp"

#include <cmath>

#include <algorithm>

#include "base/number.hpp"
#include "data/tables.hpp"

namespace hisalary::explain {
namespace {

using model::Scorer;
using model::Scores;

void add(Standing& out, std::string id, std::string label, double score, const Provenance& from) {
  out.effects.push_back({std::move(id), std::move(label), score, from});
}

/// Whom a fact compares a person with.
std::string beside(const Facts& person) {
  return person.role != nullptr ? " (vs. the average person in this role)"
                                : " (vs. the average person in this occupation)";
}

void add_role(Standing& out, const Scorer& scorer, const Scores& scores, const Facts& person) {
  if (const RolePosition* const position = scorer.position()) {
    add(out, "role", std::string(person.role->title) + " (vs. everyone in these occupations)", scores.position,
        position->from);
  }
}

void add_level(Standing& out, const Tables& tables, const Scorer& scorer, const Scores& scores, const Facts& person) {
  if (person.level == nullptr || (person.role != nullptr && person.role->level == person.level->id)) {
    return;  // a role that is that level holds it already
  }
  const auto row = static_cast<std::size_t>(person.level - tables.levels.data());
  if (std::isnan(scorer.level_score(row))) {
    out.caveats.push_back("the level \"" + std::string(person.level->title) + "\" is not priced for this role");
    return;
  }
  add(out, "level", "Level: " + std::string(person.level->title) + beside(person), scores.level,
      scorer.level_fact()->from);
}

void add_years(Standing& out, const Tables& tables, const Scorer& scorer, const Scores& scores, const Facts& person) {
  if (!person.years) {
    out.unknown.push_back(Fact::Years);
    return;
  }
  const auto point = std::ranges::find(tables.experience, scorer.curve_for(person), &ExperiencePoint::curve);
  add(out, "years", years_label(*person.years) + " of experience" + beside(person), scores.years, point->from);
}

void add_credentials(Standing& out, const Tables& tables, const Scorer& scorer, const Scores& scores,
                     const Facts& person) {
  if (!person.credentials) {
    out.unknown.push_back(Fact::Credentials);
    return;
  }
  if (scorer.credential_fact() == nullptr) {
    return;
  }

  std::string names;
  bool valued = false;
  const Held counted = scorer.counted(*person.credentials);
  for (std::size_t i = 0; i < tables.credentials.size(); ++i) {
    if (!counted.test(i)) {
      continue;
    }
    const std::string id(tables.credentials[i].id);
    names += (names.empty() ? "" : ", ") + id;
    valued = valued || !std::isnan(scorer.premium(i));
    if (std::isnan(scorer.premium(i))) {
      out.caveats.push_back(id + ": no published figure prices it for this kind of work, so it adds nothing here");
    }
  }
  add(out, "credentials", (names.empty() ? "No credential" : "Credential: " + names) + beside(person),
      scores.credentials, scorer.credential_fact()->from);
  if (valued) {
    out.caveats.emplace_back(
        "the premium for a credential is a difference between groups of people, not a promise that earning it raises "
        "pay");
  }
}

void add_education(Standing& out, const Tables& tables, const Scorer& scorer, const Scores& scores,
                   const Facts& person) {
  if (person.education == nullptr) {
    out.unknown.push_back(Fact::Education);
    return;
  }
  const auto row = static_cast<std::size_t>(person.education - tables.education.data());
  if (std::isnan(scorer.education_score(row))) {
    out.caveats.emplace_back("the degree is not priced for this role");
    return;
  }
  add(out, "education", "Degree: " + std::string(person.education->title) + beside(person), scores.education,
      scorer.education_fact()->from);
}

void add_skills(Standing& out, const Tables& tables, const Scorer& scorer, const Scores& scores, const Facts& person) {
  std::string names;
  for (std::size_t i = 0; i < tables.skills.size(); ++i) {
    if (!person.skills.test(i)) {
      continue;
    }
    const Skill& skill = tables.skills[i];
    const std::string title(skill.title);
    if (std::isnan(scorer.skill_score(i))) {
      const std::string text = title + ": not priced, since no publication puts a figure on this skill for this role";
      out.caveats.push_back(skill.nearest.empty() ? text : text + "; nearest: " + std::string(skill.nearest));
    } else if (scorer.counted_as_credential(i, person)) {
      out.caveats.push_back(title + ": counted already, as " + std::string(skill.nearest));
    } else {
      names += (names.empty() ? "" : ", ") + title;
    }
  }
  if (!names.empty()) {
    add(out, "skills", "Skill: " + names + beside(person), scores.skills, scorer.skill_fact()->from);
  }
}

}  // namespace

std::string years_label(const Experience& years) {
  if (!years.is_range()) {
    return number_text(years) + (years.most() == 1 ? " year" : " years");
  }
  return number_text(years.least()) +
         (years.is_open() ? " or more years" : " to " + number_text(years.most()) + " years");
}

Standing standing_of(const Tables& tables, const Scorer& scorer, const Scores& scores, const Facts& person) {
  Standing out;
  out.mean = scores.mean();
  out.variance = scores.variance;
  add_role(out, scorer, scores, person);
  add_level(out, tables, scorer, scores, person);
  add_years(out, tables, scorer, scores, person);
  add_credentials(out, tables, scorer, scores, person);
  add_education(out, tables, scorer, scores, person);
  add_skills(out, tables, scorer, scores, person);
  return out;
}

Standing standing_of(const Tables& tables, const Facts& person) {
  const Scorer scorer(tables, person.role, person.occupation);
  return standing_of(tables, scorer, scorer.scores(person), person);
}

}  // namespace hisalary::explain
