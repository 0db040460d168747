// SPDX-License-Identifier: MIT
#include "pricer.hpp"

#include <algorithm>
#include <cmath>

#include "data/tables.hpp"
#include "setting.hpp"

namespace hisalary::model {
namespace {

constexpr std::size_t group_size = 16;  // people priced step by step together: the processor works on several at once
constexpr unsigned quarters_a_year = 4;
constexpr unsigned most_years = 60;

std::vector<std::int32_t> releases_of(const Tables& tables) {
  std::vector<std::int32_t> years;
  for (const auto& row : tables.nation_wages) {
    if (std::ranges::find(years, row.release) == years.end()) {
      years.push_back(row.release);
    }
  }
  return years;
}

/// What years add, looked up: quarters of a year from none to sixty, on the role's own curve and within a level.
class YearsTable {
 public:
  explicit YearsTable(const Scorer& scorer) {
    for (const bool with_level : {false, true}) {
      for (std::size_t i = 0; i < quarters; ++i) {
        table_[with_level ? 1 : 0][i] = scorer.years_score(static_cast<double>(i) / quarters_a_year, with_level);
      }
    }
  }

  [[nodiscard]] Scorer::YearsScore score(const Scorer& scorer, const Facts& person) const {
    const bool with_level = person.level != nullptr;
    const double wanted = person.years.value_or(-1) * quarters_a_year;
    const bool inside = wanted >= 0 && wanted < quarters;
    const auto quarter = static_cast<unsigned>(inside ? wanted : 0);
    if (inside && quarter == wanted) {
      return table_[with_level ? 1 : 0][quarter];
    }
    return scorer.years_score(person.years, with_level);
  }

 private:
  static constexpr std::size_t quarters = std::size_t{quarters_a_year} * most_years + 1;
  std::array<std::array<Scorer::YearsScore, quarters>, 2> table_;
};

}  // namespace

/// What is kept for one role or occupation.
struct Pricer::Work {
  Work(const Tables& tables, const Facts& person, std::size_t quarters)
      : scorer(tables, person.role, person.occupation),
        years(scorer),
        settings(tables.settings.size()),
        times(quarters) {}

