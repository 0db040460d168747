// SPDX-License-Identifier: MIT
#include "help.hpp"

#include <algorithm>
#include <vector>

#include "options.hpp"
#include "output/page.hpp"
#include "prose.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

std::string name_of(const OptionSpec& option) {
  if (stands_alone(option)) {
    return std::string(option.value);
  }
  std::string out = option.letter == '\0' ? "" : std::string("-") + option.letter + ", ";
  out += spelled(option);
  out += option.value.empty() ? "" : " " + std::string(option.value);
  return out + (option.kind == Kind::Many ? "..." : "");
}

void show_section(output::Page& page, const HelpSection& section) {
  std::size_t widest = 0;
  for (const auto& [name, about] : section.lines) {
    widest = std::max(widest, name.size());
  }
  page.line();
  page.line(page.ink(output::Ink::Strong, section.heading + ":"));
  for (const auto& [name, about] : section.lines) {
    page.paragraph("  " + name + std::string(widest - name.size() + 2, ' '), about);
  }
}

/// The section of an option: made where it is the first one under its heading.
HelpSection& section_of(std::vector<HelpSection>& sections, const OptionSpec& option) {
  const std::string heading(stands_alone(option) ? "Value" : option.group);
  const auto there = std::ranges::find(sections, heading, &HelpSection::heading);
  return there != sections.end() ? *there : sections.emplace_back(HelpSection{heading, {}});
}

/// Whether a command with others below it does something without one of them.
bool answers_alone(const CommandSpec& command) {
  std::size_t options = 0;
  for_each_option(command, [&](const OptionSpec&) { ++options; });
  return &command != &program && options > help_option().size();
}

}  // namespace

std::string usage_of(const CommandSpec& command, const std::string& call) {
  std::string out = call;
  if (command.commands.empty()) {
    out += " [OPTIONS]";
  } else {
    out += answers_alone(command) ? " [COMMAND] [OPTIONS]" : " COMMAND";
  }
  for_each_option(
      command, [&](const OptionSpec& option) { out += stands_alone(option) ? " " + std::string(option.value) : ""; });
  return out;
}

std::vector<HelpSection> sections_of(const CommandSpec& command) {
  std::vector<HelpSection> sections;
  if (!command.commands.empty()) {
    sections.push_back({"Commands", {}});
  }
  for (const CommandSpec* const below : command.commands) {
    sections[0].lines.emplace_back(below->name, below->about);
  }
  for_each_option(command, [&](const OptionSpec& option) {
    section_of(sections, option).lines.emplace_back(name_of(option), option.about);
  });
  std::stable_partition(sections.begin(), sections.end(),
                        [](const HelpSection& section) { return section.heading != "Options"; });
  return sections;
}

std::string help_of(const CommandSpec& command, const std::string& call) {
  output::Page page(screen("auto", false));
  page.paragraph("", command.about);
  page.line();
  page.line(page.ink(output::Ink::Strong, "Usage:") + " " + usage_of(command, call));
  for (const HelpSection& section : sections_of(command)) {
    show_section(page, section);
  }
  if (!command.notes.empty()) {
    page.line();
    show(page, blocks_of(command.notes));
  }
  return page.text() + "\n" + page.ink(output::Ink::Strong, "Examples:") + "\n" + std::string(command.examples) + "\n";
}

}  // namespace hisalary::cli
