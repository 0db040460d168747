// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hisalary/dataset.hpp"
#include "page.hpp"

namespace hisalary::output {

/// One record of a file, with where its file comes from.
struct FoundRecord {
  std::string file;
  std::string record;  ///< the JSON object as it stands in the file
  Provenance from;     ///< of the file
};

/// The records of a data set that answer to a key: all rows of a file by its path, or every row whose id, code, SOC
/// code, area or credential is the key.
[[nodiscard]] std::vector<FoundRecord> find_records(const Dataset& dataset, std::string_view key);

/// The paths of the files, for a hint.
[[nodiscard]] std::string file_names(const Dataset& dataset);

[[nodiscard]] std::string records_text(const std::vector<FoundRecord>& records, const Screen& screen);
/// hisalary/records/1, see data/schema/records.schema.json.
[[nodiscard]] std::string records_json(const Dataset& dataset, const std::string& key,
                                       const std::vector<FoundRecord>& records);
[[nodiscard]] std::string records_csv(const std::vector<FoundRecord>& records);

/// What `data verify` says of a set without mistakes, as json or csv.
[[nodiscard]] std::string verified(const Dataset& dataset, const std::string& format);

}  // namespace hisalary::output
