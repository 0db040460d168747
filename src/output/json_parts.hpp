// SPDX-License-Identifier: MIT
#pragma once

/// What the JSON answers of several commands have in common.

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/dataset.hpp"
#include "hisalary/estimate.hpp"
#include "money.hpp"

namespace hisalary::output {

using Json = nlohmann::ordered_json;

/// version, fingerprint and release of the data set.
[[nodiscard]] Json data_json(const Dataset& dataset);

/// Whole dollars a year, or dollars with two decimals an hour.
[[nodiscard]] Json amount_json(const Money& money, std::int64_t units);

/// p10, p25, p50, p75 and p90.
[[nodiscard]] Json percentiles_json(const Money& money, const Percentiles& pay);

/// kind, code and title; null for the nation.
[[nodiscard]] Json area_json(const Area* area);

/// The person as understood; unknown is null.
[[nodiscard]] Json profile_json(const Tables& tables, const Facts& profile);

[[nodiscard]] Json sources_json(const std::vector<const Source*>& sources);

/// The id of a row; null where there is none.
template <class Record> [[nodiscard]] Json id_json(const Record* row) {
  return row == nullptr ? Json(nullptr) : Json(row->id);
}

/// Two spaces of indent and a final newline; broken UTF-8 replaced.
[[nodiscard]] std::string dumped(const Json& json, int indent = 2);

}  // namespace hisalary::output
