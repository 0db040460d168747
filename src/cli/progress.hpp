// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

namespace hisalary::cli {

/// A line on standard error about rows so far, at most twice a second.
class Progress {
 public:
  /// `size` is the input's in bytes; 0: not known.
  Progress(bool on, std::uint64_t size) : on_(on), size_(size) {}

  void show(std::uint64_t rows, std::uint64_t bytes);
  void clear() const;

 private:
  using Clock = std::chrono::steady_clock;
  bool on_;
  std::uint64_t size_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = Clock::now();
  bool shown_ = false;
};

}  // namespace hisalary::cli
