// SPDX-License-Identifier: MIT
#pragma once

/// The files of data/ in memory, to be changed and read again.

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "catch.hpp"
#include "data/files.hpp"
#include "hisalary/dataset.hpp"

namespace hisalary::test {

using Files = std::map<std::string, std::string>;

inline const std::filesystem::path data_folder = std::filesystem::path(HISALARY_SOURCE_DIR) / "data";

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  REQUIRE(out.flush());
}

inline const Files& real_files() {
  static const Files files = [] {
    Files all;
    data::for_each_file([&](const std::string& path, auto) { all.emplace(path, read_bytes(data_folder / path)); });
    return all;
  }();
  return files;
}

/// data/ with the first `from` in one file replaced by `to`.
inline Files changed(const std::string& file, std::string_view from, std::string_view to) {
  Files files = real_files();
  std::string& bytes = files.at(file);
  const auto at = bytes.find(from);
  INFO(file << " lacks " << from);
  REQUIRE(at != std::string::npos);
  bytes.replace(at, from.size(), to);
  return files;
}

/// data/ with one file replaced whole.
inline Files replaced(const std::string& file, std::string bytes) {
  Files files = real_files();
  files.at(file) = std::move(bytes);
  return files;
}

/// A folder that goes away with its test.
class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() /
              ("hisalary-test-" + std::to_string(::getpid()) + "-" + std::to_string(next()++))) {
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  void fill(const Files& files) const {
    for (const auto& [name, bytes] : files) {
      write_bytes(path_ / name, bytes);
    }
  }

 private:
  static int& next() {
    static int number = 0;
    return number;
  }
  std::filesystem::path path_;
};

}  // namespace hisalary::test
