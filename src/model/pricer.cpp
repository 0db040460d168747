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

/// Years are remembered by the quarter, from none to sixty.
constexpr std::size_t quarters = std::size_t{quarters_a_year} * most_years + 1;

// Ranges of years by begin and length.
constexpr std::size_t range_begins = 41;
constexpr std::size_t range_lengths = 16;

}  // namespace

Pricer::Pricer(const Tables& tables)
    : tables_(tables),
      clock_(tables),
      earliest_(clock_.earliest()),
      works_(tables.roles.size() + tables.occupations.size()),
      places_(tables.areas.size() + 1),
      releases_(releases_of(tables)),
      markets_(works_ * (places_ + releases_.size())),
      published_(works_ * (places_ + releases_.size())),
      years_(works_ * 2 * quarters),
      ranges_(works_ * 2 * range_begins * range_lengths),
      settings_(works_ * tables.settings.size()),
      times_(works_ * (static_cast<std::size_t>(clock_.latest() - earliest_) + 1)),
      scorers_(works_) {
  find_ladder();
}

std::size_t Pricer::work_index(const Facts& person) const {
  return person.role != nullptr
             ? static_cast<std::size_t>(person.role - tables_.roles.data())
             : tables_.roles.size() + static_cast<std::size_t>(person.occupation - tables_.occupations.data());
}

std::size_t Pricer::market_index(const Facts& person) const {
  std::size_t place = tables_.areas.size();
  std::size_t work = work_index(person);
  if (const auto then = published_then(person)) {
    work = tables_.roles.size() + static_cast<std::size_t>(then->occupation - tables_.occupations.data());
    place = places_ + release_row(then->release);
  } else if (person.release) {
    place = places_ + release_row(*person.release);
  } else if (person.area != nullptr) {
    place = static_cast<std::size_t>(person.area - tables_.areas.data());
  }
  return place * works_ + work;
}

std::size_t Pricer::release_row(std::int32_t release) const {
  return static_cast<std::size_t>(std::ranges::find(releases_, release) - releases_.begin());
}

std::optional<Pricer::PublishedThen> Pricer::published_then(const Facts& person) const {
  constexpr int may_quarter = 2;
  const bool in_nation = person.area == nullptr || person.area->kind == AreaKind::Nation;
  const Quarter at = person.as_of.at;
  if (person.occupation == nullptr || !in_nation || person.release || person.as_of.kind != AsOf::Kind::At ||
      at.quarter() != may_quarter || at >= clock_.release()) {
    return std::nullopt;
  }
  const Places places(tables_);
  if (places.has_nation(*person.occupation, at.year())) {
    return PublishedThen{person.occupation, at.year()};
  }
  for (const auto& other : tables_.occupations) {
    if (other.successor == person.occupation->soc && places.has_nation(other, at.year())) {
      return PublishedThen{&other, at.year()};
    }
  }
  return std::nullopt;
}

CellKind Price::wages() const {
  constexpr double many = 0.1;
  CellKind kind = terms.market != nullptr ? terms.market->kind : CellKind::Published;
  for (const auto& job : jobs) {
    kind = job.share >= many ? std::max(kind, job.terms.market->kind) : kind;
  }
  return kind;
}

const JobMix& Pricer::mix() const {
  std::call_once(mix_made_, [&] { mix_.emplace(tables_); });
  return *mix_;
}

const Error* Pricer::refusal(const Facts& person) const {
  if (is_named(person)) {
    return market(person).refusal;
  }
  std::vector<HeldJob> jobs;
  return find_jobs(person, jobs);
}

std::vector<HeldJob> Pricer::jobs(const Facts& person) const {
  std::vector<HeldJob> jobs;
  if (const Error* const refused = find_jobs(person, jobs)) {
    throw *refused;
  }
  return jobs;
}

/// Why most of the jobs have no price; null when they have one.
const Error* Pricer::find_jobs(const Facts& person, std::vector<HeldJob>& jobs) const {
  constexpr double most = 0.5;
  const std::vector<double> shares = mix().shares(person);
  const Error* refused = nullptr;
  double sum = 0;
  Facts in_job = person;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (shares[i] < least_job_share) {
      continue;
    }
    in_job.role = &tables_.roles[i];
    if (const Error* const one = market(in_job).refusal) {
      refused = one;
      continue;
    }
    jobs.push_back({in_job.role, shares[i]});
    sum += shares[i];
  }
  if (sum < most) {
    return refused;
  }
  for (auto& job : jobs) {
    job.share /= sum;
  }
  std::ranges::stable_sort(jobs, std::ranges::greater{}, &HeldJob::share);
  return nullptr;
}

