// SPDX-License-Identifier: MIT
#include "jobs.hpp"

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "data/tables.hpp"
#include "model/parameters.hpp"
#include "standing.hpp"

namespace hisalary::explain {
namespace {

/// Adds the facts of a person one at a time, and a step for each.
class Walk {
 public:
  Walk(const model::Pricer& pricer, const Facts& person) : pricer_(pricer), from_(pricer.jobs_from()) {
    known_.release = person.release;
    known_.as_of.kind = AsOf::Kind::Release;
  }

  void step(std::string id, std::string label) { step(std::move(id), std::move(label), from_); }

  void step(std::string id, std::string label, const Provenance& from) {
    steps_.push_back({std::move(id), std::move(label), pricer_.median(known_), from});
  }

  [[nodiscard]] Facts& known() { return known_; }
  [[nodiscard]] std::vector<Step> take() { return std::move(steps_); }

 private:
  const model::Pricer& pricer_;
  const Provenance& from_;
  Facts known_;
  std::vector<Step> steps_;
};

std::string names_of(const Tables& tables, const Held& held) {
  std::string names;
  for (std::size_t i = 0; i < tables.credentials.size(); ++i) {
    if (held.test(i)) {
      names += (names.empty() ? "" : ", ") + std::string(tables.credentials[i].id);
    }
  }
  return names;
}

/// Whether any of the jobs pays for it.
bool any_job(const model::Price& price, const model::Pricer& pricer, auto&& pays) {
  return std::ranges::any_of(price.jobs, [&](const model::JobPrice& job) {
    Facts in_job;
    in_job.role = job.role;
    return pays(pricer.scorer(in_job));
  });
}

}  // namespace

std::vector<JobShare> jobs_of(const model::Price& price) {
  std::vector<JobShare> out;
  out.reserve(price.jobs.size());
  for (const auto& job : price.jobs) {
    JobShare one{job.role, job.share, {}};
    std::ranges::transform(job.log_pay, one.pay.dollars.begin(), model::exponential);
    out.push_back(one);
  }
  return out;
}

std::vector<Step> steps_over_jobs(const model::Pricer& pricer, const Facts& person, const model::Price& price) {
  const Tables& tables = pricer.tables();
  Walk walk(pricer, person);
  walk.step("nation", "U.S. median of all health information jobs",
            model::row_source(tables, "wages_nation.json", model::release_year(tables, person.release) + " "));
  if (person.area != nullptr && person.area->kind != AreaKind::Nation) {
    walk.known().area = person.area;
    walk.step("place", std::string(person.area->title),
              model::row_source(tables, "wages_areas.json", std::string(person.area->code) + " "));
  }
  if (person.setting != nullptr && pricer.setting_effect(person).priced) {
    walk.known().setting = person.setting;
    walk.step("setting", "Setting: " + std::string(person.setting->title),
              model::block(tables, "wages_industries.json"));
  }
  walk.known().setting = person.setting;
  if (person.level != nullptr) {
    walk.known().level = person.level;
    walk.step("level", "Level: " + std::string(person.level->title) + " (changes the mix of jobs)");
  }
  if (person.years) {
    walk.known().years = person.years;
    walk.step("years", years_label(*person.years) + " of experience (changes the mix of jobs, and pay in each)");
  }
  if (person.credentials) {
    walk.known().credentials = person.credentials;
    walk.step("credentials", person.credentials->none()
                                 ? std::string("No credential (changes the mix of jobs, and pay in each)")
                                 : "Credential: " + names_of(tables, *person.credentials) +
                                       " (changes the mix of jobs, and pay in each)");
  }
  if (person.education != nullptr) {
    walk.known().education = person.education;
    walk.step("education",
              "Degree: " + std::string(person.education->title) + " (changes the mix of jobs, and pay in each)");
  }
  if (person.skills.any()) {
    walk.known().skills = person.skills;
    walk.step("skills", "Skills, in the jobs that pay for them");
  }
  std::vector<Step> steps = walk.take();
  const model::Clock& clock = pricer.clock();
  if (!clock.untouched(person)) {
    const Quarter at = clock.quarter_of(person);
    steps.push_back({"time", (at < clock.release() ? "Wages adjusted back to " : "Wage growth to ") + model::text(at),
                     price.pay.p50(),
                     model::block(tables, at < clock.release() ? "wages_nation.json" : "price_index.json")});
  }
  return steps;
}

Standing standing_over_jobs(const model::Pricer& pricer, const Facts& person, const model::Price& price) {
  const Tables& tables = pricer.tables();
  Standing out;
  out.unknown.push_back(Fact::Role);
  if (!person.years) {
    out.unknown.push_back(Fact::Years);
  }
  if (!person.credentials) {
    out.unknown.push_back(Fact::Credentials);
  }
  if (person.education == nullptr) {
    out.unknown.push_back(Fact::Education);
  }

  const Held held = person.credentials.value_or(Held());
  for (std::size_t i = 0; i < tables.credentials.size(); ++i) {
    const auto pays = [&](const model::Scorer& scorer) { return !std::isnan(scorer.premium(i)); };
    if (held.test(i) && !any_job(price, pricer, pays)) {
      out.caveats.push_back(std::string(tables.credentials[i].id) +
                            ": no published figure prices this credential, so it changes nothing here");
    }
  }
  for (std::size_t i = 0; i < tables.skills.size(); ++i) {
    const auto pays = [&](const model::Scorer& scorer) { return !std::isnan(scorer.skill_score(i)); };
    if (person.skills.test(i) && !any_job(price, pricer, pays)) {
      out.caveats.push_back(std::string(tables.skills[i].title) +
                            ": no published figure prices this skill, so it changes nothing here");
    }
  }
  if (held.any()) {
    out.caveats.emplace_back(
        "the premium for a credential is a difference between groups of people, mostly in the jobs they hold; it is "
        "not a "
        "promise that earning it raises pay");
  }
  return out;
}

}  // namespace hisalary::explain
