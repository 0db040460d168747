// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace hisalary::cli {

/// Writes a whole answer to standard output, or to a file when `path` is not empty. Throws Error Io. A closed pipe is
/// no error: the reader has what it wanted.
void write_output(std::string_view text, const std::string& path);

/// Writes beside the target and renames, so that what was there is whole until the new file is. Throws Error Io.
void replace_file(const std::filesystem::path& target, std::string_view bytes);

/// Where a long answer goes piece by piece: standard output, or a file that takes the target's place only when commit()
/// is called.
class OutputStream {
 public:
  /// An empty path is standard output. Throws Error Io.
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
  std::string target_;
  std::string beside_;  ///< empty: written directly
  int file_ = 1;        ///< standard output when there is no target
  bool closed_ = false;
};

}  // namespace hisalary::cli
