// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <vector>

#include "hisalary/error.hpp"
#include "query/interpreter.hpp"
#include "row.hpp"

namespace hisalary::batch {

/// What texts were found to mean, by text: a table of fixed size. A text has four places, and four more when those are
/// taken; when all are, the newest gives way. Whether a text has one or `Quick` pieces of sixteen bytes makes no
/// branch, since branches cost more than bytes.
template <class Value, std::size_t Quick = 1> class TextCache {
 public:
  static constexpr std::size_t longest = 64;  ///< texts that are longer are not kept

  /// `slots`: a power of two, eight or more.
  explicit TextCache(std::size_t slots)
      : slots_(slots), shift_(64 - static_cast<unsigned>(std::countr_zero(slots / ways))) {}

  /// The value kept for a text, or null. `padding` bytes after the text must be readable.
  [[nodiscard]] const Value* find(std::string_view text) const {
    return text.size() <= quick     ? find(Pieces<quick>(text))
           : text.size() <= longest ? find(Pieces<longest>(text))
                                    : nullptr;
  }

  void keep(std::string_view text, const Value& value) {
    if (text.size() <= quick) {
      keep(Pieces<quick>(text), value);
    } else if (text.size() <= longest) {
      keep(Pieces<longest>(text), value);
    }
  }

 private:
  static constexpr std::size_t ways = 4;
  static constexpr std::size_t quick = 16 * Quick;
  static_assert(quick <= padding && longest <= padding + quick + 1);  // bytes read behind a text

  /// A text of up to `Bytes` bytes, zero behind its end.
  template <std::size_t Bytes> struct Pieces {
    std::array<std::uint64_t, Bytes / 8> words;
    std::size_t size;

    explicit Pieces(std::string_view text) : size(text.size()) {
      static constexpr std::array<unsigned char, 2 * Bytes> ends = [] {
        std::array<unsigned char, 2 * Bytes> bytes{};
        std::fill_n(bytes.begin(), Bytes, 0xff);
        return bytes;
      }();
      decltype(words) counts;
      std::memcpy(counts.data(), &ends[Bytes - size], Bytes);
      std::memcpy(words.data(), text.data(), Bytes);
      for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] &= counts[i];
      }
    }

    /// Its highest bits depend on all that went in.
    [[nodiscard]] std::uint64_t hash() const {
      constexpr std::uint64_t spread = 0x9e3779b97f4a7c15U;
      constexpr std::uint64_t spread_more = 0xd6e8feb86659fd93U;
      std::uint64_t sum = size;
      for (std::size_t i = 0; i < words.size(); i += 2) {
        sum = (sum ^ words[i]) * spread + words[i + 1] * spread_more;
        sum ^= sum >> 32U;
      }
      return sum * spread;
    }
  };

  struct Slot {
    std::size_t size = 0;  ///< of the text and one more; 0: empty
    Value value{};
    std::array<std::uint64_t, longest / 8> words{};
  };

  template <std::size_t Bytes> [[nodiscard]] const Value* find(const Pieces<Bytes>& text) const {
    const std::uint64_t hash = text.hash();
    for (const std::size_t set : {first_set(hash), second_set(hash)}) {
      const Slot* slot = &slots_[set];
      for (std::size_t way = 0; way < ways; ++way, ++slot) {
        std::uint64_t difference = slot->size ^ (text.size + 1);
        for (std::size_t i = 0; i < text.words.size(); ++i) {
          difference |= slot->words[i] ^ text.words[i];
        }
        if (difference == 0) {
          return &slot->value;
        }
      }
      if (slots_[set + ways - 1].size == 0) {
        return nullptr;
      }
    }
    return nullptr;
  }

  template <std::size_t Bytes> void keep(const Pieces<Bytes>& text, const Value& value) {
    const std::uint64_t hash = text.hash();
    Slot* place = &slots_[second_set(hash) + ways - 1];
    for (const std::size_t set : {second_set(hash), first_set(hash)}) {
      for (std::size_t way = ways; way-- > 0;) {
        place = slots_[set + way].size == 0 ? &slots_[set + way] : place;
      }
    }
    *place = {text.size + 1, value, {}};
    std::ranges::copy(text.words, place->words.begin());
  }

  [[nodiscard]] std::size_t first_set(std::uint64_t hash) const { return (hash >> shift_) * ways; }
  [[nodiscard]] std::size_t second_set(std::uint64_t hash) const { return (hash & (slots_.size() / ways - 1)) * ways; }

  std::vector<Slot> slots_;
  unsigned shift_;
};

/// What is wrong with a row.
struct Failure {
  Error error;
  std::string written;  ///< by the writer, once; empty before
};

/// Turns rows into profiles, asking understand() once for each new text. One for each thread.
class Resolver {
 public:
  /// `interpreter` serves this thread alone.
  explicit Resolver(Interpreter& interpreter);

  /// The profile of a row, by the texts that are known already or can be understood alone. False when the row as a
  /// whole has to be asked: a text is unknown or wrong, or facts stand together that can contradict each other.
  [[nodiscard]] bool resolve(const Row& row, Facts& profile);

  /// What is wrong with the role of a row, when that was found before: streams of advertisements hold many titles of
  /// other trades. The role is what understand() reads first, so that the error is that of the whole row. Null when
  /// nothing is known.
  [[nodiscard]] Failure* known_failure(const Row& row) const;

 private:
  struct RoleValue {
    Failure* failure = nullptr;
    const Role* role = nullptr;
    const Occupation* occupation = nullptr;
    const Level* level = nullptr;
  };

  template <class Cache, class Value, class Ask, class Take>
  bool look_up(Cache& cache, std::string_view text, Value& value, Ask&& ask, Take&& take) {
    if (const Value* const known = cache.find(text)) {
      value = *known;
      return true;
    }
    return learn(cache, text, value, ask, take);
  }
  template <class Cache, class Value, class Ask, class Take>
  bool learn(Cache& cache, std::string_view text, Value& value, Ask&& ask, Take&& take);
  bool role(const Row& row, Facts& profile);
  bool learn_role(std::string_view text, Facts& profile);
  static bool take(const RoleValue& value, Facts& profile);
  bool place(const Row& row, Facts& profile);
  static bool years(std::string_view text, Facts& profile);

  Interpreter& interpreter_;
  Facts nobody_;  ///< to copy, which costs less than setting to zero
  TextCache<RoleValue, 2> roles_;
  std::deque<Failure> role_failures_;
  TextCache<const Level*> levels_;
  TextCache<Held> credentials_;
  TextCache<const Education*> education_;
  TextCache<const Area*> states_;
  TextCache<const Area*> metros_;
  TextCache<const Area*> counties_;
  TextCache<const Setting*, 2> settings_;
  TextCache<Held> skills_;
  TextCache<AsOf> as_of_;
};

/// The row as a question for understand().
[[nodiscard]] Question question_of(const Row& row);

}  // namespace hisalary::batch
