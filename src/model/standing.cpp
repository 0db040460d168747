// SPDX-License-Identifier: MIT
#include "standing.hpp"

#include <algorithm>
#include <cmath>

#include "../number.hpp"
#include "curve.hpp"
#include "hisalary/error.hpp"
#include "parameters.hpp"

namespace hisalary::model {
namespace {

constexpr double least_variance = 0.05;

const StandingFact* find_fact(const Tables& tables, Text family, Text fact) {
  const auto it = std::ranges::find_if(tables.standing, [&](const StandingFact& r) { return r.family == family && r.fact == fact; });
  return it == tables.standing.end() ? nullptr : &*it;
}

const ShareEffect* find_value(const StandingFact& fact, Text id) {
  const auto it = std::ranges::find(fact.values, id, &ShareEffect::id);
  return it == fact.values.end() ? nullptr : &*it;
}

double variance_of(const StandingFact& fact) {
  double sum = 0;
  for (const auto& value : fact.values) {
    sum += value.share * value.effect * value.effect;
  }
  return sum;
}

struct CurvePoints {
  std::vector<double> years;
  std::vector<double> effects;
  std::vector<ExperiencePoint> bands;
  Provenance from;
};

CurvePoints points_of(const Tables& tables, Text curve) {
  CurvePoints points;
  for (const auto& point : tables.experience) {
    if (point.curve == curve) {
      points.years.push_back(point.years);
      points.effects.push_back(point.effect);
      points.from = point.from;
      if (point.share) {
        points.bands.push_back(point);
      }
    }
  }
  if (points.years.size() < 2) {
    throw Error(ErrorCode::BadData, "model/experience.json: the curve \"" + std::string(curve) + "\" has fewer than two points", {}, "model/experience.json");
  }
  return points;
}

class Builder {
 public:
  Builder(const Tables& tables, const Profile& profile)
      : tables_(tables),
        profile_(profile),
        family_(profile.role != nullptr ? profile.role->family : profile.occupation->family),
        curve_(profile.role != nullptr && profile.level == nullptr ? profile.role->curve : Text("within")) {}  // a level says what promotions did

  Standing build() {
    role();
    level();
    years();
    credentials();
    education();
    skills();
    standing_.variance = std::max(standing_.variance, least_variance);
    return std::move(standing_);
  }

 private:
  void add(std::string id, std::string label, double score, const Provenance& from) {
    standing_.mean += score;
    standing_.effects.push_back({std::move(id), std::move(label), score, from});
  }

  void role() {
    if (profile_.role == nullptr) {
      return;
    }
    const auto it = std::ranges::find(tables_.positions, profile_.role->id, &RolePosition::role);
    if (it == tables_.positions.end()) {
      throw Error(ErrorCode::BadData, "model/positions.json: there is no row for " + std::string(profile_.role->id), {}, "model/positions.json");
    }
    standing_.variance = it->spread * it->spread;
    standing_.records = it->records;
    add("role", std::string(profile_.role->title) + " in these occupations", it->position, it->from);
  }

  void level() {
    if (profile_.level == nullptr) {
      return;
    }
    const Text own = profile_.role != nullptr ? profile_.role->level : Text{};
    if (own == profile_.level->id) {
      return;  // the role is that level; its position holds it already
    }
    const StandingFact* const fact = find_fact(tables_, family_, "level");
    const ShareEffect* const asked = fact != nullptr ? find_value(*fact, profile_.level->id) : nullptr;
    if (asked == nullptr) {
      standing_.caveats.push_back("the level \"" + std::string(profile_.level->title) + "\" is not priced for this role");
      return;
    }
    // A grade on a role that is a rank (Medical Records Manager II) counts as it does elsewhere; any other word counts from the role's own.
    const bool from_own = !own.empty() && !(kind_of(own) == "rank" && profile_.level->kind == "grade");
    const ShareEffect* const base = from_own ? find_value(*fact, own) : nullptr;
    standing_.variance -= own.empty() ? variance_of(*fact) : 0;
    add("level", "Level: " + std::string(profile_.level->title), asked->effect - (base != nullptr ? base->effect : 0), fact->from);
  }

  [[nodiscard]] Text kind_of(Text level) const {
    const auto it = std::ranges::find(tables_.levels, level, &Level::id);
    return it == tables_.levels.end() ? Text{} : it->kind;
  }

  void years() {
    if (!profile_.years) {
      standing_.unknown.emplace_back("years");
      return;
    }
    const auto points = points_of(tables_, curve_);
    for (const auto& band : points.bands) {
      standing_.variance -= *band.share * band.effect * band.effect;
    }
    add("years", number_text(*profile_.years) + (*profile_.years == 1 ? " year" : " years") + " of experience", years_effect(tables_, curve_, *profile_.years), points.from);
  }

