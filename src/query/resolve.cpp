// SPDX-License-Identifier: MIT
#include "resolve.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"
#include "model/time.hpp"
#include "money.hpp"
#include "place_names.hpp"

namespace hisalary::query {
namespace {

constexpr std::size_t longest_text = 200;

std::string where(Fact fact) { return std::string(name_of(fact)); }

bool looks_like_soc(std::string_view text) {
  constexpr std::size_t length = 7;
  constexpr std::size_t hyphen = 2;
  return text.size() == length && text[hyphen] == '-' && is_digits(text.substr(0, hyphen)) &&
         is_digits(text.substr(hyphen + 1));
}

Resolved<Job> occupation_of(const Tables& tables, std::string_view soc) {
  const auto it = std::ranges::find(tables.occupations, soc, &Occupation::soc);
  const auto has_wages = [&](Text code) {
    return std::ranges::any_of(tables.nation_wages,
                               [&](const NationWage& row) { return row.soc == code && row.pay[0].known(); });
  };
  if (it != tables.occupations.end() && has_wages(soc)) {
    return {{nullptr, &*it, nullptr}, {}, {}};
  }

  std::vector<std::string> known;
  for (const auto& row : tables.occupations) {
    if (row.successor.empty() && has_wages(row.soc)) {
      known.emplace_back(row.soc);
    }
  }
  return {{},
          Error(ErrorCode::NoAnswer, "this data set has no wages for the occupation " + shown(soc),
                "occupations with wages: " + alternatives(known, known.size()), where(Fact::Role)),
          {}};
}

/// Says which role a title was matched to, unless it is the role's own name.
void add_match(Resolved<Job>& out, std::string_view text, bool loose) {
  const Job& job = out.value;
  if (bare(text) == bare(job.role->id) && job.level == nullptr) {
    return;
  }
  std::string note =
      shown(text) + " was matched to: " + std::string(job.role->title) + " (" + std::string(job.role->id) + ")";
  note += job.level != nullptr ? ", level: " + std::string(job.level->title) : "";
  note += loose ? "; a loose match: give a role id if it is wrong" : "";
  out.notes.push_back(std::move(note));
}

Resolved<Job> of_title(const Tables& tables, const TitleReading& reading, std::string_view text) {
  if (reading.refusal) {
    return {{}, Error(ErrorCode::NoAnswer, reading.refusal->message, reading.refusal->hint, where(Fact::Role)), {}};
  }
  if (reading.occupation != nullptr) {
    // A retired title means the occupation that took its place; its code alone means the retired one.
    const Text successor = reading.occupation->successor;
    return occupation_of(tables, successor.empty() ? reading.occupation->soc : successor);
  }
  Resolved<Job> out{{reading.role, nullptr, reading.level}, {}, {}};
  add_match(out, text, reading.loose);
  return out;
}

/// A place that was refused, as the error of the fact.
Error error_of(const PlaceRefusal& refusal, Fact fact) {
  return {refusal.code, refusal.message, refusal.hint, where(fact)};
}

Error not_in(const std::string& what, const Area& state, Fact fact) {
  return {ErrorCode::Usage, what + " is not in " + std::string(state.title), "give one place", where(fact)};
}

std::vector<std::string> notes_of(const ResolvedPlace& place) {
  return place.note.empty() ? std::vector<std::string>{} : std::vector{place.note};
}

}  // namespace

Words::Words(const Tables& tables) : tables_(tables), titles_(tables) {}

/// A text without the blanks around it, or why it cannot be read at all.
Resolved<std::string_view> readable(std::string_view text, Fact fact) {
  if (text.size() > longest_text) {
    return {{},
            Error(ErrorCode::Usage, shown(text) + " is too long: " + std::to_string(text.size()) + " bytes",
                  "allowed: 200", where(fact)),
            {}};
  }
  const auto value = trimmed(text);
  if (value.empty()) {
    return {{}, Error(ErrorCode::Usage, "the value is empty", "give a value, or leave it out", where(fact)), {}};
  }
  return {value, {}, {}};
}

Resolved<Job> Words::role(std::string_view text) {
  const auto value = readable(text, Fact::Role);
  if (value.error) {
    return {{}, value.error, {}};
  }
  if (looks_like_soc(value.value)) {
    return occupation_of(tables_, value.value);
  }
  return of_title(tables_, titles_.read(value.value), value.value);
}

Resolved<Job> Words::no_role() const {
  return {{}, {}, {"no role given, so this averages over the jobs that people like this hold"}};
}

Resolved<PlaceMeaning> Words::place(std::string_view text, const Area* state) const {
  const auto value = readable(text, Fact::Place);
  if (value.error) {
    return {{}, value.error, {}};
  }
  const ResolvedPlace place = resolve_place(tables_, value.value, state);
  if (place.refused) {
    return {{}, error_of(*place.refused, Fact::Place), {}};
  }
  if (state != nullptr && place.area != nullptr && !lies_in(*place.area, *state)) {
    return {{}, not_in(std::string(place.area->title), *state, Fact::Place), {}};
  }
  return {{place.area, place.remote}, {}, notes_of(place)};
}

Resolved<const Area*> Words::state(std::string_view text) const {
  const auto value = readable(text, Fact::State);
  if (value.error) {
    return {nullptr, value.error, {}};
  }
  const ResolvedPlace place = resolve_state(tables_, value.value);
  if (place.refused) {
    return {nullptr, error_of(*place.refused, Fact::State), {}};
  }
  return {place.area, {}, {}};
}

Resolved<const Area*> Words::metro(std::string_view text, const Area* state) const {
  const auto value = readable(text, Fact::Metro);
  if (value.error) {
    return {nullptr, value.error, {}};
  }
  const ResolvedPlace place = resolve_metro(tables_, value.value, state);
  if (place.refused) {
    return {nullptr, error_of(*place.refused, Fact::Metro), {}};
  }
  if (state != nullptr && !lies_in(*place.area, *state)) {
    return {nullptr, not_in(std::string(place.area->title), *state, Fact::Metro), {}};
  }
  return {place.area, {}, notes_of(place)};
}

Resolved<CountyArea> Words::county(std::string_view text, const Area* state) const {
  const auto value = readable(text, Fact::County);
  if (value.error) {
    return {{}, value.error, {}};
  }
  const ResolvedPlace place = resolve_county(tables_, value.value, state);
  if (place.refused) {
    return {{}, error_of(*place.refused, Fact::County), {}};
  }
  if (state != nullptr && place.state != state) {
    return {{}, not_in("the county " + shown(value.value), *state, Fact::County), {}};
  }
  return {{place.area, place.state}, {}, notes_of(place)};
}

Resolved<bool> Words::remote(std::string_view text) const {
  const std::string word = lower(trimmed(text));
  const bool yes = word == "true" || word == "yes" || word == "1";
  if (yes || word == "false" || word == "no" || word == "0") {
    return {yes, {}, {}};
  }
  return {false,
          Error(ErrorCode::Usage, shown(text) + " does not say whether the work is remote",
                "write true or false, yes or no, 1 or 0", where(Fact::Remote)),
          {}};
}

Resolved<AsOf> Words::as_of(std::string_view text) const {
  const auto value = readable(text, Fact::AsOf);
  if (value.error) {
    return {{}, value.error, {}};
  }
  if (bare(value.value) == "release") {
    return {{AsOf::Kind::Release, {}}, {}, {}};
  }

  const auto wrong = [](const std::string& message, const std::string& hint) -> Resolved<AsOf> {
    return {{}, Error(ErrorCode::Usage, message, hint, where(Fact::AsOf)), {}};
  };
  const model::Clock clock(tables_);
  const auto quarter = model::parse_quarter(value.value);
  if (!quarter) {
    const bool year = value.value.size() == 4 && is_digits(value.value);
    return wrong(shown(value.value) + " is not a month or quarter",
                 year
                     ? "write " + std::string(value.value) + "-05, the May that BLS counts, or another month or quarter"
                     : "write YYYY-MM, YYYYQn or release");
  }
  if (*quarter < clock.earliest() || *quarter > clock.latest()) {
    return wrong(model::text(*quarter) + " is too far from the published figures",
                 "allowed: " + model::text(clock.earliest()) + " to " + model::text(clock.latest()));
  }
  return {{AsOf::Kind::At, *quarter}, {}, {}};
}

Resolved<std::int32_t> Words::release(std::string_view text) const {
  const auto value = readable(text, Fact::Release);
  if (value.error) {
    return {0, value.error, {}};
  }
  constexpr std::string_view may = "-05";
  const auto year = value.value.ends_with(may) ? value.value.substr(0, value.value.size() - may.size()) : value.value;
  std::vector<std::string> known;
  for (const auto& row : tables_.nation_wages) {
    const std::string release = std::to_string(row.release);
    if (row.pay[0].known() && year == release) {
      return {row.release, {}, {}};
    }
    if (row.pay[0].known() && (known.empty() || known.back() != release)) {
      known.push_back(release);
    }
  }
  return {0,
          Error(ErrorCode::NoAnswer, shown(value.value) + " is not a release in this data set",
                "releases with percentiles: " + alternatives(known, known.size()), where(Fact::Release)),
          {}};
}

Resolved<double> Words::pay(std::string_view text) const {
  constexpr double least_a_year = 1000;
  constexpr double most_a_year = 10000000;
  constexpr double most_an_hour = 1000;
  const auto value = readable(text, Fact::Pay);
  if (value.error) {
    return {0, value.error, {}};
  }
  const auto wrong = [&](const std::string& what, const char* hint) -> Resolved<double> {
    return {0, Error(ErrorCode::Usage, shown(value.value) + what, hint, where(Fact::Pay)), {}};
  };
  const auto money = read_money(value.value);
  if (!money) {
    return wrong(" is not an amount of pay", "write it like 72000, $72,000, 72k or 34.50/h");
  }
  if (money->dollars <= 0) {
    return wrong(money->dollars < 0 ? " is negative" : " is not pay",
                 "give what is paid a year, or an hour like 34.50/h");
  }
  const bool hourly = likely_period(*money) == PayPeriod::Hour;
  if (hourly && money->dollars > most_an_hour) {
    return wrong(" is too much for an hour", "allowed: up to $1,000 an hour; write pay of a year like 72000");
  }
  const double annual = dollars_a_year(*money);
  if (annual < least_a_year || annual > most_a_year) {
    return wrong(annual < least_a_year ? " is too little for a year" : " is too much for a year",
                 "allowed: $1,000 to $10,000,000 a year");
  }
  if (hourly && !money->period) {
    return {annual, {}, {shown(value.value) + " was read as dollars an hour, at 2,080 hours a year"}};
  }
  return {annual, {}, {}};
}

std::optional<Error> contradiction(const Facts& person) {
  if (person.remote && person.area != nullptr) {
    return Error(ErrorCode::Usage, "remote work is priced against the national market, but a place is given as well",
                 "give remote work or a place", where(Fact::Remote));
  }
  if (person.release && person.area != nullptr) {
    return Error(ErrorCode::Usage, "older releases cover the nation only, but a place is given",
                 "leave out the place, or the release", where(Fact::Release));
  }
  if (person.release && person.as_of.kind == AsOf::Kind::At) {
    return Error(ErrorCode::Usage, "a release is in its own dollars, but another date is given as well",
                 "give one of the two", where(Fact::Release));
  }
  return std::nullopt;
}

}  // namespace hisalary::query
