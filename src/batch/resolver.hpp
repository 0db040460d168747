// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "hisalary/dataset.hpp"
#include "hisalary/question.hpp"
#include "row.hpp"

namespace hisalary::batch {

/// What texts were found to mean, by text: a table of fixed size. A text has four places; when they are taken the newest gives way.
template <class Value> class TextCache {
 public:
  explicit TextCache(std::size_t slots) : slots_(slots) {}

  /// The value kept for a text, or null. `padding` bytes after the text must be readable.
  [[nodiscard]] const Value* find(std::string_view text) const {
    const Slot* const set = &slots_[hash(text) % (slots_.size() / ways) * ways];
    for (const Slot* slot = set; slot != set + ways; ++slot) {
      if (slot->size == text.size() + 1 && (text.empty() || std::memcmp(slot->text.data(), text.data(), text.size()) == 0)) {
        return &slot->value;
      }
    }
    return nullptr;
  }

  /// Texts too long for the table are not kept.
  void keep(std::string_view text, const Value& value) {
    if (text.size() > longest) {
      return;
    }
    Slot* const set = &slots_[hash(text) % (slots_.size() / ways) * ways];
    Slot* const place = std::find_if(set, set + ways - 1, [](const Slot& slot) { return slot.size == 0; });
    place->size = static_cast<std::uint32_t>(text.size()) + 1;
    std::copy(text.begin(), text.end(), place->text.begin());
    place->value = value;
  }

 private:
  static constexpr std::size_t ways = 4;
  static constexpr std::size_t longest = 59;
  struct Slot {
    std::uint32_t size = 0;  ///< of the text and one more; 0: empty
    std::array<char, longest> text{};
    Value value{};
  };

  static std::uint64_t hash(std::string_view text) {
    constexpr std::uint64_t spread = 0x9e3779b97f4a7c15U;
    constexpr unsigned fold = 29;
    std::uint64_t sum = text.size();
    for (std::size_t i = 0; i < text.size(); i += sizeof(std::uint64_t)) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + i, sizeof word);
      const std::size_t left = text.size() - i;
      if (left < sizeof word) {
        word &= (std::uint64_t{1} << (8 * left)) - 1;
      }
      sum = (sum ^ word) * spread;
      sum ^= sum >> fold;
    }
    return sum;
  }

  std::vector<Slot> slots_;
};

/// Turns rows into profiles, asking understand() once for each new text. One for each thread.
class Resolver {
 public:
  explicit Resolver(const Dataset& dataset);

  /// The profile of a row, by the texts that are known already or can be understood alone. False when the row as a whole has to be
  /// asked: a text is unknown or wrong, or facts stand together that can contradict each other.
  [[nodiscard]] bool resolve(const Row& row, Profile& profile);

 private:
  struct RoleValue {
    const Role* role = nullptr;
    const Occupation* occupation = nullptr;
    const Level* level = nullptr;
  };

  template <class Value, class Ask, class Take> bool look_up(TextCache<Value>& cache, std::string_view text, Value& value, Ask&& ask, Take&& take);
  bool role(const Row& row, Profile& profile);
  bool place(const Row& row, Profile& profile);
  static bool years(std::string_view text, Profile& profile);

  Dataset dataset_;
  TextCache<RoleValue> roles_;
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