Price Pricer::price_in(const Facts& person, std::span<const HeldJob> jobs) const {
  Price price;
  price.jobs.reserve(jobs.size());
  MixedPay mixed(jobs.size());
  Facts in_job = person;
  for (const HeldJob& job : jobs) {
    in_job.role = job.role;
    const Terms terms = this->terms(in_job);
    price.jobs.push_back({job, terms, log_pay(terms)});
    mixed.add(job.share, price.jobs.back().log_pay);
  }
  price.log_pay = mixed.percentiles();
  std::ranges::transform(price.log_pay, price.pay.dollars.begin(), exponential);
  return price;
}

/// The mixture of price_in(), of a person without a named job, without its parts' terms.
MixedPay Pricer::mixed(const Facts& person) const {
  const std::vector<HeldJob> jobs = this->jobs(person);
  MixedPay mixed(jobs.size());
  Facts in_job = person;
  for (const HeldJob& job : jobs) {
    in_job.role = job.role;
    mixed.add(job.share, log_pay(terms(in_job)));
  }
  return mixed;
}

double Pricer::median(const Facts& person) const {
  return is_named(person) ? price(person).pay.p50() : exponential(mixed(person).median());
}

LogPay Pricer::log_pay(const Terms& terms) const {
  return log_percentiles_of(terms.market->curve, terms.market->score_variance, terms.shifts, terms.scores.mean(),
                            terms.scores.variance);
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
    market.tied = std::ranges::any_of(cells, [](const MarketCell& cell) { return cell.cell.tied; });
    market.ladder = kept_above(person, market);
  } catch (const Error& error) {
    const std::lock_guard lock(growing_);
    market.refusal = &refusals_.emplace_back(error);
  }
  return market;
}

std::vector<MarketCell> Pricer::cells(const Facts& person) const {
  if (!is_named(person)) {
    return cells_of_jobs(person);
  }
  if (const auto then = published_then(person)) {
    return market_cells(tables_, nullptr, then->occupation, nullptr, then->release);
  }
  return market_cells(tables_, person.role, person.occupation, person.area, person.release);
}

std::vector<MarketCell> Pricer::cells_of_jobs(const Facts& person) const {
  std::vector<MarketCell> all;
  Facts in_job = person;
  for (const auto& job : jobs(person)) {
    in_job.role = job.role;
    for (MarketCell& cell : cells(in_job)) {
      cell.weight *= job.share;
      const auto known = std::ranges::find(all, cell.occupation, &MarketCell::occupation);
      if (known == all.end()) {
        all.push_back(cell);
      } else {
        known->weight += cell.weight;
      }
    }
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, &MarketCell::weight);
  return all;
}

const Scorer& Pricer::scorer(const Facts& person) const {
  const std::size_t work = work_index(person);
  const Scorer* const known = scorers_[work].load(std::memory_order_acquire);
  return known != nullptr ? *known : make_scorer(work, person);
}

const Scorer& Pricer::make_scorer(std::size_t work, const Facts& person) const {
  const std::lock_guard lock(growing_);
  const Scorer* known = scorers_[work].load(std::memory_order_acquire);
  if (known == nullptr) {
    known = &made_.emplace_back(tables_, person.role, person.occupation);
    scorers_[work].store(known, std::memory_order_release);
  }
  return *known;
}

Scorer::YearsScore Pricer::years_score(const Scorer& scorer, const Facts& person) const {
  const bool with_level = person.level != nullptr;
  if (person.years && person.years->is_range()) {
    return range_score(scorer, person);
  }
  const double wanted = person.years.value_or(-1) * quarters_a_year;
  const bool inside = wanted >= 0 && wanted < quarters;
  const auto quarter = static_cast<unsigned>(inside ? wanted : 0);
  if (!inside || quarter != wanted) {
    return scorer.years_score(person.years, with_level);
  }
  return years_.get(((with_level ? quarters : 0) + quarter) * works_ + work_index(person),
                    [&] { return scorer.years_score(person.years, with_level); });
}

/// The ranges that people write, of whole years and up to fifteen long, are remembered.
Scorer::YearsScore Pricer::range_score(const Scorer& scorer, const Facts& person) const {
  const double least = person.years->least();
  const double length = person.years->most() - least;
  const auto compute = [&] { return scorer.years_score(person.years, person.level != nullptr); };
  if (least >= range_begins || length >= range_lengths || least != std::floor(least) || length != std::floor(length)) {
    return compute();
  }
  const std::size_t begin = (person.level != nullptr ? range_begins : 0) + static_cast<std::size_t>(least);
  return ranges_.get((begin * range_lengths + static_cast<std::size_t>(length)) * works_ + work_index(person), compute);
}

template <class F> void Pricer::each_occupation(const Facts& person, F&& f) const {
  if (person.role == nullptr) {
    f(*person.occupation, 1.0);
    return;
  }
  for (const auto& part : person.role->occupations) {
    f(*std::ranges::find(tables_.occupations, part.soc, &Occupation::soc), part.weight);
  }
}

