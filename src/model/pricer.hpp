// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/error.hpp"
#include "hisalary/facts.hpp"
#include "market.hpp"
#include "once_table.hpp"
#include "price.hpp"
#include "score.hpp"
#include "time.hpp"

namespace hisalary::model {

/// The market of a role or occupation in a place, ready to be priced on.
struct Market {
  MarketCurve curve;                    ///< small cells blended with their estimate
  double error = 0;                     ///< standard error in ln(pay)
  double score_variance = 0;            ///< see price.hpp
  const Error* refusal = nullptr;       ///< why there are no wages; null when there are
  CellKind kind = CellKind::Published;  ///< the least certain of its cells
};

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

/// The price of one person, with its terms.
struct Price {
  Terms terms;
  LogPay log_pay{};  ///< ln of dollars a year at p10, p25, p50, p75 and p90
  Percentiles pay;
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
  ~Pricer();

  /// Throws Error NoAnswer when nothing is published for the person (an old release without the occupation).
  [[nodiscard]] Price price(const Facts& person) const;

  /// The pay of many people: `answers` is as long as `people`. Throws as the other does.
  void price(std::span<const Facts> people, std::span<Percentiles> answers) const;

  /// Why a person has no price; null when there is one.
  [[nodiscard]] const Error* refusal(const Facts& person) const { return market(person).refusal; }

  /// Where a median stands in the person's market as published: percentile, 1 to 99.
  [[nodiscard]] double market_percentile(const Facts& person, const Price& price) const;

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
  struct Work;

  /// Roles first, then occupations.
  [[nodiscard]] std::size_t work_index(const Facts& person) const;
  [[nodiscard]] std::size_t market_index(const Facts& person) const;
  [[nodiscard]] const Work& work(const Facts& person) const;
  [[nodiscard]] const Work& make_work(std::size_t index, const Facts& person) const;
  [[nodiscard]] Market make_market(const Facts& person) const;
  [[nodiscard]] SettingEffect setting_effect(const Work& work, const Facts& person) const;
  [[nodiscard]] double log_time_factor(const Work& work, const Facts& person) const;
  [[nodiscard]] Terms terms(const Facts& person) const;
  template <class F> void each_occupation(const Facts& person, F&& f) const;

  const Tables& tables_;
  Clock clock_;
  Quarter earliest_;    ///< that can be asked for
  std::size_t kinds_;   ///< of work: roles and occupations
  std::size_t places_;  ///< areas, the nation, and the nation in each older release
  std::vector<std::int32_t> releases_;
  OnceTable<Market> markets_;
  OnceTable<MarketCurve> published_;  ///< the markets as published
  mutable std::vector<std::atomic<const Work*>> work_;
  mutable std::mutex growing_;  ///< guards the two lists below
  mutable std::deque<Work> made_;
  mutable std::deque<Error> refusals_;
};

}  // namespace hisalary::model
