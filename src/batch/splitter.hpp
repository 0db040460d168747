// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/padded.hpp"
#include "options.hpp"

namespace hisalary::batch {

/// Whole records of the input, in order.
struct Block {
  enum class Kind : std::uint8_t {
    Records,   ///< whole records, each ended by a line feed
    TooLong,   ///< one record over longest_record; its bytes are gone
    Unclosed,  ///< the first line of a CSV record whose quote is not closed within longest_record
  };
  Kind kind = Kind::Records;
  PaddedBuffer bytes;
  std::uint64_t first_line = 1;  ///< number of the line that the block begins with
};

/// Where a byte of CSV stands. csv.hpp reads cells by the same rule: a quote opens only at the start of a cell.
enum class Quoting : std::uint8_t { CellStart, Plain, Quoted, Closing };

[[nodiscard]] constexpr Quoting after(Quoting state, char c, char delimiter) noexcept {
  if (state == Quoting::Quoted) {
    return c == '"' ? Quoting::Closing : Quoting::Quoted;
  }
  if (c == '"' && state != Quoting::Plain) {
    return Quoting::Quoted;
  }
  return c == delimiter || c == '\n' ? Quoting::CellStart : Quoting::Plain;
}

/// Cuts a stream into blocks of whole records. Reads `file` as it comes; holds at most longest_record and one block.
/// What it finds does not depend on how the bytes arrive.
class Splitter {
 public:
  /// `wake`: a file that can be read from when reading shall end (an interrupt); -1: none.
  Splitter(int file, int wake, const Options& options);
  Splitter(const Splitter&) = delete;
  Splitter(Splitter&&) = delete;
  Splitter& operator=(const Splitter&) = delete;
  Splitter& operator=(Splitter&&) = delete;
  ~Splitter();

  /// Ends the reading, also one that waits; from any thread.
  void stop() noexcept;

  /// What the input begins with, without taking it: enough to tell its format. A byte-order mark is dropped. Throws
  /// Error Io.
  [[nodiscard]] char first_character();
  /// Whether the input begins so, without taking it. Throws Error Io.
  [[nodiscard]] bool begins_with(std::string_view bytes);
  void set_format(Format format) { csv_ = format == Format::Csv; }
  void set_delimiter(char delimiter) { delimiter_ = delimiter; }

  /// Takes the first record that is not blank (a CSV heading), without its line end. False at the end of the input.
  /// Throws Error Usage when it does not end within longest_record.
  [[nodiscard]] bool take_first(std::string& record);

  /// The next block; false at the end. Throws Error Io when reading fails.
  [[nodiscard]] bool next(Block& block);

  [[nodiscard]] std::uint64_t bytes_read() const noexcept { return bytes_read_; }

 private:
  void read_more();
  [[nodiscard]] bool woken() const;
  void scan();
  void scan_quotes();
  void take(Block& block, std::size_t size);
  void take_overlong(Block& block);
  void take_unclosed(Block& block);
  void discard();
  void drop(std::size_t size);

  int file_;
  int wake_;
  std::array<int, 2> stop_{-1, -1};  ///< a pipe: a byte in it ends the reading
  bool csv_;
  char delimiter_;
  bool line_buffered_;
  bool at_end_ = false;
  bool cut_ = false;  ///< the end is an interrupt: a record begun is dropped
  bool begun_ = false;
  PaddedBuffer pending_;
  std::size_t scanned_ = 0;   ///< bytes of pending_ looked through for record ends
  std::size_t last_end_ = 0;  ///< just behind the last whole record in pending_
  Quoting state_ = Quoting::CellStart;
  bool overlong_ = false;    ///< the record behind last_end_ is too long
  bool discarding_ = false;  ///< the rest of a record that is too long
  std::uint64_t line_ = 1;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace hisalary::batch
