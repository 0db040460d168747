// SPDX-License-Identifier: MIT
#include "splitter.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "data/tables.hpp"
#include "hisalary/error.hpp"
#include "stops.hpp"

namespace hisalary::batch {
namespace {

constexpr std::size_t block_size = std::size_t{64} << 10;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

}  // namespace

Splitter::Splitter(int file, int wake, const Options& options)
    : file_(file),
      wake_(wake),
      csv_(options.from == Format::Csv),
      delimiter_(options.delimiter),
      line_buffered_(options.line_buffered) {
  if (::pipe2(stop_.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    stop_ = {-1, -1};  // reading ends with the input then
  }
}

Splitter::~Splitter() {
  for (const int end : stop_) {
    if (end >= 0) {
      ::close(end);
    }
  }
}

void Splitter::stop() noexcept {
  if (stop_[1] >= 0) {
    (void)(::write(stop_[1], "", 1) == 1);
  }
}

bool Splitter::woken() const {
  std::array<pollfd, 3> files{{{file_, POLLIN, 0}, {wake_, POLLIN, 0}, {stop_[0], POLLIN, 0}}};
  while (::poll(files.data(), files.size(), -1) < 0 && errno == EINTR) {
  }
  return files[1].revents != 0 || files[2].revents != 0;
}

void Splitter::read_more() {
  if (woken()) {
    at_end_ = cut_ = true;
    return;
  }
  char* const room = pending_.make_room(block_size);
  ssize_t got = 0;
  do {
    got = ::read(file_, room, block_size);
  } while (got < 0 && errno == EINTR);
  if (got < 0 && errno == EAGAIN) {
    return;  // somebody else took what was there: wait again
  }
  if (got < 0) {
    throw Error(ErrorCode::Io, std::string("the input cannot be read: ") + std::strerror(errno),
                "check the file and its permissions", "input");
  }
  pending_.grow(static_cast<std::size_t>(got));
  at_end_ = got == 0;
  bytes_read_ += static_cast<std::size_t>(got);
}

void Splitter::scan() {
  const std::string_view fresh = pending_.text().view().substr(scanned_);
  if (fresh.empty() || overlong_) {
    return;
  }
  if (csv_ && (state_ == Quoting::Quoted || state_ == Quoting::Closing || fresh.find('"') != std::string_view::npos)) {
    scan_quotes();
    return;
  }
  const std::size_t record = scanned_ - last_end_;  // what is there of the record that goes on
  if (record + std::min(fresh.find('\n'), fresh.size()) > longest_record) {
    scanned_ = last_end_ + longest_record;
    overlong_ = true;
    return;
  }
  if (const auto feed = fresh.rfind('\n'); feed != std::string_view::npos) {
    last_end_ = scanned_ + feed + 1;
  }
  state_ = after(Quoting::Plain, fresh.back(), delimiter_);
  scanned_ = pending_.size();
}

void Splitter::scan_quotes() {
  for (; scanned_ < pending_.size(); ++scanned_) {
    const char c = pending_.text()[scanned_];
    const bool ends = c == '\n' && state_ != Quoting::Quoted;
    if (scanned_ - last_end_ == longest_record && !ends) {
      overlong_ = true;
      return;
    }
    state_ = after(state_, c, delimiter_);
    if (ends) {
      last_end_ = scanned_ + 1;
    }
  }
}

bool Splitter::begins_with(std::string_view bytes) {
  (void)first_character();
  while (pending_.size() < bytes.size() && !at_end_) {
    read_more();
  }
  return pending_.text().view().starts_with(bytes);
}

char Splitter::first_character() {
  if (!begun_) {
    while (pending_.size() < byte_order_mark.size() && !at_end_) {
      read_more();
    }
    begun_ = true;
    if (pending_.text().view().starts_with(byte_order_mark)) {
      drop(byte_order_mark.size());
    }
  }
  while (true) {
    const auto first = pending_.text().view().find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos) {
      return pending_.text()[first];
    }
    if (at_end_ || pending_.size() > longest_record) {
      return '\0';
    }
    read_more();
  }
}

void Splitter::drop(std::size_t size) {
  line_ += count(pending_.text().begin(), pending_.text().begin() + size, '\n');
  pending_.drop(size);
  scanned_ = last_end_ = 0;
  state_ = Quoting::CellStart;
  overlong_ = false;
}

bool Splitter::take_first(std::string& record) {
  if (first_character() == '\0') {
    return false;
  }
  const std::string_view bytes = pending_.text();
  const auto blank_end = bytes.substr(0, bytes.find_first_not_of(" \t\r\n")).rfind('\n');
  drop(blank_end == std::string_view::npos ? 0 : blank_end + 1);
  std::size_t end = 0;
  Quoting state = Quoting::CellStart;
  while (true) {
    const PaddedText text = pending_.text();
    for (; end < text.size() && (text[end] != '\n' || state == Quoting::Quoted); ++end) {
      state = after(state, text[end], delimiter_);
    }
    if (end < pending_.size() || at_end_ || end > longest_record) {
      break;
    }
    read_more();
  }
  if (cut_) {
    return false;
  }
  if (state == Quoting::Quoted || end > longest_record) {
    throw Error(
        ErrorCode::Usage,
        state == Quoting::Quoted ? "a quote in the heading is never closed" : "the heading is longer than 1 MiB",
        "the first line names the columns: id,role,cert,years,state", "heading");
  }
  record.assign(pending_.text().view().substr(0, end));
  drop(std::min(end + 1, pending_.size()));
  if (!record.empty() && record.back() == '\r') {
    record.pop_back();
  }
  return true;
}

void Splitter::take(Block& block, std::size_t size) {
  block.kind = Block::Kind::Records;
  block.first_line = line_;
  block.bytes.clear();
  block.bytes.append(pending_.text().view().substr(size));
  std::swap(block.bytes, pending_);
  block.bytes.cut(size);
  const PaddedText records = block.bytes.text();
  line_ += count(records.begin(), records.end(), '\n');
  if (!records.empty() && records[size - 1] != '\n') {
    block.bytes.append("\n");
  }
  scanned_ -= std::min(scanned_, size);
  last_end_ = 0;
}

/// What follows the line is read anew, as if the quote had been closed.
void Splitter::take_unclosed(Block& block) {
  const auto feed = pending_.text().view().find('\n');
  take(block, feed != std::string_view::npos ? feed + 1 : pending_.size());
  block.kind = Block::Kind::Unclosed;
  scanned_ = 0;
  state_ = Quoting::CellStart;
  overlong_ = false;
}

void Splitter::take_overlong(Block& block) {
  if (csv_ && state_ == Quoting::Quoted &&
      pending_.text().view().substr(0, longest_record).find('\n') != std::string_view::npos) {
    take_unclosed(block);
    return;
  }
  block.kind = Block::Kind::TooLong;
  block.first_line = line_;
  block.bytes.clear();
  drop(scanned_);
  discarding_ = true;
}

/// Goes on with the line behind the one in which a record became too long.
void Splitter::discard() {
  while (discarding_) {
    const auto feed = pending_.text().view().find('\n');
    const bool found = feed != std::string_view::npos;
    drop(found ? feed + 1 : pending_.size());
    discarding_ = !found && !at_end_;
    if (discarding_) {
      read_more();
    }
  }
}

bool Splitter::next(Block& block) {
  if (!begun_) {
    (void)first_character();
  }
  // From here to take(), what is pending lies in the block's own memory: each thread's block stays in the cache of its
  // processor.
  block.bytes.clear();
  block.bytes.append(pending_.text());
  std::swap(block.bytes, pending_);
  discard();
  while (true) {
    scan();
    if (last_end_ > 0 && (line_buffered_ || at_end_ || overlong_ || pending_.size() >= block_size)) {
      take(block, last_end_);
      return true;
    }
    if (overlong_) {
      take_overlong(block);
      return true;
    }
    if (!at_end_) {
      read_more();
      continue;
    }
    if (pending_.size() == 0 || cut_) {
      return false;
    }
    if (csv_ && state_ == Quoting::Quoted) {
      take_unclosed(block);
    } else {
      take(block, pending_.size());
    }
    return true;
  }
}

}  // namespace hisalary::batch
