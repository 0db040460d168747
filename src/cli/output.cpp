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
  throw Error(ErrorCode::Io, what + " cannot be written: " + std::strerror(error),
              "check the folder, its permissions and the space left", what);
}

}  // namespace

OutputStream::OutputStream(const std::string& path) : target_(path) {
  if (path.empty()) {
    return;
  }
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    if (S_ISDIR(status.st_mode)) {
      fail(path, EISDIR);
    }
    file_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);  // a device or a pipe: there is nothing to replace
  } else {
    beside_ = path + ".XXXXXX";
    file_ = ::mkstemp(beside_.data());
  }
  if (file_ < 0) {
    fail(path, errno);
  }
}

OutputStream::~OutputStream() {
  if (!target_.empty() && file_ >= 0) {
    ::close(file_);
  }
  if (!beside_.empty()) {
    ::unlink(beside_.c_str());
  }
}

void OutputStream::write(std::string_view text) {
  const int error = closed_ ? 0 : write_all(file_, text);
  if (error == EPIPE && target_.empty()) {
    closed_ = true;
  } else if (error != 0) {
    fail(target_.empty() ? "standard output" : target_, error);
  }
}

void OutputStream::commit() {
  if (beside_.empty()) {
    return;
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  int error = ::fchmod(file_, 0666 & ~mask) != 0 || (::fsync(file_) != 0 && errno != EINVAL) ? errno : 0;
  if (::close(file_) != 0 && error == 0) {
    error = errno;
  }
  file_ = -1;
  if (error != 0 || ::rename(beside_.c_str(), target_.c_str()) != 0) {
    fail(target_, error != 0 ? error : errno);
  }
  beside_.clear();
}

void replace_file(const std::filesystem::path& target, std::string_view bytes) {
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
