// SPDX-License-Identifier: MIT
#include "priors.hpp"

#include <algorithm>

#include "data/tables.hpp"
#include "hisalary/error.hpp"

namespace hisalary::fit {

Values Priors::means() const {
  Values values;
  std::ranges::transform(rows_, std::back_inserter(values), &Prior::mean);
  return values;
}

std::optional<std::size_t> Priors::find(std::string_view id) const {
  const auto it = std::ranges::find(rows_, id, &Prior::id);
  return it == rows_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - rows_.begin()));
}

std::size_t Priors::index(std::string_view id) const {
  if (const auto found = find(id)) {
    return *found;
  }
  throw Error(ErrorCode::BadData, "evidence/priors.json: there is no row \"" + std::string(id) + "\"",
              "add it; the fit needs it", "evidence/priors.json");
}

std::size_t Priors::index(std::string_view id, std::string_view of) const {
  const auto special = find(std::string(id) + "." + std::string(of));
  return special ? *special : index(id);
}

std::vector<const WorkforceShare*> shares_of(const Tables& tables, std::string_view family, std::string_view fact) {
  for (const std::string_view wanted : {family, std::string_view("all")}) {
    std::vector<const WorkforceShare*> found;
    for (const auto& row : tables.shares) {
      if (row.family == wanted && row.fact == fact) {
        found.push_back(&row);
      }
    }
    if (!found.empty()) {
      return found;
    }
  }
  throw Error(ErrorCode::BadData,
              "evidence/shares.json: there are no shares of " + std::string(fact) + " for " + std::string(family),
              "add them, or rows of the family all", "evidence/shares.json");
}

}  // namespace hisalary::fit
