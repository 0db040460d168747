// SPDX-License-Identifier: MIT
#include "check.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/number.hpp"
#include "check_rows.hpp"
#include "check_uses.hpp"
#include "names.hpp"
#include "tables.hpp"

namespace hisalary::data {
namespace {

constexpr double most_explained = 0.55;
constexpr double zero_tolerance = 1e-4;
constexpr std::size_t most_in_a_set = 64;  // credentials and skills of a person are kept as bits of one word

void rising(const PublishedPercentiles& pay, const Place& place) {
  std::int32_t last = 0;
  for (std::size_t i = 0; i < pay.size(); ++i) {
    if (!pay[i].known()) {
      continue;
    }
    if (pay[i].amount < last) {
      place.at(percentile_keys[i])
          .fail(std::to_string(pay[i].amount) + " is below the percentile before it, " + std::to_string(last),
                "percentiles never decrease");
    }
    last = pay[i].amount;
  }
}

void near(double value, double wanted, const Place& place, const std::string& what) {
  if (!(std::abs(value - wanted) <= zero_tolerance)) {
    place.fail(what + " is " + number_text(value), "it must be " + number_text(wanted));
  }
}

/// Shares add up to one and effects cancel out; gives the variance that the fact explains.
double explained(const std::vector<ShareEffect>& values, const Place& place) {
  double shares = 0;
  double mean = 0;
  double variance = 0;
  for (const auto& value : values) {
    shares += value.share;
    mean += value.share * value.effect;
    variance += value.share * value.effect * value.effect;
  }
  near(shares, 1, place, "the sum of the shares");
  near(mean, 0, place, "the sum of shares times effects");
  return variance;
}

struct Checker {
  const Tables& t;
  Ids sources{"sources.json", t.sources, [](const auto& r) { return r.id; }};
  Ids occupations{"occupations.json", t.occupations, [](const auto& r) { return r.soc; }};
  Ids areas{"areas.json", t.areas, [](const auto& r) { return r.code; }};
  Ids roles{"roles.json", t.roles, [](const auto& r) { return r.id; }};
  Ids levels{"levels.json", t.levels, [](const auto& r) { return r.id; }};
  Ids credentials{"credentials.json", t.credentials, [](const auto& r) { return r.id; }};
  Ids education{"education.json", t.education, [](const auto& r) { return r.id; }};
  Ids settings{"settings.json", t.settings, [](const auto& r) { return r.id; }};
  Ids skills{"skills.json", t.skills, [](const auto& r) { return r.id; }};

  void provenance(const Provenance& from, const Place& place) const {
    sources.require(from.source, place.at("source"));
  }

  void places() const {
    each("areas.json", t.areas, [&](const Area& r, const Place& place) {
      for (const Text state : r.states) {
        areas.require(state, place.at("states"));
      }
    });
    const Ids parities("price_parity.json", t.price_parity, [](const auto& r) { return r.area; });
    each("price_parity.json", t.price_parity,
         [&](const PriceParity& r, const Place& place) { areas.require(r.area, place.at("area")); });
  }

  void wages() const {
    each("wages_nation.json", t.nation_wages, [&](const NationWage& r, const Place& place) {
      occupations.require(r.soc, place.at("soc"));
      rising(r.pay, place);
    });
    sorted_by("wages_nation.json", t.nation_wages, [](const auto& r) { return std::tuple(r.release, r.soc); });
    each("wages_areas.json", t.area_wages, [&](const AreaWage& r, const Place& place) {
      areas.require(r.area, place.at("area"));
      occupations.require(r.soc, place.at("soc"));
      rising(r.pay, place);
    });
    sorted_by("wages_areas.json", t.area_wages, [](const auto& r) { return std::tuple(r.area, r.soc); });
    each("wages_industries.json", t.industry_wages, [&](const IndustryWage& r, const Place& place) {
      occupations.require(r.soc, place.at("soc"));
      rising(r.pay, place);
    });
    sorted_by("wages_industries.json", t.industry_wages,
              [](const auto& r) { return std::tuple(r.release, r.soc, r.naics); });
    each("handbook.json", t.handbook,
         [&](const HandbookIndustry& r, const Place& place) { occupations.require(r.soc, place.at("soc")); });
    each("projections.json", t.outlook,
         [&](const Outlook& r, const Place& place) { occupations.require(r.soc, place.at("soc")); });
    each("occupations.json", t.occupations,
         [&](const Occupation& r, const Place& place) { occupations.allow(r.successor, place.at("successor")); });
  }

