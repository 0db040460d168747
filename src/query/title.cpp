// SPDX-License-Identifier: MIT
#include "title.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"

namespace hisalary {
namespace {

using Words = std::vector<std::string>;

/// Words that say nothing of the work.
constexpr std::array<std::string_view, 47> noise{
    "of",      "and",   "the",    "for",       "in",     "a",      "an",   "to",   "at",    "with",   "or",    "per",
    "diem",    "prn",   "remote", "temporary", "temp",   "full",   "part", "time", "must",  "reside", "level", "class",
    "exam",    "on",    "by",     "onsite",    "hybrid", "from",   "home", "work", "day",   "days",   "night", "nights",
    "evening", "shift", "us",     "usa",       "state",  "county", "city", "site", "based", "flex",   "casual"};

/// Words of many trades' titles. They tell roles here apart, but a title that shares nothing else with them is another
/// trade's: a medical assistant is no medical records assistant, nor a program coordinator a cancer program
/// coordinator.
constexpr std::array<std::string_view, 69> of_every_trade{
    "administration", "administrator", "advisor",        "affairs",      "aide",       "ambulatory", "analyst",
    "assistant",      "associate",     "auditor",        "business",     "care",       "central",    "certified",
    "chief",          "clerk",         "client",         "clinic",       "clinical",   "consultant", "coordinator",
    "corporate",      "customer",      "department",     "developer",    "education",  "educator",   "entry",
    "expert",         "facility",      "financial",      "group",        "head",       "health",     "healthcare",
    "hospital",       "improvement",   "independent",    "liaison",      "management", "medical",    "nurse",
    "nursing",        "office",        "officer",        "operations",   "patient",    "pharmacist", "pharmacy",
    "physician",      "professional",  "program",        "project",      "public",     "quality",    "regional",
    "registered",     "registrar",     "representative", "security",     "services",   "specialist", "support",
    "systems",        "team",          "technician",     "technologist", "technology", "unit"};

/// A title that differs from the alias only by a level word of its own is nearly the alias.
constexpr double spare_level_cost = 0.1;
/// Employers add words (the clinic, the shift) more often than they leave out the word that makes the role.
constexpr double extra_word_cost = 0.75;
constexpr double missing_word_cost = 1.25;
/// Too little for a title to be taken for the role (good_match of question.cpp), enough for the role to be listed as
/// near.
constexpr double nothing_telling = 0.39;
/// A title without the word manager is not a manager's.
constexpr double missing_level_cost = 2;

struct Bag {
  Words content;
  Words level_words;
  Words all;
  const Level* rank = nullptr;
  const Level* grade = nullptr;
};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Takes titles apart into words.
class Splitter {
 public:
  explicit Splitter(const Tables& tables) {
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
      const bool free = std::none_of(taken.begin() + begin, taken.begin() + begin + static_cast<std::ptrdiff_t>(n),
                                     [](bool t) { return t; });
      if (free && std::equal(phrase.words.begin(), phrase.words.end(), words.begin() + begin)) {
        std::fill_n(taken.begin() + begin, n, true);
        const Level*& level = phrase.level->kind == "rank" ? out.rank : out.grade;
        level = level == nullptr || level->rank < phrase.level->rank ? phrase.level : level;
      }
    }
  }

