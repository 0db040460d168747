// SPDX-License-Identifier: MIT
#pragma once

/// Runs the whole program inside this process, as main() does.

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/run.hpp"

namespace hisalary::test {

struct Printed {
  int code = 0;
  std::string out;
  std::string err;
};

/// Standard output or standard error, caught until take().
class Caught {
 public:
  explicit Caught(int descriptor)
      : descriptor_(descriptor), kept_(::dup(descriptor)), file_(::memfd_create("caught", 0)) {
    if (kept_ < 0 || file_ < 0 || ::dup2(file_, descriptor) < 0) {
      throw std::runtime_error("no descriptor");
    }
  }
  Caught(const Caught&) = delete;
  Caught& operator=(const Caught&) = delete;
  ~Caught() {
    ::dup2(kept_, descriptor_);
    ::close(kept_);
    ::close(file_);
  }

  [[nodiscard]] std::string take() const {
    std::string text(static_cast<std::size_t>(::lseek(file_, 0, SEEK_END)), '\0');
    if (::pread(file_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
      throw std::runtime_error("cannot be read");
    }
    return text;
  }

 private:
  int descriptor_;
  int kept_;
  int file_;
};

inline Printed run_program(std::vector<std::string> words) {
  std::string name = "hisalary";
  std::vector<char*> arguments{name.data()};
  for (auto& word : words) {
    arguments.push_back(word.data());
  }
  arguments.push_back(nullptr);
  std::fflush(nullptr);
  const Caught out(STDOUT_FILENO);
  const Caught err(STDERR_FILENO);
  const int code = cli::run(static_cast<int>(arguments.size()) - 1, arguments.data());
  return {code, out.take(), err.take()};
}

}  // namespace hisalary::test
