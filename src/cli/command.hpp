// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hisalary/facts.hpp"

namespace hisalary::cli {

class Given;

enum class Kind : std::uint8_t {
  One,         ///< takes one value
  Many,        ///< takes one value each time it is given
  Flag,        ///< takes none; may be given again
  Negatable,   ///< a flag with an opposite, --no-NAME
  Positional,  ///< a value without an option before it
  Rest         ///< every word without an option before it
};

/// Which texts an option takes, for completion; a fixed list is checked, too.
struct Values {
  std::span<const std::string_view> words = {};  ///< all that is allowed, or some of many
  std::string_view listing = {};                 ///< or those of "hisalary list LISTING", or see candidates.hpp
  enum class Path : std::uint8_t { None, File, Folder } path = Path::None;
  bool commas = false;  ///< several may stand between commas
  bool keys = false;    ///< the words are keys: KEY=VALUES, of the option with the key's name
};

/// One option: parsing, help, defaults, completion and documentation all read this row.
struct OptionSpec {
  std::string_view name;        ///< plain, as in "as_of"; spelled() gives "--as-of"
  std::string_view value = {};  ///< what stands for the value in the help: "WHEN"; empty for a flag
  std::string_view about;
  Kind kind = Kind::One;
  Values values = {};
  std::string_view fallback = {};  ///< the value when none is given
  char letter = '\0';              ///< its short form; none: '\0'
  std::string_view group = "Options";
  std::optional<Fact> fact = {};  ///< of the person, that it says
};

/// Options that belong together, in the order of the help; empty ones fill the rest.
using OptionList = std::span<const OptionSpec>;
using OptionLists = std::array<OptionList, 7>;

/// One command: its options, and what it does.
struct CommandSpec {
  std::string_view name;
  std::string_view about;
  std::string_view notes = {};  ///< of the help, see prose.hpp
  std::string_view examples;    ///< command lines, each with a margin of two
  OptionLists (*options)();
  int (*run)(const Given&);                           ///< prints; the exit code. Throws Error
  std::span<const CommandSpec* const> commands = {};  ///< commands below it
};

/// "--as-of" for as_of; a positional keeps its plain name.
[[nodiscard]] std::string spelled(const OptionSpec& option);
[[nodiscard]] std::string spelled(std::string_view name);

/// The option of a command by its plain name ("as_of") or its spelling ("--as-of"); null when there is none.
[[nodiscard]] const OptionSpec* option_named(const CommandSpec& command, std::string_view name);

/// Every option of a command, those of --help included, in the order of the help.
template <class Use> void for_each_option(const CommandSpec& command, Use&& use) {
  for (const OptionList& list : command.options()) {
    for (const OptionSpec& option : list) {
      use(option);
    }
  }
}

/// The program itself: the command at the top, with all others below it.
extern const CommandSpec program;

extern const CommandSpec estimate_command;
extern const CommandSpec compare_command;
extern const CommandSpec whatif_command;
extern const CommandSpec career_command;
extern const CommandSpec offer_command;
extern const CommandSpec outlook_command;
extern const CommandSpec gs_command;
extern const CommandSpec range_command;
extern const CommandSpec report_command;
extern const CommandSpec list_command;
extern const CommandSpec check_command;
extern const CommandSpec batch_command;
extern const CommandSpec data_command;
extern const CommandSpec generate_command;
extern const CommandSpec help_command;

[[nodiscard]] constexpr bool stands_alone(const OptionSpec& option) noexcept {
  return option.kind == Kind::Positional || option.kind == Kind::Rest;
}
[[nodiscard]] constexpr bool takes_value(const OptionSpec& option) noexcept {
  return option.kind == Kind::One || option.kind == Kind::Many;
}

}  // namespace hisalary::cli