  void titles() const {
    sorted_by("title_concepts.json", t.title_concepts, [](const auto& r) { return r.id; });
    const Ids concepts("title_concepts.json", t.title_concepts, [](const auto& r) { return r.id; });
    const Ids trades("title_trades.json", t.title_trades, [](const auto& r) { return r.id; });
    each("title_concepts.json", t.title_concepts, [&](const TitleConcept& r, const Place& place) {
      for (const Text word : r.words) {
        if (word.starts_with('@')) {
          levels.require(word.substr(1), place.at("words"));
        }
      }
    });
    each("title_rules.json", t.title_rules, [&](const TitleRule& r, const Place& place) {
      for (const Text one : r.all) {
        concepts.require(one, place.at("all"));
      }
      for (const Text one : r.none) {
        concepts.require(one, place.at("none"));
      }
      roles.allow(r.role, place.at("role"));
      trades.allow(r.trade, place.at("trade"));
      if (r.role.empty() == r.trade.empty()) {
        place.at("role").fail("a rule needs one outcome", "give a role or a trade");
      }
    });
    each("title_trades.json", t.title_trades, [&](const TitleTrade& r, const Place& place) {
      for (const Text near : r.nearest) {
        roles.require(near, place.at("nearest"));
      }
    });
    constexpr std::size_t most_concepts = 128;
    if (t.title_concepts.size() > most_concepts) {
      Place("title_concepts.json").fail("there are too many concepts", "allowed: 128");
    }
  }

  void people() const {
    std::set<Text, std::less<>> aliases;
    each("roles.json", t.roles, [&](const Role& r, const Place& place) {
      double weights = 0;
      for (const auto& part : r.occupations) {
        occupations.require(part.soc, place.at("occupations"));
        weights += part.weight;
      }
      near(weights, 1, place.at("occupations"), "the sum of the weights");
      levels.allow(r.level, place.at("level"));
      for (const Text lower : r.above) {
        const auto it = std::ranges::find(t.roles, lower, &Role::id);
        if (it == t.roles.end() || &*it >= &r) {
          place.at("above").fail("\"" + std::string(lower) + "\" is not a role that stands before",
                                 "write the ladder from the lowest step up");
        }
      }
      for (const Text next : r.next) {
        roles.require(next, place.at("next"));
      }
      for (const Text alias : r.aliases) {
        if (!aliases.insert(alias).second) {
          place.at("aliases").fail("\"" + std::string(alias) + "\" appears twice", "an alias belongs to one role");
        }
      }
      provenance(r.from, place);
    });
    titles();
    each("credentials.json", t.credentials, [&](const Credential& r, const Place& place) {
      for (const Text other : r.supersedes) {
        credentials.require(other, place.at("supersedes"));
      }
      education.allow(r.prerequisite_level, place.at("prerequisite_level"));
      provenance(r.from, place);
    });
    each("settings.json", t.settings, [&](const Setting& r, const Place& place) { provenance(r.from, place); });
    each("skills.json", t.skills, [&](const Skill& r, const Place& place) { provenance(r.from, place); });
    each("benefits.json", t.benefits, [&](const Benefit& r, const Place& place) { provenance(r.from, place); });
    each("price_index.json", t.price_index,
         [&](const IndexPoint& r, const Place& place) { sources.require(r.source, place.at("source")); });
    each("evidence/published_figures.json", t.published_figures,
         [&](const PublishedFigure& r, const Place& place) { sources.require(r.source, place.at("source")); });
    if (t.credentials.size() > most_in_a_set || t.skills.size() > most_in_a_set) {
      Place(t.skills.size() > most_in_a_set ? "skills.json" : "credentials.json")
          .fail("more than 64 rows", "allowed: 64");
    }
  }

