// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace hisalary::cli {

/// What every run relies on; comes first. Descriptors 0 to 2 are open, so that no file of the program's own takes one
/// of them: one that was closed fails when it is used. A closed pipe, and a file that may not grow, are errors of the
/// write that meets them.
void prepare_process() noexcept;

/// Writes all bytes, and waits where the other end takes no more for now. 0, or the errno of the write that failed.
[[nodiscard]] int write_all(int file, std::string_view bytes) noexcept;

/// Writes to standard error. What fails there cannot be told.
void tell(std::string_view text) noexcept;

/// A new file that goes away with this object, or when SIGHUP, SIGINT, SIGQUIT or SIGTERM ends the process. One at a
/// time.
class TemporaryFile {
 public:
  /// Makes it beside a file, for its owner only; descriptor() is -1 when that fails, with errno set.
  explicit TemporaryFile(const std::string& beside);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  [[nodiscard]] int descriptor() const noexcept { return file_; }
  /// Closes it and puts it in the place of `target`. 0, or the errno of what failed.
  [[nodiscard]] int take_place_of(const std::string& target) noexcept;

 private:
  int file_ = -1;
};

/// From here on the first SIGHUP, SIGINT or SIGTERM ends the reading, not the writing: rows that were read are answered
/// whole. A second one ends the process at once. One for the whole run of the program.
class Interrupt {
 public:
  Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

  /// Whether one of the signals came.
  [[nodiscard]] static bool came() noexcept;
  /// Can be read from once a signal came, so that a wait for input ends; -1: none.
  [[nodiscard]] int wake() const noexcept { return wake_; }

 private:
  int wake_ = -1;
};

}  // namespace hisalary::cli