  /// The words of a title with abbreviations spelled out. A token such as p/a or ods-c is looked up whole before it is
  /// split.
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
      } else if (depth_digit_guard == 0 &&
                 (is_letter_or_digit(c) || c == '/' || c == '-' || c == '.' || c == '\'' || c == '&')) {
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

/// The words that aliases are made of, numbered in the order of the alphabet.
class Dictionary {
 public:
  void add(const Words& words) { words_.insert(words_.end(), words.begin(), words.end()); }

  void close() {
    std::ranges::sort(words_);
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  }

  [[nodiscard]] std::size_t size() const { return words_.size(); }

  /// The number of a word; size() when no alias has it.
  [[nodiscard]] std::size_t number(const std::string& word) const {
    const auto it = std::ranges::lower_bound(words_, word);
    return it != words_.end() && *it == word ? static_cast<std::size_t>(it - words_.begin()) : words_.size();
  }

  /// The numbers of words, in their order; those of words that no alias has are left out.
  [[nodiscard]] std::vector<std::size_t> numbers(const Words& words) const {
    std::vector<std::size_t> all;
    for (const auto& word : words) {
      if (const std::size_t known = number(word); known != size()) {
        all.push_back(known);
      }
    }
    return all;
  }

 private:
  Words words_;
};

/// A title that a role answers to.
struct Name {
  Text text;
  const Role* role = nullptr;
  std::vector<std::size_t> content;
  std::vector<std::size_t> level_words;
  double weight = 0;  ///< of the content
};

/// A title to be compared with names.
struct Asked {
  std::vector<std::size_t> content;
  std::vector<std::size_t> level_words;
  double weight = 0;
  std::size_t words = 0;   ///< of the content, unknown ones too
  std::size_t levels = 0;  ///< level words, unknown ones too
};

template <class F> void each_common(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b, F&& f) {
  for (auto i = a.begin(), k = b.begin(); i != a.end() && k != b.end();) {
    if (*i == *k) {
      f(*i);
    }
    const bool next = *i <= *k;
    k += *k <= *i ? 1 : 0;
    i += next ? 1 : 0;
  }
}

/// The names of every role, with what each of their words says: "coding" belongs to few roles, "specialist" to most. A
/// word of eight of twenty roles weighs 1, as does a word that no role has.
class Names {
 public:
  Names(const Tables& tables, const Splitter& splitter) {
    std::vector<Bag> bags;
    for (const auto& role : tables.roles) {
      const auto add = [&](Text text, const std::string& title) {
        names_.push_back({text, &role, {}, {}, 0});
        bags.push_back(splitter.bag(title));
        content_.add(bags.back().content);
        level_words_.add(bags.back().level_words);
      };
      // A role's own title may be another role's printed one: employers mean the technician by "Health Information
      // Specialist".
      const std::string title = lower(role.title);
      if (std::ranges::none_of(tables.roles, [&](const Role& other) {
            return std::ranges::find(other.aliases, title) != other.aliases.end();
          })) {
        add(role.title, title);
      }
      for (const Text alias : role.aliases) {
        add(alias, std::string(alias));
      }
    }
    content_.close();
    level_words_.close();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      names_[i].content = content_.numbers(bags[i].content);
      names_[i].level_words = level_words_.numbers(bags[i].level_words);
    }
    weigh(tables.roles.size());
    for (const std::string_view word : of_every_trade) {
      if (const std::size_t known = content_.number(std::string(word)); known != content_.size()) {
        telling_[known] = false;
      }
    }
    information_ = content_.number("information");
    health_ = content_.number("health");
  }

  [[nodiscard]] std::vector<TitleMatch> matches(const Bag& title) const {
    const Asked asked = ask(title);
    std::vector<TitleMatch> found;
    for (const auto& name : names_) {
      const double here = score(asked, name);
      if (here > 0 && (found.empty() || found.back().role != name.role)) {
        found.push_back({name.role, here, name.text});
      } else if (here > 0 && here > found.back().score) {
        found.back() = {name.role, here, name.text};
      }
    }
    std::ranges::stable_sort(found, std::greater{}, &TitleMatch::score);
    return found;
  }

 private:
  void weigh(std::size_t roles) {
    std::vector<double> roles_with(content_.size());
    std::vector<const Role*> last(content_.size());
    for (const auto& name : names_) {
      for (const std::size_t word : name.content) {
        roles_with[word] += last[word] != name.role ? 1 : 0;
        last[word] = name.role;
      }
    }
    for (const double with : roles_with) {
      constexpr double usual_part = 0.4;
      constexpr double most = 2;
      const double surprise = std::log1p(static_cast<double>(roles) / with) / std::log1p(1 / usual_part);
      weights_.push_back(std::min(most, surprise * surprise));
    }
    weights_.push_back(1);  // a word that no alias has
    telling_.assign(weights_.size(), true);
    for (auto& name : names_) {
      for (const std::size_t word : name.content) {
        name.weight += weights_[word];
      }
    }
  }

  [[nodiscard]] Asked ask(const Bag& title) const {
    Asked asked{content_.numbers(title.content), level_words_.numbers(title.level_words), 0, title.content.size(),
                title.level_words.size()};
    for (const auto& word : title.content) {
      asked.weight += weights_[content_.number(word)];
    }
    return asked;
  }

  [[nodiscard]] double score(const Asked& title, const Name& name) const {
    double content = 0;
    bool any = false;
    bool telling = false;
    bool health = false;
    bool information = false;
    each_common(title.content, name.content, [&](std::size_t word) {
      content += weights_[word];
      any = true;
      health = health || word == health_;
      information = information || word == information_;
      telling = telling || (telling_[word] && word != information_);
    });
    if (!any) {
      return 0;
    }
    double levels = 0;
    each_common(title.level_words, name.level_words, [&](std::size_t) { ++levels; });
    const double extra = title.weight - content;
    const double missing = name.weight - content;
    const double missing_levels = static_cast<double>(name.level_words.size()) - levels;
    const double spare_levels = static_cast<double>(title.levels) - levels;
    const double fit = (content + levels) / (content + levels + extra_word_cost * extra + missing_word_cost * missing +
                                             missing_level_cost * missing_levels + spare_level_cost * spare_levels);
    const bool one_word_of_several = title.words == 1 && name.content.size() > 1;  // "Nurse" is no nurse informaticist
    const bool said = telling || (health && information) || missing <= 0;
    if (!said) {
      return fit * nothing_telling;
    }
    return one_word_of_several ? fit / 2 : fit;
  }

  Dictionary content_;
  Dictionary level_words_;
  std::vector<double> weights_;
  std::vector<bool> telling_;    ///< by word: it says something of the work
  std::size_t information_ = 0;  ///< telling beside health alone: information technology is another trade
  std::size_t health_ = 0;
  std::vector<Name> names_;
};

/// Roles by id, title and alias, spelled freely.
class Spellings {
 public:
  explicit Spellings(const Tables& tables) {
    for (const auto& role : tables.roles) {
      for (const Text alias : role.aliases) {
        all_.emplace_back(bare(alias), &role);
      }
    }
    // A role's own title may be another role's printed one, which comes first.
    for (const auto& role : tables.roles) {
      all_.emplace_back(bare(role.id), &role);
      all_.emplace_back(bare(role.title), &role);
    }
    std::ranges::stable_sort(all_, {}, &Spelling::first);
  }

