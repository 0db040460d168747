// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "engine.hpp"

namespace hisalary::model {

/// The markets and engines of one Model, made when many people are first asked for; an engine serves one caller at a
/// time.
class Prices {
 public:
  /// An engine, given back at the end.
  class Loan {
   public:
    Loan(Prices& prices, std::unique_ptr<Engine> engine) : prices_(prices), engine_(std::move(engine)) {}
    ~Loan() { prices_.take_back(std::move(engine_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Engine* operator->() const noexcept { return engine_.get(); }

   private:
    Prices& prices_;
    std::unique_ptr<Engine> engine_;
  };

  [[nodiscard]] Loan borrow(const Dataset& dataset) {
    const std::lock_guard lock(mutex_);
    if (!markets_) {
      markets_ = std::make_unique<Markets>(dataset);
    }
    if (idle_.empty()) {
      ++engines_;
      idle_.reserve(engines_);  // so that taking back cannot fail
      return {*this, std::make_unique<Engine>(*markets_)};
    }
    auto engine = std::move(idle_.back());
    idle_.pop_back();
    return {*this, std::move(engine)};
  }

 private:
  void take_back(std::unique_ptr<Engine> engine) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(engine));
  }

  std::mutex mutex_;
  std::unique_ptr<Markets> markets_;
  std::vector<std::unique_ptr<Engine>> idle_;
  std::size_t engines_ = 0;
};

}  // namespace hisalary::model
