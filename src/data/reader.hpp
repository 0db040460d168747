// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "arena.hpp"
#include "base/strict_json.hpp"
#include "hisalary/dataset.hpp"
#include "tables.hpp"

namespace hisalary::data {

/// A data set read at run time, with all that its tables point into.
struct LoadedSet {
  std::map<std::string, std::string> contents;  ///< path to bytes
  std::vector<DataFile> files;                  ///< views into contents, in path order
  Arena arena;
  Tables tables;
  std::string fingerprint;
};

/// Bytes of a file of a data set; `name` is for messages. Throws Error when it is missing, larger than 16 MiB or cannot
/// be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, const std::string& name);

/// SHA-256 over each file's path, length and bytes.
[[nodiscard]] std::string fingerprint_of(const std::vector<DataFile>& files);

/// A data file as JSON, and the ranges that it gives, after all checks of what stands before its rows.
struct FileHead {
  Json document;
  Ranges ranges;
};
[[nodiscard]] FileHead read_head(std::string_view bytes, const std::string& path);

/// Reads the files of a set and checks them: JSON without duplicate keys, the closed key sets and exact types of each
/// record, the ranges that stand beside the values, and then what holds between files (check.hpp). Throws Error.
[[nodiscard]] std::unique_ptr<LoadedSet> read_set(const std::filesystem::path& folder);

/// The same on bytes in hand: path below the folder to content.
[[nodiscard]] std::unique_ptr<LoadedSet> read_set(std::map<std::string, std::string> contents);

}  // namespace hisalary::data
