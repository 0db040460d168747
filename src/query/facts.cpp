// SPDX-License-Identifier: MIT
#include "facts.hpp"

namespace hisalary {

std::string_view name_of(Fact fact) noexcept { return query::form_of(fact).name; }

}  // namespace hisalary
