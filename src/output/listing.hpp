// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "data/tables.hpp"
#include "result.hpp"

namespace hisalary::output {

/// The tables that the command list shows.
[[nodiscard]] Table list_roles(const Tables& tables);
[[nodiscard]] Table list_credentials(const Tables& tables);
[[nodiscard]] Table list_states(const Tables& tables);
[[nodiscard]] Table list_metros(const Tables& tables);
[[nodiscard]] Table list_settings(const Tables& tables);
[[nodiscard]] Table list_skills(const Tables& tables);
[[nodiscard]] Table list_education(const Tables& tables);
[[nodiscard]] Table list_levels(const Tables& tables);
[[nodiscard]] Table list_occupations(const Tables& tables);
[[nodiscard]] Table list_sources(const Tables& tables);
[[nodiscard]] Table list_releases(const Tables& tables);

/// hisalary/list/1, see data/schema/list.schema.json. `what` is the word that asked for the table.
[[nodiscard]] Result listing(const Dataset& dataset, const std::string& what, const Table& table, const Screen& screen);

}  // namespace hisalary::output
