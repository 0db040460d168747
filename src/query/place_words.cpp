// SPDX-License-Identifier: MIT
#include "place_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "data/place_index.hpp"

namespace hisalary {
namespace {

using data::PlaceKind;

using Phrase = std::array<std::string_view, 4>;  // words; the unused ones are empty

/// Longer phrases stand before the shorter ones that they begin or end with.
constexpr std::array fronts{Phrase{"city", "and", "county", "of"},
                            Phrase{"city", "of"},
                            Phrase{"town", "of"},
                            Phrase{"village", "of"},
                            Phrase{"township", "of"},
                            Phrase{"borough", "of"},
                            Phrase{"state", "of"},
                            Phrase{"area", "of"},
                            Phrase{"commonwealth", "of"},
                            Phrase{"greater"},
                            Phrase{"metropolitan"},
                            Phrase{"metro"},
                            Phrase{"downtown"},
                            Phrase{"the"},
                            Phrase{"near"},
                            Phrase{"around"},
                            Phrase{"suburban"},
                            Phrase{"in"},
                            Phrase{"zip", "code"},
                            Phrase{"zip"},
                            Phrase{"zipcode"},
                            Phrase{"us"},
                            Phrase{"usa"},
                            Phrase{"msa"}};
constexpr std::array backs{Phrase{"metropolitan", "statistical", "area"},
                           Phrase{"micropolitan", "statistical", "area"},
                           Phrase{"combined", "statistical", "area"},
                           Phrase{"and", "surrounding", "area"},
                           Phrase{"and", "surrounding", "areas"},
                           Phrase{"metropolitan", "division"},
                           Phrase{"metropolitan", "area"},
                           Phrase{"micropolitan", "area"},
                           Phrase{"statistical", "area"},
                           Phrase{"metropolitan", "region"},
                           Phrase{"surrounding", "area"},
                           Phrase{"metro", "area"},
                           Phrase{"metro", "region"},
                           Phrase{"metropolitan"},
                           Phrase{"metro"},
                           Phrase{"metroplex"},
                           Phrase{"area"},
                           Phrase{"region"},
                           Phrase{"msa"},
                           Phrase{"cbsa"},
                           Phrase{"necta"},
                           Phrase{"suburbs"},
                           Phrase{"vicinity"},
                           Phrase{"township"},
                           Phrase{"twp"},
                           Phrase{"town"},
                           Phrase{"village"},
                           Phrase{"state"},
                           Phrase{"proper"}};
constexpr std::array countries{Phrase{"united", "states", "of", "america"}, Phrase{"united", "states"}, Phrase{"usa"},
                               Phrase{"us"}, Phrase{"america"}};
constexpr std::array whole_country{
    std::string_view("us"),           std::string_view("usa"),        std::string_view("america"),
    std::string_view("unitedstates"), std::string_view("nation"),     std::string_view("unitedstatesofamerica"),
    std::string_view("national"),     std::string_view("nationwide"), std::string_view("nationally")};
constexpr std::array remote_phrases{Phrase{"working", "from", "home"},
                                    Phrase{"work", "from", "home"},
                                    Phrase{"work", "from", "anywhere"},
                                    Phrase{"work", "at", "home"},
                                    Phrase{"home", "based"},
                                    Phrase{"fully", "remote"},
                                    Phrase{"remotely"},
                                    Phrase{"remote"},
                                    Phrase{"wfh"},
                                    Phrase{"wfa"},
                                    Phrase{"telework"},
                                    Phrase{"teleworking"},
                                    Phrase{"telecommute"},
                                    Phrase{"telecommuting"},
                                    Phrase{"virtual"},
                                    Phrase{"anywhere"},
                                    Phrase{"homebased"}};
constexpr std::array idle_phrases{Phrase{"100"},  Phrase{"hybrid"}, Phrase{"onsite"},   Phrase{"on", "site"},
                                  Phrase{"only"}, Phrase{"based"},  Phrase{"position"}, Phrase{"job"}};

std::size_t length(const Phrase& phrase) {
  return static_cast<std::size_t>(std::ranges::count_if(phrase, [](std::string_view word) { return !word.empty(); }));
}

bool stands_at(PlaceWords words, std::size_t at, const Phrase& phrase) {
  const std::size_t size = length(phrase);
  if (at + size > words.size()) {
    return false;
  }
  for (std::size_t i = 0; i < size; ++i) {
    if (words[at + i].letters != phrase[i]) {
      return false;
    }
  }
  return true;
}

/// How many words a phrase of the list takes at the front, of more than these.
std::size_t front_length(PlaceWords words, const auto& phrases) {
  for (const Phrase& phrase : phrases) {
    if (length(phrase) < words.size() && stands_at(words, 0, phrase)) {
      return length(phrase);
    }
  }
  return 0;
}

std::size_t back_length(PlaceWords words, const auto& phrases) {
  for (const Phrase& phrase : phrases) {
    const std::size_t size = length(phrase);
    if (size < words.size() && stands_at(words, words.size() - size, phrase)) {
      return size;
    }
  }
  return 0;
}

/// Removes each phrase of the list wherever it stands; true when there was one.
bool remove_phrases(std::vector<PlaceWord>& words, const auto& phrases) {
  bool found = false;
  for (std::size_t at = 0; at < words.size();) {
    const auto phrase = std::ranges::find_if(phrases, [&](const Phrase& one) { return stands_at(words, at, one); });
    if (phrase == phrases.end()) {
      ++at;
      continue;
    }
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(at);
    words.erase(first, first + static_cast<std::ptrdiff_t>(length(*phrase)));
    found = true;
  }
  return found;
}

bool is_number(const std::string& word, std::size_t digits) { return word.size() == digits && is_digits(word); }

std::uint32_t number_of(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

constexpr std::size_t code_letters = 2;
constexpr std::size_t most_state_words = 3;

/// "MO-KS" behind a name.
std::optional<NameInStates> codes_behind(const Tables& tables, PlaceWords words) {
  NameInStates split{words, {}};
  while (split.name.size() > 1 && split.name.back().letters.size() == code_letters) {
    const auto state = state_of_key(tables, split.name.back().letters);
    if (!state) {
      break;
    }
    const char mark = split.name.back().before;
    split.states.insert(split.states.begin(), *state);
    split.name = split.name.first(split.name.size() - 1);
    if (mark != '-' && mark != '/') {
      break;
    }
  }
  return split.states.empty() ? std::nullopt : std::optional(split);
}

}  // namespace

std::string joined(PlaceWords words) {
  std::string key;
  for (const auto& word : words) {
    key += word.letters;
  }
  return key;
}

std::optional<std::uint16_t> state_of_key(const Tables& tables, std::string_view key) {
  constexpr std::size_t longest = 24;
  if (key.size() < code_letters || key.size() > longest || tables.places.empty()) {
    return std::nullopt;
  }
  for (const auto& entry : data::places_named(tables.places[0], key)) {
    if (entry.kind == PlaceKind::State) {
      return entry.area;
    }
  }
  return std::nullopt;
}

std::vector<NameInStates> split_states(const Tables& tables, PlaceWords words) {
  std::vector<NameInStates> splits;
  if (const auto codes = codes_behind(tables, words)) {
    splits.push_back(*codes);
    if (codes->states.size() > 1) {
      return splits;
    }
  }
  const std::size_t most = std::min(most_state_words, words.size() - 1);
  for (std::size_t n = most; n > 0; --n) {
    const auto behind = words.last(n);
    const bool seen = n == 1 && !splits.empty() && behind[0].letters.size() == code_letters;
    if (const auto state = seen ? std::nullopt : state_of_key(tables, joined(behind))) {
      splits.push_back({words.first(words.size() - n), {*state}});
    }
  }
  for (std::size_t n = most; n > 0; --n) {
    if (const auto state = state_of_key(tables, joined(words.first(n)))) {
      splits.push_back({words.subspan(n), {*state}});
    }
  }
  return splits;
}

PlaceWords without_affix(PlaceWords words) {
  if (const std::size_t front = front_length(words, fronts)) {
    return words.subspan(front);
  }
  return words.first(words.size() - back_length(words, backs));
}

PlaceWords without_country(PlaceWords words) {
  words = words.first(words.size() - back_length(words, countries));
  return words.subspan(front_length(words, countries));
}

bool is_nation(PlaceWords words) { return std::ranges::find(whole_country, joined(words)) != whole_country.end(); }

bool take_remote(std::vector<PlaceWord>& words) {
  const bool remote = remove_phrases(words, remote_phrases);
  if (remote || words.size() > 1) {
    remove_phrases(words, idle_phrases);
  }
  return remote;
}

std::optional<TypedZip> typed_zip(PlaceWords words, PlaceWords& rest) {
  constexpr std::size_t zip_digits = 5;
  constexpr std::size_t plus_digits = 4;
  constexpr std::size_t least_digits = 3;
  rest = words;
  if (rest.size() > 1 && is_number(rest.back().letters, plus_digits) &&
      is_number(rest[rest.size() - 2].letters, zip_digits)) {
    rest = rest.first(rest.size() - 1);
  }
  const std::string& last = rest.back().letters;
  TypedZip typed{number_of(std::string_view(last).substr(0, zip_digits)), false, rest.size() == 1};
  rest = rest.first(rest.size() - 1);
  if (is_number(last, zip_digits) || is_number(last, zip_digits + plus_digits)) {
    return typed;
  }
  typed.restored = true;
  const bool short_of_zeros = typed.whole && (is_number(last, zip_digits - 1) || is_number(last, least_digits));
  return short_of_zeros ? std::optional(typed) : std::nullopt;
}

}  // namespace hisalary
