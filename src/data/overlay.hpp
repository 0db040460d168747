// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reader.hpp"

namespace hisalary::data {

/// The file of a folder that makes it an overlay, a folder with some of the files that hold the rows that differ.
inline constexpr const char* overlay_marker = "overlay.json";

/// What an overlay is laid over: the files of a whole set, and their fingerprint.
struct Below {
  std::span<const DataFile> files;
  std::string_view fingerprint;
};

/// Lays the files of an overlay over a whole set: a row with the key of one below takes its place, others are added.
/// Rows of files that name one source for all keep the overlay's (Tables::row_sources). The result went through all
/// checks; errors name the overlay's own rows. Throws Error BadData.
[[nodiscard]] std::unique_ptr<LoadedSet> read_overlay(const std::map<std::string, std::string>& contents,
                                                      const Below& below);

/// The same on a folder; a JSON file with a name that no data set has is a mistake.
[[nodiscard]] std::unique_ptr<LoadedSet> read_overlay(const std::filesystem::path& folder, const Below& below);

}  // namespace hisalary::data
