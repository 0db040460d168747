// SPDX-License-Identifier: MIT
#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>

#include "hisalary/error.hpp"

namespace hisalary::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what, int error) {
  throw Error(ErrorCode::Io, what + " cannot be written: " + std::strerror(error),
              "check the folder, its permissions and the space left", what);
}

/// The descriptor of this process that a path names, like /dev/fd/3; absent when it names none.
std::optional<int> own_descriptor(const fs::path& path) {
  const std::string name = path.filename();
  int number = -1;
  const auto [end, bad] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (bad != std::errc{} || end != name.data() + name.size() || number < 0) {
    return std::nullopt;
  }
  std::error_code none;
  const fs::path folder = fs::canonical(path.parent_path(), none);
  return !folder.empty() && folder == fs::canonical("/proc/self/fd", none) ? std::optional(number) : std::nullopt;
}

/// Where links lead in the end.
struct Followed {
  fs::path path;
  std::optional<int> descriptor;  ///< /dev/stdout is a link to one
};

Followed followed(const std::string& path) {
  constexpr int most_links = 40;
  fs::path at = path;
  for (int links = 0; links < most_links; ++links) {
    if (const auto number = own_descriptor(at)) {
      return {at, number};
    }
    std::error_code none;
    const fs::path link = fs::read_symlink(at, none);
    if (none) {
      return {at, std::nullopt};
    }
    at = at.parent_path() / link;
  }
  fail(path, ELOOP);
}

/// A copy of a descriptor that whoever started the program left open; its own are closed on exec.
int inherited(int number) {
  const int flags = ::fcntl(number, F_GETFD);
  if (flags >= 0 && (flags & FD_CLOEXEC) != 0) {
    errno = EBADF;
    return -1;
  }
  return flags < 0 ? -1 : ::fcntl(number, F_DUPFD_CLOEXEC, 0);
}

/// Waits for the reader of a named pipe, as long as nothing interrupts.
int open_straight(const std::string& path) {
  int file = -1;
  do {
    file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  } while (file < 0 && errno == EINTR && !Interrupt::came());
  return file;
}

}  // namespace

OutputStream::OutputStream(const std::string& path) : name_(path) {
  if (path.empty() || path == "-") {
    name_ = "standard output";
    straight_ = STDOUT_FILENO;
    return;
  }
  open(path);
  if (straight_ < 0 && !beside_) {
    fail(path, errno);
  }
}

void OutputStream::open(const std::string& path) {
  const Followed end = followed(path);
  if (end.descriptor) {
    straight_ = inherited(*end.descriptor);
    return;
  }
  target_ = end.path;
  struct stat status {};
  const bool exists = ::stat(target_.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    fail(path, EISDIR);
  }
  if (exists && !S_ISREG(status.st_mode)) {
    straight_ = open_straight(target_);
    return;
  }
  if (exists && ::access(target_.c_str(), W_OK) != 0) {
    fail(path, errno);
  }
  beside_.emplace(target_);
  if (beside_->descriptor() < 0) {
    const int error = errno;
    beside_.reset();
    fail(path, error);
  }
}

OutputStream::~OutputStream() {
  if (straight_ > STDERR_FILENO) {
    ::close(straight_);
  }
}

void OutputStream::write(std::string_view text) {
  const int file = beside_ ? beside_->descriptor() : straight_;
  const int error = closed_ ? 0 : write_all(file, text);
  if (error == EPIPE) {
    closed_ = true;
  } else if (error != 0) {
    fail(name_, error);
  }
}

/// Of the file that was there; a new one is as the process makes them.
void OutputStream::keep_mode_and_owner() const {
  constexpr mode_t permissions = 0777;
  const int file = beside_->descriptor();
  struct stat status {};
  if (::stat(target_.c_str(), &status) != 0) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(file, 0666 & ~mask) != 0) {
      fail(name_, errno);
    }
    return;
  }
  if (::fchown(file, status.st_uid, status.st_gid) != 0) {
    (void)(::fchown(file, static_cast<uid_t>(-1), status.st_gid) == 0);  // else the file is the writer's own
  }
  if (::fchmod(file, status.st_mode & permissions) != 0) {
    fail(name_, errno);
  }
}

void OutputStream::commit() {
  if (!beside_) {
    return;
  }
  keep_mode_and_owner();
  if (::fsync(beside_->descriptor()) != 0 && errno != EINVAL) {
    fail(name_, errno);
  }
  const int error = beside_->take_place_of(target_);
  beside_.reset();
  if (error != 0) {
    fail(name_, error);
  }
}

void replace_file(const fs::path& target, std::string_view bytes) {
  OutputStream file(target.string());
  file.write(bytes);
  file.commit();
}

void write_output(std::string_view text, const std::string& path) {
  OutputStream out(path);
  out.write(text);
  out.commit();
}

}  // namespace hisalary::cli
