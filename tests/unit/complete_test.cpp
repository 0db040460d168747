// SPDX-License-Identifier: MIT
#include "cli/complete.hpp"
#include "../support/catch.hpp"
#include "cli/prose.hpp"
#include "cli/shell_line.hpp"
#include "hisalary/dataset.hpp"

using namespace hisalary;
using Words = std::vector<std::string>;

namespace {

/// The texts that may stand at the cursor, the last of the words.
Words completed(const Words& words) {
  Words texts;
  for (const auto& one : cli::complete(Dataset::builtin().tables(), words).candidates) {
    texts.push_back(one.text);
  }
  return texts;
}

}  // namespace

TEST_CASE("A line is split as bash does, as far as it is typed", "[cli]") {
  struct Case {
    std::string line;
    Words words;
    char quote;
    std::size_t kept;
  };
  const auto one = GENERATE(values<Case>({
      {"", {""}, '\0', 0},
      {"hisalary ", {"hisalary", ""}, '\0', 0},
      {"hisalary  est", {"hisalary", "est"}, '\0', 0},
      {"h --metro 'San Fr", {"h", "--metro", "San Fr"}, '\'', 0},
      {"h --metro \"San \\\"Fr", {"h", "--metro", "San \"Fr"}, '"', 0},
      {"h --metro San\\ Fr", {"h", "--metro", "San Fr"}, '\0', 0},
      {"h --metro=San", {"h", "--metro=San"}, '\0', 8},
      {"h --metro='San Fr", {"h", "--metro=San Fr"}, '\'', 8},
      {"h --path a:6,b", {"h", "--path", "a:6,b"}, '\0', 2},
      {"h 'a b' c", {"h", "a b", "c"}, '\0', 0},
      {"h a\\", {"h", "a"}, '\0', 0},
  }));
  const auto read = cli::read_shell_line(one.line);
  CAPTURE(one.line);
  CHECK(read.words == one.words);
  CHECK(read.quote == one.quote);
  CHECK(read.kept == one.kept);
}

TEST_CASE("A text is written so that bash reads it back", "[cli]") {
  CHECK(cli::for_shell("Cook, IL", '\0') == "Cook,\\ IL");
  CHECK(cli::for_shell("$x `y` \"z\"", '"') == "\\$x \\`y\\` \\\"z\\\"");
  CHECK(cli::for_shell("it's", '\'') == "it'\\''s");
  for (const std::string text : {"San Francisco-Oakland-Fremont, CA", "a'b\"c\\d$e`f!g#h~i*j?k", "  "}) {
    CHECK(cli::read_shell_line(cli::for_shell(text, '\0')).words.back() == text);
    CHECK(cli::read_shell_line("\"" + cli::for_shell(text, '"')).words.back() == text);
  }
}

TEST_CASE("Words complete as they are typed, else case aside", "[cli]") {
  CHECK(completed({"estimate", "--role", "Medical co"}) == Words{"Medical coder"});
  CHECK(completed({"estimate", "--role", "medical-co"}) == Words{"medical-coder"});
  CHECK(completed({"estimate", "--cert", "rhi"}) == Words{"RHIT", "RHIA"});
  CHECK(completed({"estimate", "--cert", "RHIT,RHI"}) == Words{"RHIT,RHIA"});
  CHECK(completed({"estimate", "--cert=RHIT,RHI"}) == Words{"--cert=RHIT,RHIA"});
  CHECK(completed({"compare", "--vary", "state=OH,Tex"}) == Words{"state=OH,Texas"});
  CHECK(completed({"data", "ver"}) == Words{"verify"});
  CHECK(completed({"estimate", "--years", "4"}).empty());
  CHECK(completed({"nothing", "like", "this"}).empty());
  CHECK(completed({}).empty());
}

TEST_CASE("Every option of every command can be completed from its first letters", "[cli]") {
  for (const cli::CommandSpec* const command : cli::program.commands) {
    cli::for_each_option(*command, [&](const cli::OptionSpec& option) {
      if (!cli::stands_alone(option)) {
        const std::string name = cli::spelled(option);
        const Words found = completed({std::string(command->name), name.substr(0, 4)});
        CAPTURE(command->name, name);
        CHECK(std::ranges::find(found, name) != found.end());
      }
    });
  }
}

TEST_CASE("A text has paragraphs, items and lines as they are", "[cli]") {
  using enum cli::Block::Kind;
  const auto blocks = cli::blocks_of("One\nparagraph.\n\nterm\tits words\nother\tmore\n\n  as it\n    is\nAfter.");
  REQUIRE(blocks.size() == 5);
  CHECK((blocks[0].kind == Paragraph && blocks[0].words == "One paragraph."));
  CHECK((blocks[1].kind == Item && blocks[1].term == "term" && blocks[1].words == "its words"));
  CHECK((blocks[3].kind == Verbatim && blocks[3].words == "  as it\n    is\n"));
  CHECK((blocks[4].kind == Paragraph && blocks[4].words == "After."));
}
