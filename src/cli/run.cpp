// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <map>
#include <nlohmann/json.hpp>

#include "base/format.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "help.hpp"
#include "output.hpp"
#include "output/names.hpp"
#include "query/facts.hpp"
#include "terminal.hpp"
#include "usage.hpp"
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
    out["error"] = {{"code", output::name_of(error.code())},
                    {"message", error.what()},
                    {"hint", error.hint()},
                    {"where", error.where()}};
    text = out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  } else {
    const std::string head = how.color ? "\x1b[1;31merror:\x1b[0m " : "error: ";
    const bool option = error.where().starts_with("--") && !std::string_view(error.what()).starts_with(error.where());
    text = head + (option ? error.where() + ": " : "") + printable(error.what()) + "\n";
    text += error.hint().empty() ? "" : "  " + printable(error.hint()) + "\n";
  }
  std::fputs(text.c_str(), stderr);
  return exit_of(error.code());
}

bool asks_json(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool next_is_json = i + 1 < arguments.size() && arguments[i + 1] == "json";
    if (arguments[i] == "--json" || arguments[i].starts_with("--json=") || arguments[i] == "--format=json" ||
        (arguments[i] == "--format" && next_is_json)) {
      return true;
    }
  }
  return false;
}

std::string version_text(const Dataset& data) {
  return formatted("hisalary {}\ndata {} (OEWS release {})\nfingerprint {}\n", version, data.info().version,
                   data.info().release, data.fingerprint());
}

struct Entry {
  std::string_view name;
  std::unique_ptr<Command> (*add)(CLI::App& program);
};

constexpr std::array entries{
    Entry{"estimate", add_estimate},
    Entry{"compare", add_compare},
    Entry{"whatif", add_whatif},
    Entry{"career", add_career},
    Entry{"offer", add_offer},
    Entry{"outlook", add_outlook},
    Entry{"gs", add_gs},
    Entry{"report", add_report},
    Entry{"list", add_list},
    Entry{"check", add_check},
    Entry{"batch", add_batch},
    Entry{"data", add_data},
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

/// A fact that the library found fault with, as the option that gives it.
Error in_options(const Error& error) {
  if (!query::fact_named(error.where())) {
    return error;
  }
  std::string option = "--" + error.where();
  std::ranges::replace(option, '_', '-');
  return {error.code(), error.what(), error.hint(), option};
}

int run_program(const std::vector<std::string>& arguments, Report& how) {
  CLI::App program("What a health-information professional earns, from the public record.", "hisalary");
  program.formatter(std::make_shared<HelpFormatter>());
  program.set_help_flag("-h,--help", "Show this help");
  program.require_subcommand(0, 1);
  program.footer("Example: hisalary estimate --cert RHIA --years 6 --state CA\nEvery command has a --help of its own.");
  bool show_version = false;
  program.add_flag("--version", show_version, "Version of the program and fingerprint of its data");
  const auto commands = add_commands(program, arguments);
  auto reading = read_arguments(program, arguments);
  if (reading.help) {
    write_output(reading.app->help(), {});
    return 0;
  }
  if (reading.mistake) {
    throw std::move(*reading.mistake);
  }
  try {
    program.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
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
    return static_cast<int>(report(in_options(error), how));
  } catch (const std::exception& error) {
    return static_cast<int>(report(Error(ErrorCode::Io, std::string("something unexpected: ") + error.what()), how));
  }
}

}  // namespace hisalary::cli
