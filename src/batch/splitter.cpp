// SPDX-License-Identifier: MIT
#include "splitter.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "hisalary/error.hpp"
#include "row.hpp"

namespace hisalary::batch {
namespace {

constexpr std::size_t block_size = std::size_t{128} << 10;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// Line feeds in some bytes. Sums of up to 255 fit a byte, which lets the compiler count many at once.
std::uint64_t lines_in(std::string_view bytes) {
  constexpr std::size_t run = 255;
  std::uint64_t count = 0;
  while (!bytes.empty()) {
    const auto part = bytes.substr(0, run * 16);
    std::array<unsigned char, 16> sums{};
    std::size_t i = 0;
    for (; i + sums.size() <= part.size(); i += sums.size()) {
      for (std::size_t k = 0; k < sums.size(); ++k) {
        sums[k] = static_cast<unsigned char>(sums[k] + (part[i + k] == '\n'));
      }
    }
    for (const auto sum : sums) {
      count += sum;
    }
    for (; i < part.size(); ++i) {
      count += part[i] == '\n';
    }
    bytes.remove_prefix(part.size());
  }
  return count;
}

}  // namespace

void Splitter::read_more() {
  const std::size_t before = pending_.size();
  pending_.resize(before + block_size);
  ssize_t got = 0;
  do {
    got = ::read(file_, pending_.data() + before, block_size);
  } while (got < 0 && errno == EINTR && !at_end_);
  const int error = errno;
  pending_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  if (got < 0 && !at_end_) {
    throw Error(ErrorCode::Io, std::string("the input cannot be read: ") + std::strerror(error), "check the file and its permissions");
  }
  at_end_ = at_end_ || got <= 0;
  bytes_read_ += pending_.size() - before;
}

void Splitter::scan() {
  const char* const data = pending_.data();
  const std::size_t fresh = pending_.size() - scanned_;
  const bool quotes = csv_ && (in_quotes_ || (fresh > 0 && std::memchr(data + scanned_, '"', fresh) != nullptr));
  if (!quotes) {
    for (std::size_t i = pending_.size(); i > scanned_; --i) {
      if (data[i - 1] == '\n') {
        last_end_ = i;
        break;
      }
    }
    scanned_ = pending_.size();
    return;
  }
  for (; scanned_ < pending_.size(); ++scanned_) {
    const char c = data[scanned_];
    in_quotes_ = in_quotes_ != (c == '"');
    if (c == '\n' && !in_quotes_) {
      last_end_ = scanned_ + 1;
    }
  }
}

char Splitter::first_character() {
  while (!begun_) {
    while (pending_.size() < byte_order_mark.size() && !at_end_) {
      read_more();
    }
    begun_ = true;
    if (std::string_view(pending_.data(), pending_.size()).starts_with(byte_order_mark)) {
      pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(byte_order_mark.size()));
    }
  }
  while (true) {
    const auto it = std::ranges::find_if(pending_, [](char c) { return c != ' ' && c != '\t' && c != '\r' && c != '\n'; });
    if (it != pending_.end()) {
      return *it;
    }
    if (at_end_ || pending_.size() > longest_record) {
      return '\0';
    }
    read_more();
  }
}

bool Splitter::take_first(std::string& record) {
  (void)first_character();
  scan();
  while (last_end_ == 0 && !at_end_ && pending_.size() < longest_record) {
    read_more();
    scan();
  }
  // The end of the first record, not of the last one.
  bool quoted = false;
  std::size_t end = 0;
  while (end < pending_.size() && (quoted || pending_[end] != '\n')) {
    quoted = quoted != (pending_[end] == '"');
    ++end;
  }
  record.assign(pending_.data(), end);
  const std::size_t taken = std::min(end + 1, pending_.size());
  line_ += lines_in({pending_.data(), taken});
  pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(taken));
  scanned_ = 0;
  last_end_ = 0;
  in_quotes_ = false;
  if (!record.empty() && record.back() == '\r') {
    record.pop_back();
  }
  return taken > 0;
}

void Splitter::take(Block& block, std::size_t size) {
  block.kind = Block::Kind::Records;
  block.first_line = line_;
  block.bytes.assign(pending_.begin() + static_cast<std::ptrdiff_t>(size), pending_.end());
  block.bytes.swap(pending_);  // what is left stays pending, in the block's old memory
  block.size = size;
  line_ += lines_in({block.bytes.data(), size});
  block.bytes.resize(size);
  block.bytes.resize(size + padding, '\0');
  scanned_ -= std::min(scanned_, size);
  last_end_ = 0;
}

void Splitter::take_broken(Block& block, Block::Kind kind) {
  const auto line_end = std::ranges::find(pending_, '\n');
  const auto size = static_cast<std::size_t>(line_end - pending_.begin()) + (line_end == pending_.end() ? 0U : 1U);
  take(block, size);
  block.kind = kind;
  // What follows is read anew, as if the quote had been closed.
  scanned_ = 0;
  in_quotes_ = false;
}

bool Splitter::next(Block& block) {
  if (!begun_) {
    (void)first_character();
  }
  while (true) {
    if (discarding_) {
      const auto line_end = std::ranges::find(pending_, '\n');
      const bool found = line_end != pending_.end();
      pending_.erase(pending_.begin(), found ? line_end + 1 : line_end);
      scanned_ = last_end_ = 0;
      discarding_ = !found && !at_end_;
      line_ += found ? 1 : 0;
      if (discarding_) {
        read_more();
        continue;
      }
    }
    scan();
    if (last_end_ > 0 && (line_buffered_ || at_end_ || pending_.size() >= block_size)) {
      take(block, last_end_);
      return true;
    }
    if (at_end_) {
      if (pending_.empty()) {
        return false;
      }
      if (in_quotes_) {
        take_broken(block, Block::Kind::Unclosed);
      } else {
        take(block, pending_.size());
      }
      return true;
    }
    if (last_end_ == 0 && pending_.size() > longest_record) {
      if (csv_ && in_quotes_) {
        take_broken(block, Block::Kind::Unclosed);
      } else {
        block.kind = Block::Kind::TooLong;
        block.first_line = line_;
        block.size = 0;
        discarding_ = true;
      }
      return true;
    }
    read_more();
  }
}

}  // namespace hisalary::batch
