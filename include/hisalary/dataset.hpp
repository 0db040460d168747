// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "hisalary/records.hpp"

namespace hisalary {

struct Tables;

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

  /// Reads and checks every file of a folder laid out like data/. With a file overlay.json the folder holds some of the
  /// files, with the rows that differ from the built-in set, over which they are laid. Throws Error: BadData with file,
  /// row, key, value and what was allowed; Io when the folder or a file cannot be read.
  [[nodiscard]] static Dataset load(const std::filesystem::path& folder);

  [[nodiscard]] List<Role> roles() const noexcept;
  [[nodiscard]] List<Occupation> occupations() const noexcept;
  [[nodiscard]] List<Level> levels() const noexcept;
  [[nodiscard]] List<Credential> credentials() const noexcept;
  [[nodiscard]] List<Education> education() const noexcept;
  [[nodiscard]] List<Skill> skills() const noexcept;
  [[nodiscard]] List<Setting> settings() const noexcept;
  [[nodiscard]] List<Area> areas() const noexcept;
  [[nodiscard]] List<Source> sources() const noexcept;

  // Rows by id, SOC code or area code, exactly as written; null when there is none.
  [[nodiscard]] const Role* find_role(std::string_view id) const noexcept;
  [[nodiscard]] const Occupation* find_occupation(std::string_view soc) const noexcept;
  [[nodiscard]] const Level* find_level(std::string_view id) const noexcept;
  [[nodiscard]] const Credential* find_credential(std::string_view id) const noexcept;
  [[nodiscard]] const Education* find_education(std::string_view id) const noexcept;
  [[nodiscard]] const Skill* find_skill(std::string_view id) const noexcept;
  [[nodiscard]] const Setting* find_setting(std::string_view id) const noexcept;
  [[nodiscard]] const Area* find_area(std::string_view code) const noexcept;

  /// Whether both are the same set in memory, so that rows of one are rows of the other.
  [[nodiscard]] bool same_as(const Dataset& other) const noexcept { return impl_ == other.impl_; }

  /// Every table, for the library itself.
  [[nodiscard]] const Tables& tables() const noexcept;
  [[nodiscard]] const DatasetInfo& info() const noexcept;

  /// SHA-256, 64 lower-case hexadecimal digits, over each file's path, length and bytes in path order; of an overlay
  /// "overlay D of D", its own digits and those of the set below.
  [[nodiscard]] std::string_view fingerprint() const noexcept;

  /// Every file of the set, in path order.
  [[nodiscard]] std::span<const DataFile> files() const noexcept;

 private:
  struct Impl;
  explicit Dataset(std::shared_ptr<const Impl> impl) noexcept;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace hisalary
