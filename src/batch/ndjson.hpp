// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/padded.hpp"
#include "row.hpp"

namespace hisalary::batch {

/// What a reader found.
enum class Line : std::uint8_t { Row, Blank, Faulty };

/// Reads NDJSON rows: any object that RFC 8259 allows, with keys in any order. A fact may not be given twice, nor a
/// value that is handed back; all other keys are checked and passed over. One for each thread.
class NdjsonReader {
 public:
  /// `keep`: the keys whose values are handed back. With `refuse_unknown`, other keys that are no facts are faults.
  /// `map`: further keys of facts.
  NdjsonReader(const std::vector<std::string>& keep, bool refuse_unknown,
               const std::vector<std::pair<Fact, std::string>>& map = {});
  NdjsonReader(const NdjsonReader&) = delete;
  NdjsonReader& operator=(const NdjsonReader&) = delete;
  ~NdjsonReader() = default;

  /// Reads the row at `at`, a place in `block`, whose last byte is a line feed, and moves `at` behind the row's own.
  /// Texts that are not as they stand in the block are put into `texts`; the row is good as long as both are. The
  /// values to hand back that were read before a fault are in the row.
  [[nodiscard]] Line read(PaddedText block, const char*& at, Row& row, PaddedArena& texts);

  /// What is wrong with the row just read.
  [[nodiscard]] const Fault& fault() const noexcept { return fault_; }

 private:
  /// What a key says about its value.
  struct Key {
    std::array<std::uint64_t, 2> words{};  ///< its text, with zeros behind it
    std::uint64_t bits = 0;                ///< its places in a row: a bit that is seen again is a key given twice
    std::size_t fact = fact_count;         ///< the place of a fact; fact_count: it is none
    std::size_t kept = Row::kept_nowhere;
    bool takes_text = true;
    bool takes_number = true;
  };

  /// A key with what stands around it, as it was met in an earlier row: most rows look like the one before.
  struct Prediction {
    std::array<std::uint64_t, 2> head{};  ///< the bytes from the end of the value before to the start of its own
    std::array<std::uint64_t, 2> mask{~std::uint64_t{0}, ~std::uint64_t{0}};  ///< those of `head` that count
    std::size_t size = 0;
    const Key* key = nullptr;
    bool opened = false;  ///< the value is a text, and the head ends with its opening quote
    unsigned misses = 0;

    [[nodiscard]] bool holds(const char* at) const noexcept;
  };

  /// A row on its way.
  struct Reading {
    PaddedText block;
    Row& row;
    PaddedArena& texts;
    std::uint64_t seen = 0;    ///< bits of keys
    std::uint64_t absent = 0;  ///< bits of keys whose value is null
  };

  void add_key(std::string_view name, const Key& key);
  [[nodiscard]] const Key* find_key(const std::array<std::uint64_t, 2>& words) const noexcept;
  [[nodiscard]] const Key* named_key(std::string_view name) const noexcept;

  [[nodiscard]] Line finish(Reading& reading, const char*& at);
  [[nodiscard]] Line give_up(Reading& reading, const char* from, const char*& at);
  [[nodiscard]] const char* read_members(Reading& reading, const char* at);
  [[nodiscard]] const Key* read_key(const char*& at, std::size_t index);
  [[nodiscard]] const Key* read_other_key(const char* start, const char*& end);
  void predict(std::size_t index, const char* from, const char* value, const Key& key);

  [[nodiscard]] const char* read_value(Reading& reading, const char* at, const Key& key);
  [[nodiscard]] const char* read_plain_list(Reading& reading, const char* at, Fact fact) const;
  [[nodiscard]] const char* read_fact(Reading& reading, const char* at, const char* end, const Key& key);
  [[nodiscard]] PaddedText text_of(Reading& reading, const char* at, const char* quote) const;
  [[nodiscard]] PaddedText number_of(Reading& reading, const char* at, const char* end) const;
  [[nodiscard]] PaddedText list_of(Reading& reading, const char* at, const char* end, Fact fact);
  const char* fail(Fault::Kind kind, Fact fact = Fact::Role, std::string_view name = {}, std::string_view found = {});
  const char* skip(const char* at);
  [[nodiscard]] const char* skip_second(const Key& key, const char* value);

  static constexpr std::ptrdiff_t most_digits = 15;  ///< of whole numbers that a double holds as they are written
  static constexpr std::size_t most_predicted = 48;
  static constexpr std::size_t slots = 64;  ///< of keys: a power of two, far more than there are keys

  std::vector<std::pair<std::string, Key>> keys_;
  std::array<Key, slots> table_{};  ///< the keys of up to sixteen bytes, by hash
  Key other_;                       ///< every key that is neither a fact nor handed back
  bool refuse_unknown_;
  std::array<Prediction, most_predicted> predictions_{};  ///< by place in the row
  Fault fault_;
};

/// "a list", "a text", ...: what the JSON value at `at` is.
[[nodiscard]] std::string_view type_of(const char* at, const char* end) noexcept;

}  // namespace hisalary::batch
