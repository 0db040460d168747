// SPDX-License-Identifier: MIT
#include "help.hpp"

#include <algorithm>
#include <vector>

#include "output/page.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

/// A heading, and under it names and what they mean.
struct Section {
  std::string heading;
  std::vector<std::pair<std::string, std::string>> lines;
};

std::string name_of(const OptionSpec& option) {
  if (option.kind == Kind::Positional) {
    return std::string(option.value);
  }
  std::string out = option.letter == '\0' ? "" : std::string("-") + option.letter + ", ";
  out += spelled(option);
  out += option.value.empty() ? "" : " " + std::string(option.value);
  return out + (option.kind == Kind::Many ? "..." : "");
}

void show(output::Page& page, const Section& section) {
  std::size_t widest = 0;
  for (const auto& [name, about] : section.lines) {
    widest = std::max(widest, name.size());
  }
  page.line();
  page.line(section.heading + ":");
  for (const auto& [name, about] : section.lines) {
    page.paragraph("  " + name + std::string(widest - name.size() + 2, ' '), about);
  }
}

std::string usage(const Given& given) {
  std::string out = "Usage: " + given.call() + (given.command().commands.empty() ? " [OPTIONS]" : " COMMAND");
  for_each_option(given.command(), [&](const OptionSpec& option) {
    out += option.kind == Kind::Positional ? " " + std::string(option.value) : "";
  });
  return out;
}

/// The section of an option: made where it is the first one under its heading.
Section& section_of(std::vector<Section>& sections, const OptionSpec& option) {
  const std::string heading(option.kind == Kind::Positional ? "Value" : option.group);
  const auto there = std::ranges::find(sections, heading, &Section::heading);
  return there != sections.end() ? *there : sections.emplace_back(Section{heading, {}});
}

/// Commands first, general options last.
std::vector<Section> sections_of(const CommandSpec& command) {
  std::vector<Section> sections;
  if (!command.commands.empty()) {
    sections.push_back({"Commands", {}});
  }
  for (const CommandSpec* const below : command.commands) {
    sections[0].lines.emplace_back(below->name, below->about);
  }
  for_each_option(command, [&](const OptionSpec& option) {
    section_of(sections, option).lines.emplace_back(name_of(option), option.about);
  });
  std::ranges::stable_partition(sections, [](const Section& section) { return section.heading != "Options"; });
  return sections;
}

}  // namespace

std::string help_of(const Given& given) {
  const CommandSpec& command = given.command();
  output::Page page(screen("never", false));
  page.paragraph("", command.about);
  page.line();
  page.line(usage(given));
  for (const Section& section : sections_of(command)) {
    show(page, section);
  }
  return page.text() + "\n" + std::string(command.footer) + "\n";
}

}  // namespace hisalary::cli
