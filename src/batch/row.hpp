// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/padded.hpp"
#include "query/facts.hpp"
#include "query/resolver.hpp"

namespace hisalary::batch {

/// One row as read: the texts of the facts, and the values to hand back as they stood in the input. A list of texts is
/// one text with commas between, a number is in plain digits.
class Row {
 public:
  static constexpr std::size_t most_kept = 8;
  static constexpr std::size_t kept_nowhere = most_kept;  ///< the place of values that are not handed back

  query::Texts facts;

  void clear() noexcept {
    facts.clear();
    kept_given_ = 0;
  }

  /// The i-th value to hand back; empty when it is not given. NDJSON: the value's bytes; CSV: the cell's.
  [[nodiscard]] PaddedText kept(std::size_t i) const noexcept {
    return (kept_given_ >> i & 1U) != 0 ? kept_[i] : PaddedText();
  }
  void keep(std::size_t i, PaddedText value) noexcept {
    kept_[i] = value;
    kept_given_ |= std::uint32_t{1} << i;
  }

  /// The same for many at once: what was put counts when its bit is marked.
  void put_kept(std::size_t i, PaddedText value) noexcept { kept_[i] = value; }
  void mark_kept(std::uint32_t given) noexcept { kept_given_ = given; }

 private:
  std::uint32_t kept_given_ = 0;
  std::array<PaddedText, most_kept + 1> kept_;
};

/// What is wrong with a row as it is written, whatever its facts mean.
struct Fault {
  enum class Kind : std::uint8_t {
    None,
    NotJson,
    NotUtf8,
    NotAnObject,
    TooDeep,
    Twice,       ///< the key `name`
    UnknownKey,  ///< the key `name`
    WrongType,   ///< the value of `fact`, which is `found`
    EmptyValue,  ///< the value of `fact`
    EmptyItem,   ///< one of the values of `fact`
    OpenCell,    ///< a cell goes on behind its closing quote
    CarriageReturn,
    CellCount,  ///< `cells` in place of `columns`
    Total,      ///< no person: what a list adds up to
    Nobody,     ///< no fact of a person: a note below a list
  };

  Kind kind = Kind::None;
  Fact fact = Fact::Role;
  std::string name;        ///< a key, or a cell
  std::string_view found;  ///< "a list", "a text", ...
  std::size_t cells = 0;
  std::size_t columns = 0;

  explicit operator bool() const noexcept { return kind != Kind::None; }
};

/// The names that keys and columns have.
[[nodiscard]] std::vector<std::string_view> fact_names();

/// The words for a fault.
[[nodiscard]] Error error_of(const Fault& fault);

}  // namespace hisalary::batch
