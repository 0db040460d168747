// SPDX-License-Identifier: MIT
#include "ndjson.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/utf8.hpp"
#include "json_skip.hpp"
#include "json_text.hpp"
#include "stops.hpp"

namespace hisalary::batch {
namespace {

constexpr std::size_t short_size = 16;  // of keys that are looked up by hash, and of heads

using Words = std::array<std::uint64_t, 2>;

/// Masks for the first bytes of sixteen, by their number.
Words first_bytes(std::size_t size) noexcept {
  static constexpr std::array<unsigned char, 2 * short_size> ends = [] {
    std::array<unsigned char, 2 * short_size> bytes{};
    std::fill_n(bytes.begin(), short_size, 0xff);
    return bytes;
  }();
  Words mask;
  std::memcpy(mask.data(), &ends[short_size - size], sizeof mask);
  return mask;
}

/// The first bytes of a text, up to sixteen of them, with zeros behind.
Words words_of(const char* at, std::size_t size) noexcept {
  const Words mask = first_bytes(size);
  Words words;
  std::memcpy(words.data(), at, sizeof words);
  return {words[0] & mask[0], words[1] & mask[1]};
}

std::size_t hash_of(const Words& words) noexcept {
  constexpr std::uint64_t spread = 0x9e3779b97f4a7c15U;
  constexpr unsigned shift = 58;  // leaves the number of a slot
  return ((words[0] ^ std::rotl(words[1], 7)) * spread) >> shift;
}

std::uint64_t bit(std::size_t place) noexcept { return std::uint64_t{1} << place; }

/// The end of a line: where its line feed is.
const char* end_of_line(PaddedText block, const char* at) noexcept {
  return static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(block.end() - at)));
}

/// Whether digits are all of a number, and one that is written in no other way.
bool is_short_number(const char* at, const char* end, std::ptrdiff_t longest) noexcept {
  const bool whole = *end != '.' && *end != 'e' && *end != 'E';
  return end != at && end - at <= longest && (*at != '0' || end == at + 1) && whole;
}

}  // namespace

NdjsonReader::NdjsonReader(const std::vector<std::string>& keep, bool refuse_unknown,
                           const std::vector<std::pair<Fact, std::string>>& map)
    : refuse_unknown_(refuse_unknown) {
  const auto add_fact = [&](std::string_view name, Fact fact) {
    const query::FactForm& form = query::form_of(fact);
    Key key;
    key.fact = static_cast<std::size_t>(form.fact);
    key.bits = bit(key.fact);
    key.takes_text = !form.is_flag;
    key.takes_number = form.number_fits;
    add_key(name, key);
  };
  for (const auto& form : query::fact_forms) {
    add_fact(form.name, form.fact);
  }
  add_fact("as-of", Fact::AsOf);
  add_fact("salary", Fact::Pay);
  for (const auto& [fact, name] : map) {
    add_fact(name, fact);
  }

  for (std::size_t i = 0; i < keep.size(); ++i) {
    const auto known = std::ranges::find(keys_, keep[i], &std::pair<std::string, Key>::first);
    Key key = known != keys_.end() ? known->second : Key{};
    key.kept = i;
    key.bits |= bit(fact_count + i);
    if (known != keys_.end()) {
      known->second = key;
    } else {
      add_key(keep[i], key);
    }
  }

  for (auto& [name, key] : keys_) {
    if (name.size() <= short_size) {
      const PaddedString padded(name);
      key.words = words_of(padded.text().data(), name.size());
      std::size_t slot = hash_of(key.words);
      while (table_[slot].bits != 0) {
        slot = (slot + 1) % slots;
      }
      table_[slot] = key;
    }
  }
}

/// A key that is there already says something else from now on.
void NdjsonReader::add_key(std::string_view name, const Key& key) {
  const auto known = std::ranges::find(keys_, name, &std::pair<std::string, Key>::first);
  if (known != keys_.end()) {
    known->second = key;
  } else {
    keys_.emplace_back(name, key);
  }
}

inline const NdjsonReader::Key* NdjsonReader::find_key(const Words& words) const noexcept {
  for (std::size_t slot = hash_of(words); table_[slot].bits != 0; slot = (slot + 1) % slots) {
    const Key& key = table_[slot];
    if (((key.words[0] ^ words[0]) | (key.words[1] ^ words[1])) == 0) {
      return &key;
    }
  }
  return nullptr;
}

