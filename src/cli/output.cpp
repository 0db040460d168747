// SPDX-License-Identifier: MIT
#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "hisalary/error.hpp"

namespace hisalary::cli {
namespace {

/// 0, or the errno of the write that failed.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written < 0) {
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

[[noreturn]] void fail(const std::string& what, int error) {
  throw Error(ErrorCode::Io, what + " cannot be written: " + std::strerror(error), "check the folder, its permissions and the space left", what);
}

}  // namespace

void replace_file(const std::filesystem::path& target, std::string_view bytes) {
  struct stat status {};
  if (::stat(target.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    if (S_ISDIR(status.st_mode)) {
      fail(target.string(), EISDIR);
    }
    const int file = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);  // a device or a pipe: there is nothing to replace
    const int error = file < 0 ? errno : write_all(file, bytes);
    if (file >= 0) {
      ::close(file);
    }
    if (error != 0) {
      fail(target.string(), error);
    }
    return;
  }
  std::string beside = target.string() + ".XXXXXX";
  const int file = ::mkstemp(beside.data());
  if (file < 0) {
    fail(target.string(), errno);
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  int error = ::fchmod(file, 0666 & ~mask) != 0 ? errno : write_all(file, bytes);
  if (error == 0 && ::fsync(file) != 0 && errno != EINVAL) {
    error = errno;
  }
  if (::close(file) != 0 && error == 0) {
    error = errno;
  }
  if (error == 0 && ::rename(beside.c_str(), target.c_str()) != 0) {
    error = errno;
  }
  if (error != 0) {
    ::unlink(beside.c_str());
    fail(target.string(), error);
  }
}

void write_output(std::string_view text, const std::string& path) {
  if (!path.empty()) {
    replace_file(path, text);
    return;
  }
  const int error = write_all(STDOUT_FILENO, text);
  if (error != 0 && error != EPIPE) {
    fail("standard output", error);
  }
}

}  // namespace hisalary::cli