  Scorer scorer;
  YearsTable years;
  OnceTable<SettingEffect> settings;
  OnceTable<double> times;  ///< ln of the factor from the release, by quarter
};

Pricer::Pricer(const Tables& tables)
    : tables_(tables),
      clock_(tables),
      earliest_(clock_.earliest()),
      kinds_(tables.roles.size() + tables.occupations.size()),
      places_(tables.areas.size() + 1),
      releases_(releases_of(tables)),
      markets_(kinds_ * (places_ + releases_.size())),
      published_(kinds_ * (places_ + releases_.size())),
      work_(kinds_) {}

Pricer::~Pricer() = default;

std::size_t Pricer::work_index(const Facts& person) const {
  return person.role != nullptr
             ? static_cast<std::size_t>(person.role - tables_.roles.data())
             : tables_.roles.size() + static_cast<std::size_t>(person.occupation - tables_.occupations.data());
}

std::size_t Pricer::market_index(const Facts& person) const {
  std::size_t place = tables_.areas.size();
  if (person.release) {
    place = places_ + static_cast<std::size_t>(std::ranges::find(releases_, *person.release) - releases_.begin());
  } else if (person.area != nullptr) {
    place = static_cast<std::size_t>(person.area - tables_.areas.data());
  }
  return work_index(person) * (places_ + releases_.size()) + place;
}

const Market& Pricer::market(const Facts& person) const {
  return markets_.get(market_index(person), [&] { return make_market(person); });
}

Market Pricer::make_market(const Facts& person) const {
  Market market;
  try {
    const auto cells = this->cells(person);
    market.curve = blend(cells, Wages::Priced);
    market.kind = least_certain(cells);
    market.score_variance = score_variance_of(market.curve);
    for (const auto& cell : cells) {
      market.error += cell.weight * cell.cell.error;
    }
  } catch (const Error& error) {
    const std::lock_guard lock(growing_);
    market.refusal = &refusals_.emplace_back(error);
  }
  return market;
}

std::vector<MarketCell> Pricer::cells(const Facts& person) const {
  return market_cells(tables_, person.role, person.occupation, person.area, person.release);
}

const Pricer::Work& Pricer::work(const Facts& person) const {
  const std::size_t index = work_index(person);
  const Work* const known = work_[index].load(std::memory_order_acquire);
  return known != nullptr ? *known : make_work(index, person);
}

const Pricer::Work& Pricer::make_work(std::size_t index, const Facts& person) const {
  const std::lock_guard lock(growing_);
  const Work* known = work_[index].load(std::memory_order_acquire);
  if (known == nullptr) {
    known = &made_.emplace_back(tables_, person, static_cast<std::size_t>(clock_.latest() - clock_.earliest()) + 1);
    work_[index].store(known, std::memory_order_release);
  }
  return *known;
}

const Scorer& Pricer::scorer(const Facts& person) const { return work(person).scorer; }

template <class F> void Pricer::each_occupation(const Facts& person, F&& f) const {
  if (person.role == nullptr) {
    f(*person.occupation, 1.0);
    return;
  }
  for (const auto& part : person.role->occupations) {
    f(*std::ranges::find(tables_.occupations, part.soc, &Occupation::soc), part.weight);
  }
}

SettingEffect Pricer::setting_effect(const Facts& person) const { return setting_effect(work(person), person); }

SettingEffect Pricer::setting_effect(const Work& work, const Facts& person) const {
  if (person.setting == nullptr) {
    return {};
  }
  return work.settings.get(static_cast<std::size_t>(person.setting - tables_.settings.data()), [&] {
    SettingEffect effect;
    each_occupation(person, [&](const Occupation& occupation, double weight) {
      const auto part = setting_for(tables_, occupation, *person.setting, person.role != nullptr);
      effect.shift += weight * part.shift;
      effect.variance += weight * part.variance;
      effect.priced = effect.priced || !part.industry.empty();
    });
    return effect;
  });
}

double Pricer::log_time_factor(const Work& work, const Facts& person) const {
  if (clock_.untouched(person)) {
    return 0;
  }
  const Quarter at = clock_.quarter_of(person);
  return work.times.get(static_cast<std::size_t>(at - earliest_), [&] {
    double factor = 0;
    each_occupation(person, [&](const Occupation& occupation, double weight) {
      factor += weight * clock_.log_factor(occupation, at);
    });
    return factor;
  });
}

Terms Pricer::terms(const Facts& person) const {
  const Work& work = this->work(person);
  const SettingEffect setting = setting_effect(work, person);
  const Market& market = this->market(person);
  const double credentials = person.credentials ? work.scorer.credential_score(*person.credentials) : 0;
  return {&market,
          {market.error, setting.shift, setting.variance, log_time_factor(work, person)},
          work.scorer.scores(person, work.years.score(work.scorer, person), credentials)};
}

MarketCurve Pricer::curve(const Facts& person) const {
  const Terms terms = this->terms(person);
  if (terms.market->refusal != nullptr) {
    throw *terms.market->refusal;
  }
  MarketCurve curve = terms.market->curve;
  curve.raise(terms.shifts.setting + terms.shifts.time);
  return curve;
}

Price Pricer::price(const Facts& person) const {
  Price price;
  price.terms = terms(person);
  const Market& market = *price.terms.market;
  if (market.refusal != nullptr) {
    throw *market.refusal;
  }
  price.log_pay = log_percentiles_of(market.curve, market.score_variance, price.terms.shifts, price.terms.scores.mean(),
                                     price.terms.scores.variance);
  std::ranges::transform(price.log_pay, price.pay.dollars.begin(), exponential);
  return price;
}

void Pricer::price(std::span<const Facts> people, std::span<Percentiles> answers) const {
  std::array<Terms, group_size> group;
  while (!people.empty()) {
    const std::size_t count = std::min(people.size(), group_size);
    for (std::size_t i = 0; i < count; ++i) {
      markets_.prefetch(market_index(people[i]));
    }
    for (std::size_t i = 0; i < count; ++i) {
      group[i] = terms(people[i]);
      if (group[i].market->refusal != nullptr) {
        throw *group[i].market->refusal;
      }
    }

    for (std::size_t i = 0; i < count; ++i) {
      const Terms& one = group[i];
      answers[i].dollars = log_percentiles_of(one.market->curve, one.market->score_variance, one.shifts,
                                              one.scores.mean(), one.scores.variance);
    }
    for (std::size_t i = 0; i < count; ++i) {
      std::ranges::transform(answers[i].dollars, answers[i].dollars.begin(), exponential);
    }
    people = people.subspan(count);
    answers = answers.subspan(count);
  }
}

double Pricer::market_percentile(const Facts& person, const Price& price) const {
  constexpr double percent = 100;
  constexpr std::size_t median = 2;
  const MarketCurve& curve =
      published_.get(market_index(person), [&] { return blend(cells(person), Wages::Published); });
  const double score = curve.score_at(price.log_pay[median] - price.terms.shifts.time);
  return std::clamp(percent * normal_cdf(score), 1.0, 99.0);
}

}  // namespace hisalary::model
