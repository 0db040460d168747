// SPDX-License-Identifier: MIT
// The facts that are rows of a table, as people name them, and years of experience.

#include <algorithm>
#include <functional>
#include <iterator>

#include "base/number.hpp"
#include "base/suggest.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"
#include "experience.hpp"
#include "hisalary/profile.hpp"
#include "resolve.hpp"

namespace hisalary::query {
namespace {

std::string where(Fact fact) { return std::string(name_of(fact)); }

constexpr FactNoun level_noun{Fact::Level, "level", "levels"};
constexpr FactNoun credential_noun{Fact::Credentials, "credential", "certs"};
constexpr FactNoun education_noun{Fact::Education, "degree", "education"};
constexpr FactNoun setting_noun{Fact::Setting, "kind of employer", "settings"};
constexpr FactNoun skill_noun{Fact::Skills, "skill", "skills"};

/// Every name that a row answers to.
template <class Record, class F> void each_name(const Record& row, F&& f) {
  f(row.id);
  if constexpr (requires { row.title; }) {
    f(row.title);
  }
  if constexpr (requires { row.name; }) {
    f(row.name);
  }
  if constexpr (requires { row.aliases; }) {
    std::ranges::for_each(row.aliases, f);
  }
  if constexpr (requires { row.words; }) {
    std::ranges::for_each(row.words, f);
  }
}

template <class Record> Held bit_of(List<Record> rows, const Record& row) {
  Held held;
  held.set(static_cast<std::size_t>(&row - rows.data()));
  return held;
}

/// The row of an id as it is written, which most texts are: no names need to be learned for it.
template <class Record> const Record* row_of_id(List<Record> rows, std::string_view id) {
  const auto it = std::ranges::find(rows, id, &Record::id);
  return it != rows.end() ? &*it : nullptr;
}

template <class Record> Text title_of(const Record& row) {
  if constexpr (requires { row.title; }) {
    return row.title;
  } else {
    return row.name;
  }
}

/// The row of fact_words.json that holds a text; null when there is none.
const FactWords* words_row(const Tables& tables, Fact fact, Text kind, std::string_view text) {
  const std::string wanted = bare(text);
  const auto it = std::ranges::find_if(tables.fact_words, [&](const FactWords& row) {
    return row.fact == name_of(fact) && row.kind == kind &&
           std::ranges::any_of(row.words, [&](Text word) { return bare(word) == wanted; });
  });
  return it != tables.fact_words.end() ? &*it : nullptr;
}

template <class Record> Error unknown(const Tables& tables, const Phrases& names, List<Record> rows,
                                      std::string_view text, const FactNoun& noun) {
  const std::string list = std::string("\"hisalary list ") + noun.list + "\" shows all";
  std::vector<std::string_view> ids;
  for (const auto& row : rows) {
    ids.push_back(row.id);
  }
  std::string hint = did_you_mean(text, ids, list);
  if (const FactWords* const meant = words_row(tables, noun.fact, "hint", text)) {
    hint = "did you mean " + std::string(meant->id) + "? " + list;
  }
  if (hint == list) {
    const auto near = nearest(text, names.names());
    hint = near.empty() ? list : "did you mean " + std::string(rows[names.row_of(near)].id) + "? " + list;
  }
  return {ErrorCode::NoAnswer, "unknown " + std::string(noun.one) + " " + shown(text), hint, where(noun.fact)};
}

template <class Record> Error several(List<Record> rows, const std::vector<std::size_t>& found, std::string_view text,
                                      const FactNoun& noun, const char* hint) {
  std::vector<std::string> all;
  all.reserve(found.size());
  std::ranges::transform(found, std::back_inserter(all),
                         [&](std::size_t row) { return std::string(title_of(rows[row])); });
  return {ErrorCode::NoAnswer, shown(text) + " could be: " + alternatives(all, all.size()), hint, where(noun.fact)};
}

/// Says what a text was matched to, where it is no name of it.
template <class Record> std::vector<std::string> match_note(const Record& row, std::string_view text) {
  return {shown(text) + " was matched to: " + std::string(title_of(row))};
}

bool has_words(const Tables& tables, Fact fact, Text kind, std::string_view text) {
  const auto words = words_of(text);
  std::string padded = " ";
  for (const auto word : words) {
    padded += bare(word) + " ";
  }
  return std::ranges::any_of(tables.fact_words, [&](const FactWords& row) {
    return row.fact == name_of(fact) && row.kind == kind && std::ranges::any_of(row.words, [&](Text word) {
             return padded.find(" " + std::string(word) + " ") != std::string::npos;
           });
  });
}

}  // namespace

template <class Record> void Words::learn(Phrases& names, List<Record> rows, Fact fact) const {
  if (!names.empty()) {
    return;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    each_name(rows[i], [&](Text name) { names.add(name, i); });
  }
  for (const auto& row : tables_.fact_words) {
    if (row.fact == name_of(fact) && row.kind == "filler") {
      std::ranges::for_each(row.words, [&](Text word) { names.add_filler(word); });
    }
  }
  names.finish();
}

/// Rows of a list in one text: a name, or names with nothing but fillers between them.
template <class Record>
Resolved<Held> Words::held(Phrases& names, List<Record> rows, std::string_view text, const FactNoun& noun) const {
  const auto value = readable(text, noun.fact);
  if (value.error) {
    return {{}, value.error, {}};
  }
  if (const auto* const own = row_of_id(rows, value.value)) {
    return {bit_of(rows, *own), {}, {}};
  }
  learn(names, rows, noun.fact);
  const std::size_t row = names.exact(value.value);
  if (row != Phrases::no_row) {
    return {bit_of(rows, rows[row]), {}, {}};
  }
  const auto found = names.find(value.value);
  if (!found.unknown.empty() || found.rows.empty()) {
    const bool whole = found.rows.empty() || found.unknown.empty();
    return {{}, unknown(tables_, names, rows, whole ? value.value : found.unknown.front(), noun), {}};
  }
  if (found.alternatives && found.rows.size() > 1) {
    return {
        {}, several(rows, found.rows, value.value, noun, "give those that the person has, with commas between"), {}};
  }
  Resolved<Held> out;
  for (const std::size_t one : found.rows) {
    out.value |= bit_of(rows, rows[one]);
  }
  return out;
}

Resolved<const Level*> Words::level(std::string_view text) {
  const auto value = readable(text, Fact::Level);
  if (value.error) {
    return {nullptr, value.error, {}};
  }
  if (const auto* const own = row_of_id(tables_.levels, value.value)) {
    return {own, {}, {}};
  }
  learn(levels_, tables_.levels, Fact::Level);
  const std::size_t row = levels_.exact(value.value);
  if (row != Phrases::no_row) {
    return {&tables_.levels[row], {}, {}};
  }
  const auto found = levels_.find(value.value);
  if (found.rows.empty() || !found.unknown.empty()) {
    return {nullptr, unknown(tables_, levels_, tables_.levels, value.value, level_noun), {}};
  }
  if (found.rows.size() > 1) {
    return {nullptr, several(tables_.levels, found.rows, value.value, level_noun, "give one of them"), {}};
  }
  return {&tables_.levels[found.rows.front()], {}, {}};
}

bool Words::is_degree(std::string_view word) {
  learn(education_, tables_.education, Fact::Education);
  return education_.exact(word) != Phrases::no_row;
}

Resolved<CredentialWord> Words::credential(std::string_view word) {
  const auto value = readable(word, Fact::Credentials);
  const bool none = !value.error && (bare(value.value) == "none" ||
                                     words_row(tables_, Fact::Credentials, "none", value.value) != nullptr);
  if (none) {
    return {{{}, true}, {}, {}};
  }
  auto found = held(credentials_, tables_.credentials, word, credential_noun);
  Resolved<CredentialWord> out;
  if (found.error && !value.error) {
    std::string rest;  // of "RN BSN CCDS"
    for (const std::string_view one : words_of(value.value)) {
      if (is_degree(one)) {
        out.notes.push_back(shown(one) + " is a degree, not a credential; give it as education for it to count");
      } else {
        rest += std::string(rest.empty() ? "" : " ") + std::string(one);
      }
    }
    if (rest.empty()) {
      return out;
    }
    found = out.notes.empty() ? std::move(found) : held(credentials_, tables_.credentials, rest, credential_noun);
  }
  if (found.error) {
    return {{}, std::move(found.error), {}};
  }

  out.value.held = found.value;
  const std::string wanted = bare(value.value);
  for (std::size_t i = 0; i < tables_.credentials.size(); ++i) {
    const Credential& credential = tables_.credentials[i];
    if (found.value.test(i) && !credential.former_name.empty() &&
        wanted.find(bare(credential.id)) == std::string::npos) {
      out.notes.push_back(shown(value.value) + " is now " + std::string(credential.id) + " (" +
                          std::string(credential.name) + ")");
    }
  }
  return out;
}

Resolved<Experience> Words::years(std::string_view text) const {
  const auto value = readable(text, Fact::Years);
  if (value.error) {
    return {{}, value.error, {}};
  }
  const auto wrong = [&](const char* what, const char* hint) -> Resolved<Experience> {
    return {{}, Error(ErrorCode::Usage, shown(value.value) + what, hint, where(Fact::Years)), {}};
  };
  constexpr const char* allowed = "allowed: 0 to 60 years";

  const bool negative = value.value.starts_with('-');
  const auto read = read_experience(negative ? value.value.substr(1) : value.value, tables_.fact_words);
  if (!read) {
    return wrong(" is not a number of years", "write it like 6, 1.5, 3-5, 10+ or 18 months");
  }
  const Experience& years = read->years;
  if (negative || years.most() > Years::most) {
    return wrong(" is out of range", allowed);
  }
  Resolved<Experience> out{years, {}, {}};
  if (years.is_open() || (read->stage && years.is_range())) {
    out.notes.push_back(shown(value.value) + " was averaged over " + number_text(years.least()) + " to " +
                        number_text(years.most()) + " years");
  }
  return out;
}

/// The highest degree of those that a text names.
Resolved<const Education*> Words::education(std::string_view text) {
  const auto value = readable(text, Fact::Education);
  if (value.error) {
    return {nullptr, value.error, {}};
  }
  if (const auto* const own = row_of_id(tables_.education, value.value)) {
    return {own, {}, {}};
  }
  learn(education_, tables_.education, Fact::Education);
  const std::size_t row = education_.exact(value.value);
  if (row != Phrases::no_row) {
    return {&tables_.education[row], {}, {}};
  }
  const auto found = education_.find(value.value);
  if (found.rows.empty()) {
    return {nullptr, unknown(tables_, education_, tables_.education, value.value, education_noun), {}};
  }
  if (has_words(tables_, Fact::Education, "unfinished", value.value)) {
    return {nullptr,
            Error(ErrorCode::NoAnswer, shown(value.value) + " is a degree that is not finished",
                  "give the highest degree earned so far", where(Fact::Education)),
            {}};
  }
  if (found.alternatives && found.rows.size() > 1) {
    return {nullptr,
            several(tables_.education, found.rows, value.value, education_noun, "give the highest degree earned"),
            {}};
  }
  const std::size_t best =
      *std::ranges::max_element(found.rows, {}, [&](std::size_t i) { return tables_.education[i].rank; });
  return {&tables_.education[best], {}, match_note(tables_.education[best], value.value)};
}

Resolved<const Setting*> Words::setting(std::string_view text) {
  const auto value = readable(text, Fact::Setting);
  if (value.error) {
    return {nullptr, value.error, {}};
  }
  if (const auto* const own = row_of_id(tables_.settings, value.value)) {
    return {own, {}, {}};
  }
  learn(settings_, tables_.settings, Fact::Setting);
  const std::size_t row = settings_.exact(value.value);
  if (row != Phrases::no_row) {
    return {&tables_.settings[row], {}, {}};
  }
  const auto found = settings_.find(value.value);
  if (found.rows.empty()) {
    return {nullptr, unknown(tables_, settings_, tables_.settings, value.value, setting_noun), {}};
  }
  if (found.rows.size() > 1) {
    return {nullptr, several(tables_.settings, found.rows, value.value, setting_noun, "give one of them"), {}};
  }
  const Setting& setting = tables_.settings[found.rows.front()];
  return {&setting, {}, match_note(setting, value.value)};
}

Resolved<Held> Words::skill(std::string_view word) { return held(skills_, tables_.skills, word, skill_noun); }

std::vector<std::string> superseded_notes(const Tables& tables, const Held& held) {
  std::vector<std::string> notes;
  for (std::size_t i = 0; i < tables.credentials.size(); ++i) {
    const std::string id(tables.credentials[i].id);
    for (const Text other : tables.credentials[i].supersedes) {
      const auto it = std::ranges::find(tables.credentials, other, &Credential::id);
      if (held.test(i) && (held & bit_of(tables.credentials, *it)).any()) {
        std::string& note = notes.emplace_back(id);
        note.append(" includes ").append(other).append("; only ").append(id).append(" counts");
      }
    }
  }
  return notes;
}

}  // namespace hisalary::query
