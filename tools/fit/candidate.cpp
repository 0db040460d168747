// SPDX-License-Identifier: MIT
#include "candidate.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "data/tables.hpp"
#include "model/pricer.hpp"

namespace hisalary::fit {
namespace {

/// A band of years and the year at which it is asked.
struct Band {
  Text name;
  double years;
};
constexpr std::array<Band, 4> bands{{{"0-2", 1}, {"3-5", 4}, {"6-9", 7.5}, {"10+", 14}}};
constexpr double shares_to = 1e4;  ///< decimals of a share in the files
constexpr std::array<double, 10> within_years{0, 1, 2, 4, 7.5, 10, 14, 20, 25, 30};

Text band_at(double years) {
  const auto it = std::ranges::find(bands, years, &Band::years);
  return it == bands.end() ? Text{} : it->name;
}

double share_of(const std::vector<const WorkforceShare*>& shares, Text value) {
  const auto it = std::ranges::find(shares, value, [](const WorkforceShare* row) { return row->value; });
  return it == shares.end() ? 0 : (*it)->share;
}

}  // namespace

struct Candidate::Builder {
  const Tables& base;
  const Priors priors;
  const Values& values;
  const AreaParameters& area;
  bool shipped;
  Candidate& out;

  [[nodiscard]] double value(std::string_view id) const { return values[priors.index(id)]; }
  [[nodiscard]] double value(std::string_view id, std::string_view of) const { return values[priors.index(id, of)]; }

  [[nodiscard]] double round(double x) const {
    constexpr double ten_thousand = 1e4;
    return shipped ? std::round(x * ten_thousand) / ten_thousand + 0.0 : x;  // + 0.0: no negative zero
  }

  void positions() const {
    for (const auto& role : base.roles) {
      const auto own = priors.find("position." + std::string(role.id));
      out.positions_.push_back({.role = role.id,
                                .position = round(own ? values[*own] : 0),
                                .spread = round(value("spread", role.id)),
                                .share = 0,
                                .uncertainty = 0,
                                .records = 0,
                                .reason = {},
                                .from = {}});
    }
  }

  void curve(Text name, const std::vector<std::pair<double, double>>& points) const {
    const auto shares = shares_of(base, name, "years");
    double center = 0;
    for (const auto& [years, effect] : points) {
      center += band_at(years).empty() ? 0 : share_of(shares, band_at(years)) * effect;
    }
    for (const auto& [years, effect] : points) {
      const Text band = band_at(years);
      out.experience_.push_back({name,
                                 years,
                                 round(effect - center),
                                 band,
                                 band.empty() ? std::nullopt : std::optional(share_of(shares, band)),
                                 {}});
    }
  }

  void experience() const {
    const double one = value("career.1");
    const double last = value("career.14");
    curve("career", {{0, one - value("career.start")},
                     {1, one},
                     {4, value("career.4")},
                     {7.5, value("career.7.5")},
                     {14, last},
                     {20, last + value("career.20")},
                     {30, last + value("career.30")},
                     {40, last + value("career.40")}});
    std::vector<std::pair<double, double>> points;
    points.reserve(within_years.size());
    for (const double years : within_years) {
      points.emplace_back(years, value("years.within") * (1 - std::exp(-years / value("years.pace"))));
    }
    curve("within", points);
  }

  /// The effect of a value of a fact before centering.
  [[nodiscard]] double effect(Text family, Text fact, Text id) const {
    if (fact == "level") {
      return value("level_part", family) * value("level." + std::string(id));
    }
    if (fact == "education") {
      return value("education_part", family) * value("education." + std::string(id));
    }
    return id == "none" ? 0 : value(std::string(fact) + "." + std::string(family) + "." + std::string(id));
  }

