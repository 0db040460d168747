// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "hisalary/error.hpp"

namespace hisalary::cli {

/// "hisalary data verify"
[[nodiscard]] std::string full_name(const CLI::App& app);

/// A command line as far as it can be read without running anything.
struct Reading {
  const CLI::App* app = nullptr;  ///< the innermost command named
  bool help = false;              ///< -h or --help stands where no value is expected
  std::optional<Error>
      mistake;  ///< the first one: an option without its value or given twice, a value where none belongs
};

/// Reads the command line before CLI11 does, which would take an option for the value of the one before it, read
/// --remote=0 as "not remote", and speak of "1 required N missing".
[[nodiscard]] Reading read_arguments(const CLI::App& program, const std::vector<std::string>& arguments);

/// What CLI11 could not place, as an error for people.
[[nodiscard]] Error usage_error(const CLI::App& program, const CLI::ParseError& error,
                                const std::vector<std::string>& arguments);

}  // namespace hisalary::cli
