// SPDX-License-Identifier: MIT
#include "interrupt.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace hisalary::cli {
namespace {

// A signal handler reaches nothing else.
std::atomic<bool> interrupted = false;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
int wake_writer = -1;                   // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

}  // namespace

// A signal may come to any thread; the pipe ends the wait of the one that reads.
Interrupt::Interrupt() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
    wake_ = ends[0];
    wake_writer = ends[1];
  }
  struct sigaction action {};
  action.sa_handler = [](int) {
    const int error = errno;
    interrupted = true;
    if (wake_writer >= 0) {
      (void)(::write(wake_writer, "", 1) == 1);
    }
    errno = error;
  };
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

bool Interrupt::came() noexcept { return interrupted; }

}  // namespace hisalary::cli
