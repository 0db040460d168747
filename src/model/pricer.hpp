// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/error.hpp"
#include "hisalary/facts.hpp"
#include "market.hpp"
#include "mixed_pay.hpp"
#include "mixture.hpp"
#include "once_table.hpp"
#include "price.hpp"
#include "price_memory.hpp"
#include "score.hpp"
#include "time.hpp"

namespace hisalary::model {

/// The market of a role or occupation in a place, ready to be priced on.
struct Market {
  MarketCurve curve;                    ///< small cells blended with their estimate
  double error = 0;                     ///< standard error in ln(pay)
  double score_variance = 0;            ///< see price.hpp
  double ladder = 0;                    ///< in ln(pay), zero or more: what keeps the role above the steps below it
  const Error* refusal = nullptr;       ///< why there are no wages; null when there are
  CellKind kind = CellKind::Published;  ///< the least certain of its cells
  bool tied = false;                    ///< a cell has equal percentiles
};

/// Jobs of a smaller share are left out of a mixture.
inline constexpr double least_job_share = 0.001;

/// Whether a person's job is named, as a role or a whole occupation.
[[nodiscard]] inline bool is_named(const Facts& person) {
  return person.role != nullptr || person.occupation != nullptr;
}

/// What a kind of employer does to the pay of a role.
struct SettingEffect {
  double shift = 0;     ///< in ln(pay)
  double variance = 0;  ///< of ln(pay) between settings
  bool priced = false;  ///< whether anything published says so
};

/// What the price of one person is computed from.
struct Terms {
  const Market* market = nullptr;
  Shifts shifts;
  Scores scores;
};

/// A job that a person without a named one may hold.
struct HeldJob {
  const Role* role = nullptr;
  double share = 0;  ///< of such people
};

/// Its price.
struct JobPrice : HeldJob {
  Terms terms;
  LogPay log_pay{};
};

/// The price of one person, with its terms.
struct Price {
  Terms terms;                 ///< empty where no job is named
  std::vector<JobPrice> jobs;  ///< where none is named: the jobs whose mixture it is, largest share first
  LogPay log_pay{};            ///< ln of dollars a year at p10, p25, p50, p75 and p90
  Percentiles pay;

  [[nodiscard]] double log_median() const { return log_pay[2]; }

  /// How the wages behind it are known: the least certain of the jobs that a tenth of such people hold.
  [[nodiscard]] CellKind wages() const;
};

/// The one way to a price. Keeps what it may of what it computes (markets, settings, effects of years), so that it can
/// be asked millions of times, by any number of threads at once; the answers do not depend on what was asked before.
///
/// The data set must outlive it. Facts must be rows of that data set.
class Pricer {
 public:
  explicit Pricer(const Tables& tables);
  Pricer(const Pricer&) = delete;
  Pricer& operator=(const Pricer&) = delete;
  ~Pricer() = default;

  /// Throws Error NoAnswer when nothing is published for the person (an old release without the occupation).
  [[nodiscard]] Price price(const Facts& person) const;

  /// The pay of many people: `answers` is as long as `people`. `memory`: what the caller's thread remembers. Throws as
  /// the other does.
  void price(std::span<const Facts> people, std::span<Percentiles> answers, PriceMemory& memory) const;

  /// Why a person has no price; null when there is one.
  [[nodiscard]] const Error* refusal(const Facts& person) const;

  /// Where a pay, given as ln(dollars a year), stands in the person's market as published: percentile, 1 to 99.
  [[nodiscard]] double market_percentile(const Facts& person, const Price& price, double log_pay) const;

  /// The jobs that people hold of whom only a person's other facts are known, largest share first; those below
  /// least_job_share, and those without wages, are left out, and the others' shares add up to one. Throws as price().
  [[nodiscard]] std::vector<HeldJob> jobs(const Facts& person) const;

  /// The price of a person under other shares of jobs than the person's own facts give: what changes when someone
  /// gains a credential or a degree and stays in the job.
  [[nodiscard]] Price price_in(const Facts& person, std::span<const HeldJob> jobs) const;

  /// The median of price(), in dollars of a year, without the rest: for the steps on the way to an answer.
  [[nodiscard]] double median(const Facts& person) const;

  /// Where the shares of jobs come from.
  [[nodiscard]] const Provenance& jobs_from() const { return mix().from(); }

  /// The person's market as published, in the dollars of the answer.
  [[nodiscard]] MarketCurve market_curve(const Facts& person, const Price& price) const;

  /// The same market for words about it: its cells, one by one.
  [[nodiscard]] std::vector<MarketCell> cells(const Facts& person) const;

