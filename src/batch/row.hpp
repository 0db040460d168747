// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace hisalary::batch {

/// The facts that a row can hold, in the order in which they are checked; names are those of the options.
enum class Field : std::uint8_t {
  Role,
  Level,
  Cert,
  Years,
  Education,
  State,
  Metro,
  County,
  Remote,
  Setting,
  Skill,
  AsOf,
  Release
};

inline constexpr std::size_t field_count = 13;

inline constexpr std::array<std::string_view, field_count> field_names{
    "role",   "level",  "cert",    "years", "education", "state",  "metro",
    "county", "remote", "setting", "skill", "as_of",     "release"};

/// The field of a key; "as-of" is as_of. field_count when it is none.
[[nodiscard]] constexpr std::size_t field_of(std::string_view key) noexcept {
  for (std::size_t i = 0; i < field_count; ++i) {
    if (field_names[i] == key) {
      return i;
    }
  }
  return key == "as-of" ? static_cast<std::size_t>(Field::AsOf) : field_count;
}

/// Whether a fact may be written as a number in JSON.
[[nodiscard]] constexpr bool may_be_number(std::size_t field) noexcept {
  return field == static_cast<std::size_t>(Field::Years) || field == static_cast<std::size_t>(Field::Metro) ||
         field == static_cast<std::size_t>(Field::County) || field == static_cast<std::size_t>(Field::Release);
}

/// Bytes that must be readable after every text of a row: texts are compared and copied in pieces of fixed size.
inline constexpr std::size_t padding = 48;

/// The empty text, with its padding.
inline constexpr std::array<char, padding> no_text{};

/// Keeps a text with its padding and gives a view of it.
template <class Texts> [[nodiscard]] std::string_view keep_padded(Texts& texts, std::string text) {
  const std::size_t size = text.size();
  text.append(padding, '\0');
  texts.push_back(std::move(text));
  return std::string_view(texts.back()).substr(0, size);
}

/// One row as read: the text of each fact, and the values to hand back as they stood in the input. What is not given is
/// empty.
class Row {
 public:
  static constexpr std::size_t most_kept = 8;
  static constexpr std::size_t nowhere = field_count + most_kept;  ///< the place of texts that are passed over
  static constexpr std::uint32_t all_places = (std::uint32_t{1} << nowhere) - 1;

  void clear() noexcept { given_ = 0; }

  [[nodiscard]] bool has(Field field) const { return is_set(static_cast<std::size_t>(field)); }
  [[nodiscard]] std::string_view operator[](Field field) const { return field_text(static_cast<std::size_t>(field)); }
  [[nodiscard]] std::string_view field_text(std::size_t field) const {
    return is_set(field) ? texts_[field] : std::string_view(no_text.data(), 0);
  }
  /// `text` is not empty.
  void set_field(std::size_t field, std::string_view text) { set(field, text); }

  /// NDJSON: the value's bytes; CSV: the cell's.
  [[nodiscard]] std::string_view kept(std::size_t i) const { return field_text(field_count + i); }
  void keep(std::size_t i, std::string_view value) { set(field_count + i, value); }

  /// The same two for many texts at once: a place is a field, or field_count and the number of a value to hand back, or
  /// `nowhere`. What was put counts when its bit is marked.
  void put(std::size_t place, std::string_view text) { texts_[place] = text; }
  void mark(std::uint32_t places) { given_ = places; }

 private:
  [[nodiscard]] bool is_set(std::size_t place) const { return (given_ >> place & 1U) != 0; }
  void set(std::size_t place, std::string_view text) {
    put(place, text);
    given_ |= std::uint32_t{1} << place;
  }

  std::uint32_t given_ =
      0;  // says which of the texts hold; the others are left as they were, which saves clearing them
  std::array<std::string_view, nowhere + 1> texts_;
};

}  // namespace hisalary::batch
