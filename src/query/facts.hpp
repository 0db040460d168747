// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "hisalary/facts.hpp"

namespace hisalary::query {

/// How a fact is written. One row a fact: options, columns of rows and the resolvers all read this table.
struct FactForm {
  Fact fact;
  std::string_view name;
  bool is_list = false;      ///< several values: separated by commas, or repeated
  bool is_flag = false;      ///< true or false
  bool number_fits = false;  ///< may be a number in JSON
};

inline constexpr std::array<FactForm, fact_count> fact_forms{{
    {Fact::Role, "role"},
    {Fact::Level, "level"},
    {.fact = Fact::Credentials, .name = "cert", .is_list = true},
    {.fact = Fact::Years, .name = "years", .number_fits = true},
    {Fact::Education, "education"},
    {.fact = Fact::Place, .name = "place", .number_fits = true},
    {Fact::State, "state"},
    {.fact = Fact::Metro, .name = "metro", .number_fits = true},
    {.fact = Fact::County, .name = "county", .number_fits = true},
    {.fact = Fact::Remote, .name = "remote", .is_flag = true},
    {Fact::Setting, "setting"},
    {.fact = Fact::Skills, .name = "skill", .is_list = true},
    {Fact::AsOf, "as_of"},
    {.fact = Fact::Release, .name = "release", .number_fits = true},
    {.fact = Fact::Pay, .name = "pay", .number_fits = true},
}};

[[nodiscard]] constexpr const FactForm& form_of(Fact fact) noexcept {
  return fact_forms[static_cast<std::size_t>(fact)];
}

/// The fact of a name ("as-of" is as_of, "salary" pay); absent when it is none.
[[nodiscard]] constexpr std::optional<Fact> fact_named(std::string_view name) noexcept {
  for (const FactForm& form : fact_forms) {
    if (form.name == name) {
      return form.fact;
    }
  }
  if (name == "as-of") {
    return Fact::AsOf;
  }
  return name == "salary" ? std::optional(Fact::Pay) : std::nullopt;
}

}  // namespace hisalary::query
