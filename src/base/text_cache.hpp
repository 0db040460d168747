// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>

#include "padded.hpp"

namespace hisalary {

/// Remembers what texts mean: a table of fixed size for one thread. A text has four places, and four more when those
/// are taken; when all are, the one kept last gives way. Texts of up to `16 * Quick` bytes are compared at the least
/// cost: pieces of fixed size are compared without a look at where a text ends, since branches cost more than bytes.
template <class Value, std::size_t Quick = 1> class TextCache {
 public:
  static constexpr std::size_t longest = 64;  ///< bytes; longer texts are not kept

  /// `slots`: a power of two, eight or more.
  explicit TextCache(std::size_t slots)
      : slots_(static_cast<Slot*>(std::calloc(slots, sizeof(Slot)))),  // NOLINT(*-no-malloc): pages not yet touched
        sets_(slots / ways),
        shift_(64 - static_cast<unsigned>(std::countr_zero(sets_))) {
    assert(std::has_single_bit(slots) && slots >= 2 * ways);
    if (!slots_) {
      throw std::bad_alloc();
    }
  }

  /// The value kept for a text; null when there is none. It is good until the next keep().
  [[nodiscard]] const Value* find(PaddedText text) const {
    if (text.size() <= quick) {
      return find(Pieces<quick>(text));
    }
    return text.size() <= longest ? find(Pieces<longest>(text)) : nullptr;
  }

  /// Keeps the value of a text that find() does not know. Nothing happens when the text is too long.
  void keep(PaddedText text, const Value& value) {
    if (text.size() <= quick) {
      keep(Pieces<quick>(text), value);
    } else if (text.size() <= longest) {
      keep(Pieces<longest>(text), value);
    }
  }

 private:
  static constexpr std::size_t ways = 4;
  static constexpr std::size_t quick = 16 * Quick;
  static_assert(quick <= text_padding && longest <= text_padding + quick + 1);  // bytes that are read behind a text

  /// A text of up to `Bytes` bytes, zeros behind its end.
  template <std::size_t Bytes> struct Pieces {
    std::array<std::uint64_t, Bytes / 8> words;
    std::size_t size;

    explicit Pieces(PaddedText text) : size(text.size()) {
      static constexpr std::array<unsigned char, 2 * Bytes> ends = [] {
        std::array<unsigned char, 2 * Bytes> bytes{};
        std::fill_n(bytes.begin(), Bytes, 0xff);
        return bytes;
      }();
      decltype(words) masks;
      std::memcpy(masks.data(), &ends[Bytes - size], Bytes);
      std::memcpy(words.data(), text.data(), Bytes);
      for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] &= masks[i];
      }
    }

    /// Its highest and its lowest bits depend on all that went in.
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

  /// Zeroed memory is empty slots. A large table takes memory where it is used only, since the system zeroes pages when
  /// they are first touched.
  struct Slot {
    std::size_t size;  ///< of the text and one more; 0: empty
    Value value;
    std::array<std::uint64_t, longest / 8> words;
  };
  static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);

  struct Free {
    void operator()(Slot* slots) const noexcept { std::free(slots); }  // NOLINT(*-no-malloc)
  };

  template <std::size_t Bytes> [[nodiscard]] const Value* find(const Pieces<Bytes>& text) const {
    const std::uint64_t hash = text.hash();

    for (const std::size_t set : {first_set(hash), second_set(hash)}) {
      const Slot* slot = slots_.get() + set;
      for (std::size_t way = 0; way < ways; ++way, ++slot) {
        std::uint64_t difference = slot->size ^ (text.size + 1);
        for (std::size_t i = 0; i < text.words.size(); ++i) {
          difference |= slot->words[i] ^ text.words[i];
        }
        if (difference == 0) {
          return &slot->value;
        }
      }

      // Only a full set sends texts on to the second one.
      if (slots_.get()[set + ways - 1].size == 0) {
        return nullptr;
      }
    }
    return nullptr;
  }

  template <std::size_t Bytes> void keep(const Pieces<Bytes>& text, const Value& value) {
    const std::uint64_t hash = text.hash();
    Slot& slot = place_for(hash);
    slot = {text.size + 1, value, {}};
    std::ranges::copy(text.words, slot.words.begin());
  }

  /// The first empty place of a text; the last one when none is empty.
  [[nodiscard]] Slot& place_for(std::uint64_t hash) {
    for (const std::size_t set : {first_set(hash), second_set(hash)}) {
      for (std::size_t way = 0; way < ways; ++way) {
        if (slots_.get()[set + way].size == 0) {
          return slots_.get()[set + way];
        }
      }
    }
    return slots_.get()[second_set(hash) + ways - 1];
  }

  [[nodiscard]] std::size_t first_set(std::uint64_t hash) const { return (hash >> shift_) * ways; }
  [[nodiscard]] std::size_t second_set(std::uint64_t hash) const { return (hash & (sets_ - 1)) * ways; }

  std::unique_ptr<Slot, Free> slots_;
  std::size_t sets_;
  unsigned shift_;
};

}  // namespace hisalary
