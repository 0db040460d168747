// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

#include "hisalary/model.hpp"
#include "options.hpp"

namespace hisalary::batch {

/// Where a batch reads and writes, and who is told of it.
struct Ends {
  int input = 0;
  std::function<void(std::string_view)> write;  ///< throws Error Io; called in order, never by two threads at once
  std::function<bool()> interrupted;            ///< asked before each read; may be empty
  int wake = -1;  ///< can be read from once interrupted() holds, so that a read that waits ends; -1: none
  std::function<void(const Summary&, std::uint64_t)> progress;  ///< may be empty; rows so far, and bytes read
};

/// Reads profiles, writes estimates, in order; the output is the same for every number of jobs. Throws Error Usage (a
/// heading that cannot be used, --on-error stop) or Io, after what was answered before has been written.
[[nodiscard]] Summary run(const Model& model, Options options, const Ends& ends);

}  // namespace hisalary::batch