SettingEffect Pricer::setting_effect(const Facts& person) const {
  if (is_named(person)) {
    return setting_effect_in_job(person);
  }
  SettingEffect all;
  Facts in_job = person;
  for (const auto& job : jobs(person)) {
    in_job.role = job.role;
    const SettingEffect one = setting_effect_in_job(in_job);
    all.shift += job.share * one.shift;
    all.variance += job.share * one.variance;
    all.priced = all.priced || one.priced;
  }
  return all;
}

SettingEffect Pricer::setting_effect_in_job(const Facts& person) const {
  if (person.setting == nullptr) {
    return {};
  }
  const auto setting = static_cast<std::size_t>(person.setting - tables_.settings.data());
  return settings_.get(setting * works_ + work_index(person), [&] {
    const SettingShift found = setting_for(tables_, person.role, person.occupation, *person.setting);
    return SettingEffect{found.shift, found.variance, !found.industry.empty()};
  });
}

double Pricer::log_time_factor(const Facts& person) const {
  if (clock_.untouched(person) || published_then(person)) {
    return 0;
  }
  const Quarter at = clock_.quarter_of(person);
  return times_.get(static_cast<std::size_t>(at - earliest_) * works_ + work_index(person), [&] {
    double factor = 0;
    each_occupation(person, [&](const Occupation& occupation, double weight) {
      factor += weight * clock_.log_factor(occupation, at);
    });
    return factor;
  });
}

Terms Pricer::terms(const Facts& person) const {
  const Scorer& scorer = this->scorer(person);
  const SettingEffect setting = setting_effect_in_job(person);
  const Market& market = this->market(person);
  const double credentials = person.credentials ? scorer.credential_score(*person.credentials) : 0;
  Terms terms{&market,
              {market.error, setting.shift, setting.variance, log_time_factor(person), market.ladder,
               person.role != nullptr ? role_gap : 0},
              scorer.scores(person, years_score(scorer, person), credentials)};
  if (person.level != nullptr && person.level != top_level_ && person.role != nullptr && person.role->level.empty()) {
    terms.shifts.ladder += ladder_shift(person, terms);
  }
  if (person.level == nullptr && person.role != nullptr && promoted_from_[work_index(person)] != nullptr) {
    terms.scores.ladder = promotion(person, terms);
  }
  return terms;
}

MarketCurve Pricer::curve(const Facts& person) const {
  MarketCurve curve;
  if (!is_named(person)) {
    Facts in_job = person;
    for (const auto& job : jobs(person)) {
      in_job.role = job.role;
      curve.add(job.share, this->curve(in_job));
    }
    return curve;
  }
  const Terms terms = this->terms(person);
  if (terms.market->refusal != nullptr) {
    throw *terms.market->refusal;
  }
  curve = terms.market->curve;
  curve.raise(terms.shifts.setting + terms.shifts.time);
  return curve;
}

Price Pricer::price(const Facts& person) const {
  if (!is_named(person)) {
    return price_in(person, jobs(person));
  }
  Price price;
  price.terms = terms(person);
  if (price.terms.market->refusal != nullptr) {
    throw *price.terms.market->refusal;
  }
  price.log_pay = log_pay(price.terms);
  std::ranges::transform(price.log_pay, price.pay.dollars.begin(), exponential);
  return price;
}

Percentiles Pricer::mixed_percentiles(const Facts& person) const {
  Percentiles pay;
  std::ranges::transform(mixed(person).percentiles(), pay.dollars.begin(), exponential);
  return pay;
}

void Pricer::price(std::span<const Facts> people, std::span<Percentiles> answers, PriceMemory& memory) const {
  std::array<Terms, group_size> group;
  while (!people.empty()) {
    if (!is_named(people.front())) {
      answers.front() = memory.get(people.front(), [&] { return mixed_percentiles(people.front()); });
      people = people.subspan(1);
      answers = answers.subspan(1);
      continue;
    }
    const auto end = std::find_if_not(
        people.begin(), people.begin() + static_cast<std::ptrdiff_t>(std::min(people.size(), group_size)), is_named);
    const auto count = static_cast<std::size_t>(end - people.begin());
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

const MarketCurve& Pricer::published(const Facts& person) const {
  return published_.get(market_index(person), [&] { return blend(cells(person), Wages::Published); });
}

MarketCurve Pricer::market_curve(const Facts& person, const Price& price) const {
  MarketCurve curve;
  if (is_named(person)) {
    curve = published(person);
    curve.raise(price.terms.shifts.time);
    return curve;
  }
  Facts in_job = person;
  for (const auto& job : price.jobs) {
    in_job.role = job.role;
    MarketCurve one = published(in_job);
    one.raise(job.terms.shifts.time);
    curve.add(job.share, one);
  }
  return curve;
}

double Pricer::market_percentile(const Facts& person, const Price& price, double log_pay) const {
  constexpr double percent = 100;
  const double score = is_named(person) ? published(person).score_at(log_pay - price.terms.shifts.time)
                                        : market_curve(person, price).score_at(log_pay);
  return std::clamp(percent * normal_cdf(score), 1.0, 99.0);
}

}  // namespace hisalary::model
