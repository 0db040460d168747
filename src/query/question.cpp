// SPDX-License-Identifier: MIT
#include "hisalary/question.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "hisalary/error.hpp"
#include "interpreter.hpp"
#include "model/place.hpp"
#include "model/time.hpp"
#include "place_names.hpp"

namespace hisalary {
namespace {

constexpr std::size_t longest_text = 200;
constexpr double most_years = 60;
constexpr Text default_role = "health-information-specialist";

/// A title is taken for a role from this score on; below, the nearest roles are listed.
constexpr double good_match = 0.4;
constexpr double sure_match = 0.7;

std::string_view checked(const std::string& text, const char* option) {
  if (text.size() > longest_text) {
    throw Error(ErrorCode::Usage, shown(text) + " is too long: " + std::to_string(text.size()) + " bytes",
                "allowed: 200", option);
  }
  const auto value = trimmed(text);
  if (value.empty()) {
    throw Error(ErrorCode::Usage, "the value is empty", "give a value, or leave the option out", option);
  }
  return value;
}

/// The row that answers to a name by id, title or alias, spelled freely; null when none does.
template <class Record> const Record* named(List<Record> rows, std::string_view text) {
  const std::string wanted = bare(text);
  const auto is = [&](Text name) { return bare(name) == wanted; };
  for (const auto& row : rows) {
    bool fits = is(row.id);
    if constexpr (requires { row.title; }) {
      fits = fits || is(row.title);
    }
    if constexpr (requires { row.name; }) {
      fits = fits || is(row.name);
    }
    if constexpr (requires { row.aliases; }) {
      fits = fits || std::ranges::any_of(row.aliases, is);
    }
    if constexpr (requires { row.words; }) {
      fits = fits || std::ranges::any_of(row.words, is);
    }
    if (fits) {
      return &row;
    }
  }
  return nullptr;
}

template <class Record>
const Record& find(List<Record> rows, const std::string& text, const char* option, const char* what, const char* list) {
  const auto value = checked(text, option);
  if (const Record* const row = named(rows, value)) {
    return *row;
  }
  std::vector<std::string_view> known;
  for (const auto& row : rows) {
    known.push_back(row.id);
  }
  throw Error(ErrorCode::NoAnswer, shown(value) + " is no " + what + " that is known here",
              did_you_mean(value, known, std::string("\"hisalary list ") + list + "\" shows all"), option);
}

class Reading {
 public:
  Reading(const Tables& tables, TitleReader& titles, const Question& question)
      : tables_(tables), titles_(titles), question_(question) {}

  Understood read() {
    role();
    level();
    credentials();
    years();
    if (question_.education) {
      profile().education = &find(tables_.education, *question_.education, "--education", "degree", "education");
    }
    place();
    if (question_.setting) {
      profile().setting = &find(tables_.settings, *question_.setting, "--setting", "kind of employer", "settings");
    }
    for (const auto& text : parts(question_.skills, "--skill")) {
      profile().skills.set(index_of(tables_.skills, find(tables_.skills, text, "--skill", "skill", "skills")));
    }
    as_of();
    release();
    return std::move(out_);
  }

 private:
  Facts& profile() { return out_.profile; }

  template <class Record> static std::size_t index_of(List<Record> rows, const Record& row) {
    return static_cast<std::size_t>(&row - rows.data());
  }

  /// Values of an option that may be given several times, or once with commas.
  static std::vector<std::string> parts(const std::vector<std::string>& values, const char* option) {
    std::vector<std::string> all;
    for (const auto& value : values) {
      std::string_view rest = checked(value, option);
      while (true) {
        const auto comma = rest.find(',');
        all.emplace_back(checked(std::string(rest.substr(0, comma)), option));
        if (comma == std::string_view::npos) {
          break;
        }
        rest.remove_prefix(comma + 1);
      }
    }
    return all;
  }

  static bool looks_like_soc(std::string_view text) {
    constexpr std::size_t length = 7;
    return text.size() == length && text[2] == '-' &&
           (std::string(text.substr(0, 2)) + std::string(text.substr(3))).find_first_not_of("0123456789") ==
               std::string::npos;
  }

