// SPDX-License-Identifier: MIT
#include "resolver.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "data/tables.hpp"
#include "place_names.hpp"

namespace hisalary::query {
namespace {

// How many texts of a fact are remembered: what data hold of it, with room for spellings.
constexpr std::size_t few = 256;
constexpr std::size_t many = 4096;
constexpr std::size_t most_titles = 8192;
constexpr std::size_t most_failures = 1024;

constexpr std::size_t fewest = 8;

std::size_t slots(Resolver::Remember remember, std::size_t many_people) {
  return remember == Resolver::Remember::Much ? many_people : fewest;
}

/// A text, and the state beside which it was given, as one key.
PaddedString with_state(PaddedText text, const Area* state) {
  constexpr char mark = '\x1f';  // stands in no text that people type
  std::string key(text.view());
  if (state != nullptr) {
    key += mark;
    key += state->code;
  }
  return PaddedString(key);
}

/// What a text means beside a state.
auto in_state(auto& memory, PaddedText text, const Area* state, auto&& resolve) {
  return state == nullptr ? memory.get(text, resolve) : memory.get(with_state(text, state).text(), resolve);
}

}  // namespace

template <class Value, std::size_t Quick> template <class Resolve>
Resolver::Meaning<Value> Resolver::Memory<Value, Quick>::learn(PaddedText text, Resolve&& resolve) {
  Resolved<Value> found = resolve();
  if (!found.error) {
    const Meaning<Value> meaning{found.value, nullptr};
    cache_.keep(text, meaning);
    return meaning;
  }

  const bool kept = failures_.size() < most_failures && text.size() <= TextCache<Value>::longest;
  if (!kept) {
    passing_.clear();
  }
  Failure& failure = (kept ? failures_ : passing_).emplace_back(Failure{std::move(*found.error), {}});
  const Meaning<Value> meaning{{}, &failure};
  if (kept) {
    cache_.keep(text, meaning);
  }
  return meaning;
}

Resolver::Resolver(const Tables& tables, Remember remember)
    : words_(tables),
      no_role_(words_.no_role().value),
      jobs_(slots(remember, most_titles)),
      levels_(slots(remember, few)),
      credentials_(slots(remember, few)),
      years_(slots(remember, few)),
      education_(slots(remember, few)),
      places_(slots(remember, many)),
      states_(slots(remember, few)),
      metros_(slots(remember, many)),
      counties_(slots(remember, many)),
      remote_(slots(remember, fewest)),
      settings_(slots(remember, few)),
      skills_(slots(remember, few)),
      as_of_(slots(remember, few)),
      releases_(slots(remember, few)),
      pays_(slots(remember, few)) {}

Failure* Resolver::passing(Error error) {
  passing_.clear();
  return &passing_.emplace_back(Failure{std::move(error), {}});
}

Failure* Resolver::set_job(const Texts& texts, Facts& person) {
  Meaning<Job> job{no_role_, nullptr};
  if (texts.has(Fact::Role)) {
    const PaddedText text = texts[Fact::Role];
    job = jobs_.get(text, [&] { return words_.role(text); });
  }
  person.role = job.value.role;
  person.occupation = job.value.occupation;
  person.level = job.value.level;
  if (job.failure != nullptr || !texts.has(Fact::Level)) {
    return job.failure;
  }

  const PaddedText text = texts[Fact::Level];
  const auto level = levels_.get(text, [&] { return words_.level(text); });
  person.level = level.value;
  return level.failure;
}

Failure* Resolver::set_credentials(PaddedText list, Facts& person) {
  // Most lists are one word.
  const auto* const known = credentials_.find(list);
  if (known != nullptr && (known->failure != nullptr || known->value.none || known->value.held.any())) {
    person.credentials = known->value.held;
    return known->failure;
  }

  Held held;
  bool none = false;
  Failure* failure = nullptr;
  each_word(list, [&](PaddedText word) {
    const auto found = credentials_.get(word, [&] { return words_.credential(word); });
    held |= found.value.held;
    none = none || found.value.none;
    failure = found.failure;
    return failure == nullptr;
  });
  if (failure == nullptr && !none && held.none()) {
    return passing(Error(ErrorCode::NoAnswer, "no credential is among " + shown(list.view()),
                         "a degree is a fact of its own: education", std::string(name_of(Fact::Credentials))));
  }
  if (failure == nullptr && none && held.any()) {
    return passing(Error(ErrorCode::Usage, "\"none\" is given along with a credential",
                         "give none alone, or the credentials", std::string(name_of(Fact::Credentials))));
  }
  person.credentials = held;
  return failure;
}

Failure* Resolver::set_years(PaddedText text, Facts& person) {
  // Nearly all are whole numbers of one or two digits.
  if (text.size() == 1 && is_digit(text[0])) {
    person.years = text[0] - '0';
    return nullptr;
  }
  if (text.size() == 2 && text[0] >= '1' && text[0] <= '5' && is_digit(text[1])) {
    constexpr int ten = 10;
    person.years = ten * (text[0] - '0') + (text[1] - '0');
    return nullptr;
  }
  const auto years = years_.get(text, [&] { return words_.years(text); });
  person.years = years.value;
  return years.failure;
}

Failure* Resolver::not_in(std::string_view what, PaddedText text, const Area& area, Fact fact) {
  return passing(Error(ErrorCode::Usage,
                       "the " + std::string(what) + " " + shown(text) + " is not in " + std::string(area.title),
                       "give one place", std::string(name_of(fact))));
}

Failure* Resolver::set_state_and_place(const Texts& texts, Narrowed& at, Facts& person) {
  Meaning<const Area*> state;
  if (texts.has(Fact::State)) {
    const PaddedText text = texts[Fact::State];
    state = states_.get(text, [&] { return words_.state(text); });
    at.state = state.value;
  }
  if (!texts.has(Fact::Place)) {
    return state.failure;
  }

  const PaddedText text = texts[Fact::Place];
  const auto place = in_state(places_, text, at.state, [&] { return words_.place(text, at.state); });
  const Area* const area = place.value.area;
  person.remote = place.value.remote;
  if (area != nullptr && is_state(*area)) {
    at.state = area;
  } else {
    at.area = area;
  }
  return place.failure != nullptr ? place.failure : state.failure;
}

Failure* Resolver::set_metro(const Texts& texts, Narrowed& at) {
  const PaddedText text = texts[Fact::Metro];
  const auto metro = in_state(metros_, text, at.state, [&] { return words_.metro(text, at.state); });
  if (metro.failure != nullptr) {
    return metro.failure;
  }
  if (at.area != nullptr && at.area != metro.value) {
    return not_in("place", texts[Fact::Place], *metro.value, Fact::Place);
  }
  at.area = metro.value;
  return nullptr;
}

Failure* Resolver::set_county(const Texts& texts, Narrowed& at) {
  const PaddedText text = texts[Fact::County];
  const auto county = in_state(counties_, text, at.state, [&] { return words_.county(text, at.state); });
  if (county.failure != nullptr) {
    return county.failure;
  }
  if (at.area != nullptr && at.area != county.value.area) {
    return not_in("county", text, *at.area, Fact::County);
  }
  at.area = county.value.area;
  return nullptr;
}

Failure* Resolver::set_remote(const Texts& texts, Facts& person) {
  const PaddedText text = texts[Fact::Remote];
  const auto remote = remote_.get(text, [&] { return words_.remote(text); });
  if (remote.failure == nullptr && person.remote && !remote.value) {
    return passing(Error(ErrorCode::Usage, "the place is Remote, but remote is false", "give one of the two",
                         std::string(name_of(Fact::Remote))));
  }
  person.remote = remote.value;
  return remote.failure;
}

Failure* Resolver::set_place(const Texts& texts, Facts& person) {
  Narrowed at;
  Failure* failure = set_state_and_place(texts, at, person);
  if (failure == nullptr && texts.has(Fact::Metro)) {
    failure = set_metro(texts, at);
  }
  if (failure == nullptr && texts.has(Fact::County)) {
    failure = set_county(texts, at);
  }
  person.area = at.area != nullptr ? at.area : at.state;
  return failure == nullptr && texts.has(Fact::Remote) ? set_remote(texts, person) : failure;
}

Failure* Resolver::set_skills(PaddedText list, Facts& person) {
  if (const auto* const known = skills_.find(list)) {
    person.skills = known->value;
    return known->failure;
  }

  Failure* failure = nullptr;
  each_word(list, [&](PaddedText word) {
    const auto found = skills_.get(word, [&] { return words_.skill(word); });
    person.skills |= found.value;
    failure = found.failure;
    return failure == nullptr;
  });
  return failure;
}

Failure* Resolver::set_pay(PaddedText text, Facts& person) {
  // Most are whole dollars a year, and few are written twice.
  constexpr std::size_t fewest_digits = 4;
  constexpr std::size_t most_digits = 6;
  constexpr int ten = 10;
  if (text.size() >= fewest_digits && text.size() <= most_digits && text[0] != '0' &&
      std::all_of(text.begin(), text.end(), is_digit)) {
    int dollars = 0;
    for (const char digit : text) {
      dollars = ten * dollars + (digit - '0');
    }
    person.pay = dollars;
    return nullptr;
  }
  const auto pay = pays_.get(text, [&] { return words_.pay(text); });
  person.pay = pay.value;
  return pay.failure;
}

Failure* Resolver::exclusion(const Facts& person) {
  if (!person.remote && !person.release) {
    return nullptr;  // nothing else excludes anything
  }
  auto error = contradiction(person);
  return error ? passing(std::move(*error)) : nullptr;
}

Failure* Resolver::resolve(const Texts& texts, Facts& person) {
  person = nobody_;
  Failure* failure = set_job(texts, person);
  const auto go_on = [&](Fact fact) { return failure == nullptr && texts.has(fact); };
  const auto set = [&](auto& memory, Fact fact, auto& value, auto&& resolve) {
    if (go_on(fact)) {
      const PaddedText text = texts[fact];
      const auto found = memory.get(text, [&] { return resolve(text); });
      value = found.value;
      failure = found.failure;
    }
  };

  if (go_on(Fact::Credentials)) {
    failure = set_credentials(texts[Fact::Credentials], person);
  }
  if (go_on(Fact::Years)) {
    failure = set_years(texts[Fact::Years], person);
  }
  set(education_, Fact::Education, person.education, [&](PaddedText text) { return words_.education(text); });
  if (failure == nullptr) {
    failure = set_place(texts, person);
  }
  set(settings_, Fact::Setting, person.setting, [&](PaddedText text) { return words_.setting(text); });
  if (go_on(Fact::Skills)) {
    failure = set_skills(texts[Fact::Skills], person);
  }
  set(as_of_, Fact::AsOf, person.as_of, [&](PaddedText text) { return words_.as_of(text); });
  set(releases_, Fact::Release, person.release, [&](PaddedText text) { return words_.release(text); });
  if (go_on(Fact::Pay)) {
    failure = set_pay(texts[Fact::Pay], person);
  }
  return failure == nullptr ? exclusion(person) : failure;
}

std::vector<std::string> Resolver::notes(const Texts& texts, bool job) {
  std::vector<std::string> notes;
  const auto add = [&](const auto& resolved) {
    notes.insert(notes.end(), resolved.notes.begin(), resolved.notes.end());
  };
  if (job) {
    add(texts.has(Fact::Role) ? words_.role(texts[Fact::Role]) : words_.no_role());
  }

  Held held;
  if (texts.has(Fact::Credentials)) {
    each_word(texts[Fact::Credentials], [&](PaddedText word) {
      const auto found = words_.credential(word);
      const Held twice = held & found.value.held;
      for (std::size_t i = 0; i < words_.tables().credentials.size(); ++i) {
        if (twice.test(i)) {
          notes.push_back(std::string(words_.tables().credentials[i].id) + " is given twice; it counts once");
        }
      }
      if (twice.none()) {
        add(found);
      }
      held |= found.value.held;
      return true;
    });
    const auto superseded = superseded_notes(words_.tables(), held);
    notes.insert(notes.end(), superseded.begin(), superseded.end());
  }

  const Area* state = texts.has(Fact::State) ? words_.state(texts[Fact::State]).value : nullptr;
  if (texts.has(Fact::Place)) {
    const auto place = words_.place(texts[Fact::Place], state);
    add(place);
    state = place.value.area != nullptr && is_state(*place.value.area) ? place.value.area : state;
  }
  if (texts.has(Fact::Metro)) {
    add(words_.metro(texts[Fact::Metro], state));
  }
  if (texts.has(Fact::County)) {
    add(words_.county(texts[Fact::County], state));
  }
  if (texts.has(Fact::Years)) {
    add(words_.years(texts[Fact::Years]));
  }
  if (texts.has(Fact::Education)) {
    add(words_.education(texts[Fact::Education]));
  }
  if (texts.has(Fact::Setting)) {
    add(words_.setting(texts[Fact::Setting]));
  }
  if (texts.has(Fact::Pay)) {
    add(words_.pay(texts[Fact::Pay]));
  }
  return notes;
}

}  // namespace hisalary::query
