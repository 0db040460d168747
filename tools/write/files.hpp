// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace hisalary::write {

/// Writes each file beside its place, then renames them all, so that nobody reads half of one and a full disk changes
/// none. Paths count from the folder. Throws Error Io.
void replace_files(const std::filesystem::path& folder, const std::map<std::string, std::string>& files);

}  // namespace hisalary::write
