// SPDX-License-Identifier: MIT
#include "title_index.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace hisalary::query {
namespace {

constexpr std::size_t longest_phrase = 5;
constexpr std::size_t shortest_cut = 5;   // "admin" is spelled out in title_words.json
constexpr std::size_t shortest_slip = 6;  // short words are near too many others

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool in_token(char c) { return is_word(c) || c == '/' || c == '-' || c == '.' || c == '\'' || c == '&' || c == '+'; }

template <class F> void each_word(std::string_view text, F&& f) {
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_word(text[end])) {
      ++end;
    }
    f(text.substr(i, end - i));
    i = end;
  }
}

/// The word that a number counts, right behind it: of " years", "+ years", "-day".
std::string_view counted_word(std::string_view text) {
  text.remove_prefix(text.starts_with('+') ? 1 : 0);
  text.remove_prefix(text.starts_with(' ') || text.starts_with('-') ? 1 : 0);
  return {text.begin(), std::ranges::find_if_not(text, is_word)};
}

std::string_view last_word(std::string_view text) {
  const auto end = std::find_if(text.rbegin(), text.rend(), is_word).base();
  const auto start = std::find_if_not(std::make_reverse_iterator(end), text.rend(), is_word).base();
  return {start, end};
}

/// The first letters of a word that may be cut off behind them, as a number.
std::uint64_t start_of(std::string_view word) {
  std::uint64_t start = 0;
  for (std::size_t i = 0; i < shortest_cut; ++i) {
    start = start << 8U | static_cast<unsigned char>(word[i]);
  }
  return start;
}

std::string_view singular(std::string_view word) {
  const bool plural = word.ends_with('s') && !word.ends_with("ss");
  return plural ? word.substr(0, word.size() - 1) : word;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::uint64_t singular_hash(std::string_view title) {
  std::uint64_t hash = hash_start;
  const std::string lower = lower_ascii(title);
  each_word(lower, [&](std::string_view word) { hash = hash_on(hash, singular(word)); });
  return hash;
}

/// Whether one letter more, less or other, or two swapped, turns one word into the other.
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() + 1 < b.size() || b.size() + 1 < a.size() || a.front() != b.front()) {
    return false;
  }
  const auto [left, right] = std::ranges::mismatch(a, b);
  const std::string_view x(left, a.end());
  const std::string_view y(right, b.end());
  if (x.empty() || y.empty()) {
    return true;
  }
  const bool swapped = x.size() > 1 && y.size() > 1 && x[0] == y[1] && x[1] == y[0] && x.substr(2) == y.substr(2);
  return x.substr(1) == y.substr(1) || x == y.substr(1) || x.substr(1) == y || swapped;
}

/// Behind a bracket with digits, which is a class number or an exam code: "(#003615)". Else where it was.
std::size_t behind_number(std::string_view title, std::size_t at) {
  const auto end = title.find(')', at);
  const bool number =
      end != std::string_view::npos && title.substr(at, end - at).find_first_of("0123456789") != std::string_view::npos;
  return number ? end + 1 : at + 1;
}

/// A phrase, and each of its words.
std::size_t keys_of(Text phrase) { return 2 + static_cast<std::size_t>(std::ranges::count(phrase, ' ')); }

std::size_t most_entries(const Tables& tables) {
  std::size_t most = 0;
  const auto add = [&](List<Text> phrases) {
    for (const Text phrase : phrases) {
      most += keys_of(phrase);
    }
  };
  for (const auto& word : tables.title_words) {
    most += 1 + keys_of(word.means);
  }
  for (const auto& topic : tables.title_concepts) {
    add(topic.words);
  }
  for (const auto& level : tables.levels) {
    add(level.words);
  }
  return most;
}

/// An id, a title and other names for each row.
template <class Record> std::size_t most_names(List<Record> rows, List<Text> Record::*others) {
  std::size_t most = 2 * rows.size();
  for (const auto& row : rows) {
    most += (row.*others).size();
  }
  return most;
}

}  // namespace

std::uint64_t bare_hash(std::string_view text) {
  std::uint64_t hash = hash_start;
  for (char c : text) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (is_word(c)) {
      hash = hash_on(hash, {&c, 1});
    }
  }
  return hash;
}

