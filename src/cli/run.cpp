// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <nlohmann/json.hpp>

#include "ask.hpp"
#include "base/format.hpp"
#include "base/text.hpp"
#include "help.hpp"
#include "options.hpp"
#include "output.hpp"
#include "output/names.hpp"
#include "parse.hpp"
#include "process.hpp"
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

constexpr std::string_view out_of_memory = "error: there is not enough memory\n  free some, or raise the limit\n";
constexpr std::string_view out_of_memory_json =
    R"({"schema":"hisalary/error/1","error":{"code":"io","message":"there is not enough memory",)"
    R"("hint":"free some, or raise the limit","where":""}})"
    "\n";

/// How an error is reported.
struct Manner {
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

/// Errors name a fact or a parameter plainly; where it is an option of the command, people get its spelling.
std::string where_of(const Error& error, const CommandSpec& command) {
  const bool of_command_line = error.code() == ErrorCode::Usage || error.code() == ErrorCode::NoAnswer;
  const OptionSpec* const option = of_command_line ? option_named(command, error.where()) : nullptr;
  return option == nullptr ? error.where() : spelled(*option);
}

std::string in_json(const Error& error, const std::string& where) {
  nlohmann::ordered_json out;
  out["schema"] = "hisalary/error/1";
  out["error"] = {
      {"code", output::name_of(error.code())}, {"message", error.what()}, {"hint", error.hint()}, {"where", where}};
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string in_words(const Error& error, const std::string& where, bool color) {
  const bool option = where.starts_with("--") && !std::string_view(error.what()).starts_with(where);
  std::string text = color ? "\x1b[1;31merror:\x1b[0m " : "error: ";
  text += (option ? where + ": " : "") + printable(error.what()) + "\n";
  return text + (error.hint().empty() ? "" : "  " + printable(error.hint()) + "\n");
}

int report(const Error& error, const CommandSpec& command, const Manner& manner) {
  const std::string where = where_of(error, command);
  const std::string text = manner.json ? in_json(error, where) : in_words(error, where, manner.color);
  tell(text);
  return static_cast<int>(exit_of(error.code()));
}

std::string version_text(const Dataset& data) {
  return formatted("hisalary {}\ndata {} (OEWS release {})\nfingerprint {}\n", version, printable(data.info().version),
                   printable(data.info().release), data.fingerprint());
}

constexpr std::array program_options{
    OptionSpec{.name = "version", .about = "Version of the program and fingerprint of its data", .kind = Kind::Flag},
};

constexpr std::array commands{
    &estimate_command, &compare_command, &whatif_command, &career_command,   &offer_command,
    &outlook_command,  &gs_command,      &range_command,  &report_command,   &list_command,
    &check_command,    &batch_command,   &data_command,   &generate_command, &help_command,
};

/// An argument as a shell reads it.
std::string in_shell(const std::string& argument) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=.,/+";
  if (argument.find_first_not_of(plain) == std::string::npos) {
    return argument;
  }
  std::string out = "'";
  for (const char c : argument) {
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return printable(out + "'");
}

/// At a terminal four questions and the answer; elsewhere a few lines.
int show_welcome(const Given&) {
  if (!at_terminal()) {
    write_output(welcome, {});
    return 0;
  }
  const std::vector<std::string> arguments = ask_person();
  if (arguments.empty()) {
    return 0;
  }
  const int code = estimate_command.run(parse(program, arguments).given);
  std::string same = "\n  The same again: hisalary";
  for (const std::string& argument : arguments) {
    same += " " + in_shell(argument);
  }
  write_output(same + "\n", {});
  return code;
}

int show_version() {
  const char* const said = std::getenv("HISALARY_DATA");
  write_output(version_text(said == nullptr || *said == '\0' ? Dataset::builtin() : Dataset::load(said)), {});
  return 0;
}

/// Runs what was asked for. Throws Error.
int run_parsed(Parsed& parsed) {
  if (parsed.help) {
    write_output(help_of(parsed.given.command(), parsed.given.call()), {});
    return 0;
  }
  if (parsed.mistake) {
    throw std::move(*parsed.mistake);
  }
  return parsed.version ? show_version() : parsed.given.command().run(parsed.given);
}

/// When color is the user's to say, and is said rightly, errors follow it.
Manner manner_of(const Parsed& parsed) {
  const bool said = option_named(parsed.given.command(), "color") != nullptr && !parsed.mistake;
  return {parsed.json, error_color(said ? parsed.given.text("color") : "auto")};
}

/// The same; errors are told, but for memory that runs out.
int run_reporting(Parsed& parsed, const Manner& manner) {
  try {
    return run_parsed(parsed);
  } catch (const Error& error) {
    return report(error, parsed.given.command(), manner);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return report(Error(ErrorCode::Io, std::string("something unexpected: ") + error.what()), parsed.given.command(),
                  manner);
  }
}

}  // namespace

const CommandSpec program{
    .name = "hisalary",
    .about = "What a health-information professional earns, from the public record.",
    .notes = "Every command has a --help of its own; \"hisalary help\" lists what else there is to read.",
    .examples =
        "  hisalary estimate --cert RHIA --years 6 --state CA\n"
        "  hisalary list roles",
    .options =
        [] {
          return OptionLists{help_option(), program_options};
        },
    .run = show_welcome,
    .commands = commands,
};

int run(int argc, char** argv) {
  prepare_process();
  Manner manner;
  try {
    Parsed parsed = parse(program, {argv + std::min(argc, 1), argv + argc});
    manner = manner_of(parsed);
    return run_reporting(parsed, manner);
  } catch (const std::bad_alloc&) {
    tell(manner.json ? out_of_memory_json : out_of_memory);  // whatever takes memory could fail again
    return static_cast<int>(Exit::Io);
  }
}

}  // namespace hisalary::cli