  /// ln(pay) by normal score in the person's market, with setting and time: the curve that standing is read on.
  [[nodiscard]] MarketCurve curve(const Facts& person) const;

  [[nodiscard]] const Market& market(const Facts& person) const;
  [[nodiscard]] const Scorer& scorer(const Facts& person) const;
  [[nodiscard]] SettingEffect setting_effect(const Facts& person) const;
  [[nodiscard]] const Clock& clock() const noexcept { return clock_; }
  [[nodiscard]] const Tables& tables() const noexcept { return tables_; }

 private:
  /// The national release that holds the very figures that are asked for: a whole occupation in the dollars of a May
  /// that BLS published, under its own code or the one that it replaced.
  struct PublishedThen {
    const Occupation* occupation;
    std::int32_t release;
  };
  [[nodiscard]] std::optional<PublishedThen> published_then(const Facts& person) const;
  [[nodiscard]] std::size_t release_row(std::int32_t release) const;

  /// Roles first, then occupations.
  [[nodiscard]] std::size_t work_index(const Facts& person) const;
  [[nodiscard]] std::size_t market_index(const Facts& person) const;
  [[nodiscard]] const Scorer& make_scorer(std::size_t work, const Facts& person) const;
  [[nodiscard]] Market make_market(const Facts& person) const;
  [[nodiscard]] Scorer::YearsScore years_score(const Scorer& scorer, const Facts& person) const;
  [[nodiscard]] Scorer::YearsScore range_score(const Scorer& scorer, const Facts& person) const;
  [[nodiscard]] SettingEffect setting_effect_in_job(const Facts& person) const;
  [[nodiscard]] double log_time_factor(const Facts& person) const;
  [[nodiscard]] Terms terms(const Facts& person) const;

  void find_ladder();

  /// One ladder: what a market must add for its role to pay no less than the steps below it, at any experience.
  [[nodiscard]] double kept_above(const Facts& person, const Market& market) const;

  /// One ladder: a working role with a level under director stays below a director of the field in the same place with
  /// the same facts, by ladder_step for each level between them. In ln(pay); zero where it does anyway.
  [[nodiscard]] double ladder_shift(const Facts& person, const Terms& terms) const;

  /// One ladder: where the years of the step below hold promotions, who names a role and no level gets ladder_step more
  /// than that step with the same facts. In normal scores, so that more years never pay less; zero where that is so
  /// anyway.
  [[nodiscard]] double promotion(const Facts& person, const Terms& terms) const;

  /// How far a person's median is above that of another, in ln(pay); nothing where one of them has no price.
  [[nodiscard]] std::optional<double> excess_over(const Facts& other, const Terms& terms) const;
  [[nodiscard]] const JobMix& mix() const;
  [[nodiscard]] const Error* find_jobs(const Facts& person, std::vector<HeldJob>& jobs) const;
  [[nodiscard]] MixedPay mixed(const Facts& person) const;
  [[nodiscard]] Percentiles mixed_percentiles(const Facts& person) const;
  [[nodiscard]] std::vector<MarketCell> cells_of_jobs(const Facts& person) const;
  [[nodiscard]] const MarketCurve& published(const Facts& person) const;
  [[nodiscard]] LogPay log_pay(const Terms& terms) const;
  template <class F> void each_occupation(const Facts& person, F&& f) const;

  const Tables& tables_;
  Clock clock_;
  Quarter earliest_;    ///< that can be asked for
  std::size_t works_;   ///< roles and occupations
  std::size_t places_;  ///< areas, the nation, and the nation in each older release
  std::vector<std::int32_t> releases_;
  const Level* top_level_ = nullptr;
  const Role* top_role_ = nullptr;          ///< the first role of the highest level
  std::vector<const Role*> promoted_from_;  ///< by role: the step below whose years hold promotions; null for most

  // Of every kind of work. Those of one place, quarter or setting lie side by side: who names no job asks for all.
  OnceTable<Market> markets_;
  OnceTable<MarketCurve> published_;      ///< the markets as published
  OnceTable<Scorer::YearsScore> years_;   ///< by quarters of a year, on the role's own curve and within a level
  OnceTable<Scorer::YearsScore> ranges_;  ///< the same of ranges of years
  OnceTable<SettingEffect> settings_;
  OnceTable<double> times_;  ///< ln of the factor from the release, by quarter
  mutable std::vector<std::atomic<const Scorer*>> scorers_;
  mutable std::once_flag mix_made_;
  mutable std::optional<JobMix> mix_;
  mutable std::mutex growing_;  ///< guards the two lists below
  mutable std::deque<Scorer> made_;
  mutable std::deque<Error> refusals_;
};

}  // namespace hisalary::model
