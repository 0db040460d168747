// SPDX-License-Identifier: MIT
#include "title.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>

#include "suggest.hpp"

namespace hisalary {
namespace {

using Words = std::vector<std::string>;

/// Words that say nothing of the work.
constexpr std::array<std::string_view, 47> noise{
    "of",      "and",   "the",    "for",       "in",     "a",      "an",   "to",   "at",    "with",   "or",    "per",
    "diem",    "prn",   "remote", "temporary", "temp",   "full",   "part", "time", "must",  "reside", "level", "class",
    "exam",    "on",    "by",     "onsite",    "hybrid", "from",   "home", "work", "day",   "days",   "night", "nights",
    "evening", "shift", "us",     "usa",       "state",  "county", "city", "site", "based", "flex",   "casual"};

/// A title that differs from the alias only by a level word of its own is nearly the alias.
constexpr double spare_level_cost = 0.1;
/// Employers add words (the clinic, the shift) more often than they leave out the word that makes the role.
constexpr double extra_word_cost = 0.75;
constexpr double missing_word_cost = 1.25;
/// A title without the word manager is not a manager's.
constexpr double missing_level_cost = 2;

struct Bag {
  Words content;
  Words level_words;
  Words all;
  const Level* rank = nullptr;
  const Level* grade = nullptr;
};

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

class Reader {
 public:
  explicit Reader(const Tables& tables) {
    for (const auto& word : tables.title_words) {
      expansions_.push_back(&word);
    }
    std::ranges::sort(expansions_, {}, [](const TitleWord* word) { return word->word; });
    for (const auto& level : tables.levels) {
      for (const Text words : level.words) {
        phrases_.push_back({split_plain(words), &level});
      }
    }
    std::ranges::stable_sort(phrases_, std::greater{}, [](const Phrase& phrase) { return phrase.words.size(); });
  }

  [[nodiscard]] Bag bag(std::string_view title) const {
    Words words = expanded(lower(title));
    Bag out;
    std::vector<bool> taken(words.size());
    for (const auto& phrase : phrases_) {
      take(phrase, words, taken, out);
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool number = words[i][0] >= '0' && words[i][0] <= '9' && words[i].size() != 1;
      if (taken[i]) {
        insert(out.level_words, words[i]);
      } else if (!number && std::ranges::find(noise, words[i]) == noise.end()) {
        insert(out.content, words[i]);
      }
    }
    out.all = std::move(words);
    return out;
  }

 private:
  struct Phrase {
    Words words;
    const Level* level;
  };

  static void insert(Words& set, const std::string& word) {
    const auto it = std::ranges::lower_bound(set, word);
    if (it == set.end() || *it != word) {
      set.insert(it, word);
    }
  }

  static Words split_plain(std::string_view text) {
    Words words;
    std::string word;
    for (const char c : lower(text)) {
      if (is_letter_or_digit(c)) {
        word += c;
      } else if (!word.empty()) {
        words.push_back(std::move(word));
        word.clear();
      }
    }
    if (!word.empty()) {
      words.push_back(std::move(word));
    }
    return words;
  }

  static void take(const Phrase& phrase, const Words& words, std::vector<bool>& taken, Bag& out) {
    const std::size_t n = phrase.words.size();
    for (std::size_t i = 0; i + n <= words.size(); ++i) {
      const auto begin = static_cast<std::ptrdiff_t>(i);
      const bool free =
          std::none_of(taken.begin() + begin, taken.begin() + begin + static_cast<std::ptrdiff_t>(n), [](bool t) { return t; });
      if (free && std::equal(phrase.words.begin(), phrase.words.end(), words.begin() + begin)) {
        std::fill_n(taken.begin() + begin, n, true);
        const Level*& level = phrase.level->kind == "rank" ? out.rank : out.grade;
        level = level == nullptr || level->rank < phrase.level->rank ? phrase.level : level;
      }
    }
  }

  /// The words of a title with abbreviations spelled out. A token such as p/a or ods-c is looked up whole before it is split.
  [[nodiscard]] Words expanded(std::string_view title) const {
    Words out;
    std::size_t depth_digit_guard = 0;
    std::string token;
    const auto flush = [&] {
      while (!token.empty() && (token.back() == '.' || token.back() == '\'' || token.back() == '-')) {
        token.pop_back();
      }
      if (!token.empty()) {
        add(token, out);
      }
      token.clear();
    };
    for (std::size_t i = 0; i < title.size(); ++i) {
      const char c = title[i];
      if (c == '(' && in_parentheses_with_digits(title.substr(i))) {
        flush();
        ++depth_digit_guard;
      } else if (c == ')' && depth_digit_guard > 0) {
        token.clear();
        --depth_digit_guard;
      } else if (depth_digit_guard == 0 && (is_letter_or_digit(c) || c == '/' || c == '-' || c == '.' || c == '\'' || c == '&')) {
        token += c;
      } else {
        flush();
      }
    }
    flush();
    return out;
  }

  /// Class numbers and exam codes: "(#003615)", "(exam EX-2085)".
  static bool in_parentheses_with_digits(std::string_view rest) {
    const auto end = rest.find(')');
    return end != std::string_view::npos && rest.substr(0, end).find_first_of("0123456789") != std::string_view::npos;
  }

  void add(const std::string& token, Words& out) const {
    if (const TitleWord* const known = find(token)) {
      append(split_plain(known->means), out);
      return;
    }
    for (const auto& part : split_plain(token)) {
      const TitleWord* const known = find(part);
      append(known != nullptr ? split_plain(known->means) : Words{part}, out);
    }
  }

