// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

#include "base/text.hpp"
#include "command.hpp"
#include "hisalary/hisalary.hpp"
#include "options.hpp"
#include "output.hpp"

namespace hisalary::cli {
namespace {

struct AskedFact {
  Fact fact;
  const char* words;
};

constexpr std::array<AskedFact, 4> questions{{
    {Fact::Role, "Job title"},
    {Fact::Credentials, "Credentials (none, or like RHIT, CPC)"},
    {Fact::Years, "Years of experience"},
    {Fact::Place, "City and state, or ZIP code"},
}};

/// A line of standard input without its end; absent at the end of the input.
std::optional<std::string> read_line() {
  char* line = nullptr;
  std::size_t room = 0;
  const ssize_t size = ::getline(&line, &room, stdin);
  const std::unique_ptr<char, void (*)(void*)> owned(line, std::free);
  if (size < 0) {
    return std::nullopt;
  }
  return std::string(trimmed(std::string_view(line, static_cast<std::size_t>(size))));
}

/// What is wrong with an answer; empty: nothing.
std::string wrong_with(const ProfileBuilder& person) {
  try {
    (void)person.build();
    return {};
  } catch (const Error& error) {
    return "  " + printable(error.what()) + "\n  " + printable(error.hint()) + "\n";
  }
}

}  // namespace

bool at_terminal() { return ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0; }

std::vector<std::string> ask_person() {
  write_output("What does a health-information professional earn? Four questions; press Enter to skip one.\n\n", {});
  ProfileBuilder person(Dataset::builtin());
  std::vector<std::string> arguments{"estimate"};
  for (const auto& [fact, words] : questions) {
    while (true) {
      write_output(std::string(words) + ": ", {});
      const auto answer = read_line();
      if (!answer) {
        write_output("\n", {});
        return {};
      }
      if (answer->empty()) {
        break;
      }
      ProfileBuilder with = person;
      with.with(fact, *answer);
      const std::string wrong = wrong_with(with);
      if (wrong.empty()) {
        person = with;
        arguments.insert(arguments.end(), {spelled(name_of(fact)) + "=" + *answer});
        break;
      }
      write_output(wrong, {});
    }
  }
  write_output("\n", {});
  return arguments;
}

}  // namespace hisalary::cli
