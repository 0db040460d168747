// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace hisalary::cli {

/// Writes a whole answer to standard output, or to a file when `path` is not empty. Throws Error Io. A closed pipe is no error: the
/// reader has what it wanted.
void write_output(std::string_view text, const std::string& path);

/// Writes beside the target and renames, so that what was there is whole until the new file is. Throws Error Io.
void replace_file(const std::filesystem::path& target, std::string_view bytes);

}  // namespace hisalary::cli