TitleIndex::TitleIndex(const Tables& tables)
    : tables_(tables),
      entries_(most_entries(tables)),
      listed_(most_names(tables.roles, &Role::aliases)),
      occupations_(most_names(tables.occupations, &Occupation::older_titles)),
      singular_occupations_(most_names(tables.occupations, &Occupation::older_titles)) {
  HashTable<std::size_t> rows(tables.title_concepts.size());
  of_level_.resize(tables.levels.size());
  for (const auto& word : tables.title_words) {
    entries_.at(hash_on(hash_start, word.word)).spelled = &word;
    add_phrase(word.means);
  }
  for (std::size_t row = 0; row < tables.title_concepts.size(); ++row) {
    const auto& topic = tables.title_concepts[row];
    rows.at(hash_on(hash_start, topic.id)) = row;
    noise_ = topic.id == "noise" ? row : noise_;
    often_misspelled_ = topic.id == "often-misspelled" ? &topic : often_misspelled_;
    if (topic.id == "counted" || topic.id == "numbered") {
      (topic.id == "counted" ? counted_ : numbered_) = &topic;
      continue;  // words of what stands beside them, not of the work
    }
    for (const Text phrase : topic.words) {
      if (phrase.starts_with('@')) {
        const auto level = std::ranges::find(tables.levels, phrase.substr(1), &Level::id);
        of_level_[static_cast<std::size_t>(level - tables.levels.begin())].add(row);
        continue;
      }
      add_phrase(phrase).concepts.add(row);
    }
  }
  for (const auto& level : tables.levels) {
    for (const Text phrase : level.words) {
      add_phrase(phrase).level = &level;
    }
  }
  for (const auto& role : tables.roles) {
    for (const Text alias : role.aliases) {
      listed_.at(bare_hash(alias)) = &role;
    }
  }
  // A role's own name comes before what another role lists.
  for (const auto& role : tables.roles) {
    listed_.at(bare_hash(role.id)) = &role;
    listed_.at(bare_hash(role.title)) = &role;
  }
  add_occupations();

  const auto set_of = [&](List<Text> names) {
    Concepts set;
    for (const Text name : names) {
      set.add(*rows.find(hash_on(hash_start, name)));
    }
    return set;
  };
  rules_.reserve(tables.title_rules.size());
  for (const auto& rule : tables.title_rules) {
    rules_.push_back({set_of(rule.all), set_of(rule.none)});
  }
}

TitleIndex::Entry& TitleIndex::add_phrase(std::string_view phrase) {
  Entry& entry = entries_.at(hash_on(hash_start, phrase));
  const bool alone = phrase.find(' ') == std::string_view::npos;
  entry.word = entry.word || alone;
  each_word(phrase, [&](std::string_view word) {
    if (!alone) {
      entries_.at(hash_on(hash_start, word)).word = true;
    }
    if (word.size() >= shortest_cut) {
      starts_.push_back(start_of(word));
      long_words_.push_back(word);
    }
  });
  return entry;
}

void TitleIndex::add_occupations() {
  const auto add = [&](std::string_view title, const Occupation& occupation) {
    occupations_.at(bare_hash(title)) = &occupation;
    singular_occupations_.at(singular_hash(title)) = &occupation;
  };
  for (const auto& occupation : tables_.occupations) {
    for (const Text title : occupation.older_titles) {
      add(title, occupation);
    }
    add(occupation.title, occupation);
  }
}

const TitleIndex::Entry* TitleIndex::find(std::string_view word) const {
  return entries_.find(hash_on(hash_start, word));
}

bool TitleIndex::knows(std::string_view word) const {
  const Entry* const entry = find(word);
  return entry != nullptr && (entry->word || entry->spelled != nullptr);
}

void TitleIndex::spell(std::string_view word, std::vector<std::string_view>& out) const {
  const Entry* const entry = find(word);
  if (entry == nullptr || entry->spelled == nullptr) {
    out.push_back(word);
    return;
  }
  each_word(entry->spelled->means, [&](std::string_view part) { out.push_back(part); });
}

/// Whether a part of a title is a number that counts or names something else than a level: of an amount ($5,000, 1.0)
/// or a span (3-5 yrs, 8-5), before what it counts (2 years) or behind what it names (step 3).
bool TitleIndex::is_no_level(std::string_view title, std::string_view number) const {
  if (!is_digits(number)) {
    return false;
  }
  const auto start = static_cast<std::size_t>(number.data() - title.data());
  const std::string_view before = title.substr(0, start);
  const std::string_view behind = title.substr(start + number.size());
  const auto joins = [](std::string_view text, std::size_t mark, std::size_t digit) {
    return text.size() >= 2 && std::string_view(".,-").find(text[mark]) != std::string_view::npos &&
           is_digit(text[digit]);
  };
  if (before.ends_with('$') || joins(before, before.size() - 1, before.size() - 2) || joins(behind, 0, 1) ||
      behind.starts_with('%')) {
    return true;
  }

  const auto listed = [](const TitleConcept* words, std::string_view word) {
    return words != nullptr && std::ranges::find(words->words, word) != words->words.end();
  };
  return listed(counted_, counted_word(behind)) || listed(numbered_, last_word(before));
}