  /// The variance that years explain, by curve.
  [[nodiscard]] std::map<Text, double> curves() const {
    std::map<Text, std::vector<ShareEffect>> shared;
    each("model/experience.json", t.experience, [&](const ExperiencePoint& r, const Place& place) {
      auto& values = shared[r.curve];
      if (r.share) {
        values.push_back({r.band, *r.share, r.effect});
      }
      provenance(r.from, place);
    });
    for (std::size_t i = 1; i < t.experience.size(); ++i) {
      const auto& before = t.experience[i - 1];
      const auto& here = t.experience[i];
      if (before.curve == here.curve && !(before.years < here.years && before.effect <= here.effect)) {
        Place("model/experience.json")
            .at(row_of(i))
            .fail("years or effect fall below the row before", "within a curve both rise");
      }
    }
    std::map<Text, double> variance;
    for (const auto& [curve, values] : shared) {
      variance[curve] = explained(values, Place("model/experience.json").at("curve " + std::string(curve)));
    }
    return variance;
  }

  /// What the best set of credentials is worth at the start of a career, all of them held.
  [[nodiscard]] double most_credentials(const StandingFact& fact) const {
    const auto further = std::ranges::find(t.parameters, "further_credential", &Parameter::id);
    const auto none = std::ranges::find(fact.values, "none", &ShareEffect::id);
    double sum = none == fact.values.end() ? 0 : none->effect;
    const double base = sum;
    std::vector<double> premiums;
    for (const auto& value : fact.values) {
      if (std::ranges::find(t.credentials, value.id, &Credential::id) != t.credentials.end()) {
        premiums.push_back(std::max(0.0, value.effect - base));
      }
    }
    std::ranges::sort(premiums, std::greater{});
    double weight = 1;
    for (const double premium : premiums) {
      sum += weight * premium;
      weight *= further == t.parameters.end() ? 1 : further->value;
    }
    return sum;
  }

  /// A credential's effect fades as the curve of years rises, by no more than the curve rises: more years never pay
  /// less.
  void fading() const {
    std::map<Text, double> rise;
    for (const auto& point : t.experience) {
      const auto first = std::ranges::find(t.experience, point.curve, &ExperiencePoint::curve);
      rise[point.curve] = point.effect - first->effect;
    }
    each("model/standing.json", t.standing, [&](const StandingFact& r, const Place& place) {
      if (r.fact != "credential") {
        return;
      }
      const double fades = (1 - r.lasting.value_or(1)) * most_credentials(r);
      for (const auto& [name, risen] : rise) {
        const Text curve = name;  // a structured binding cannot be captured
        const bool serves = curve == "within" || std::ranges::any_of(t.roles, [&](const Role& role) {
                              return role.family == r.family && role.curve == curve;
                            });
        if (serves && fades > risen) {
          place.at("lasting").fail("credentials of family " + std::string(r.family) + " fade by " + number_text(fades) +
                                       ", more than the curve of years \"" + std::string(curve) + "\" rises",
                                   "allowed: " + number_text(risen) + ", so that more years never pay less");
        }
      }
    });
  }

  void cross_validation() const {
    const Ids records("evidence/observed_pay.json", t.observed_pay, [](const auto& r) { return r.id; });
    each("model/cross_validation.json", t.cross_validation, [&](const CrossValidated& r, const Place& place) {
      records.require(r.record, place.at("record"));
      roles.allow(r.role, place.at("role"));
      near(static_cast<double>(r.errors.size()), static_cast<double>(t.cross_validation[0].errors.size()),
           place.at("errors"), "the number of errors");
    });
  }

  [[nodiscard]] const Ids& names_of(Text fact, const Place& place) const {
    if (fact == "credential") {
      return credentials;
    }
    if (fact == "education") {
      return education;
    }
    if (fact == "level") {
      return levels;
    }
    if (fact == "skill") {
      return skills;
    }
    if (fact == "role") {
      return roles;
    }
    place.at("fact").fail("\"" + std::string(fact) + "\" is not a fact of the model",
                          "allowed: credential, education, level, role, skill, years");
  }

