// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hisalary/dataset.hpp"
#include "hisalary/facts.hpp"

namespace hisalary {

/// Years of experience, 0 to 60.
class Years {
 public:
  static constexpr double most = 60;
  /// Throws Error Usage outside 0 to 60 and for what is no number.
  explicit Years(double years);
  [[nodiscard]] double value() const noexcept { return years_; }

 private:
  double years_;
};

/// A person, checked: made by a ProfileBuilder, and valid for as long as it lives. It keeps its data set alive.
class Profile {
 public:
  /// A profile of nobody, of which nothing can be asked: Model::estimate throws Error Usage.
  Profile() = default;

  [[nodiscard]] bool empty() const noexcept { return !dataset_; }
  /// What is known of the person.
  [[nodiscard]] const Facts& facts() const noexcept { return facts_; }
  /// What texts were matched to what, for the person who asked.
  [[nodiscard]] const std::vector<std::string>& notes() const noexcept { return notes_; }
  /// The data set that it was made for. Throws Error Usage when the profile is empty.
  [[nodiscard]] const Dataset& dataset() const;

 private:
  friend class ProfileBuilder;
  std::optional<Dataset> dataset_;
  Facts facts_;
  std::vector<std::string> notes_;
};

/// Puts a person together, from texts as people write them or from rows of the data set. What is not given is unknown.
///
///   ProfileBuilder(Dataset::builtin()).with(Fact::Credentials, "RHIA").with(Fact::State, "CA").with(Years(6)).build()
///
/// Nothing is checked before build(), except that rows are rows of the data set.
class ProfileBuilder {
 public:
  explicit ProfileBuilder(Dataset dataset);
  /// Begins with what is known of a person, to change some of it.
  explicit ProfileBuilder(const Profile& person);

  /// A text: an id, a name or an alias, or a job title as employers print it. Credentials and skills may be given
  /// several times, or at once with commas; another fact counts as it was given last. Remote is "true" or "false".
  ProfileBuilder& with(Fact fact, std::string_view text);

  // Rows of the data set. They win over texts. Throw Error Usage for a row of another data set.
  ProfileBuilder& with(const Role& role);
  ProfileBuilder& with(const Occupation& occupation);
  ProfileBuilder& with(const Level& level);
  ProfileBuilder& with(const Credential& credential);
  ProfileBuilder& with(Years years);
  ProfileBuilder& with(const Education& education);
  ProfileBuilder& with(const Area& area);
  ProfileBuilder& with(const Setting& setting);
  ProfileBuilder& with(const Skill& skill);
  ProfileBuilder& with(const AsOf& as_of);
  /// Says that there is no credential, which is more than saying nothing.
  ProfileBuilder& without_credentials();
  ProfileBuilder& remote(bool remote = true);

  /// Whether a text of the fact was given, or that the work is remote.
  [[nodiscard]] bool has(Fact fact) const noexcept;
  [[nodiscard]] const Dataset& dataset() const noexcept { return dataset_; }

  /// The person. Throws Error Usage (a malformed text, facts that exclude each other) or NoAnswer (an unknown word),
  /// with the fact, what is allowed and the nearest right word.
  [[nodiscard]] Profile build() const;

 private:
  void put_rows(Facts& person) const;

  Dataset dataset_;
  std::vector<std::pair<Fact, std::string>> texts_;
  Facts rows_;  ///< what was given as rows
  std::optional<AsOf> as_of_;
  std::optional<bool> remote_;
};

}  // namespace hisalary