  void role() {
    if (!question_.role) {
      profile().role = &*std::ranges::find(tables_.roles, default_role, &Role::id);
      out_.notes.push_back("no --role given: the answer is for a " + std::string(profile().role->title) +
                           ", the widest role here");
      return;
    }
    const auto text = checked(*question_.role, "--role");
    if (looks_like_soc(text)) {
      occupation(text);
    } else if (const Role* const known = titles_.named(text)) {
      profile().role = known;
      if (lower(text) != known->id) {
        profile().level = titles_.levels(text).level_for(tables_, *known);
        note_title(text, *known);
      }
    } else {
      title(text);
    }
  }

  void occupation(std::string_view soc) {
    const auto it = std::ranges::find(tables_.occupations, soc, &Occupation::soc);
    const auto has_wages = [&](Text code) {
      return std::ranges::any_of(tables_.nation_wages,
                                 [&](const NationWage& row) { return row.soc == code && row.pay[0].known(); });
    };
    if (it == tables_.occupations.end() || !has_wages(soc)) {
      std::vector<std::string> known;
      for (const auto& row : tables_.occupations) {
        if (row.successor.empty() && has_wages(row.soc)) {
          known.emplace_back(row.soc);
        }
      }
      throw Error(ErrorCode::NoAnswer, "there are no wages here for the occupation " + shown(soc),
                  "occupations with wages: " + alternatives(known, known.size()), "--role");
    }
    profile().occupation = &*it;
  }

  void note_title(std::string_view text, const Role& role, bool loose = false) {
    if (bare(text) == bare(role.id) && profile().level == nullptr) {
      return;
    }
    std::string note = shown(text) + " is taken for: " + std::string(role.title) + " (" + std::string(role.id) + ")";
    note += profile().level != nullptr ? ", level: " + std::string(profile().level->title) : "";
    note += loose ? "; the fit is loose, give --role ID if it is wrong" : "";
    out_.notes.push_back(std::move(note));
  }

  void title(std::string_view text) {
    const auto reading = titles_.read(text);
    std::vector<std::string> nearest;
    for (const auto& match : reading.matches) {
      nearest.push_back(std::string(match.role->id));
    }
    constexpr std::size_t few = 3;
    const std::string hint =
        (nearest.empty() ? ""
                         : "nearest: " +
                               alternatives({nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(
                                                                                    std::min(few, nearest.size()))}) +
                               "; ") +
        "\"hisalary list roles\" shows all";
    if (reading.matches.empty() || reading.matches[0].score < good_match) {
      throw Error(ErrorCode::NoAnswer, "no role here fits the title " + shown(text), hint, "--role");
    }
    const auto& best = reading.matches[0];
    constexpr double same = 1e-9;
    if (reading.matches.size() > 1 && best.score - reading.matches[1].score < same) {
      throw Error(ErrorCode::NoAnswer, "the title " + shown(text) + " fits several roles equally", hint, "--role");
    }
    profile().role = best.role;
    profile().level = reading.level_for(tables_, *best.role);
    note_title(text, *best.role, best.score < sure_match);
  }

  void level() {
    if (question_.level) {
      profile().level = &find(tables_.levels, *question_.level, "--level", "level", "levels");
    }
  }

  void credentials() {
    if (question_.credentials.empty()) {
      return;
    }
    Held held;
    bool none = false;
    for (const auto& text : parts(question_.credentials, "--cert")) {
      if (bare(text) == "none") {
        none = true;
        continue;
      }
      const auto& credential = find(tables_.credentials, text, "--cert", "credential", "certs");
      const std::size_t bit = index_of(tables_.credentials, credential);
      if (held.test(bit)) {
        out_.notes.push_back(std::string(credential.id) + " is given twice; it counts once");
      } else if (bare(text) != bare(credential.id) && !credential.former_name.empty()) {
        out_.notes.push_back(shown(text) + " is now " + std::string(credential.id) + " (" +
                             std::string(credential.name) + ")");
      }
      held.set(bit);
    }
    if (none && held.any()) {
      throw Error(ErrorCode::Usage, "\"none\" stands beside a credential", "give none alone, or the credentials",
                  "--cert");
    }
    note_superseded(held);
    profile().credentials = held;
  }

