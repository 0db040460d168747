// SPDX-License-Identifier: MIT
#pragma once

#include "data/tables.hpp"

namespace hisalary::model {

/// The row of model/parameters.json with this id. Throws Error BadData when the data set lacks it.
[[nodiscard]] const Parameter& parameter(const Tables& tables, std::string_view id);

/// The row "id.of" where there is one, else the row "id".
[[nodiscard]] const Parameter& parameter_for(const Tables& tables, std::string_view id, std::string_view of);

/// The provenance of a file's rows. Throws Error BadData when the data set lacks the file.
[[nodiscard]] const Provenance& block(const Tables& tables, std::string_view path);

/// The provenance of one row, by its key columns with a space between them, or of the first whose key begins so (a key
/// that ends with a space): its own in an overlay, else that of the file's rows.
[[nodiscard]] const Provenance& row_source(const Tables& tables, std::string_view path, std::string_view key);

/// The year of a release, or of the data set's own where none is named; as keys of wages have it.
[[nodiscard]] std::string release_year(const Tables& tables, std::optional<std::int32_t> release);

}  // namespace hisalary::model
