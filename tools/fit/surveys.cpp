// SPDX-License-Identifier: MIT
#include "surveys.hpp"

#include <algorithm>
#include <cmath>

#include "data/tables.hpp"
#include "model/curve.hpp"
#include "model/place.hpp"

namespace hisalary::fit {
namespace {

constexpr Text coders = "29-2072";
constexpr Text registrars = "29-9021";
constexpr Text managers = "11-9111";

class Surveys {
 public:
  explicit Surveys(const Tables& tables) : tables_(tables), priors_(tables) {}

  std::vector<Comparison> all() {
    credentials();
    degrees();
    years();
    ladder();
    return std::move(out_);
  }

 private:
  using Factors = std::vector<std::pair<std::size_t, double>>;

  [[nodiscard]] const SurveyFigure* row(Text id) const {
    const auto it = std::ranges::find(tables_.survey_figures, id, &SurveyFigure::id);
    return it == tables_.survey_figures.end() ? nullptr : &*it;
  }

  /// ln pay per normal score of an occupation in the nation.
  [[nodiscard]] double slope(Text soc) const {
    const auto occupation = std::ranges::find(tables_.occupations, soc, &Occupation::soc);
    const model::Places places(tables_);
    model::MarketCurve curve;
    curve.add(1, model::MarketCurve(places.nation(*occupation, places.release()).pay));
    return curve.slope();
  }

  void add(std::string name, Text publisher, double log_ratio, std::string_view shrink, Text soc, Factors factors) {
    const double slope = this->slope(soc);
    out_.push_back({std::move(name), publisher, std::move(factors), priors_.mean(shrink) * log_ratio / slope,
                    priors_.mean("noise.survey") / slope});
  }

  /// The amount of one row over that of another.
  void ratio(Text over, Text under, std::string_view shrink, Text soc, const Factors& factors) {
    const SurveyFigure* const a = row(over);
    const SurveyFigure* const b = row(under);
    if (a != nullptr && b != nullptr) {
      add(std::string(over) + "/" + std::string(under), a->publisher, std::log(a->amount / b->amount), shrink, soc,
          factors);
    }
  }

  /// A row that is a ratio itself.
  void ratio(Text id, std::string_view shrink, Text soc, const Factors& factors) {
    if (const SurveyFigure* const a = row(id)) {
      add(std::string(id), a->publisher, std::log(a->amount), shrink, soc, factors);
    }
  }

  /// What is left of a premium of coders after so many years.
  [[nodiscard]] double left(double years) const {
    const double lasting = priors_.mean("lasting.coding");
    constexpr double whole_career = 30;
    return lasting + (1 - lasting) * (1 - risen(years) / risen(whole_career));
  }

  [[nodiscard]] Factors over_cpc(std::string_view id) const {
    const double middle = left(10);
    return {{priors_.index("credential.coding." + std::string(id)), middle},
            {priors_.index("credential.coding.CPC"), -middle}};
  }

  void credentials() {
    const std::size_t cpc = priors_.index("credential.coding.CPC");
    ratio("X01", "X03", "shrink.same_years", coders, {{cpc, left(1)}});
    ratio("X02", "X04", "shrink.same_years", coders, {{cpc, left(25)}});
    for (const auto& [certified, uncertified] :
         {std::pair<Text, Text>{"C01", "C02"}, {"C05", "C04"}, {"C07", "C06"}, {"C12", "C13"}}) {
      ratio(certified, uncertified, "shrink.raw", coders, {{cpc, left(10)}});  // most AAPC members hold CPC
    }
    for (const auto& [id, credential] : {std::pair<Text, Text>{"M001", "CPB"},
                                         {"M003", "COC"},
                                         {"M005", "CIC"},
                                         {"M006", "CRC"},
                                         {"M007", "CPMA"},
                                         {"M008", "CDEO"}}) {
      ratio(id, "shrink.raw", coders, over_cpc(credential));
    }
    ratio("C09", "C08", "shrink.raw", coders, over_cpc("CIC"));
    ratio("C20", "C03", "shrink.raw", coders, over_cpc("CRC"));
    ratio("C20", "C03", "shrink.raw", coders, {{priors_.index("skill.coding.hcc"), 1}});
    registrars_over_none();
  }

  /// ODS holders earn so many dollars more than registrars without it; those without earn the mean less the holders'
  /// part of it.
  void registrars_over_none() {
    const SurveyFigure* const difference = row("C15");
    const auto wage = std::ranges::find_if(
        tables_.nation_wages, [](const NationWage& r) { return r.soc == registrars && r.release == 2024; });
    if (difference == nullptr || wage == tables_.nation_wages.end() || !wage->mean.known()) {
      return;
    }
    double holders = 0;
    for (const auto* const share : shares_of(tables_, "registry", "credential")) {
      holders += share->value == "ODS" ? share->share : 0;
    }
    const double none = wage->mean.amount - holders * difference->amount;
    add("C15", difference->publisher, std::log((none + difference->amount) / none), "shrink.raw", registrars,
        {{priors_.index("credential.registry.ODS"), 1}});
  }

  void degrees() {
    ratio("C18", "shrink.raw", coders, {{priors_.index("education.master"), 1}});
    ratio("M169", "M168", "shrink.raw", managers,
          {{priors_.index("education.master"), 1}, {priors_.index("education.bachelor"), -1}});
  }

  [[nodiscard]] double risen(double years) const { return 1 - std::exp(-years / priors_.mean("years.pace")); }

  void years() {
    const std::size_t rise = priors_.index("years.within");
    const auto between = [&](double from, double to) { return Factors{{rise, risen(to) - risen(from)}}; };
    ratio("X02", "X01", "shrink.years", coders, between(1, 25));
    ratio("X04", "X03", "shrink.years", coders, between(1, 25));
    ratio("X10", "X06", "shrink.years", coders, between(0, 22));
    ratio("M050", "M049", "shrink.years", coders, between(1.5, 14));  // under three years, over ten
  }

  /// A step up the ladder of levels is worth at least level_step: what a ladder means, not a survey.
  void ladder() {
    constexpr double firm = 0.01;
    for (std::size_t i = 1; i < tables_.levels.size(); ++i) {
      const Text lower = tables_.levels[i - 1].id;
      const Text higher = tables_.levels[i].id;
      out_.push_back(
          {std::string(higher) + " over " + std::string(lower),
           "ladder",
           {{priors_.index("level." + std::string(higher)), 1}, {priors_.index("level." + std::string(lower)), -1}},
           priors_.mean("level_step"),
           firm,
           true});
    }
  }

  const Tables& tables_;
  Priors priors_;
  std::vector<Comparison> out_;
};

}  // namespace

std::vector<Comparison> comparisons(const Tables& tables) { return Surveys(tables).all(); }

}  // namespace hisalary::fit
