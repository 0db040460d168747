// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "fit.hpp"

namespace hisalary::fit {

/// The files of data/model/ by their path in a data set ("model/positions.json"), as bytes. The same result gives the
/// same bytes.
[[nodiscard]] std::map<std::string, std::string> model_files(const Dataset& dataset, FitResult& result);

/// Writes a file beside its place, then renames it, so that nobody reads half of it. Throws Error Io.
void replace_file(const std::filesystem::path& path, const std::string& bytes);

}  // namespace hisalary::fit
