// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/tables.hpp"

namespace hisalary::query {

/// FNV-1a: the key of a word, or of words one after another.
constexpr std::uint64_t hash_start = 0xcbf29ce484222325U;
constexpr std::uint64_t hash_on(std::uint64_t hash, std::string_view text) {
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return hash;
}

/// The hash of a text's ASCII letters and digits in lower case, and of its bytes beyond ASCII; all else falls away.
[[nodiscard]] std::uint64_t bare_hash(std::string_view text);

/// Values by hash, with open addressing: filled once, then only read.
template <class Value> class HashTable {
 public:
  /// `most`: no fewer than the keys that come; one slot stays free, where every search ends.
  explicit HashTable(std::size_t most) : slots_(std::bit_ceil(most + 1)) {}

  /// The value of a key, made when there is none.
  Value& at(std::uint64_t key) {
    Slot& slot = slots_[place(key)];
    slot.key = key;
    return slot.value;
  }

  [[nodiscard]] const Value* find(std::uint64_t key) const {
    const Slot& slot = slots_[place(key)];
    return slot.key == key ? &slot.value : nullptr;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    Value value{};
  };

  [[nodiscard]] std::size_t place(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key ^ key >> 32U) & mask;
    while (slots_[at].key != 0 && slots_[at].key != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  std::vector<Slot> slots_;
};

/// A set of concepts, by their row in title_concepts.json.
struct Concepts {
  std::array<std::uint64_t, 2> bits{};

  void add(std::size_t row) { bits[row / 64] |= std::uint64_t{1} << row % 64; }
  void add(const Concepts& other) {
    bits[0] |= other.bits[0];
    bits[1] |= other.bits[1];
  }
  [[nodiscard]] bool has(std::size_t row) const { return (bits[row / 64] >> row % 64 & 1U) != 0; }
  [[nodiscard]] bool has_all(const Concepts& other) const {
    return (bits[0] & other.bits[0]) == other.bits[0] && (bits[1] & other.bits[1]) == other.bits[1];
  }
  [[nodiscard]] bool has_any(const Concepts& other) const {
    return (bits[0] & other.bits[0]) != 0 || (bits[1] & other.bits[1]) != 0;
  }
  [[nodiscard]] bool empty() const { return bits[0] == 0 && bits[1] == 0; }
};

/// The words of a title, abbreviations spelled out, and what they say.
struct TitleWords {
  std::vector<std::string_view> words;  ///< of the title's lower-case text or of the tables
  std::vector<bool> level_words;        ///< by word: it is part of a level
  Concepts concepts;
  const Level* rank = nullptr;   ///< the highest, lead to director
  const Level* grade = nullptr;  ///< the highest, trainee to senior
  std::size_t unknown = 0;       ///< words that say nothing known here
};

/// What titles are looked up in.
class TitleIndex {
 public:
  explicit TitleIndex(const Tables& tables);

  /// `lower`: the title in lower case, which must outlive the words.
  [[nodiscard]] TitleWords words(std::string_view lower) const;

  [[nodiscard]] bool is_noise(std::string_view word) const;
  [[nodiscard]] const Role* listed(std::uint64_t bare_title) const;
  [[nodiscard]] const Occupation* occupation(std::string_view title) const;
  [[nodiscard]] const Occupation* occupation_of_singular(std::string_view title) const;
  [[nodiscard]] const TitleRule* rule(const Concepts& concepts) const;

 private:
  struct Entry {
    const TitleWord* spelled = nullptr;
    const Level* level = nullptr;
    Concepts concepts;
    bool word = false;  ///< known by itself
  };

  struct Rule {
    Concepts all;
    Concepts none;
  };

  Entry& add_phrase(std::string_view phrase);
  void add_occupations();
  [[nodiscard]] const Entry* find(std::string_view word) const;
  [[nodiscard]] bool knows(std::string_view word) const;
  [[nodiscard]] bool is_no_level(std::string_view title, std::string_view number) const;
  void split(std::string_view lower, std::vector<std::string_view>& out) const;
  void spell(std::string_view word, std::vector<std::string_view>& out) const;
  [[nodiscard]] std::string_view corrected(std::string_view word, bool last) const;
  [[nodiscard]] std::string_view completed(std::string_view start) const;
  void mark_levels(TitleWords& title) const;
  void mark_concepts(TitleWords& title) const;

  const Tables& tables_;
  HashTable<Entry> entries_;
  HashTable<const Role*> listed_;
  HashTable<const Occupation*> occupations_;
  HashTable<const Occupation*> singular_occupations_;
  std::vector<Rule> rules_;
  std::vector<std::string_view> long_words_;  ///< what a cut word may begin
  std::vector<std::uint64_t> starts_;         ///< their first letters
  std::vector<Concepts> of_level_;            ///< by row of levels.json
  const TitleConcept* often_misspelled_ = nullptr;
  const TitleConcept* counted_ = nullptr;   ///< what a number before it counts
  const TitleConcept* numbered_ = nullptr;  ///< what a number behind it names
  std::size_t noise_ = 0;
};

}  // namespace hisalary::query
