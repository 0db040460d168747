// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/dataset.hpp"
#include "page.hpp"

namespace hisalary::output {

/// A table of the data set for people and programs: a heading, and rows of texts; an empty text is a value that is not
/// there.
struct Listing {
  std::vector<std::string> heading;
  std::vector<std::vector<std::string>> rows;
};

[[nodiscard]] Listing list_roles(const Tables& tables);
[[nodiscard]] Listing list_credentials(const Tables& tables);
[[nodiscard]] Listing list_states(const Tables& tables);
[[nodiscard]] Listing list_metros(const Tables& tables);
[[nodiscard]] Listing list_settings(const Tables& tables);
[[nodiscard]] Listing list_skills(const Tables& tables);
[[nodiscard]] Listing list_education(const Tables& tables);
[[nodiscard]] Listing list_levels(const Tables& tables);
[[nodiscard]] Listing list_occupations(const Tables& tables);
[[nodiscard]] Listing list_sources(const Tables& tables);
[[nodiscard]] Listing list_releases(const Tables& tables);

[[nodiscard]] std::string listing_text(const Listing& listing, const Screen& screen);
/// hisalary/list/1, see data/schema/list.schema.json.
[[nodiscard]] std::string listing_json(const Dataset& dataset, const std::string& what, const Listing& listing);
[[nodiscard]] std::string listing_csv(const Listing& listing);

}  // namespace hisalary::output