  static void append(Words from, Words& to) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }

  [[nodiscard]] const TitleWord* find(std::string_view word) const {
    const auto it = std::ranges::lower_bound(expansions_, word, {}, [](const TitleWord* known) { return known->word; });
    return it != expansions_.end() && (*it)->word == word ? *it : nullptr;
  }

  std::vector<const TitleWord*> expansions_;
  std::vector<Phrase> phrases_;
};

double common(const Words& a, const Words& b) {
  return static_cast<double>(std::ranges::count_if(a, [&](const std::string& word) { return std::ranges::binary_search(b, word); }));
}

/// How much a word says: "coding" belongs to few roles, "specialist" to most. A word of eight of twenty roles weighs 1, as does a word
/// that no role has.
class Weights {
 public:
  /// `roles`: for each role the words of all its aliases.
  explicit Weights(const std::vector<Words>& roles) : roles_(static_cast<double>(roles.size())) {
    for (const auto& words : roles) {
      all_.insert(all_.end(), words.begin(), words.end());
    }
    std::ranges::sort(all_);
  }

  [[nodiscard]] double operator()(const std::string& word) const {
    const auto [first, last] = std::equal_range(all_.begin(), all_.end(), word);
    if (first == last) {
      return 1;
    }
    constexpr double usual_part = 0.4;
    constexpr double most = 2;
    const double surprise = std::log1p(roles_ / static_cast<double>(last - first)) / std::log1p(1 / usual_part);
    return std::min(most, surprise * surprise);
  }

  [[nodiscard]] double operator()(const Words& words) const {
    double sum = 0;
    for (const auto& word : words) {
      sum += (*this)(word);
    }
    return sum;
  }

 private:
  double roles_;
  Words all_;
};

double score(const Bag& title, const Bag& alias, const Weights& weigh) {
  Words shared;
  std::ranges::set_intersection(title.content, alias.content, std::back_inserter(shared));
  if (shared.empty()) {
    return 0;
  }
  const double content = weigh(shared);
  const double levels = common(title.level_words, alias.level_words);
  const double extra = weigh(title.content) - content;
  const double missing = weigh(alias.content) - content;
  const double missing_levels = static_cast<double>(alias.level_words.size()) - levels;
  const double spare_levels = static_cast<double>(title.level_words.size()) - levels;
  const double fit = (content + levels) / (content + levels + extra_word_cost * extra + missing_word_cost * missing +
                                           missing_level_cost * missing_levels + spare_level_cost * spare_levels);
  const bool one_word_of_several = title.content.size() == 1 && alias.content.size() > 1;  // "Nurse" is no nurse informaticist
  return one_word_of_several ? fit / 2 : fit;
}

/// A title that a role answers to.
struct Name {
  Text text;
  Bag bag;
};

/// The names of every role. A role's own title may be another role's printed one: employers mean the technician by "Health Information
/// Specialist".
std::vector<std::vector<Name>> names_of(const Tables& tables, const Reader& reader) {
  std::vector<std::vector<Name>> names;
  for (const auto& role : tables.roles) {
    auto& own = names.emplace_back();
    const std::string title = lower(role.title);
    if (std::ranges::none_of(tables.roles,
                             [&](const Role& other) { return std::ranges::find(other.aliases, title) != other.aliases.end(); })) {
      own.push_back({role.title, reader.bag(title)});
    }
    for (const Text alias : role.aliases) {
      own.push_back({alias, reader.bag(alias)});
    }
  }
  return names;
}

std::vector<Words> words_of(const std::vector<std::vector<Name>>& roles) {
  std::vector<Words> all;
  for (const auto& names : roles) {
    auto& words = all.emplace_back();
    for (const auto& name : names) {
      words.insert(words.end(), name.bag.content.begin(), name.bag.content.end());
    }
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
  }
  return all;
}

}  // namespace

const Level* TitleReading::level_for(const Tables& tables, const Role& role) const {
  if (rank != nullptr && rank->id != role.level) {
    return rank;
  }
  const bool junior = std::ranges::any_of(role.junior, [&](Text word) { return std::ranges::find(words, word) != words.end(); });
  if (junior && rank == nullptr) {
    return &*std::ranges::min_element(tables.levels, {}, [](const Level& level) { return level.id == "I" ? 0 : 1; });
  }
  return grade != nullptr && grade->id != role.level ? grade : nullptr;
}

TitleReading read_levels(const Tables& tables, std::string_view title) {
  Bag bag = Reader(tables).bag(title);
  return {{}, bag.rank, bag.grade, std::move(bag.all)};
}

TitleReading read_title(const Tables& tables, std::string_view title) {
  const Reader reader(tables);
  const Bag asked = reader.bag(title);
  const auto names = names_of(tables, reader);
  const Weights weigh(words_of(names));
  TitleReading reading{{}, asked.rank, asked.grade, asked.all};
  for (std::size_t i = 0; i < names.size(); ++i) {
    TitleMatch best{&tables.roles[i], 0, {}};
    for (const auto& name : names[i]) {
      const double here = score(asked, name.bag, weigh);
      if (here > best.score) {
        best.score = here;
        best.alias = name.text;
      }
    }
    if (best.score > 0) {
      reading.matches.push_back(best);
    }
  }
  std::ranges::stable_sort(reading.matches, std::greater{}, &TitleMatch::score);
  return reading;
}

}  // namespace hisalary