  void note_superseded(const Held& held) {
    for (std::size_t i = 0; i < tables_.credentials.size(); ++i) {
      for (const Text other : tables_.credentials[i].supersedes) {
        const auto it = std::ranges::find(tables_.credentials, other, &Credential::id);
        if (held.test(i) && held.test(index_of(tables_.credentials, *it))) {
          out_.notes.push_back(std::string(tables_.credentials[i].id) + " includes " + std::string(other) + "; only " +
                               std::string(tables_.credentials[i].id) + " counts");
        }
      }
    }
  }

  void years() {
    if (!question_.years) {
      return;
    }
    const auto text = checked(*question_.years, "--years");
    const std::string allowed = "give a decimal number from 0 to 60, like 6 or 6.5";
    double value = 0;
    const bool negative = text.starts_with('-');
    const auto digits = negative ? text.substr(1) : text;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    if (digits.find_first_not_of("0123456789.") != std::string_view::npos || error != std::errc{} ||
        end != digits.data() + digits.size()) {
      throw Error(ErrorCode::Usage, shown(text) + " is no number of years", allowed, "--years");
    }
    if (negative || value > most_years) {
      throw Error(ErrorCode::Usage, shown(text) + " years is out of range", allowed, "--years");
    }
    profile().years = value;
  }

  void place() {
    for (const auto& [text, option] : {std::pair{&question_.state, "--state"}, std::pair{&question_.metro, "--metro"},
                                       std::pair{&question_.county, "--county"}}) {
      if (*text) {
        (void)checked(**text, option);
      }
    }
    profile().area = find_place(tables_, question_, out_.notes);
    profile().remote = question_.remote;
    if (question_.remote && profile().area != nullptr) {
      throw Error(ErrorCode::Usage, "remote work is priced against the nation, and a place is given as well",
                  "give --remote or a place", "--remote");
    }
  }

  void as_of() {
    if (!question_.as_of) {
      return;
    }
    const auto text = checked(*question_.as_of, "--as-of");
    if (bare(text) == "release") {
      profile().as_of.kind = AsOf::Kind::Release;
      return;
    }
    const model::Clock clock(tables_);
    const auto quarter = model::parse_quarter(text);
    const auto name = [](Quarter q) { return std::to_string(q.year()) + "Q" + std::to_string(q.quarter()); };
    if (!quarter) {
      throw Error(ErrorCode::Usage, shown(text) + " is no month or quarter", "write YYYY-MM, YYYYQn or release",
                  "--as-of");
    }
    if (*quarter < clock.earliest() || *quarter > clock.latest()) {
      throw Error(ErrorCode::Usage, name(*quarter) + " is too far from the published figures",
                  "allowed: " + name(clock.earliest()) + " to " + name(clock.latest()), "--as-of");
    }
    profile().as_of = {AsOf::Kind::At, *quarter};
  }

  void release() {
    if (!question_.release) {
      return;
    }
    const auto text = checked(*question_.release, "--release");
    std::vector<std::string> years;
    for (const auto& row : tables_.nation_wages) {
      const std::string year = std::to_string(row.release);
      if (row.pay[0].known() && (years.empty() || years.back() != year)) {
        years.push_back(year);
      }
    }
    const auto year = text.ends_with("-05") ? text.substr(0, text.size() - 3) : text;
    if (std::ranges::find(years, year) == years.end()) {
      throw Error(ErrorCode::NoAnswer, shown(text) + " is no release that is here",
                  "releases with percentiles: " + alternatives(years, years.size()), "--release");
    }
    if (profile().area != nullptr) {
      throw Error(ErrorCode::Usage, "older releases are here for the nation only, and a place is given",
                  "leave out the place, or --release", "--release");
    }
    if (question_.as_of && profile().as_of.kind != AsOf::Kind::Release) {
      throw Error(ErrorCode::Usage, "a release keeps its own dollars, and --as-of asks for others",
                  "give one of the two", "--release");
    }
    std::int32_t value = 0;
    std::from_chars(year.data(), year.data() + year.size(), value);
    profile().release = value;
  }

  const Tables& tables_;
  TitleReader& titles_;
  const Question& question_;
  Understood out_;
};

}  // namespace

Interpreter::Interpreter(const Dataset& dataset) : tables_(dataset.tables()), titles_(tables_) {}

Understood Interpreter::understand(const Question& question) { return Reading(tables_, titles_, question).read(); }

Understood understand(const Dataset& dataset, const Question& question) {
  return Interpreter(dataset).understand(question);
}

}  // namespace hisalary
