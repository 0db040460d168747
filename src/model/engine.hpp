// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <span>
#include <vector>

#include "hisalary/dataset.hpp"
#include "price.hpp"
#include "score.hpp"
#include "time.hpp"

namespace hisalary::model {

/// The markets of a data set, each computed when it is first asked for and kept. Shared by all threads.
class Markets {
 public:
  explicit Markets(const Dataset& dataset);

  struct Market {
    MarketCurve curve;
    double error = 0;           ///< standard error in ln(pay)
    double score_variance = 0;  ///< see price.hpp
  };

  /// The market of a role or occupation (by kind, see kind_of) in a place; null is the nation.
  [[nodiscard]] const Market& market(std::size_t kind, const Area* area) {
    Slot& slot = slots_[index_of(kind, area)];
    return slot.state.load(std::memory_order_acquire) == State::Ready ? slot.market : fill(slot, kind, area);
  }

  /// Tells the processor that the market will be asked for.
  void announce(std::size_t kind, const Area* area) const {
    const auto* const slot = static_cast<const char*>(static_cast<const void*>(&slots_[index_of(kind, area)]));
    for (std::size_t i = 0; i < sizeof(Slot); i += alignof(Slot)) {
      __builtin_prefetch(slot + i);
    }
  }

  /// Roles first, then occupations.
  [[nodiscard]] std::size_t kind_of(const Facts& profile) const;
  [[nodiscard]] std::size_t kinds() const { return tables_.roles.size() + tables_.occupations.size(); }
  [[nodiscard]] const Role* role(std::size_t kind) const {
    return kind < tables_.roles.size() ? &tables_.roles[kind] : nullptr;
  }
  [[nodiscard]] const Occupation* occupation(std::size_t kind) const {
    return kind < tables_.roles.size() ? nullptr : &tables_.occupations[kind - tables_.roles.size()];
  }
  [[nodiscard]] const Tables& tables() const { return tables_; }

 private:
  enum class State : std::uint8_t { Empty, Busy, Ready };
  struct alignas(64) Slot {
    std::atomic<State> state{State::Empty};
    Market market;
  };

  [[nodiscard]] std::size_t index_of(std::size_t kind, const Area* area) const {
    const std::size_t place =
        area == nullptr ? tables_.areas.size() : static_cast<std::size_t>(area - tables_.areas.data());
    return kind * (tables_.areas.size() + 1) + place;
  }

  /// One thread computes; others that come meanwhile wait for it.
  [[nodiscard]] const Market& fill(Slot& slot, std::size_t kind, const Area* area);
  [[nodiscard]] Market compute(std::size_t kind, const Area* area) const;

  const Tables& tables_;
  std::vector<Slot> slots_;
};

/// Prices profiles one after another, with what is worth keeping between them kept; one for each thread. Gives what
/// Model::estimate gives, to the last bit.
class Engine {
 public:
  explicit Engine(Markets& markets);

  /// Each profile must be in the data set's own release; `answers` is as long as `people`. Throws Error as
  /// Model::estimate does.
  void price(std::span<const Facts> people, std::span<Percentiles> answers);

 private:
  static constexpr std::size_t most_years = 60;
  static constexpr std::size_t years_entries = std::size_t{2} * 4 * (most_years + 1);
  static constexpr std::size_t credential_slots = 64;
  static constexpr std::size_t group_size =
      16;  // people priced step by step together, so that the processor works on several at once

  struct SettingEntry {
    bool known = false;
    double shift = 0;
    double variance = 0;
  };

  struct YearsEntry {
    bool known = false;
    Scorer::YearsScore score;
  };

  struct CredentialEntry {
    bool known = false;
    Held held;
    double score = 0;
  };

  /// What is kept for one role or occupation.
  struct Kind {
    std::unique_ptr<Scorer> facts;
    std::vector<SettingEntry> settings;
    std::vector<YearsEntry>
        years;  ///< whole years, then those and a quarter, a half, three quarters; then the same within a level
    std::vector<CredentialEntry> credentials;
    AsOf time_of;
    bool time_known = false;
    double time = 0;
  };

  /// What the price of one person is computed from.
  struct Person {
    const Markets::Market* market = nullptr;
    Shifts shifts;
    double mean = 0;
    double variance = 0;
  };

  void read(const Facts& profile, Person& person);
  Kind& kind(std::size_t index);
  void read_shifts(std::size_t index, Kind& kind, const Facts& profile, Shifts& shifts) const;
  [[nodiscard]] double time_of(std::size_t index, const AsOf& as_of) const;
  template <class F> void each_part(std::size_t index, F&& f) const;

  Markets& markets_;
  Clock clock_;
  std::vector<Kind> kinds_;
  std::array<Person, group_size> group_;
};

}  // namespace hisalary::model
