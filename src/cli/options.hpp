// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "given.hpp"
#include "hisalary/hisalary.hpp"
#include "output/money.hpp"
#include "output/page.hpp"

namespace hisalary::cli {

/// --help, which every command has.
[[nodiscard]] OptionList help_option();
/// --data
[[nodiscard]] OptionList dataset_option();
/// --format and --json
[[nodiscard]] OptionList format_options();
/// --output and --color
[[nodiscard]] OptionList output_options();
/// What is known of a person: an option a fact.
[[nodiscard]] OptionList profile_options();
/// Where pay may be shown an hour.
inline constexpr OptionSpec hourly_option{
    .name = "hourly", .about = "Show pay per hour (2,080 hours a year)", .kind = Kind::Flag};
/// An hour where --hourly is given, else a year.
[[nodiscard]] output::Money money_of(const Given& given);

/// What the person is paid: only where an answer says something about it.
[[nodiscard]] OptionList pay_option();

/// The options of a command that answers in three formats; with those of the person, if it is about one.
[[nodiscard]] OptionLists with_common(OptionList own);
[[nodiscard]] OptionLists with_person(OptionList own);
[[nodiscard]] OptionLists with_paid_person(OptionList own);

/// The texts that were given of a person, by fact, in the order of the help.
[[nodiscard]] std::vector<std::pair<Fact, std::string>> texts_of(const Given& given);

/// The person whom these texts describe, for more to be said and to be built.
[[nodiscard]] ProfileBuilder person_of(const Given& given, const Dataset& data);

/// The data set of --data, else of HISALARY_DATA, else the built-in one.
[[nodiscard]] Dataset dataset_of(const Given& given);

/// The value of an option that allows some words only. Throws Error Usage.
[[nodiscard]] std::string word_of(const Given& given, std::string_view name);

/// text, json or csv. Throws Error Usage.
[[nodiscard]] std::string format_of(const Given& given);

/// What standard output or the file of --output can show.
[[nodiscard]] output::Screen screen_of(const Given& given);

/// Writes the whole answer to standard output or to the file of --output. Throws Error Io.
void print(const Given& given, std::string_view text);

}  // namespace hisalary::cli
