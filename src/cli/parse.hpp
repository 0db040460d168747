// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "given.hpp"
#include "hisalary/error.hpp"

namespace hisalary::cli {

/// A command line that was read.
struct Parsed {
  Given given;
  bool help = false;             ///< --help was given
  bool version = false;          ///< --version was given
  bool json = false;             ///< the answer, or the error in its place, is to be JSON
  std::optional<Error> mistake;  ///< the first one; what was read before and after it is in `given` all the same
};

/// Reads the arguments (without the program's name) by the tables of options, once.
[[nodiscard]] Parsed parse(const CommandSpec& top, const std::vector<std::string>& arguments);

}  // namespace hisalary::cli