/// The same for a key of any length.
const NdjsonReader::Key* NdjsonReader::named_key(std::string_view name) const noexcept {
  const auto known = std::ranges::find(keys_, name, &std::pair<std::string, Key>::first);
  return known != keys_.end() ? &known->second : nullptr;
}

inline bool NdjsonReader::Prediction::holds(const char* at) const noexcept {
  Words words;
  std::memcpy(words.data(), at, sizeof words);
  return (((words[0] ^ head[0]) & mask[0]) | ((words[1] ^ head[1]) & mask[1])) == 0;
}

/// Learns what stands at a place. Where rows differ in the order of their keys, learning from each would cost more than
/// it saves.
inline void NdjsonReader::predict(std::size_t index, const char* from, const char* value, const Key& key) {
  constexpr unsigned patience = 8;
  if (index >= most_predicted || (predictions_[index].misses++ % patience) != 0) {
    return;
  }
  const bool opened = *value == '"' && key.takes_text;
  const auto size = static_cast<std::size_t>(value - from) + (opened ? 1U : 0U);
  if (size <= short_size) {
    predictions_[index] = {words_of(from, size), first_bytes(size), size, &key, opened, predictions_[index].misses};
  }
}

const char* NdjsonReader::fail(Fault::Kind kind, Fact fact, std::string_view name, std::string_view found) {
  const bool ends_the_row = kind == Fault::Kind::NotJson || kind == Fault::Kind::TooDeep;
  if (!fault_ || ends_the_row) {  // else the first one counts
    fault_.kind = kind;
    fault_.fact = fact;
    fault_.name = name;
    fault_.found = found;
  }
  return nullptr;
}

const char* NdjsonReader::skip(const char* at) {
  bool too_deep = false;
  const char* const end = skip_value(at, too_deep);
  if (end != nullptr) {
    return end;
  }
  return fail(too_deep ? Fault::Kind::TooDeep : Fault::Kind::NotJson);
}

Line NdjsonReader::read(PaddedText block, const char*& at, Row& row, PaddedArena& texts) {
  Reading reading{block, row, texts};
  const char* const start = at;
  fault_.kind = Fault::Kind::None;

  // Most rows begin without blanks.
  const char* const first = *at == '{' ? at : skip_blanks(at);
  if (*first == '{') {
    const char* const end = read_members(reading, first);
    if (end == nullptr) {
      return give_up(reading, start, at);
    }
    at = end;
    return finish(reading, at);
  }
  if (*first == '\n') {
    at = first + 1;
    return Line::Blank;
  }

  const char* const end = skip(first);
  if (end != nullptr) {
    const bool valid = *skip_blanks(end) == '\n';
    (void)fail(valid ? Fault::Kind::NotAnObject : Fault::Kind::NotJson, Fact::Role, {}, type_of(first, end));
  }
  return give_up(reading, start, at);
}

/// What comes behind the last brace.
inline Line NdjsonReader::finish(Reading& reading, const char*& at) {
  const char* const end = *at == '\n' ? at : skip_blanks(at);
  if (*end != '\n') {
    (void)fail(Fault::Kind::NotJson);
    return give_up(reading, end, at);
  }
  reading.row.facts.mark(static_cast<std::uint32_t>(reading.seen & ~reading.absent & (bit(fact_count) - 1)));
  reading.row.mark_kept(static_cast<std::uint32_t>(reading.seen >> fact_count));
  at = end + 1;
  return fault_ ? Line::Faulty : Line::Row;
}

/// Goes to the next line. `from` is a place in the row, before all that was not checked.
[[gnu::noinline]] Line NdjsonReader::give_up(Reading& reading, const char* from, const char*& at) {
  const char* const end = end_of_line(reading.block, from);
  if (fault_.kind == Fault::Kind::NotJson && !is_utf8({from, end})) {
    fault_.kind = Fault::Kind::NotUtf8;
  }
  reading.row.facts.clear();
  reading.row.mark_kept(static_cast<std::uint32_t>(reading.seen >> fact_count));
  at = end + 1;
  return Line::Faulty;
}

