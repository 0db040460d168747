// SPDX-License-Identifier: MIT
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "batch/pipeline.hpp"
#include "hisalary/error.hpp"

namespace hisalary::fuzz {

inline void demand(bool holds) {
  if (!holds) {
    std::abort();
  }
}

inline const Model& model() {
  static const Model one(Dataset::builtin());
  return one;
}

/// Runs a batch over bytes; whatever they are, it ends with whole lines and every row accounted for, or with an Error.
inline std::string run(std::string_view bytes, const batch::Options& options) {
  const int file = ::memfd_create("fuzz", MFD_CLOEXEC);
  demand(file >= 0 && ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
         ::lseek(file, 0, SEEK_SET) == 0);
  std::string out;
  try {
    const auto summary = batch::run(model(), options, {file, [&](std::string_view text) { out += text; }, {}, -1, {}});
    demand(summary.rows_in == summary.answered + summary.errors + summary.skipped);
  } catch (const Error& error) {
    out += error.what();
    out += '\n';
  }
  ::close(file);
  demand(out.empty() || out.back() == '\n');
  return out;
}

}  // namespace hisalary::fuzz
