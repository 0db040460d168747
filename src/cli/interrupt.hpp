// SPDX-License-Identifier: MIT
#pragma once

namespace hisalary::cli {

/// From here on SIGINT and SIGTERM end the reading, not the writing: rows that were read are answered whole. One for
/// the whole run of the program.
class Interrupt {
 public:
  Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// Whether one of the signals came.
  [[nodiscard]] static bool came() noexcept;
  /// Can be read from once a signal came, so that a wait for input ends; -1: none.
  [[nodiscard]] int wake() const noexcept { return wake_; }

 private:
  int wake_ = -1;
};

}  // namespace hisalary::cli
