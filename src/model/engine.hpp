// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "facts.hpp"
#include "hisalary/dataset.hpp"
#include "price.hpp"
#include "time.hpp"

namespace hisalary::model {

/// The markets of a data set, each computed when it is first asked for and kept. Shared by all threads.
class Markets {
 public:
  explicit Markets(const Dataset& dataset);

  struct Market {
    MarketCurve curve;
    double error = 0;
  };

  /// The market of a role or occupation (by kind, see kind_of) in a place; null is the nation. `scratch` holds it when it is not kept.
  [[nodiscard]] const Market& market(std::size_t kind, const Area* area, Market& scratch);

  /// Roles first, then occupations.
  [[nodiscard]] std::size_t kind_of(const Profile& profile) const;
  [[nodiscard]] std::size_t kinds() const { return tables_.roles.size() + tables_.occupations.size(); }
  [[nodiscard]] const Role* role(std::size_t kind) const { return kind < tables_.roles.size() ? &tables_.roles[kind] : nullptr; }
  [[nodiscard]] const Occupation* occupation(std::size_t kind) const { return kind < tables_.roles.size() ? nullptr : &tables_.occupations[kind - tables_.roles.size()]; }
  [[nodiscard]] const Tables& tables() const { return tables_; }

 private:
  enum class State : std::uint8_t { Empty, Busy, Ready };
  struct Slot {
    std::atomic<State> state{State::Empty};
    Market market;
  };

  [[nodiscard]] Market compute(std::size_t kind, const Area* area) const;

  const Tables& tables_;
  std::unique_ptr<Slot[]> slots_;
};

/// Prices profiles one after another, with what is worth keeping between them kept; one for each thread. Gives what Model::estimate
/// gives, to the last bit.
class Engine {
 public:
  explicit Engine(Markets& markets);

  /// The profile must be in the data set's own release. Throws Error as Model::estimate does.
  [[nodiscard]] Percentiles price(const Profile& profile);

 private:
  static constexpr std::size_t years_steps = 4 * 60 + 1;  // quarter years
  static constexpr std::size_t credential_slots = 64;

  struct SettingEntry {
    bool known = false;
    double shift = 0;
    double variance = 0;
  };

  struct YearsEntry {
    bool known = false;
    Facts::YearsScore score;
  };

  struct CredentialEntry {
    bool known = false;
    Held held;
    double score = 0;
  };

  /// What is kept for one role or occupation.
  struct Kind {
    std::unique_ptr<Facts> facts;
    std::vector<SettingEntry> settings;
    std::vector<YearsEntry> years;  ///< own curve, then the curve within a level
    std::vector<CredentialEntry> credentials;
    AsOf time_of;
    bool time_known = false;
    double time = 0;
  };

  Kind& kind(std::size_t index);
  [[nodiscard]] Shifts shifts(std::size_t index, Kind& kind, const Profile& profile) const;
  [[nodiscard]] double time_of(std::size_t index, const AsOf& as_of) const;
  template <class F> void each_part(std::size_t index, F&& f) const;

  Markets& markets_;
  Clock clock_;
  std::vector<Kind> kinds_;
};

}  // namespace hisalary::model
