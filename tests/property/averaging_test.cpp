// SPDX-License-Identifier: MIT
// Averaged over the shares of the people in a role, the answers give the role's own curve back, and for a whole
// occupation BLS's.
#include <cmath>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"
#include "explain/standing.hpp"
#include "model/curve.hpp"
#include "model/normal.hpp"
#include "model/place.hpp"

namespace hisalary::test {
namespace {

using namespace model;

/// People of one kind: their share, and their places in the market curve.
struct Group {
  double share;
  double mean;
  double spread;
};

/// One value of a fact: a profile that has it, and what its effect is beyond that profile's (a value that no profile
/// can name).
struct Value {
  double share;
  Facts profile;
  double beyond;
};

double effect_of(const Facts& profile, std::string_view id) {
  double sum = 0;
  for (const auto& effect : explain::standing_of(tables(), profile).effects) {
    sum += effect.id == id ? effect.score : 0;
  }
  return sum;
}

const StandingFact* fact_of(Text family, Text fact) {
  const auto it = std::ranges::find_if(
      tables().standing, [&](const StandingFact& row) { return row.family == family && row.fact == fact; });
  return it == tables().standing.end() ? nullptr : &*it;
}

/// Splits profiles by the values of a fact. `set` gives a profile the value and says whether it can.
std::vector<Value> split(const std::vector<Value>& before, Text family, Text fact, std::string_view step, auto set) {
  const StandingFact* const row = fact_of(family, fact);
  if (row == nullptr) {
    return before;
  }
  std::vector<Value> after;
  for (const auto& one : before) {
    // A value that can be named, to measure the others from.
    Value known = one;
    const auto base = std::ranges::find_if(
        row->values, [&](const ShareEffect& value) { return value.effect != 0 && set(known.profile, value.id); });
    REQUIRE(base != row->values.end());
    const double left = effect_of(known.profile, step) / base->effect;
    for (const auto& value : row->values) {
      if (value.share == 0) {
        continue;
      }
      Value here = one;
      here.share *= value.share;
      if (!set(here.profile, value.id)) {
        here.profile = known.profile;
        here.beyond += (value.effect - base->effect) * left;
      }
      after.push_back(here);
    }
  }
  return after;
}

std::vector<Group> workforce(const Facts& start) {
  const Text family = start.role != nullptr ? start.role->family : start.occupation->family;
  const Text curve = start.role != nullptr ? start.role->curve : Text("within");
  std::vector<Value> people;
  for (const auto& point : tables().experience) {
    if (point.curve == curve && point.share) {
      Facts profile = start;
      profile.years = point.years;
      people.push_back({*point.share, profile, 0});
    }
  }
  people = split(people, family, "credential", "credentials", [](Facts& profile, Text id) {
    profile.credentials = Held{};
    for (std::size_t i = 0; i < tables().credentials.size(); ++i) {
      if (tables().credentials[i].id == id) {
        profile.credentials->set(i);
      }
    }
    return id == "none" || profile.credentials->any();
  });
  people = split(people, family, "education", "education", [](Facts& profile, Text id) {
    for (const auto& row : tables().education) {
      profile.education = row.id == id ? &row : profile.education;
    }
    return profile.education != nullptr && profile.education->id == id;
  });
  // Along a career, promotions are in the years already.
  const bool levels = curve == "within" && (start.role == nullptr || start.role->level.empty());
  if (levels) {
    people = split(people, family, "level", "level", [](Facts& profile, Text id) {
      for (const auto& row : tables().levels) {
        profile.level = row.id == id ? &row : profile.level;
      }
      return profile.level != nullptr && profile.level->id == id;
    });
  }
  std::vector<Group> groups;
  for (const auto& one : people) {
    const explain::Standing standing = explain::standing_of(tables(), one.profile);
    groups.push_back({one.share, standing.mean + one.beyond, std::sqrt(standing.variance)});
  }
  return groups;
}

/// The score below which a part of all people stand.
double score_at(const std::vector<Group>& groups, double part) {
  double low = -9;
  double high = 9;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    double below = 0;
    for (const auto& group : groups) {
      below += group.share * normal_cdf((middle - group.mean) / group.spread);
    }
    (below < part ? low : high) = middle;
  }
  return (low + high) / 2;
}

MarketCurve nation(const Facts& profile) {
  MarketCurve blend;
  const Places places(tables());
  if (profile.role == nullptr) {
    blend.add(1, MarketCurve(places.nation(*profile.occupation, 2025).pay));
    return blend;
  }
  for (const auto& part : profile.role->occupations) {
    blend.add(part.weight, MarketCurve(places.nation(occupation(part.soc), 2025).pay));
  }
  return blend;
}

TEST_CASE("averaging over the shares gives the curve back: 2% at p25 to p75, 3% at p10 and p90") {
  const std::array<double, 5> parts{.10, .25, .50, .75, .90};
  const std::array<double, 5> allowed{.03, .02, .02, .02, .03};
  for (Facts profile : {named("medical-coder"), named("cancer-registrar"), named("health-information-specialist"),
                        whole("29-2072"), whole("29-9021")}) {
    profile.as_of.kind = AsOf::Kind::Release;
    const Estimate alone = test::answer(profile);
    const auto groups = workforce(profile);
    const MarketCurve curve = nation(profile);
    double shares = 0;
    for (const auto& group : groups) {
      shares += group.share;
    }
    CHECK(shares == Approx(1).margin(1e-3));
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const double averaged = std::exp(curve(score_at(groups, parts[i])));
      INFO((profile.role != nullptr ? profile.role->id : profile.occupation->soc) << " p" << 100 * parts[i]);
      CHECK(averaged == Approx(alone.pay.dollars[i]).epsilon(allowed[i]));
    }
  }
}

}  // namespace
}  // namespace hisalary::test
