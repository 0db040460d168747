// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "arena.hpp"
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

/// Reads the files of a set and checks them: JSON without duplicate keys, the closed key sets and exact types of each
/// record, the ranges that stand beside the values, and then what holds between files (check.hpp). Throws Error.
[[nodiscard]] std::unique_ptr<LoadedSet> read_set(const std::filesystem::path& folder);

/// The same on bytes in hand: path below the folder to content.
[[nodiscard]] std::unique_ptr<LoadedSet> read_set(std::map<std::string, std::string> contents);

}  // namespace hisalary::data