  void fact(Text family, Text name) const {
    const auto shares = shares_of(base, family, name);
    double center = 0;
    for (const auto* const row : shares) {
      center += row->share * effect(family, name, row->value);
    }
    auto& effects = out.effects_.emplace_back();
    for (const auto* const row : shares) {
      effects.push_back({row->value, row->share, round(effect(family, name, row->value) - center)});
    }
    const bool fades = name == "credential";
    out.standing_.push_back(
        {family, name, {}, fades ? std::optional(round(value("lasting", family))) : std::nullopt, {}, {}, {}});
  }

  void standing() const {
    for (const Text family : families_of(base)) {
      fact(family, "credential");
      fact(family, "education");
      fact(family, "level");
      if (std::ranges::any_of(base.shares,
                              [&](const WorkforceShare& row) { return row.family == family && row.fact == "skill"; })) {
        fact(family, "skill");
      }
    }
    for (std::size_t i = 0; i < out.standing_.size(); ++i) {
      out.standing_[i].values = out.effects_[i];
    }
  }

  void add(Text id, double number, Text unit) const { out.parameters_.push_back({id, round(number), unit, {}, {}}); }

  void parameters() const {
    constexpr std::array<Text, 5> reach{"area_reach_p10", "area_reach_p25", "area_reach_p50", "area_reach_p75",
                                        "area_reach_p90"};
    for (std::size_t i = 0; i < reach.size(); ++i) {
      add(reach[i], area.reach[i], "ratio");
    }
    add("area_error", area.error, "standard error in ln pay");
    for (const auto& [soc, error] : area.error_of) {
      add(out.keep("area_error." + std::string(soc)), error, "standard error in ln pay");
    }
    add("reference_jobs", area.reference_jobs, "jobs");
    add("few_jobs", area.few_jobs, "jobs");
    add("blank_jobs", value("blank_jobs"), "jobs");
    add("further_credential", value("further_credential"), "ratio");
    for (std::size_t i = 0; i < priors.rows().size(); ++i) {
      if (priors.rows()[i].id.starts_with("setting_reach")) {
        add(priors.rows()[i].id, std::max(0.0, values[i]), "ratio");
      } else if (priors.rows()[i].id.starts_with("setting_shift")) {
        add(priors.rows()[i].id, values[i], "ln pay");
      }
    }
  }
};

Candidate::Candidate(const Tables& base, const Values& values, const AreaParameters& area, bool shipped)
    : tables_(base) {
  const Builder builder{base, Priors(base), values, area, shipped, *this};
  builder.positions();
  builder.experience();
  builder.standing();
  builder.parameters();
  tables_.positions = positions_;
  tables_.experience = experience_;
  tables_.standing = standing_;
  tables_.parameters = parameters_;
}

void Candidate::share_jobs(double tilt) {
  if (job_pay_.empty()) {
    const model::Pricer pricer(tables_);
    for (const Role& role : tables_.roles) {
      Facts job;
      job.role = &role;
      job_pay_.push_back(pricer.median(job));
    }
  }
  const auto assumed = shares_of(tables_, "all", "role");
  double sum = 0;
  for (std::size_t i = 0; i < positions_.size(); ++i) {
    positions_[i].share = share_of(assumed, positions_[i].role) * std::pow(job_pay_[i], tilt);
    sum += positions_[i].share;
  }

  double others = 0;
  for (auto& row : positions_) {
    row.share = std::round(row.share / sum * shares_to) / shares_to;
    others += row.share;
  }
  double& largest = std::ranges::max_element(positions_, {}, &RolePosition::share)->share;
  largest = std::round((largest + 1 - others) * shares_to) / shares_to;
}

std::vector<Text> families_of(const Tables& tables) {
  std::set<Text> names;
  for (const auto& role : tables.roles) {
    names.insert(role.family);
  }
  for (const auto& occupation : tables.occupations) {
    if (!occupation.family.empty()) {
      names.insert(occupation.family);
    }
  }
  return {names.begin(), names.end()};
}

}  // namespace hisalary::fit
