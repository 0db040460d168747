// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "hisalary/records.hpp"

namespace hisalary {

/// A file of a data set as it was read: its path below the folder (with '/') and its bytes.
struct DataFile {
  std::string_view path;
  std::string_view bytes;
};

/// An immutable, checked data set. Copies share their storage; records stay valid while any copy lives.
class Dataset {
 public:
  /// The set compiled into the library. Costs nothing: no file is read and nothing is parsed.
  [[nodiscard]] static const Dataset& builtin();

  /// Reads and checks every file of a folder laid out like data/. Throws Error: BadData with file, row, key, value and
  /// what was allowed; Io when the folder or a file cannot be read.
  [[nodiscard]] static Dataset load(const std::filesystem::path& folder);

  [[nodiscard]] const Tables& tables() const noexcept;
  [[nodiscard]] const DatasetInfo& info() const noexcept;

  /// SHA-256, 64 lower-case hexadecimal digits, over each file's path, length and bytes in path order.
  [[nodiscard]] std::string_view fingerprint() const noexcept;

  /// Every file of the set, in path order.
  [[nodiscard]] std::span<const DataFile> files() const noexcept;

 private:
  struct Impl;
  explicit Dataset(std::shared_ptr<const Impl> impl) noexcept;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace hisalary
