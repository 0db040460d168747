// SPDX-License-Identifier: MIT
#include "hisalary/profile.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <utility>

#include "base/text.hpp"
#include "data/tables.hpp"
#include "facts.hpp"
#include "hisalary/error.hpp"
#include "resolver.hpp"

namespace hisalary {
namespace {

template <class Record> bool is_in(List<Record> rows, const Record& row) {
  return !rows.empty() && !std::less<>()(&row, rows.data()) && std::less<>()(&row, rows.data() + rows.size());
}

template <class Record> const Record& checked(List<Record> rows, const Record& row, const char* what) {
  if (!is_in(rows, row)) {
    throw Error(ErrorCode::Usage, std::string("the ") + what + " is not a row of this data set",
                "look it up in the data set that the profile is for");
  }
  return row;
}

}  // namespace

Years::Years(double years) : years_(years) {
  if (!(years >= 0 && years <= most)) {
    throw Error(ErrorCode::Usage, "years of experience are out of range", "allowed: 0 to 60",
                std::string(name_of(Fact::Years)));
  }
}

const Dataset& Profile::dataset() const {
  if (!dataset_) {
    throw Error(ErrorCode::Usage, "the profile is empty", "make one with a ProfileBuilder");
  }
  return *dataset_;
}

ProfileBuilder::ProfileBuilder(Dataset dataset) : dataset_(std::move(dataset)) {}

ProfileBuilder::ProfileBuilder(const Profile& person)
    : dataset_(person.dataset()), rows_(person.facts()), as_of_(rows_.as_of), remote_(rows_.remote) {}

bool ProfileBuilder::has(Fact fact) const noexcept {
  if (fact == Fact::Remote && remote_.value_or(false)) {
    return true;
  }
  return std::ranges::any_of(texts_, [&](const auto& given) { return given.first == fact; });
}

ProfileBuilder& ProfileBuilder::with(Fact fact, std::string_view text) {
  texts_.emplace_back(fact, text);
  return *this;
}

ProfileBuilder& ProfileBuilder::with(const Role& role) {
  rows_.role = &checked(dataset_.tables().roles, role, "role");
  rows_.occupation = nullptr;
  return *this;
}

ProfileBuilder& ProfileBuilder::with(const Occupation& occupation) {
  rows_.occupation = &checked(dataset_.tables().occupations, occupation, "occupation");
  rows_.role = nullptr;
  return *this;
}

ProfileBuilder& ProfileBuilder::with(const Level& level) {
  rows_.level = &checked(dataset_.tables().levels, level, "level");
  return *this;
}

ProfileBuilder& ProfileBuilder::with(const Credential& credential) {
  const auto& rows = dataset_.tables().credentials;
  const auto bit = static_cast<std::size_t>(&checked(rows, credential, "credential") - rows.data());
  rows_.credentials = rows_.credentials.value_or(Held()).set(bit);
  return *this;
}

ProfileBuilder& ProfileBuilder::with(Years years) {
  rows_.years = years.value();
  return *this;
}

ProfileBuilder& ProfileBuilder::with(const Education& education) {
  rows_.education = &checked(dataset_.tables().education, education, "degree");
  return *this;
}

ProfileBuilder& ProfileBuilder::with(const Area& area) {
  rows_.area = &checked(dataset_.tables().areas, area, "area");
  return *this;
}

ProfileBuilder& ProfileBuilder::with(const Setting& setting) {
  rows_.setting = &checked(dataset_.tables().settings, setting, "setting");
  return *this;
}

ProfileBuilder& ProfileBuilder::with(const Skill& skill) {
  const auto& rows = dataset_.tables().skills;
  rows_.skills.set(static_cast<std::size_t>(&checked(rows, skill, "skill") - rows.data()));
  return *this;
}

ProfileBuilder& ProfileBuilder::with(const AsOf& as_of) {
  as_of_ = as_of;
  return *this;
}

ProfileBuilder& ProfileBuilder::without_credentials() {
  rows_.credentials.emplace();
  return *this;
}

ProfileBuilder& ProfileBuilder::remote(bool remote) {
  remote_ = remote;
  return *this;
}

/// What was given as rows wins over texts.
void ProfileBuilder::put_rows(Facts& person) const {
  const auto put = [](auto& value, const auto& given) {
    if (given) {
      value = given;
    }
  };
  if (rows_.role != nullptr || rows_.occupation != nullptr) {
    person.role = rows_.role;
    person.occupation = rows_.occupation;
  }
  put(person.level, rows_.level);
  put(person.credentials, rows_.credentials);
  put(person.years, rows_.years);
  put(person.education, rows_.education);
  put(person.area, rows_.area);
  put(person.setting, rows_.setting);
  put(person.release, rows_.release);
  put(person.pay, rows_.pay);
  person.skills |= rows_.skills;
  person.as_of = as_of_.value_or(person.as_of);
  person.remote = remote_.value_or(person.remote);
}

Profile ProfileBuilder::build() const {
  std::array<std::optional<std::string>, fact_count> joined;
  for (const auto& [fact, text] : texts_) {
    auto& value = joined[static_cast<std::size_t>(fact)];
    value = value && query::form_of(fact).is_list ? *value + "," + text : text;
  }
  std::deque<PaddedString> storage;
  query::Texts texts;
  for (const auto& form : query::fact_forms) {
    if (const auto& value = joined[static_cast<std::size_t>(form.fact)]) {
      texts.set(form.fact, storage.emplace_back(*value).text());
    }
  }

  Profile out;
  query::Resolver resolver(dataset_.tables(), query::Resolver::Remember::Little);
  if (const query::Failure* const failure = resolver.resolve(texts, out.facts_)) {
    throw failure->error;
  }
  put_rows(out.facts_);
  if (auto error = query::contradiction(out.facts_)) {
    throw std::move(*error);
  }
  const bool job_is_a_row = rows_.role != nullptr || rows_.occupation != nullptr;
  out.notes_ = resolver.notes(texts, !job_is_a_row);
  out.dataset_ = dataset_;
  return out;
}

}  // namespace hisalary
