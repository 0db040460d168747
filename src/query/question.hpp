// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hisalary/dataset.hpp"
#include "hisalary/profile.hpp"

namespace hisalary {

/// A question as a person asks it: texts, unchecked. Absent means not said.
struct Question {
  std::optional<std::string> role = {};  ///< id, alias, SOC code, or a job title as employers print it
  std::optional<std::string> level = {};
  std::vector<std::string> credentials = {};  ///< "none" alone says that there is none
  std::optional<std::string> years = {};      ///< decimal, 0 to 60
  std::optional<std::string> education = {};
  std::optional<std::string> place = {};   ///< whatever people type: a ZIP code, a city, a county, "Remote"
  std::optional<std::string> state = {};   ///< postal code or name
  std::optional<std::string> metro = {};   ///< OEWS area: code, title or first city
  std::optional<std::string> county = {};  ///< "Cook, IL" or five digits
  bool remote = false;
  std::optional<std::string> setting = {};
  std::vector<std::string> skills = {};
  std::optional<std::string> as_of = {};    ///< YYYY-MM, YYYYQn or release
  std::optional<std::string> release = {};  ///< year of a national May release
  std::optional<std::string> pay = {};      ///< what the person is paid: 72000, $72k, 34.50/h
};

/// The question as a person to be built.
[[nodiscard]] ProfileBuilder builder_of(const Dataset& dataset, const Question& question);

/// The person that a question is about. Throws as ProfileBuilder::build() does.
[[nodiscard]] Profile understand(const Dataset& dataset, const Question& question);

}  // namespace hisalary
