// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "command.hpp"

namespace hisalary::cli {

/// A heading, and under it names and what they mean.
struct HelpSection {
  std::string heading;
  std::vector<std::pair<std::string, std::string>> lines;
};

/// Commands first, general options last.
[[nodiscard]] std::vector<HelpSection> sections_of(const CommandSpec& command);

/// "hisalary data verify [OPTIONS] DIR" for the call "hisalary data verify".
[[nodiscard]] std::string usage_of(const CommandSpec& command, const std::string& call);

/// The help of a command: what it does, how to call it, its options in aligned columns no wider than the screen.
[[nodiscard]] std::string help_of(const CommandSpec& command, const std::string& call);

}  // namespace hisalary::cli
