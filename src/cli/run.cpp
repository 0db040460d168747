// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <map>
#include <nlohmann/json.hpp>

#include "../suggest.hpp"
#include "../words.hpp"
#include "command.hpp"
#include "output.hpp"
#include "terminal.hpp"
#include "version.hpp"

namespace hisalary::cli {
namespace {

constexpr std::string_view welcome =
    "hisalary: what a health-information professional earns, from the public record.\n"
    "\n"
    "  hisalary estimate --cert RHIA --years 6 --state CA\n"
    "\n"
    "\"hisalary --help\" lists the commands.\n";

struct Report {
  bool json = false;
  bool color = false;
};

const char* name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::NoAnswer: return "no_answer";
    case ErrorCode::Usage: return "usage";
    case ErrorCode::BadData: return "bad_data";
    default: return "io";
  }
}

Exit exit_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::NoAnswer: return Exit::NoAnswer;
    case ErrorCode::Usage: return Exit::Usage;
    case ErrorCode::BadData: return Exit::BadData;
    default: return Exit::Io;
  }
}

Exit report(const Error& error, const Report& how) {
  std::string text;
  if (how.json) {
    nlohmann::ordered_json out;
    out["schema"] = "hisalary/error/1";
    out["error"] = {{"code", name_of(error.code())}, {"message", error.what()}, {"hint", error.hint()}, {"where", error.where()}};
    text = out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  } else {
    const std::string head = how.color ? "\x1b[1;31merror:\x1b[0m " : "error: ";
    const bool option = error.where().starts_with("--");
    text = head + (option ? error.where() + ": " : "") + printable(error.what()) + "\n";
    text += error.hint().empty() ? "" : "  " + printable(error.hint()) + "\n";
  }
  std::fputs(text.c_str(), stderr);
  return exit_of(error.code());
}

/// The words of the command line that CLI11 could not place, as an error for people.
Error usage_error(const CLI::App& program, const CLI::ParseError& error, const std::vector<std::string>& arguments) {
  const auto used = program.get_subcommands();
  const CLI::App& app = used.empty() ? program : *used.front();
  const std::string help = used.empty() ? "\"hisalary --help\" lists the commands" : "\"hisalary " + app.get_name() + " --help\" lists the options";
  if (used.empty()) {
    std::vector<std::string_view> names;
    for (const CLI::App* const command : program.get_subcommands({})) {
      names.push_back(command->get_name());
    }
    for (const auto& word : arguments) {
      if (!word.starts_with('-')) {
        return {ErrorCode::Usage, shown(word) + " is no command", did_you_mean(word, names, help)};
      }
    }
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    std::vector<std::string> options;
    for (const CLI::Option* const option : app.get_options()) {
      options.push_back(option->get_name());
    }
    const auto extra = app.remaining(true).empty() ? program.remaining(true) : app.remaining(true);
    const std::string word = extra.empty() ? "" : extra.front().substr(0, extra.front().find('='));
    return {ErrorCode::Usage, shown(word) + (word.starts_with('-') ? " is no option here" : " stands where no value is expected"),
            did_you_mean(word, {options.begin(), options.end()}, help)};
  }
  return {ErrorCode::Usage, printable(error.what()), help};
}

bool asks_json(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool next_is_json = i + 1 < arguments.size() && arguments[i + 1] == "json";
    if (arguments[i] == "--json" || arguments[i] == "--format=json" || (arguments[i] == "--format" && next_is_json)) {
      return true;
    }
  }
  return false;
}

std::string version_text(const Dataset& data) {
  return fmt::format("hisalary {}\ndata {} (OEWS release {})\nfingerprint {}\n", version, data.info().version, data.info().release, data.fingerprint());
}

struct Entry {
  std::string_view name;
  std::unique_ptr<Command> (*add)(CLI::App& program);
};

constexpr std::array entries{
    Entry{"estimate", add_estimate},
    Entry{"list", add_list},
    Entry{"data", add_data},
    Entry{"batch", add_batch},
};

using Commands = std::map<std::string, std::unique_ptr<Command>, std::less<>>;

/// The command that the first argument names, alone: a one-shot run pays for no other's options. All of them otherwise.
Commands add_commands(CLI::App& program, const std::vector<std::string>& arguments) {
  Commands commands;
  const auto asked = arguments.empty() ? entries.end() : std::ranges::find(entries, arguments[0], &Entry::name);
  for (const auto& entry : entries) {
    if (asked == entries.end() || asked->name == entry.name) {
      commands.emplace(entry.name, entry.add(program));
    }
  }
  return commands;
}

int run_program(const std::vector<std::string>& arguments, Report& how) {
  CLI::App program("What a health-information professional earns, from the public record.", "hisalary");
  program.set_help_flag("-h,--help", "Show this help");
  program.require_subcommand(0, 1);
  program.footer("Example: hisalary estimate --cert RHIA --years 6 --state CA\nEvery command has a --help of its own.");
  bool show_version = false;
  program.add_flag("--version", show_version, "Version of the program and fingerprint of its data");
  const auto commands = add_commands(program, arguments);
  try {
    program.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    const auto used = program.get_subcommands();
    const CLI::App* app = &program;
    while (!app->get_subcommands().empty()) {
      app = app->get_subcommands().front();
    }
    write_output(used.empty() ? program.help() : app->help(), {});
    return 0;
  } catch (const CLI::ParseError& error) {
    throw usage_error(program, error, arguments);
  }
  if (show_version) {
    const char* const said = std::getenv("HISALARY_DATA");
    write_output(version_text(said == nullptr || *said == '\0' ? Dataset::builtin() : Dataset::load(said)), {});
    return 0;
  }
  if (program.get_subcommands().empty()) {
    write_output(welcome, {});
    return 0;
  }
  Command& command = *commands.at(program.get_subcommands().front()->get_name());
  how = {command.wants_json(), error_color(command.color())};
  command.run();
  return command.exit_code();
}

}  // namespace

int run(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  Report how{asks_json(arguments), error_color("auto")};
  try {
    return run_program(arguments, how);
  } catch (const Error& error) {
    return static_cast<int>(report(error, how));
  } catch (const std::exception& error) {
    return static_cast<int>(report(Error(ErrorCode::Io, std::string("something unexpected: ") + error.what()), how));
  }
}

}  // namespace hisalary::cli
