// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "complete.hpp"
#include "hisalary/error.hpp"
#include "manual.hpp"
#include "options.hpp"
#include "output.hpp"
#include "shell_line.hpp"
#include "shells.hpp"

namespace hisalary::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view examples =
    "  hisalary generate man estimate | man -l -\n"
    "  hisalary generate man --into share/man/man1\n"
    "  source <(hisalary generate bash)\n"
    "  hisalary generate fish > ~/.config/fish/completions/hisalary.fish\n"
    "  printf '%s\\n' estimate --metro San | hisalary generate words";

constexpr std::array man_options{
    OptionSpec{.name = "page",
               .value = "PAGE",
               .about = "A command; without it, the page of the program itself",
               .kind = Kind::Positional,
               .values = {.listing = "pages"}},
    OptionSpec{.name = "into",
               .value = "DIR",
               .about = "Write every page into this folder, in place of printing one",
               .values = {.path = Values::Path::Folder}},
};

constexpr std::array words_options{
    OptionSpec{.name = "line",
               .about = "Standard input is a command line up to the cursor, the program's name and quotes included",
               .kind = Kind::Flag},
    OptionSpec{.name = "quoted",
               .about = "The same, answered with what bash puts in the place of the part at the cursor, in its quotes",
               .kind = Kind::Flag},
};

/// --output alone: there is nothing to color.
OptionList output_option() { return output_options().first(1); }

/// What can be said after "hisalary " or "hisalary-".
const CommandSpec& page_named(const std::string& name) {
  const std::string prefix = std::string(program.name) + "-";
  const std::string command = name.starts_with(prefix) ? name.substr(prefix.size()) : name;
  const auto there = std::ranges::find(program.commands, command, &CommandSpec::name);
  if (there != program.commands.end()) {
    return **there;
  }
  std::vector<std::string_view> known;
  std::ranges::transform(program.commands, std::back_inserter(known), &CommandSpec::name);
  throw Error(ErrorCode::Usage, "the manual has no page " + shown(name),
              did_you_mean(command, known, "\"hisalary --help\" lists the commands"), "page");
}

void write_pages(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw Error(ErrorCode::Io, shown(folder) + " cannot be made: " + error.message(),
                "check the folder and its permissions", folder);
  }
  replace_file(fs::path(folder) / "hisalary.1", manual_of_program());
  for (const CommandSpec* const one : program.commands) {
    replace_file(fs::path(folder) / ("hisalary-" + std::string(one->name) + ".1"), manual_of_command(*one));
  }
}

int man(const Given& given) {
  const std::string page = given.text("page");
  if (given.has("into")) {
    if (!page.empty() || given.has("output")) {
      throw Error(ErrorCode::Usage, "--into writes every page, each into its own file",
                  "leave out the page and --output", "into");
    }
    write_pages(given.text("into"));
    return 0;
  }
  const bool whole = page.empty() || page == program.name;
  write_output(whole ? manual_of_program() : manual_of_command(page_named(page)), given.text("output"));
  return 0;
}

std::string read_standard_input() {
  constexpr std::size_t most = std::size_t{1} << 16;
  std::string text(most, '\0');
  std::size_t size = 0;
  while (size < most) {
    const ssize_t got = ::read(STDIN_FILENO, text.data() + size, most - size);
    if (got < 0 && errno != EINTR) {
      throw Error(ErrorCode::Io, std::string("standard input cannot be read: ") + std::strerror(errno),
                  "write the words into it, one a line");
    }
    if (got == 0) {
      break;
    }
    size += got > 0 ? static_cast<std::size_t>(got) : 0;
  }
  text.resize(size);
  return text;
}

/// Words of which each is a line; the last one may be empty.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    lines.emplace_back(line);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return lines;
}

/// The data set that the words or the environment name. What cannot be read is no reason to complete nothing.
Dataset dataset_for(const std::vector<std::string>& words) {
  const char* const said = std::getenv("HISALARY_DATA");
  std::string folder = said == nullptr ? "" : said;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--data" && i + 2 < words.size()) {
      folder = words[i + 1];
    } else if (words[i].starts_with("--data=")) {
      folder = words[i].substr(words[i].find('=') + 1);
    }
  }
  try {
    return folder.empty() ? Dataset::builtin() : Dataset::load(folder);
  } catch (const Error&) {
    return Dataset::builtin();
  }
}

std::string path_line(Values::Path path) {
  if (path == Values::Path::None) {
    return {};
  }
  return path == Values::Path::File ? ":files\n" : ":folders\n";
}

std::string in_line(const Candidate& one) {
  return printable(one.text) + (one.about.empty() ? "" : "\t" + printable(one.about));
}

int words(const Given& given) {
  const std::string input = read_standard_input();
  ShellLine line;
  if (given.has("line") || given.has("quoted")) {
    line = read_shell_line(std::string_view(input).substr(0, input.find('\n')));
    line.words.erase(line.words.begin());  // the program
  } else {
    line.words = lines_of(input);
  }

  const Completion found = complete(dataset_for(line.words).tables(), line.words);
  std::string out = path_line(found.path);
  for (const Candidate& one : found.candidates) {
    out += given.has("quoted") ? for_shell(std::string_view(one.text).substr(line.kept), line.quote) : in_line(one);
    out += "\n";
  }
  write_output(out, {});
  return 0;
}

template <std::string_view (*Script)()> int script(const Given& given) {
  write_output(Script(), given.text("output"));
  return 0;
}

int no_verb(const Given&) {
  throw Error(ErrorCode::Usage, "say what to generate", "man, bash, zsh, fish or words", "generate");
}

const CommandSpec man_command{
    .name = "man",
    .about = "The manual: the page of the program or of a command",
    .examples = examples,
    .options =
        [] {
          return OptionLists{help_option(), man_options, output_option()};
        },
    .run = man,
};

OptionLists script_options() { return {help_option(), output_option()}; }

const CommandSpec bash_command{
    .name = "bash",
    .about = "Completion of options and values for bash",
    .examples = examples,
    .options = script_options,
    .run = script<bash_script>,
};

const CommandSpec zsh_command{
    .name = "zsh",
    .about = "The same for zsh: a file _hisalary of a folder in fpath",
    .examples = examples,
    .options = script_options,
    .run = script<zsh_script>,
};

const CommandSpec fish_command{
    .name = "fish",
    .about = "The same for fish",
    .examples = examples,
    .options = script_options,
    .run = script<fish_script>,
};

const CommandSpec words_command{
    .name = "words",
    .about = "What may be typed next: the words so far on standard input, one a line, the unfinished one last",
    .notes =
        "A line for each word, with what it means after a tab; \":files\" and \":folders\" stand for paths. The "
        "completion scripts call this.",
    .examples = examples,
    .options =
        [] {
          return OptionLists{help_option(), words_options};
        },
    .run = words,
};

constexpr std::array verbs{&man_command, &bash_command, &zsh_command, &fish_command, &words_command};

}  // namespace

const CommandSpec generate_command{
    .name = "generate",
    .about = "Write the manual, or completion for a shell",
    .notes = "Installing the program puts all of them in place.",
    .examples = examples,
    .options = [] { return OptionLists{help_option()}; },
    .run = no_verb,
    .commands = verbs,
};

}  // namespace hisalary::cli