/// Reads the object at `at` and gives its end; null when it cannot be read on. Long, since every byte passes its loop.
const char* NdjsonReader::read_members(Reading& reading, const char* at) {  // NOLINT(*-cognitive-complexity)
  for (std::size_t index = 0;; ++index) {
    const Key* key = nullptr;
    const char* value = nullptr;
    bool opened = false;

    if (index < most_predicted && predictions_[index].size != 0 && predictions_[index].holds(at)) {
      key = predictions_[index].key;
      opened = predictions_[index].opened;
      value = at + predictions_[index].size;
    } else {
      const char* const from = at;
      at = skip_blanks(at);
      if (index > 0 && *at == '}') {
        return at + 1;
      }
      key = read_key(at, index);
      if (key == nullptr) {
        return index == 0 && *at == '}' && !fault_ ? at + 1 : nullptr;
      }
      value = at;
      predict(index, from, value, *key);
      opened = *value == '"' && key->takes_text;
      value += opened ? 1 : 0;
    }

    if ((reading.seen & key->bits) != 0) {
      at = skip_second(*key, value - (opened ? 1 : 0));
      if (at == nullptr) {
        return nullptr;
      }
      continue;
    }

    // Most values are plain texts and short whole numbers.
    const char* stop = nullptr;
    const char* next = nullptr;
    bool plain = false;
    if (opened) {
      stop = find_stop(value);
      next = stop + 1;
      plain = *stop == '"' && stop != value && *value != ' ';
    } else {
      stop = next = find_no_digit(value);
      plain = key->takes_number && is_short_number(value, stop, most_digits);
    }
    if (plain) {
      reading.row.facts.put(static_cast<Fact>(key->fact), reading.block.between(value, stop));
      reading.row.put_kept(key->kept, reading.block.between(value - (opened ? 1 : 0), next));
      at = next;
    } else {
      at = read_value(reading, value - (opened ? 1 : 0), *key);
      if (at == nullptr) {
        return nullptr;
      }
    }
    reading.seen |= key->bits;
  }
}

/// Passes over the value of a key that was given before: the first one is handed back.
[[gnu::noinline]] const char* NdjsonReader::skip_second(const Key& key, const char* value) {
  const auto known = std::ranges::find(keys_, key.bits, [](const auto& one) { return one.second.bits; });
  (void)fail(Fault::Kind::Twice, Fact::Role, known->first);
  return skip(value);
}

/// Reads a comma or a brace, a key and a colon, and moves `at` to the value. Null when it cannot, with `at` at the
/// closing brace when an object is empty.
const NdjsonReader::Key* NdjsonReader::read_key(const char*& at, std::size_t index) {
  if (*at != (index == 0 ? '{' : ',')) {
    (void)fail(Fault::Kind::NotJson);
    return nullptr;
  }
  at = skip_blanks(at + 1);
  if (index == 0 && *at == '}') {
    return nullptr;
  }
  if (*at != '"') {
    (void)fail(Fault::Kind::NotJson);
    return nullptr;
  }

  const char* const start = at + 1;
  const char* end = find_stop(start);
  const Key* key = nullptr;
  if (*end == '"' && end - start <= static_cast<std::ptrdiff_t>(short_size)) {
    key = find_key(words_of(start, static_cast<std::size_t>(end - start)));
  }
  if (key == nullptr) {
    key = read_other_key(start, end);
  }
  if (key == nullptr) {
    return nullptr;
  }

  at = end[1] == ':' ? end + 1 : skip_blanks(end + 1);
  if (*at != ':') {
    (void)fail(Fault::Kind::NotJson);
    return nullptr;
  }
  at = skip_blanks(at + 1);
  return key;
}

/// A key that is not among the known ones as it is written: long, with escapes, or unknown.
const NdjsonReader::Key* NdjsonReader::read_other_key(const char* start, const char*& end) {
  const TextEnd found = find_quote(start);
  if (found.quote == nullptr) {
    (void)fail(Fault::Kind::NotJson);
    return nullptr;
  }
  end = found.quote;
  const std::string_view written(start, end);
  const bool may_be_known = found.has_escapes || written.size() > short_size;
  if (!may_be_known && !refuse_unknown_) {
    return &other_;
  }

  const std::string name = decoded(written);
  if (const Key* const key = named_key(name)) {
    return key;
  }
  if (refuse_unknown_) {
    (void)fail(Fault::Kind::UnknownKey, Fact::Role, name);
  }
  return &other_;
}

}  // namespace hisalary::batch
