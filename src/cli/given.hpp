// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command.hpp"

namespace hisalary::cli {

/// What was given on the command line: the command, and the values of its options as texts. Options go by their plain
/// names; asking for one that the command does not have is a mistake of the program and throws std::logic_error.
class Given {
 public:
  /// The program, a command of it, a command of that: as far as they were named.
  explicit Given(std::vector<const CommandSpec*> path) : path_(std::move(path)) {}

  [[nodiscard]] const CommandSpec& command() const { return *path_.back(); }
  /// "hisalary data verify"
  [[nodiscard]] std::string call() const;

  void add(const OptionSpec& option, std::string value);

  /// Whether an option was given, default aside.
  [[nodiscard]] bool has(std::string_view name) const { return !all(name).empty(); }
  /// The last value given, else the default; absent when there is neither.
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
  /// The same; empty when there is neither.
  [[nodiscard]] std::string text(std::string_view name) const { return value(name).value_or(""); }
  /// Every value given, in order.
  [[nodiscard]] const std::vector<std::string>& all(std::string_view name) const;
  /// Of a flag with an opposite: which of the two came last.
  [[nodiscard]] std::optional<bool> choice(std::string_view name) const;

 private:
  [[nodiscard]] const OptionSpec& option(std::string_view name) const;

  std::vector<const CommandSpec*> path_;
  std::vector<std::pair<const OptionSpec*, std::vector<std::string>>> values_;
};

}  // namespace hisalary::cli
