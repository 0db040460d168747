// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "result.hpp"

namespace hisalary::output {

/// What can be listed.
inline constexpr std::array<std::string_view, 12> list_names{"roles",       "certs",   "states",    "metros",
                                                             "settings",    "skills",  "education", "levels",
                                                             "occupations", "sources", "releases",  "fields"};

/// hisalary/list/1, see data/schema/list.schema.json. `what` is one of list_names.
[[nodiscard]] Result listing(const Dataset& dataset, std::string_view what, const Screen& screen);

}  // namespace hisalary::output
