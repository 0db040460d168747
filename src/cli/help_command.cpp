// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "help.hpp"
#include "hisalary/error.hpp"
#include "options.hpp"
#include "output.hpp"
#include "prose.hpp"
#include "terminal.hpp"
#include "topics.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array own_options{
    OptionSpec{.name = "topic",
               .value = "TOPIC",
               .about = "One of the topics, or a command; without it, a list of both",
               .kind = Kind::Rest,
               .values = {.listing = "topics"}},
};

/// The topics and the commands, to choose from.
std::string overview() {
  std::string text = "\"hisalary help TOPIC\" explains one of these:\n\n";
  for (const Topic& one : topics()) {
    text += std::string(one.name) + "\t" + std::string(one.about) + "\n";
  }
  text += "\nor a command, as its --help does:\n\n";
  for (const CommandSpec* const one : program.commands) {
    text += std::string(one->name) + "\t" + std::string(one->about) + "\n";
  }
  return text;
}

std::string in_page(std::string_view text) {
  output::Page page(screen("never", false));
  show(page, blocks_of(text));
  return page.text();
}

/// The help of the command that the words name, like "data verify"; empty when they name none.
std::string help_of_command(const std::vector<std::string>& words) {
  const CommandSpec* command = &program;
  std::string call(program.name);
  for (const std::string& word : words) {
    const auto below = std::ranges::find(command->commands, word, &CommandSpec::name);
    if (below == command->commands.end()) {
      return {};
    }
    command = *below;
    call += " " + word;
  }
  return help_of(*command, call);
}

/// "Exit codes" is exit-codes.
std::string topic_name(const std::vector<std::string>& words) {
  std::string name;
  for (const std::string& word : words) {
    name += (name.empty() ? "" : "-") + lower(word);
  }
  std::ranges::replace(name, ' ', '-');
  std::ranges::replace(name, '_', '-');
  return name;
}

[[noreturn]] void unknown_topic(const std::vector<std::string>& words) {
  std::vector<std::string_view> known;
  std::ranges::transform(topics(), std::back_inserter(known), &Topic::name);
  std::ranges::transform(program.commands, std::back_inserter(known), &CommandSpec::name);
  std::string said;
  for (const std::string& word : words) {
    said += (said.empty() ? "" : " ") + word;
  }
  throw Error(ErrorCode::Usage, "no help on " + shown(said),
              did_you_mean(topic_name(words), known, "\"hisalary help\" lists the topics"), "topic");
}

int run(const Given& given) {
  const std::vector<std::string>& words = given.all("topic");
  if (words.empty()) {
    write_output(in_page(overview()), {});
    return 0;
  }
  const Topic* const topic = topic_named(topic_name(words));
  const std::string of_command = help_of_command(words);
  if (topic == nullptr && of_command.empty()) {
    unknown_topic(words);
  }
  std::string text = topic == nullptr ? "" : in_page(topic->text);
  text += text.empty() || of_command.empty() ? "" : "\nThe command of this name:\n\n";
  write_output(text + of_command, {});
  return 0;
}

}  // namespace

const CommandSpec help_command{
    .name = "help",
    .about = "Explain a topic or a command",
    .examples =
        "  hisalary help\n"
        "  hisalary help method\n"
        "  hisalary help exit codes\n"
        "  hisalary help data verify",
    .options =
        [] {
          return OptionLists{help_option(), own_options};
        },
    .run = run,
};

}  // namespace hisalary::cli
