// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace hisalary {

/// What kind of thing went wrong; the command line maps each to an exit code of its own.
enum class ErrorCode {
  NoAnswer,  ///< unknown place, role or credential; nothing published (exit 1)
  Usage,     ///< the question itself is wrong (exit 2)
  BadData,   ///< a data set cannot be used (exit 3)
  Io,        ///< input or output failed (exit 4)
};

/// The one exception of the library, thrown at load and look-up. All texts are for people.
class Error : public std::runtime_error {
 public:
  /// `message` says what was wrong, `hint` the way out, `where` the file, option or line; the last two may be empty.
  Error(ErrorCode code, const std::string& message, std::string hint = {}, std::string where = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)), where_(std::move(where)) {}

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
  [[nodiscard]] const std::string& where() const noexcept { return where_; }

 private:
  ErrorCode code_;
  std::string hint_;
  std::string where_;
};

}  // namespace hisalary
