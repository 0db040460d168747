// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <deque>
#include <vector>

#include "../interpreter.hpp"
#include "hisalary/error.hpp"
#include "row.hpp"

namespace hisalary::batch {

/// What texts were found to mean, by text: a table of fixed size. A text has four places; when they are taken the newest gives way.
template <class Value> class TextCache {
 public:
  static constexpr std::size_t longest = 4 * padding;  ///< texts that are longer are not kept

  /// `slots`: a power of two, eight or more.
  explicit TextCache(std::size_t slots) : slots_(slots), shift_(64 - static_cast<unsigned>(std::countr_zero(slots / ways))) {}

  /// The value kept for a text, or null. `padding` bytes after the text must be readable.
  [[nodiscard]] const Value* find(std::string_view text) const { return text.size() <= step ? find_short(text) : find_long(text); }

  void keep(std::string_view text, const Value& value) {
    if (text.size() > longest) {
      return;
    }
    Slot* const set = &slots_[set_of(hash(text))];
    Slot* const place = std::find_if(set, set + ways - 1, [](const Slot& slot) { return slot.size == 0; });
    place->size = text.size() + 1;
    for (std::size_t i = 0; i < text.size(); i += step) {
      place->pieces[i / step] = piece_at(text, i);
    }
    place->value = value;
  }

 private:
  static constexpr std::size_t ways = 4;
  static constexpr std::size_t step = padding;

  struct Piece {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
  };

  struct Slot {
    std::size_t size = 0;  ///< of the text and one more; 0: empty
    std::array<Piece, longest / step> pieces{};
    Value value{};

    [[nodiscard]] bool holds(std::string_view text) const {
      std::uint64_t difference = 0;
      for (std::size_t i = 0; i < text.size(); i += step) {
        const Piece piece = piece_at(text, i);
        difference |= (pieces[i / step].first ^ piece.first) | (pieces[i / step].second ^ piece.second);
      }
      return difference == 0;
    }
  };

  /// Sixteen bytes of a text, zero behind its end.
  static Piece piece_at(std::string_view text, std::size_t i) {
    static constexpr std::array<unsigned char, 2 * step> ends = [] {
      std::array<unsigned char, 2 * step> bytes{};
      std::fill_n(bytes.begin(), step, 0xff);
      return bytes;
    }();
    Piece piece;
    Piece counts;
    std::memcpy(&piece, text.data() + i, step);
    std::memcpy(&counts, &ends[step - std::min(step, text.size() - i)], step);
    return {piece.first & counts.first, piece.second & counts.second};
  }

  /// Most texts are short: one piece says all of them.
  [[nodiscard]] const Value* find_short(std::string_view text) const {
    const Piece piece = piece_at(text, 0);
    const Slot* slot = &slots_[set_of(mixed(text.size(), piece))];
    for (std::size_t way = 0; way < ways; ++way, ++slot) {
      if (((slot->size ^ (text.size() + 1)) | (slot->pieces[0].first ^ piece.first) | (slot->pieces[0].second ^ piece.second)) == 0) {
        return &slot->value;
      }
    }
    return nullptr;
  }

  [[nodiscard]] const Value* find_long(std::string_view text) const {
    const Slot* slot = &slots_[set_of(hash(text))];
    for (std::size_t way = 0; way < ways; ++way, ++slot) {
      if (slot->size == text.size() + 1 && slot->holds(text)) {
        return &slot->value;
      }
    }
    return nullptr;
  }

  static std::uint64_t mixed(std::uint64_t sum, const Piece& piece) {
    constexpr std::uint64_t spread = 0x9e3779b97f4a7c15U;
    constexpr std::uint64_t spread_more = 0xd6e8feb86659fd93U;
    sum = (sum ^ piece.first) * spread + piece.second * spread_more;
    return (sum ^ sum >> 32U) * spread;
  }

  static std::uint64_t hash(std::string_view text) {
    std::uint64_t sum = text.size();
    for (std::size_t i = 0; i == 0 || i < text.size(); i += step) {
      sum = mixed(sum, piece_at(text, i));
    }
    return sum;
  }

  [[nodiscard]] std::size_t set_of(std::uint64_t hash) const { return (hash >> shift_) * ways; }

  std::vector<Slot> slots_;
  unsigned shift_;
};

/// Turns rows into profiles, asking understand() once for each new text. One for each thread.
class Resolver {
 public:
  /// `interpreter` serves this thread alone.
  explicit Resolver(Interpreter& interpreter);

  /// The profile of a row, by the texts that are known already or can be understood alone. False when the row as a whole has to be
  /// asked: a text is unknown or wrong, or facts stand together that can contradict each other.
  [[nodiscard]] bool resolve(const Row& row, Profile& profile);

  /// What is wrong with the role of a row, when that was found before: streams of advertisements hold many titles of other trades. The role
  /// is what understand() reads first, so that the error is that of the whole row. Null when nothing is known.
  [[nodiscard]] const Error* known_error(const Row& row) const;

 private:
  struct RoleValue {
    const Error* error = nullptr;
    const Role* role = nullptr;
    const Occupation* occupation = nullptr;
    const Level* level = nullptr;
  };

  template <class Value, class Ask, class Take>
  bool look_up(TextCache<Value>& cache, std::string_view text, Value& value, Ask&& ask, Take&& take);
  bool role(const Row& row, Profile& profile);
  static bool take(const RoleValue& value, Profile& profile);
  bool place(const Row& row, Profile& profile);
  static bool years(std::string_view text, Profile& profile);

  Interpreter& interpreter_;
  TextCache<RoleValue> roles_;
  std::deque<Error> role_errors_;
  TextCache<const Level*> levels_;
  TextCache<Held> credentials_;
  TextCache<const Education*> education_;
  TextCache<const Area*> states_;
  TextCache<const Area*> metros_;
  TextCache<const Area*> counties_;
  TextCache<const Setting*> settings_;
  TextCache<Held> skills_;
  TextCache<AsOf> as_of_;
};

/// The row as a question for understand().
[[nodiscard]] Question question_of(const Row& row);

}  // namespace hisalary::batch
