// SPDX-License-Identifier: MIT
#include "standing.hpp"

#include <algorithm>
#include <cmath>

#include "base/number.hpp"

namespace hisalary::model {
namespace {

/// Puts the facts of one profile into words.
class Builder {
 public:
  Builder(const Tables& tables, const Facts& profile)
      : tables_(tables),
        profile_(profile),
        facts_(tables, profile.role, profile.occupation),
        scores_(facts_.scores(profile)) {}

  Standing build() {
    role();
    level();
    years();
    credentials();
    education();
    skills();
    standing_.mean = scores_.mean();
    standing_.variance = scores_.variance;
    return std::move(standing_);
  }

 private:
  void add(std::string id, std::string label, double score, const Provenance& from) {
    standing_.effects.push_back({std::move(id), std::move(label), score, from});
  }

  void role() {
    if (const RolePosition* const position = facts_.position()) {
      standing_.records = position->records;
      add("role", std::string(profile_.role->title) + " in these occupations", scores_.position, position->from);
    }
  }

  void level() {
    if (profile_.level == nullptr || (profile_.role != nullptr && profile_.role->level == profile_.level->id)) {
      return;  // a role that is that level holds it already
    }
    const auto row = static_cast<std::size_t>(profile_.level - tables_.levels.data());
    if (std::isnan(facts_.level_score(row))) {
      standing_.caveats.push_back("the level \"" + std::string(profile_.level->title) +
                                  "\" is not priced for this role");
      return;
    }
    add("level", "Level: " + std::string(profile_.level->title), scores_.level, facts_.level_fact()->from);
  }

  void years() {
    if (!profile_.years) {
      standing_.unknown.emplace_back("years");
      return;
    }
    const auto point = std::ranges::find(tables_.experience, facts_.curve_for(profile_), &ExperiencePoint::curve);
    add("years", number_text(*profile_.years) + (*profile_.years == 1 ? " year" : " years") + " of experience",
        scores_.years, point->from);
  }

  void credentials() {
    if (!profile_.credentials) {
      standing_.unknown.emplace_back("credential");
      return;
    }
    if (facts_.credential_fact() == nullptr) {
      return;
    }
    std::string names;
    bool valued = false;
    const Held counted = facts_.counted(*profile_.credentials);
    for (std::size_t i = 0; i < tables_.credentials.size(); ++i) {
      if (!counted.test(i)) {
        continue;
      }
      names += (names.empty() ? "" : ", ") + std::string(tables_.credentials[i].id);
      if (std::isnan(facts_.premium(i))) {
        standing_.caveats.push_back(std::string(tables_.credentials[i].id) +
                                    ": no figure says that this kind of work pays for it; it adds nothing here");
      } else {
        valued = true;
      }
    }
    add("credentials", names.empty() ? "No credential" : "Credential: " + names, scores_.credentials,
        facts_.credential_fact()->from);
    if (valued) {
      standing_.caveats.emplace_back(
          "what credential holders earn more is a difference between groups, not a promise that the credential causes "
          "it");
    }
  }

  void education() {
    if (profile_.education == nullptr) {
      standing_.unknown.emplace_back("education");
      return;
    }
    const auto row = static_cast<std::size_t>(profile_.education - tables_.education.data());
    if (std::isnan(facts_.education_score(row))) {
      standing_.caveats.emplace_back("the degree is not priced for this role");
      return;
    }
    add("education", "Degree: " + std::string(profile_.education->title), scores_.education,
        facts_.education_fact()->from);
  }

  void skills() {
    std::string names;
    for (std::size_t i = 0; i < tables_.skills.size(); ++i) {
      if (!profile_.skills.test(i)) {
        continue;
      }
      const Skill& skill = tables_.skills[i];
      if (std::isnan(facts_.skill_score(i))) {
        const std::string text =
            std::string(skill.title) + ": no publication prices this skill for this role, so it is not priced";
        standing_.caveats.push_back(skill.nearest.empty() ? text : text + "; nearest: " + std::string(skill.nearest));
      } else if (facts_.counted_as_credential(i, profile_)) {
        standing_.caveats.push_back(std::string(skill.title) + ": counted already, as " + std::string(skill.nearest));
      } else {
        names += (names.empty() ? "" : ", ") + std::string(skill.title);
      }
    }
    if (!names.empty()) {
      add("skills", "Skill: " + names, scores_.skills, facts_.skill_fact()->from);
    }
  }

  const Tables& tables_;
  const Facts& profile_;
  Scorer facts_;
  Scores scores_;
  Standing standing_;
};

}  // namespace

Standing standing_of(const Tables& tables, const Facts& profile) { return Builder(tables, profile).build(); }

}  // namespace hisalary::model
