// SPDX-License-Identifier: MIT
// The only source that knows CLI11.
#include "parse.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <map>

#include "base/suggest.hpp"
#include "base/text.hpp"

namespace hisalary::cli {
namespace {

using Arguments = std::vector<std::string>;

/// What CLI11 puts where a value is missing: no argument can hold this byte.
const std::string missing(1, '\0');

/// A command as CLI11 has it: which of its options is which row of the table.
struct Declared {
  CLI::App* app;
  const CommandSpec* command;
  std::vector<std::pair<const CLI::Option*, const OptionSpec*>> options;
};

/// CLI11 would take an option for the value of the one before it, read --remote=0 as "not remote", and speak of "1
/// required N missing". So here every value may be missing and may come again, and mistakes are found in what it read.
CLI::Option* declare_option(CLI::App& app, const OptionSpec& option) {
  std::string names = spelled(option);
  if (option.letter != '\0') {
    names = std::string("-") + option.letter + "," + names;
  }
  if (option.kind == Kind::Positional) {
    return app.add_option(names);
  }
  if (option.kind == Kind::Rest) {
    return app.add_option(names)->allow_extra_args()->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  if (option.kind == Kind::Flag) {
    return app.add_flag(names);
  }
  if (option.kind == Kind::Negatable) {
    return app.add_flag(names + ",!--no-" + names.substr(2));
  }
  CLI::Option* const added = app.add_option(names);
  added->expected(0, 1)->default_str(missing)->allow_extra_args(false);
  return added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// Whether one of the arguments could be the option, or its value if it stands alone.
bool may_stand_in(const Arguments& arguments, const OptionSpec& option) {
  if (stands_alone(option)) {
    return true;
  }
  const std::string name = spelled(option);
  const std::string negated = "--no-" + name.substr(2);
  return std::ranges::any_of(arguments, [&](const std::string& argument) {
    const bool short_ones = argument.size() > 1 && argument[0] == '-' && argument[1] != '-';
    return argument.starts_with(name) || argument.starts_with(negated) || (option.letter != '\0' && short_ones);
  });
}

/// Declares a command and those below it; of these only the one that the first argument names, if any, and of options
/// only those that may stand there: a one-shot run pays for no others.
void declare(CLI::App& app, const CommandSpec& command, const Arguments& arguments, std::vector<Declared>& all) {
  Declared& declared = all.emplace_back(Declared{&app, &command, {}});
  for_each_option(command, [&](const OptionSpec& option) {
    if (may_stand_in(arguments, option)) {
      declared.options.emplace_back(declare_option(app, option), &option);
    }
  });
  if (command.commands.empty()) {
    return;
  }

  app.require_subcommand(0, 1);
  const std::string_view first = all.size() == 1 && !arguments.empty() ? arguments[0] : std::string_view();
  const bool named = std::ranges::any_of(command.commands, [&](const CommandSpec* one) { return one->name == first; });
  for (const CommandSpec* const below : command.commands) {
    if (!named || below->name == first) {
      declare(*app.add_subcommand(std::string(below->name)), *below, arguments, all);
    }
  }
}

std::string help_hint(const Given& given) {
  const bool commands = !given.command().commands.empty();
  return "\"" + given.call() + " --help\" lists the " + (commands ? "commands" : "options");
}

/// What is wrong with one value of an option, the `count`th.
std::optional<Error> value_mistake(const OptionSpec& option, const std::string& value, std::size_t count,
                                   const Given& given) {
  const std::string name = spelled(option);
  const bool flag = option.kind == Kind::Flag || option.kind == Kind::Negatable;
  if (flag) {
    const bool plain = value == "true" || (value == "false" && option.kind == Kind::Negatable);
    return plain ? std::nullopt
                 : std::optional<Error>(std::in_place, ErrorCode::Usage, name + " takes no value",
                                        "write it alone, or leave it out", name);
  }
  if (value == missing) {
    return Error(ErrorCode::Usage, name + " needs a value",
                 "write " + name + " " + std::string(option.value) + "; " + help_hint(given), name);
  }
  if (value.empty() && stands_alone(option)) {
    return Error(ErrorCode::Usage, "an empty value is given where " + std::string(option.value) + " is expected",
                 "give it, or leave it out", name);
  }
  if (value.empty()) {
    return Error(ErrorCode::Usage, "the value is empty", "give a value, or leave the option out", name);
  }
  if (count > 1 && option.kind == Kind::One) {
    return Error(ErrorCode::Usage, name + " is given twice", "give it once", name);
  }
  return std::nullopt;
}

Error unknown_option(const Given& given, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  if (option_named(given.command(), name) != nullptr) {
    return {ErrorCode::Usage, shown(name) + " comes after \"--\", so it is not read as an option",
            "leave out the \"--\""};
  }
  std::vector<std::string> known;
  for_each_option(given.command(), [&](const OptionSpec& option) { known.push_back(spelled(option)); });
  return {ErrorCode::Usage, "unknown option " + shown(name),
          did_you_mean(name, {known.begin(), known.end()}, help_hint(given))};
}

/// A word that belongs to nothing.
Error left_over(const Given& given, const std::string& word) {
  const CommandSpec& command = given.command();
  if (word == "--") {
    return {ErrorCode::Usage, "\"--\" is given where a command is expected", "leave it out"};
  }
  if (word.starts_with('-') && word != "-") {
    return unknown_option(given, word);
  }
  if (command.commands.empty()) {
    const bool of_a_person = option_named(command, "--role") != nullptr;
    return {ErrorCode::Usage, shown(word) + " is not expected here",
            (of_a_person ? "a job title goes after --role, a place after --place; " : "") + help_hint(given)};
  }
  std::vector<std::string_view> names;
  for (const CommandSpec* const one : command.commands) {
    names.push_back(one->name);
  }
  const std::string of = given.call() == command.name ? "" : " of " + std::string(command.name);
  return {ErrorCode::Usage, "unknown command " + shown(word) + of, did_you_mean(word, names, help_hint(given))};
}

/// The words that CLI11 could not place; "--" is one of them only where a command should stand.
Arguments words_left_over(const std::vector<Declared>& path) {
  Arguments all;
  for (const Declared& one : path) {
    Arguments words = one.app->remaining();
    if (one.command->commands.empty()) {
      std::erase(words, "--");
    }
    all.insert(all.end(), words.begin(), words.end());
  }
  return all;
}

/// An option of a command that stands before the command below it: that one would not know of it.
std::optional<Error> option_before_command(const std::vector<Declared>& path) {
  for (std::size_t i = 1; i + 1 < path.size(); ++i) {
    const auto& options = path[i].app->parse_order();
    if (!options.empty()) {
      const auto row = std::ranges::find(path[i].options, options.front(), [](const auto& one) { return one.first; });
      const std::string below(path[i + 1].command->name);
      return Error(ErrorCode::Usage, spelled(*row->second) + " stands before \"" + below + "\"",
                   "write it after \"" + below + "\"", spelled(*row->second));
    }
  }
  return std::nullopt;
}

/// Takes over what CLI11 read for one command, in the order of the command line.
void take(const Declared& declared, Parsed& out) {
  std::map<const CLI::Option*, std::size_t> counts;
  for (const CLI::Option* const read : declared.app->parse_order()) {
    const auto row = std::ranges::find(declared.options, read, [](const auto& one) { return one.first; });
    const OptionSpec& option = *row->second;
    const std::size_t count = ++counts[read];
    const std::string& value = read->results().at(count - 1);

    out.help = out.help || option.name == "help";
    out.version = out.version || option.name == "version";
    out.json = out.json || option.name == "json" || (option.name == "format" && value == "json");
    if (!out.mistake) {
      out.mistake = value_mistake(option, value, count, out.given);
    }
    out.given.add(option, value == missing ? std::string() : value);
  }
}

}  // namespace

Parsed parse(const CommandSpec& top, const Arguments& arguments) {
  CLI::App app("", std::string(top.name));
  app.set_help_flag();
  app.allow_extras();
  std::vector<Declared> declared;
  declare(app, top, arguments, declared);
  std::optional<Error> refused;
  try {
    app.parse(Arguments(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    refused.emplace(ErrorCode::Usage, printable(error.what()));
  }

  std::erase_if(declared, [&](const Declared& one) { return one.app != &app && !one.app->parsed(); });
  std::vector<const CommandSpec*> path;
  std::ranges::transform(declared, std::back_inserter(path), &Declared::command);
  Parsed out{.given = Given(path), .help = false, .version = false, .json = false, .mistake = {}};
  for (const Declared& one : declared) {
    take(one, out);
  }

  if (auto early = option_before_command(declared); early && !out.mistake) {
    out.mistake = std::move(early);
  }

  const Arguments rest = words_left_over(declared);
  out.json = out.json || std::ranges::find(rest, "--json") != rest.end();
  if (!out.mistake && !rest.empty()) {
    out.mistake = left_over(out.given, rest.front());
  }
  if (!out.mistake) {
    out.mistake = std::move(refused);
  }
  return out;
}

}  // namespace hisalary::cli
