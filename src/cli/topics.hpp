// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace hisalary::cli {

/// Something to read that belongs to no single command: "hisalary help NAME", and a section of the manual.
struct Topic {
  std::string_view name;
  std::string_view about;
  std::string_view heading;  ///< of its section in the manual
  std::string_view text;     ///< see prose.hpp
};

[[nodiscard]] std::span<const Topic> topics();

/// Null when there is none of that name.
[[nodiscard]] const Topic* topic_named(std::string_view name);

}  // namespace hisalary::cli