  void assumptions() const {
    const Ids priors("evidence/priors.json", t.priors, [](const auto& r) { return r.id; });
    each("evidence/priors.json", t.priors, [&](const Prior& r, const Place& place) { provenance(r.from, place); });
    std::map<std::pair<Text, Text>, double> sums;
    std::set<std::tuple<Text, Text, Text>> seen;
    each("evidence/shares.json", t.shares, [&](const WorkforceShare& r, const Place& place) {
      if (r.fact != "years" && r.value != "none") {
        names_of(r.fact, place).require(r.value, place.at("value"));
      }
      if (!seen.insert({r.family, r.fact, r.value}).second) {
        place.at("value").fail("\"" + std::string(r.value) + "\" appears twice for this family and fact",
                               "keep one of the two rows");
      }
      sums[{r.family, r.fact}] += r.share;
      provenance(r.from, place);
    });
    for (const auto& [key, sum] : sums) {
      near(sum, 1, Place("evidence/shares.json").at(std::string(key.first) + " " + std::string(key.second)),
           "the sum of the shares");
    }
  }

  void model() const {
    const auto years = curves();
    std::map<Text, double> family_variance;
    std::map<Text, double> level_variance;
    sorted_by("model/standing.json", t.standing, [](const auto& r) { return std::tuple(r.family, r.fact); });
    each("model/standing.json", t.standing, [&](const StandingFact& r, const Place& place) {
      const Ids& names = names_of(r.fact, place);
      const std::vector<ShareEffect> values(r.values.begin(), r.values.end());
      for (const auto& value : values) {
        if (value.id != "none" && value.id != "other") {
          names.require(value.id, place.at("values"));
        }
      }
      const double variance = explained(values, place.at(std::string(r.family) + " " + std::string(r.fact)));
      (r.fact == "level" ? level_variance : family_variance)[r.family] += variance;
      provenance(r.from, place);
    });
    double all_jobs = 0;
    const Ids positions("model/positions.json", t.positions, [](const auto& r) { return r.role; });
    each("model/positions.json", t.positions, [&](const RolePosition& r, const Place& place) {
      roles.require(r.role, place.at("role"));
      all_jobs += r.share;
      provenance(r.from, place);
    });
    each("roles.json", t.roles, [&](const Role& r, const Place& place) {
      positions.require(r.id, place.at("id"));
      const auto curve = years.find(r.curve);
      if (curve == years.end()) {
        place.at("curve").fail("\"" + std::string(r.curve) + "\" is not in model/experience.json",
                               "allowed: within, career");
      }
      // A level takes the place of the promotions in the career curve: years then follow the curve within a role.
      const auto within = years.find("within");
      const double with_level = (within == years.end() ? curve->second : within->second) + level_variance[r.family];
      const double sum = std::max(curve->second, with_level) + family_variance[r.family];
      if (sum > most_explained) {
        place.fail("the facts of family " + std::string(r.family) + " explain " + number_text(sum) + " of the variance",
                   "allowed: .55 in all");
      }
    });
    near(all_jobs, 1, Place("model/positions.json").at("share"), "the sum of the shares");
    fading();
    cross_validation();
    const Ids parameters("model/parameters.json", t.parameters, [](const auto& r) { return r.id; });
    each("model/parameters.json", t.parameters,
         [&](const Parameter& r, const Place& place) { provenance(r.from, place); });
  }
};

}  // namespace

void check_set(const Tables& tables) {
  if (tables.info.size() != 1) {
    Place("dataset.json").at("rows").fail(std::to_string(tables.info.size()) + " rows", "there is exactly one");
  }
  if (tables.info[0].format != 1) {
    Place("dataset.json")
        .at("format")
        .fail("the data set is format " + std::to_string(tables.info[0].format),
              "this program reads format 1; use a newer hisalary");
  }
  const Checker checker{tables};
  for (const auto& block : tables.blocks) {
    checker.sources.require(block.from.source, Place(std::string(block.path)).at("source"));
  }
  checker.places();
  checker.wages();
  checker.people();
  checker.assumptions();
  checker.model();
  check_uses(tables);
}

}  // namespace hisalary::data
