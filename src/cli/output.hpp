// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "process.hpp"

namespace hisalary::cli {

/// Writes a whole answer to standard output, or to a file when `path` names one. Throws Error Io. A closed pipe is
/// no error: the reader has what it wanted.
void write_output(std::string_view text, const std::string& path);

/// Writes beside the target and renames, so that what was there is whole until the new file is. Throws Error Io.
void replace_file(const std::filesystem::path& target, std::string_view bytes);

/// Where answers go. A regular file, links to it followed, is written beside and takes the target's place only when
/// commit() is called; mode and owner stay where the system allows it. A device, a pipe and a descriptor of this
/// process (/dev/stdout, /dev/fd/3) are written straight.
class OutputStream {
 public:
  /// An empty path and - are standard output. Throws Error Io.
  explicit OutputStream(const std::string& path);
  ~OutputStream();
  OutputStream(const OutputStream&) = delete;
  OutputStream& operator=(const OutputStream&) = delete;

  /// Throws Error Io. After a closed pipe nothing more is written; see closed().
  void write(std::string_view text);
  [[nodiscard]] bool closed() const noexcept { return closed_; }
  /// Throws Error Io.
  void commit();

 private:
  void open(const std::string& path);
  void keep_mode_and_owner() const;

  std::string name_;    ///< for messages
  std::string target_;  ///< what the temporary file will be
  std::optional<TemporaryFile> beside_;
  int straight_ = -1;  ///< written directly when there is no temporary file
  bool closed_ = false;
};

}  // namespace hisalary::cli
