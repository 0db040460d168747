// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"

namespace hisalary::batch {

/// Whole records of the input, in order.
struct Block {
  enum class Kind : std::uint8_t {
    Records,   ///< whole records, each ended by a line feed but perhaps the last
    TooLong,   ///< one record over longest_record; its bytes are gone
    Unclosed,  ///< the first line of a CSV record whose quote is never closed
  };
  Kind kind = Kind::Records;
  std::vector<char> bytes;       ///< `padding` zero bytes follow the records
  std::size_t size = 0;          ///< of the records
  std::uint64_t first_line = 1;  ///< number of the line that the block begins with

  [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
};

/// Cuts a stream into blocks of whole records. Reads `file` as it comes; holds at most longest_record and one block.
class Splitter {
 public:
  Splitter(int file, Format format, bool line_buffered) : file_(file), csv_(format == Format::Csv), line_buffered_(line_buffered) {}

  /// What the input begins with, without taking it: enough to tell its format. A byte-order mark is dropped. Throws Error Io.
  [[nodiscard]] char first_character();
  void set_format(Format format) { csv_ = format == Format::Csv; }

  /// Takes the first record (a CSV heading), without its line end. False at the end of the input.
  [[nodiscard]] bool take_first(std::string& record);

  /// The next block; false at the end. Throws Error Io when reading fails.
  [[nodiscard]] bool next(Block& block);

  /// Ends the input after what has been read: an interrupt.
  void stop() noexcept { at_end_ = true; }

  [[nodiscard]] std::uint64_t bytes_read() const noexcept { return bytes_read_; }

 private:
  void read_more();
  void scan();
  void take(Block& block, std::size_t size);
  void take_broken(Block& block, Block::Kind kind);

  int file_;
  bool csv_;
  bool line_buffered_;
  bool at_end_ = false;
  bool begun_ = false;
  std::vector<char> pending_;
  std::size_t scanned_ = 0;     ///< bytes of pending_ looked through for record ends
  std::size_t last_end_ = 0;    ///< just behind the last whole record in pending_
  bool in_quotes_ = false;
  bool discarding_ = false;     ///< the rest of a record that is too long
  std::uint64_t line_ = 1;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace hisalary::batch
