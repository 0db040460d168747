// SPDX-License-Identifier: MIT
#include "help.hpp"

#include <algorithm>

#include "output/page.hpp"
#include "terminal.hpp"
#include "usage.hpp"

namespace hisalary::cli {
namespace {

/// A name and what it means.
using Lines = std::vector<std::pair<std::string, std::string>>;

std::string name_of(const CLI::Option& option) {
  std::string out;
  for (const auto& name : option.get_snames()) {
    out += "-" + name + ", ";
  }
  out += "--" + option.get_lnames().front();
  out += option.get_type_name().empty() || option.get_items_expected_max() == 0 ? "" : " " + option.get_type_name();
  return out + (option.get_expected_max() > 1 ? "..." : "");
}

void section(output::Page& page, const std::string& heading, const Lines& lines) {
  std::size_t widest = 0;
  for (const auto& [name, about] : lines) {
    widest = std::max(widest, name.size());
  }
  page.line();
  page.line(heading + ":");
  for (const auto& [name, about] : lines) {
    page.paragraph("  " + name + std::string(widest - name.size() + 2, ' '), about);
  }
}

std::string usage(const CLI::App& app) {
  std::string out = "Usage: " + full_name(app) + (app.get_subcommands({}).empty() ? " [OPTIONS]" : " COMMAND");
  for (const CLI::Option* const option :
       app.get_options([](const CLI::Option* one) { return one->get_positional(); })) {
    out += " " + option->get_type_name();
  }
  return out;
}

}  // namespace

std::string HelpFormatter::make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const {
  output::Page page(screen("never", false));
  page.paragraph("", app->get_description());
  page.line();
  page.line(usage(*app));
  Lines lines;
  for (const CLI::App* const command : app->get_subcommands({})) {
    lines.emplace_back(command->get_name(), command->get_description());
  }
  for (const CLI::Option* const option :
       app->get_options([](const CLI::Option* one) { return one->get_positional(); })) {
    lines.emplace_back(option->get_type_name(), option->get_description());
  }
  if (!lines.empty()) {
    section(page, app->get_subcommands({}).empty() ? "Value" : "Commands", lines);
  }
  auto groups = app->get_groups();
  std::stable_partition(groups.begin(), groups.end(), [](const std::string& group) { return group != "Options"; });
  for (const auto& group : groups) {
    lines.clear();
    for (const CLI::Option* const option :
         app->get_options([&](const CLI::Option* one) { return one->nonpositional() && one->get_group() == group; })) {
      lines.emplace_back(name_of(*option), option->get_description());
    }
    if (!lines.empty()) {
      section(page, group, lines);
    }
  }
  return page.text() + "\n" + app->get_footer() + "\n";
}

}  // namespace hisalary::cli
