// SPDX-License-Identifier: MIT
#include "progress.hpp"

#include <algorithm>
#include <string>

#include "base/format.hpp"
#include "output/money.hpp"
#include "process.hpp"

namespace hisalary::cli {

void Progress::show(std::uint64_t rows, std::uint64_t bytes) {
  const auto now = Clock::now();
  if (!on_ || now - last_ < std::chrono::milliseconds(500)) {
    return;
  }
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double rate = static_cast<double>(rows) / std::max(seconds, 1e-9);
  std::string line = formatted("\r{} rows, {} a second", output::grouped(static_cast<std::int64_t>(rows)),
                               output::grouped(static_cast<std::int64_t>(rate)));
  if (size_ > 0 && bytes > 0) {
    const double share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(size_));
    line += formatted(", {:.0f}%, {:.0f} s left", share * 100, seconds * (1 - share) / share);
  }
  tell(line + "\x1b[K");
  shown_ = true;
}

void Progress::clear() const {
  if (shown_) {
    tell("\r\x1b[K");
  }
}

}  // namespace hisalary::cli