/// A token such as p/a or in-patient is looked up whole before it is split.
void TitleIndex::split(std::string_view lower, std::vector<std::string_view>& out) const {
  for (std::size_t i = 0; i < lower.size();) {
    if (!in_token(lower[i])) {
      i = lower[i] == '(' ? behind_number(lower, i) : i + 1;
      continue;
    }
    std::size_t end = i;
    while (end < lower.size() && in_token(lower[end])) {
      ++end;
    }
    std::string_view token = lower.substr(i, end - i);
    token = token.substr(0, token.find_last_not_of(".'-") + 1);
    const Entry* const whole = find(token);
    if (whole != nullptr && whole->spelled != nullptr) {
      spell(token, out);
    } else {
      each_word(token, [&](std::string_view part) {
        if (!is_no_level(lower, part)) {
          spell(part, out);
        }
      });
    }
    i = end;
  }
}

std::string_view TitleIndex::completed(std::string_view start) const {
  std::string_view best;
  const std::uint64_t wanted = start_of(start);
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    const std::string_view word = long_words_[i];
    if (starts_[i] == wanted && word.starts_with(start) && (best.empty() || word < best)) {
      best = word;
    }
  }
  return best;
}

/// The known word that an unknown one stands for: its singular, what a payroll's column cut off, one slip away.
std::string_view TitleIndex::corrected(std::string_view word, bool last) const {
  if (knows(singular(word))) {
    return singular(word);
  }
  if (last && word.size() >= shortest_cut) {
    if (const auto whole = completed(word); !whole.empty()) {
      return whole;
    }
  }
  if (word.size() >= shortest_slip && often_misspelled_ != nullptr) {
    const auto near =
        std::ranges::find_if(often_misspelled_->words, [&](Text known) { return one_slip_apart(word, known); });
    return near != often_misspelled_->words.end() ? std::string_view(*near) : std::string_view();
  }
  return {};
}

void TitleIndex::mark_levels(TitleWords& title) const {
  title.level_words.assign(title.words.size(), false);
  for (std::size_t length = longest_phrase; length > 0; --length) {
    for (std::size_t i = 0; i + length <= title.words.size(); ++i) {
      std::uint64_t hash = hash_start;
      bool free = true;
      for (std::size_t k = i; k < i + length; ++k) {
        hash = hash_on(k == i ? hash : hash_on(hash, " "), title.words[k]);
        free = free && !title.level_words[k];
      }
      const Entry* const entry = free ? entries_.find(hash) : nullptr;
      if (entry == nullptr) {
        continue;
      }
      if (entry->level != nullptr) {
        std::fill_n(title.level_words.begin() + static_cast<std::ptrdiff_t>(i), length, true);
        const Level*& level = entry->level->kind == "rank" ? title.rank : title.grade;
        level = level == nullptr || level->rank < entry->level->rank ? entry->level : level;
      }
    }
  }
  for (const Level* const level : {title.rank, title.grade}) {
    if (level != nullptr) {
      title.concepts.add(of_level_[static_cast<std::size_t>(level - tables_.levels.data())]);
    }
  }
}

void TitleIndex::mark_concepts(TitleWords& title) const {
  for (std::size_t i = 0; i < title.words.size(); ++i) {
    std::uint64_t hash = hash_start;
    const std::size_t end = std::min(title.words.size(), i + longest_phrase);
    for (std::size_t k = i; k < end; ++k) {
      hash = hash_on(k == i ? hash : hash_on(hash, " "), title.words[k]);
      if (const Entry* const entry = entries_.find(hash)) {
        title.concepts.add(entry->concepts);
      }
    }
  }
}

TitleWords TitleIndex::words(std::string_view lower) const {
  std::vector<std::string_view> raw;
  raw.reserve(16);
  split(lower, raw);
  TitleWords title;
  title.words.reserve(raw.size() + 8);
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const std::string_view word = raw[i];
    if (knows(word)) {
      title.words.push_back(word);
      continue;
    }
    const std::string_view known = corrected(word, i + 1 == raw.size());
    if (known.empty()) {
      ++title.unknown;
      title.words.push_back(word);
    } else {
      spell(known, title.words);
    }
  }
  mark_levels(title);
  mark_concepts(title);
  return title;
}

bool TitleIndex::is_noise(std::string_view word) const {
  const Entry* const entry = find(word);
  return is_digits(word) || (entry != nullptr && entry->concepts.has(noise_));
}

const Role* TitleIndex::listed(std::uint64_t bare_title) const {
  const auto* const role = listed_.find(bare_title);
  return role != nullptr ? *role : nullptr;
}

const Occupation* TitleIndex::occupation(std::string_view title) const {
  const auto* const found = occupations_.find(bare_hash(title));
  return found != nullptr ? *found : nullptr;
}

const Occupation* TitleIndex::occupation_of_singular(std::string_view title) const {
  const auto* const found = singular_occupations_.find(singular_hash(title));
  return found != nullptr ? *found : nullptr;
}

const TitleRule* TitleIndex::rule(const Concepts& concepts) const {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    if (concepts.has_all(rules_[i].all) && !concepts.has_any(rules_[i].none)) {
      return &tables_.title_rules[i];
    }
  }
  return nullptr;
}

}  // namespace hisalary::query
