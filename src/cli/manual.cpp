// SPDX-License-Identifier: MIT
#include "manual.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "help.hpp"
#include "output/page.hpp"
#include "prose.hpp"
#include "topics.hpp"
#include "version.hpp"

namespace hisalary::cli {
namespace {

constexpr std::size_t longest_line = 78;

/// A text whose characters all stand for themselves.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\': out += "\\e"; break;
      case '-': out += "\\-"; break;
      case '\'': out += "\\(aq"; break;
      case '"': out += "\\(dq"; break;
      case '`': out += "\\(ga"; break;
      case '^': out += "\\(ha"; break;
      case '~': out += "\\(ti"; break;
      default: out += c;
    }
  }
  return out;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

/// A page as it grows.
class Manual {
 public:
  Manual(std::string_view name, std::string_view about) {
    text_ = std::string(".\\\" Written by \"hisalary generate man\".\n.TH ") + upper(escaped(name)) + " 1 " +
            manual_date + " \"hisalary " + version + "\" \"User Commands\"\n";
    section("NAME");
    const std::string first = lower(about.substr(0, 1)) + std::string(about.substr(1));
    fill(std::string(name) + " - " + first.substr(0, first.find_last_not_of('.') + 1));
  }

  void section(std::string_view heading) { line(".SH " + upper(escaped(heading))); }
  void subsection(std::string_view heading) { line(".SS " + escaped(heading)); }
  void line(std::string_view text) { text_ += std::string(text) + "\n"; }

  /// Words in lines that nobody has to scroll; a point at the start of one is no request.
  void fill(std::string_view words) {
    for (const std::string& one : output::wrapped(escaped(words), longest_line)) {
      line((one.starts_with('.') ? "\\&" : "") + one);
    }
  }
  void paragraph(std::string_view words) {
    begin_paragraph();
    fill(words);
  }
  void item(std::string_view term, std::string_view words) {
    line(".TP");
    line("\\fB" + escaped(term) + "\\fR");
    fill(words);
  }
  /// Lines with a margin of two, which the page has already.
  void verbatim(std::string_view lines) {
    begin_paragraph();
    line(".nf");
    while (!lines.empty()) {
      const std::string_view one = lines.substr(0, lines.find('\n'));
      lines.remove_prefix(std::min(lines.size(), one.size() + 1));
      line(escaped(one.substr(std::min<std::size_t>(one.size(), 2))));
    }
    line(".fi");
  }
  void blocks(std::string_view text) {
    for (const Block& block : blocks_of(text)) {
      switch (block.kind) {
        case Block::Kind::Paragraph: paragraph(block.words); break;
        case Block::Kind::Item: item(block.term, block.words); break;
        case Block::Kind::Verbatim: verbatim(block.words); break;
      }
    }
  }
  void topic(std::string_view name) {
    const Topic& one = *topic_named(name);
    section(one.heading);
    blocks(one.text);
  }

  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  /// A heading begins one by itself.
  void begin_paragraph() {
    const auto last_line = text_.rfind('\n', text_.size() - 2) + 1;
    if (!std::string_view(text_).substr(last_line).starts_with(".S")) {
      line(".PP");
    }
  }

  std::string text_;
};

/// Every heading of the help: the first as a section, the others within it.
void options(Manual& page, const CommandSpec& command) {
  for (const HelpSection& section : sections_of(command)) {
    if (section.heading != "Commands") {
      page.subsection(section.heading == "Options" ? "General options" : section.heading);
      for (const auto& [name, about] : section.lines) {
        page.item(name, about);
      }
    }
  }
}

/// The commands below one: a part each.
void commands_below(Manual& page, const CommandSpec& command, const std::string& call) {
  for (const CommandSpec* const below : command.commands) {
    const std::string its_call = call + " " + std::string(below->name);
    page.section(its_call.substr(its_call.find(' ') + 1));
    page.paragraph(std::string(below->about) + ".");
    page.paragraph(usage_of(*below, its_call));
    if (!below->notes.empty()) {
      page.blocks(below->notes);
    }
    options(page, *below);
  }
}

void see_also(Manual& page, const CommandSpec& here) {
  page.section("SEE ALSO");
  std::string names = &here == &program ? "" : "hisalary(1)";
  for (const CommandSpec* const one : program.commands) {
    if (one != &here) {
      names += (names.empty() ? "" : ", ") + ("hisalary-" + std::string(one->name)) + "(1)";
    }
  }
  page.fill(names);
}

void ending(Manual& page, const CommandSpec& here) {
  page.section("EXAMPLES");
  page.verbatim(std::string(here.examples) + "\n");
  for (const std::string_view name : {"exit-codes", "environment", "files"}) {
    page.topic(name);
  }
  see_also(page, here);
}

}  // namespace

std::string manual_of_program() {
  Manual page(program.name, program.about);
  page.section("SYNOPSIS");
  page.fill(usage_of(program, std::string(program.name)) + " [OPTIONS]");
  page.section("DESCRIPTION");
  page.paragraph(
      "Tell it what is known of a person (role, credentials, years, place, kind of employer), and it gives the median "
      "pay and the range that the middle half of such people earn, with the source of every step. What you leave "
      "out is unknown, which makes the range wider.");
  page.blocks(program.notes);
  page.section("COMMANDS");
  for (const CommandSpec* const one : program.commands) {
    page.item(one->name, one->about);
  }
  page.section("OPTIONS");
  options(page, program);
  for (const std::string_view name : {"method", "data", "formats"}) {
    page.topic(name);
  }
  ending(page, program);
  return std::move(page).text();
}

std::string manual_of_command(const CommandSpec& command) {
  const std::string call = std::string(program.name) + " " + std::string(command.name);
  Manual page(std::string(program.name) + "-" + std::string(command.name), command.about);
  page.section("SYNOPSIS");
  page.fill(usage_of(command, call));
  page.section("DESCRIPTION");
  page.paragraph(std::string(command.about) + ".");
  page.blocks(command.notes);
  commands_below(page, command, call);
  page.section("OPTIONS");
  options(page, command);
  ending(page, command);
  return std::move(page).text();
}

}  // namespace hisalary::cli
