// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/padded.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"
#include "hisalary/facts.hpp"
#include "phrases.hpp"
#include "title.hpp"

namespace hisalary::query {

/// What a text of one fact means, or why it means nothing; `notes` say what it was matched to, where that is no matter
/// of course.
template <class Value> struct Resolved {
  Value value{};
  std::optional<Error> error;
  std::vector<std::string> notes;
};

/// A job: one of the first two is set.
struct Job {
  const Role* role = nullptr;
  const Occupation* occupation = nullptr;
  const Level* level = nullptr;  ///< that the title gives; null: none
};

/// One text of a list of credentials: one of them, or several ("CPC CPMA", "RHIA and CCS").
struct CredentialWord {
  Held held;
  bool none = false;  ///< "none"
};

/// What a place that people typed means.
struct PlaceMeaning {
  const Area* area = nullptr;  ///< null: the nation
  bool remote = false;
};

/// What a fact is called in messages, and the list that shows its values.
struct FactNoun {
  Fact fact;
  const char* one;
  const char* list;
};

/// Where a county's wages are looked up.
struct CountyArea {
  const Area* area = nullptr;
  const Area* state = nullptr;
};

/// One function for each fact turns a text into a value or an error; nothing else does. A text is trimmed first; blank
/// ones, and those over 200 bytes, are errors. Errors are Usage (malformed) or NoAnswer (unknown), say what is allowed
/// and the nearest right word, and carry the fact's name in where().
class Words {
 public:
  /// `tables` must outlive it. What look-ups need is worked out when it is first needed, and kept: one for each thread.
  explicit Words(const Tables& tables);

  [[nodiscard]] Resolved<Job> role(std::string_view text);
  /// Without a role the answer is for the most general one.
  [[nodiscard]] Resolved<Job> no_role() const;
  [[nodiscard]] Resolved<const Level*> level(std::string_view text);
  [[nodiscard]] Resolved<CredentialWord> credential(std::string_view word);
  [[nodiscard]] Resolved<Experience> years(std::string_view text) const;
  [[nodiscard]] Resolved<const Education*> education(std::string_view text);
  /// `state`: null, or the state that is given as well; a place outside it is an error.
  [[nodiscard]] Resolved<PlaceMeaning> place(std::string_view text, const Area* state) const;
  [[nodiscard]] Resolved<const Area*> state(std::string_view text) const;
  /// `state`: as for place.
  [[nodiscard]] Resolved<const Area*> metro(std::string_view text, const Area* state) const;
  [[nodiscard]] Resolved<CountyArea> county(std::string_view text, const Area* state) const;
  [[nodiscard]] Resolved<bool> remote(std::string_view text) const;
  [[nodiscard]] Resolved<const Setting*> setting(std::string_view text);
  [[nodiscard]] Resolved<Held> skill(std::string_view word);
  [[nodiscard]] Resolved<AsOf> as_of(std::string_view text) const;
  [[nodiscard]] Resolved<std::int32_t> release(std::string_view text) const;
  /// Dollars a year of full time, of an amount an hour, a week, a month or a year.
  [[nodiscard]] Resolved<double> pay(std::string_view text) const;

  [[nodiscard]] const Tables& tables() const noexcept { return tables_; }

 private:
  /// Whether a text is the name of a degree and nothing else.
  [[nodiscard]] bool is_degree(std::string_view word);
  template <class Record> void learn(Phrases& names, List<Record> rows, Fact fact) const;
  template <class Record> [[nodiscard]] Resolved<Held> held(Phrases& names, List<Record> rows, std::string_view text,
                                                            const FactNoun& noun) const;

  const Tables& tables_;
  TitleReader titles_;
  Phrases levels_;
  Phrases credentials_;
  Phrases education_;
  Phrases settings_;
  Phrases skills_;
};

/// A text without the blanks around it, or why it cannot be read at all.
[[nodiscard]] Resolved<std::string_view> readable(std::string_view text, Fact fact);

/// Calls f(word) for each word of a list: between commas, semicolons or bars. Ends early when f gives false.
template <class F> void each_word(PaddedText list, F&& f) {
  const char* first = list.begin();
  while (true) {
    const char* const last = std::find_if(first, list.end(), [](char c) { return c == ',' || c == ';' || c == '|'; });
    if (!f(list.between(first, last)) || last == list.end()) {
      return;
    }
    first = last + 1;
  }
}

/// Facts that exclude each other, checked in one place. Absent when there are none.
[[nodiscard]] std::optional<Error> contradiction(const Facts& person);

/// Credentials that count within others, each said once.
[[nodiscard]] std::vector<std::string> superseded_notes(const Tables& tables, const Held& held);

}  // namespace hisalary::query
