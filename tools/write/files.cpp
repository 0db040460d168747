// SPDX-License-Identifier: MIT
#include "files.hpp"

#include <fstream>
#include <vector>

#include "hisalary/error.hpp"

namespace hisalary::write {
namespace {

namespace fs = std::filesystem;

/// Files written beside their places; those that were not renamed are removed.
class Beside {
 public:
  Beside() = default;
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  ~Beside() {
    std::error_code ignored;
    for (const auto& path : waiting_) {
      fs::remove(beside(path), ignored);
    }
  }

  void write(const fs::path& path, const std::string& bytes) {
    waiting_.push_back(path);
    std::ofstream out(beside(path), std::ios::binary);
    out << bytes;
    out.close();
    if (!out) {
      throw Error(ErrorCode::Io, path.string() + " cannot be written", "check the folder and its permissions",
                  path.string());
    }
  }

  void take_places() {
    while (!waiting_.empty()) {
      const fs::path path = waiting_.back();
      std::error_code error;
      fs::rename(beside(path), path, error);
      if (error) {
        throw Error(ErrorCode::Io, path.string() + " cannot be replaced: " + error.message(), {}, path.string());
      }
      waiting_.pop_back();
    }
  }

 private:
  static fs::path beside(const fs::path& path) { return path.string() + ".new"; }

  std::vector<fs::path> waiting_;
};

}  // namespace

void replace_files(const fs::path& folder, const std::map<std::string, std::string>& files) {
  Beside beside;
  for (const auto& [path, bytes] : files) {
    beside.write(folder / path, bytes);
  }
  beside.take_places();
}

}  // namespace hisalary::write