  [[nodiscard]] const Role* find(const std::string& wanted) const {
    const auto it = std::ranges::lower_bound(all_, wanted, {}, &Spelling::first);
    return it != all_.end() && it->first == wanted ? it->second : nullptr;
  }

 private:
  using Spelling = std::pair<std::string, const Role*>;
  std::vector<Spelling> all_;
};

}  // namespace

struct TitleReader::Index {
  explicit Index(const Tables& tables) : splitter(tables) {}

  Splitter splitter;
  std::optional<Spellings> spellings;
  std::optional<Names> names;
};

TitleReader::TitleReader(const Tables& tables) : tables_(tables) {}

TitleReader::~TitleReader() = default;

TitleReader::Index& TitleReader::index() {
  if (!index_) {
    index_ = std::make_unique<Index>(tables_);
  }
  return *index_;
}

const Role* TitleReader::named(std::string_view text) {
  const auto it = std::ranges::find(tables_.roles, lower(text), &Role::id);
  if (it != tables_.roles.end()) {
    return &*it;
  }
  auto& spellings = index().spellings;
  return (spellings ? *spellings : spellings.emplace(tables_)).find(bare(text));
}

TitleReading TitleReader::levels(std::string_view title) {
  Bag bag = index().splitter.bag(title);
  return {{}, bag.rank, bag.grade, std::move(bag.all)};
}

TitleReading TitleReader::read(std::string_view title) {
  auto& names = index().names;
  Bag asked = index().splitter.bag(title);
  return {(names ? *names : names.emplace(tables_, index().splitter)).matches(asked), asked.rank, asked.grade,
          std::move(asked.all)};
}

const Level* TitleReading::level_for(const Tables& tables, const Role& role) const {
  if (rank != nullptr && rank->id != role.level) {
    return rank;
  }
  const bool junior =
      std::ranges::any_of(role.junior, [&](Text word) { return std::ranges::find(words, word) != words.end(); });
  if (junior && rank == nullptr) {
    return &*std::ranges::min_element(tables.levels, {}, [](const Level& level) { return level.id == "I" ? 0 : 1; });
  }
  return grade != nullptr && grade->id != role.level ? grade : nullptr;
}

}  // namespace hisalary
