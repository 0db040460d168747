// SPDX-License-Identifier: MIT
#include "resolver.hpp"

#include <charconv>

#include "hisalary/error.hpp"

namespace hisalary::batch {
namespace {

constexpr std::size_t few = 256;
constexpr std::size_t many = 2048;
constexpr std::size_t most = 8192;           // job titles
constexpr std::size_t most_failures = 1024;  // titles that fit nothing
constexpr double most_years = 60;

}  // namespace

Question question_of(const Row& row) {
  Question question;
  const auto set = [&](Field field, std::optional<std::string>& value) {
    if (row.has(field)) {
      value = std::string(row[field]);
    }
  };
  const auto list = [&](Field field, std::vector<std::string>& values) {
    if (row.has(field)) {
      values.emplace_back(row[field]);
    }
  };
  set(Field::Role, question.role);
  set(Field::Level, question.level);
  list(Field::Cert, question.credentials);
  set(Field::Years, question.years);
  set(Field::Education, question.education);
  set(Field::State, question.state);
  set(Field::Metro, question.metro);
  set(Field::County, question.county);
  question.remote = row[Field::Remote] == "true";
  set(Field::Setting, question.setting);
  list(Field::Skill, question.skills);
  set(Field::AsOf, question.as_of);
  set(Field::Release, question.release);
  return question;
}

Resolver::Resolver(Interpreter& interpreter)
    : interpreter_(interpreter),
      roles_(most),
      levels_(few),
      credentials_(few),
      education_(few),
      states_(few),
      metros_(many),
      counties_(many),
      settings_(few),
      skills_(few),
      as_of_(few) {}

template <class Cache, class Value, class Ask, class Take>
[[gnu::noinline]] bool Resolver::learn(Cache& cache, std::string_view text, Value& value, Ask&& ask, Take&& take) {
  try {
    Question question;
    ask(question, std::string(text));
    const Understood found = interpreter_.understand(question);
    value = take(found.profile);
    cache.keep(text, value);
    return true;
  } catch (const Error&) {
    return false;  // the whole row is asked again for the words of the error
  }
}

bool Resolver::role(const Row& row, Facts& profile) {
  const RoleValue* const known = roles_.find(row[Field::Role]);
  return known != nullptr ? take(*known, profile) : learn_role(row[Field::Role], profile);
}

[[gnu::noinline]] bool Resolver::learn_role(std::string_view text, Facts& profile) {
  RoleValue found;
  try {
    // A row without a role is asked for once, as the empty text.
    Question question;
    question.role = text.empty() ? std::nullopt : std::optional(std::string(text));
    const Facts asked = interpreter_.understand(question).profile;
    found = {nullptr, asked.role, asked.occupation, asked.level};
  } catch (const Error& error) {
    if (text.size() > decltype(roles_)::longest || role_failures_.size() == most_failures) {
      return false;
    }
    found.failure = &role_failures_.emplace_back(Failure{error, {}});
  }
  roles_.keep(text, found);
  return take(found, profile);
}

bool Resolver::take(const RoleValue& value, Facts& profile) {
  profile.role = value.role;
  profile.occupation = value.occupation;
  profile.level = value.level;
  return value.failure == nullptr;
}

Failure* Resolver::known_failure(const Row& row) const {
  const RoleValue* const value = !row.has(Field::Release) ? roles_.find(row[Field::Role]) : nullptr;
  return value != nullptr ? value->failure : nullptr;
}

bool Resolver::place(const Row& row, Facts& profile) {
  if (row.has(Field::Remote)) {
    profile.remote = row[Field::Remote] == "true";
    if (!profile.remote && row[Field::Remote] != "false") {
      return false;
    }
  }
  const bool state = row.has(Field::State);
  const bool metro = row.has(Field::Metro);
  const bool county = row.has(Field::County);
  if (static_cast<int>(state) + static_cast<int>(metro) + static_cast<int>(county) + static_cast<int>(profile.remote) >
      1) {
    return false;
  }
  const auto take = [](const Facts& p) { return p.area; };
  if (state) {
    return look_up(
        states_, row[Field::State], profile.area, [](Question& q, std::string text) { q.state = std::move(text); },
        take);
  }
  if (metro) {
    return look_up(
        metros_, row[Field::Metro], profile.area, [](Question& q, std::string text) { q.metro = std::move(text); },
        take);
  }
  return !county || look_up(
                        counties_, row[Field::County], profile.area,
                        [](Question& q, std::string text) { q.county = std::move(text); }, take);
}

bool Resolver::years(std::string_view text, Facts& profile) {
  constexpr std::size_t longest = 32;  // understand() says the rest
  if (text.size() <= 2 && text[0] >= '0' && text[0] <= '9' &&
      (text.size() == 1 || (text[1] >= '0' && text[1] <= '9'))) {
    const int whole = text.size() == 1 ? text[0] - '0' : 10 * (text[0] - '0') + (text[1] - '0');
    profile.years = whole;
    return whole <= most_years;
  }
  double value = 0;
  if (text.size() > longest) {
    return false;
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size() || text[0] == '-' || !(value <= most_years)) {
    return false;
  }
  profile.years = value;
  return true;
}

bool Resolver::resolve(const Row& row, Facts& profile) {
  profile = nobody_;
  if (row.has(Field::Release) || !role(row, profile) || !place(row, profile) ||
      (row.has(Field::Years) && !years(row[Field::Years], profile))) {
    return false;
  }
  if (row.has(Field::Level) &&
      !look_up(
          levels_, row[Field::Level], profile.level, [](Question& q, std::string text) { q.level = std::move(text); },
          [](const Facts& p) { return p.level; })) {
    return false;
  }
  if (row.has(Field::Cert) && !look_up(
                                  credentials_, row[Field::Cert], profile.credentials.emplace(),
                                  [](Question& q, std::string text) { q.credentials.push_back(std::move(text)); },
                                  [](const Facts& p) { return *p.credentials; })) {
    return false;
  }
  if (row.has(Field::Education) && !look_up(
                                       education_, row[Field::Education], profile.education,
                                       [](Question& q, std::string text) { q.education = std::move(text); },
                                       [](const Facts& p) { return p.education; })) {
    return false;
  }
  if (row.has(Field::Setting) && !look_up(
                                     settings_, row[Field::Setting], profile.setting,
                                     [](Question& q, std::string text) { q.setting = std::move(text); },
                                     [](const Facts& p) { return p.setting; })) {
    return false;
  }
  if (row.has(Field::Skill) && !look_up(
                                   skills_, row[Field::Skill], profile.skills,
                                   [](Question& q, std::string text) { q.skills.push_back(std::move(text)); },
                                   [](const Facts& p) { return p.skills; })) {
    return false;
  }
  return !row.has(Field::AsOf) ||
         look_up(
             as_of_, row[Field::AsOf], profile.as_of, [](Question& q, std::string text) { q.as_of = std::move(text); },
             [](const Facts& p) { return p.as_of; });
}

}  // namespace hisalary::batch