  /// How much of an effect is left: all at the start, fading to its lasting part; the mean over the workforce when years are unknown.
  [[nodiscard]] double left(const StandingFact& fact) const {
    const double lasting = fact.lasting.value_or(1);
    const double pace = parameter(tables_, "fade_years").value;
    constexpr double whole_career = 30;
    const auto after = [&](double years) { return lasting + (1 - lasting) * std::exp(-std::min(years, whole_career) / pace); };
    if (profile_.years) {
      return after(*profile_.years);
    }
    double mean = 0;
    for (const auto& band : points_of(tables_, curve_).bands) {
      mean += *band.share * after(band.years);
    }
    return mean;
  }

  void credentials() {
    if (!profile_.credentials) {
      standing_.unknown.emplace_back("credential");
      return;
    }
    const StandingFact* const fact = find_fact(tables_, family_, "credential");
    const ShareEffect* const none = fact != nullptr ? find_value(*fact, "none") : nullptr;
    if (none == nullptr) {
      return;
    }
    std::vector<double> premiums;
    std::string names;
    for (std::size_t i = 0; i < tables_.credentials.size(); ++i) {
      const Credential& held = tables_.credentials[i];
      if (!profile_.credentials->test(i) || superseded(held)) {
        continue;
      }
      names += (names.empty() ? "" : ", ") + std::string(held.id);
      if (const ShareEffect* const value = find_value(*fact, held.id)) {
        premiums.push_back(std::max(0.0, value->effect - none->effect));
      } else {
        standing_.caveats.push_back(std::string(held.id) + ": no figure says that this kind of work pays for it; it adds nothing here");
      }
    }
    std::ranges::sort(premiums, std::greater{});
    const double further = parameter(tables_, "further_credential").value;
    double effect = none->effect;
    double weight = 1;
    for (const double premium : premiums) {
      effect += weight * premium;
      weight *= further;
    }
    standing_.variance -= variance_of(*fact) * left(*fact) * left(*fact);
    add("credentials", names.empty() ? "No credential" : "Credential: " + names, effect * left(*fact), fact->from);
    if (!premiums.empty()) {
      standing_.caveats.emplace_back("what credential holders earn more is a difference between groups, not a promise that the credential causes it");
    }
  }

  [[nodiscard]] bool superseded(const Credential& credential) const {
    for (std::size_t i = 0; i < tables_.credentials.size(); ++i) {
      const auto& other = tables_.credentials[i];
      if (profile_.credentials->test(i) && std::ranges::find(other.supersedes, credential.id) != other.supersedes.end()) {
        return true;
      }
    }
    return false;
  }

  void education() {
    if (profile_.education == nullptr) {
      standing_.unknown.emplace_back("education");
      return;
    }
    const StandingFact* const fact = find_fact(tables_, family_, "education");
    const ShareEffect* const value = fact != nullptr ? find_value(*fact, profile_.education->id) : nullptr;
    if (value == nullptr) {
      standing_.caveats.push_back("the degree is not priced for this role");
      return;
    }
    standing_.variance -= variance_of(*fact);
    add("education", "Degree: " + std::string(profile_.education->title), value->effect, fact->from);
  }

  [[nodiscard]] bool counted_as_credential(const Skill& skill) const {
    constexpr Text prefix = "credential ";
    if (!profile_.credentials || !skill.nearest.starts_with(prefix)) {
      return false;
    }
    const auto it = std::ranges::find(tables_.credentials, skill.nearest.substr(prefix.size()), &Credential::id);
    return it != tables_.credentials.end() && profile_.credentials->test(static_cast<std::size_t>(it - tables_.credentials.begin()));
  }

  void skills() {
    const StandingFact* const fact = find_fact(tables_, family_, "skill");
    for (std::size_t i = 0; i < tables_.skills.size(); ++i) {
      if (!profile_.skills.test(i)) {
        continue;
      }
      const Skill& skill = tables_.skills[i];
      const ShareEffect* const value = fact != nullptr ? find_value(*fact, skill.id) : nullptr;
      if (value == nullptr) {
        std::string text = std::string(skill.title) + ": no publication prices this skill for this role, so it is not priced";
        standing_.caveats.push_back(skill.nearest.empty() ? text : text + "; nearest: " + std::string(skill.nearest));
      } else if (counted_as_credential(skill)) {
        standing_.caveats.push_back(std::string(skill.title) + ": counted already, as " + std::string(skill.nearest));
      } else {
        standing_.variance -= variance_of(*fact);
        add("skills", "Skill: " + std::string(skill.title), value->effect, fact->from);
      }
    }
  }

  const Tables& tables_;
  const Profile& profile_;
  Text family_;
  Text curve_;
  Standing standing_;
};

}  // namespace

double years_effect(const Tables& tables, Text curve, double years) {
  const auto points = points_of(tables, curve);
  return MonotoneCurve(points.years, points.effects)(std::clamp(years, points.years.front(), points.years.back()));
}

Standing standing_of(const Tables& tables, const Profile& profile) { return Builder(tables, profile).build(); }

}  // namespace hisalary::model
