// SPDX-License-Identifier: MIT
#include "process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>

namespace hisalary::cli {
namespace {

constexpr std::array ending_signals{SIGHUP, SIGINT, SIGQUIT, SIGTERM};

// A signal handler reaches nothing else.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<bool> graceful = false;     // the first signal ends the reading only
std::atomic<bool> interrupted = false;  // it came
std::atomic<int> wake_writer = -1;
std::array<char, PATH_MAX> temporary{};  // the path of a file to remove
std::atomic<bool> has_temporary = false;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

void on_signal(int number) {
  const int error = errno;
  if (graceful && number != SIGQUIT && !interrupted.exchange(true)) {
    if (wake_writer >= 0) {
      (void)(::write(wake_writer, "", 1) == 1);
    }
    errno = error;
    return;
  }
  if (has_temporary) {
    ::unlink(temporary.data());
  }
  ::signal(number, SIG_DFL);
  ::raise(number);
  errno = error;
}

/// Signals that are ignored (nohup) stay so.
void watch_signals() {
  for (const int number : ending_signals) {
    struct sigaction old {};
    struct sigaction action {};
    action.sa_handler = on_signal;
    if (::sigaction(number, nullptr, &old) == 0 && old.sa_handler == SIG_DFL) {
      ::sigaction(number, &action, nullptr);
    }
  }
}

}  // namespace

void prepare_process() noexcept {
  for (int file = STDIN_FILENO; file <= STDERR_FILENO; ++file) {
    if (::fcntl(file, F_GETFD) < 0 && errno == EBADF) {
      // Open the other way round, so that reading and writing fail as they do on a closed one.
      (void)::open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
  }
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

int write_all(int file, std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      pollfd room{file, POLLOUT, 0};
      (void)::poll(&room, 1, -1);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

void tell(std::string_view text) noexcept { (void)write_all(STDERR_FILENO, text); }

TemporaryFile::TemporaryFile(const std::string& beside) {
  constexpr std::string_view name = ".hisalary.XXXXXX";
  const auto slash = beside.rfind('/');
  std::string path = beside.substr(0, slash == std::string::npos ? 0 : slash + 1);
  path += name;
  if (path.size() >= temporary.size()) {
    errno = ENAMETOOLONG;
    return;
  }
  watch_signals();
  std::ranges::copy(path, temporary.begin());
  temporary[path.size()] = '\0';
  file_ = ::mkostemp(temporary.data(), O_CLOEXEC);
  has_temporary = file_ >= 0;
}

TemporaryFile::~TemporaryFile() {
  if (has_temporary.exchange(false)) {
    ::unlink(temporary.data());
  }
  if (file_ >= 0) {
    ::close(file_);
  }
}

int TemporaryFile::take_place_of(const std::string& target) noexcept {
  const int closed = ::close(file_) == 0 ? 0 : errno;
  file_ = -1;
  if (closed != 0) {
    return closed;
  }
  if (::rename(temporary.data(), target.c_str()) != 0) {
    return errno;
  }
  has_temporary = false;
  return 0;
}

// A signal may come to any thread; the pipe ends the wait of the one that reads.
Interrupt::Interrupt() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
    wake_ = ends[0];
    wake_writer = ends[1];
  }
  graceful = true;
  watch_signals();
}

Interrupt::~Interrupt() {
  graceful = false;
  for (const int end : {wake_, wake_writer.exchange(-1)}) {
    if (end >= 0) {
      ::close(end);
    }
  }
}

bool Interrupt::came() noexcept { return interrupted; }

}  // namespace hisalary::cli
