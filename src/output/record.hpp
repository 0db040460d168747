// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hisalary/dataset.hpp"
#include "result.hpp"

namespace hisalary::output {

/// One record of a file, with where its file comes from.
struct FoundRecord {
  std::string file;
  Value record;     ///< the object as it stands in the file
  Provenance from;  ///< of the file
};

/// The records of a data set that answer to a key: all rows of a file by its path, or every row whose id, code, SOC
/// code, area or credential is the key.
[[nodiscard]] std::vector<FoundRecord> find_records(const Dataset& dataset, std::string_view key);

/// The paths of the files, for a hint.
[[nodiscard]] std::string file_names(const Dataset& dataset);

/// hisalary/records/1, see data/schema/records.schema.json.
[[nodiscard]] Result records(const Dataset& dataset, const std::string& key, const std::vector<FoundRecord>& found,
                             const Screen& screen);

/// What `data verify` says of a set in a folder without mistakes: hisalary/verified/1.
[[nodiscard]] Result verified(const Dataset& dataset, const std::string& folder, const Screen& screen);

}  // namespace hisalary::output
