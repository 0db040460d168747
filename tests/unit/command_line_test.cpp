// SPDX-License-Identifier: MIT
#include <set>

#include "../support/catch.hpp"
#include "cli/candidates.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/parse.hpp"

using namespace hisalary;
using cli::CommandSpec;
using cli::Kind;
using cli::OptionSpec;

namespace {

using Arguments = std::vector<std::string>;

cli::Parsed parsed(const Arguments& arguments) { return cli::parse(cli::program, arguments); }

/// The first mistake of a command line; empty when there is none.
std::string mistake(const Arguments& arguments) {
  const auto read = parsed(arguments);
  return read.mistake ? read.mistake->what() : "";
}

/// Every command, the program and commands of commands included.
void collect(const CommandSpec& command, std::vector<const CommandSpec*>& all) {
  all.push_back(&command);
  for (const CommandSpec* const below : command.commands) {
    collect(*below, all);
  }
}

std::vector<const CommandSpec*> every_command() {
  std::vector<const CommandSpec*> all;
  collect(cli::program, all);
  return all;
}

}  // namespace

TEST_CASE("A command line becomes a command and the texts of its options", "[cli]") {
  const auto read = parsed({"estimate", "--role", "medical-coder", "--cert=CPC", "--cert", "CCS,CCA", "--remote",
                            "--years=-3", "-o", "out.txt", "--as-of", "2026Q1"});
  CHECK_FALSE(read.mistake);
  CHECK(read.given.call() == "hisalary estimate");
  CHECK(read.given.value("role") == "medical-coder");
  CHECK(read.given.all("cert") == Arguments{"CPC", "CCS,CCA"});
  CHECK(read.given.has("remote"));
  CHECK(read.given.value("years") == "-3");
  CHECK(read.given.value("output") == "out.txt");
  CHECK(read.given.value("as_of") == "2026Q1");
  CHECK_FALSE(read.given.has("hourly"));
  CHECK_FALSE(read.given.value("state"));
  CHECK_THROWS_AS(read.given.value("jobs"), std::logic_error);

  const std::vector<std::pair<Fact, std::string>> texts{{Fact::Role, "medical-coder"},  {Fact::Credentials, "CPC"},
                                                        {Fact::Credentials, "CCS,CCA"}, {Fact::Years, "-3"},
                                                        {Fact::Remote, "true"},         {Fact::AsOf, "2026Q1"}};
  CHECK(cli::texts_of(read.given) == texts);
}

TEST_CASE("What is not given has the default of its table", "[cli]") {
  CHECK(parsed({"estimate"}).given.value("format") == "text");
  CHECK_FALSE(parsed({"estimate"}).given.has("format"));
  CHECK(parsed({"batch"}).given.value("fields") == "p10,p25,p50,p75,p90");
  CHECK(parsed({"batch"}).given.choice("progress") == std::nullopt);
  CHECK(parsed({"batch", "--progress", "--no-progress"}).given.choice("progress") == false);
  CHECK(parsed({"batch", "--no-progress", "--progress"}).given.choice("progress") == true);
}

TEST_CASE("Values without an option", "[cli]") {
  CHECK(parsed({"data", "verify", "folder"}).given.call() == "hisalary data verify");
  CHECK(parsed({"data", "verify", "folder"}).given.value("dir") == "folder");
  CHECK(parsed({"list", "--", "roles"}).given.value("what") == "roles");
  CHECK(parsed({"list", "--json", "roles"}).given.value("what") == "roles");
  CHECK(parsed({"batch", "--keep", "id", "-"}).given.value("input") == "-");
}

TEST_CASE("Help, version and JSON are seen wherever they are asked for", "[cli]") {
  const auto line = GENERATE(Arguments{"estimate", "--help"}, Arguments{"--help", "estimate"},
                             Arguments{"estimate", "--years", "-h"}, Arguments{"estimate", "--yeers", "--help"});
  CHECK(parsed(line).help);
  CHECK(parsed({"--version"}).version);
  CHECK(parsed({"estimate", "--json"}).json);
  CHECK(parsed({"estimate", "--years", "--json"}).json);
  CHECK(parsed({"estimate", "--format=json", "--cert="}).json);
  CHECK(parsed({"estimate", "--yeers", "4", "--json"}).json);
  CHECK(parsed({"estimat", "--json"}).json);
  CHECK_FALSE(parsed({"estimate", "--format", "csv"}).json);
}

TEST_CASE("Command lines that cannot be read", "[cli]") {
  struct Case {
    Arguments line;
    std::string message;
  };
  const auto one = GENERATE(values<Case>({
      {{"estimat"}, "unknown command \"estimat\""},
      {{"data", "veryfi"}, "unknown command \"veryfi\" of data"},
      {{"--", "estimate"}, "\"--\" is given where a command is expected"},
      {{"estimate", "--yeers", "4"}, "unknown option \"--yeers\""},
      {{"estimate", "--yeers=4"}, "unknown option \"--yeers\""},
      {{"estimate", "CA"}, "\"CA\" is not expected here"},
      {{"estimate", "--", "--cert", "RHIA"}, "\"--cert\" comes after \"--\", so it is not read as an option"},
      {{"estimate", "--years"}, "--years needs a value"},
      {{"estimate", "--years", "--cert", "RHIA"}, "--years needs a value"},
      {{"estimate", "--years", "--"}, "--years needs a value"},
      {{"estimate", "-o"}, "--output needs a value"},
      {{"estimate", "--cert="}, "--cert needs a value"},
      {{"estimate", "--role", ""}, "the value is empty"},
      {{"estimate", "--state", "CA", "--state=TX"}, "--state is given twice"},
      {{"estimate", "--remote=no"}, "--remote takes no value"},
      {{"estimate", "--remote=0"}, "--remote takes no value"},
      {{"estimate", "--version"}, "unknown option \"--version\""},
      {{"estimate", "estimate"}, "\"estimate\" is not expected here"},
      {{"estimate", "compare"}, "\"compare\" is not expected here"},
  }));
  CAPTURE(one.line);
  CHECK(mistake(one.line) == one.message);
}

TEST_CASE("Flags may be repeated", "[cli]") {
  CHECK(mistake({"estimate", "--remote", "--remote"}).empty());
  CHECK(mistake({"compare", "--vary", "state=CA,TX", "--vary", "years=1,2"}).empty());
}

TEST_CASE("The tables of options hold together", "[cli]") {
  for (const CommandSpec* const command : every_command()) {
    CAPTURE(command->name);
    CHECK(command->run != nullptr);
    CHECK_FALSE(command->about.empty());
    CHECK(cli::option_named(*command, "--help") != nullptr);
    std::set<std::string_view> names;
    cli::for_each_option(*command, [&](const OptionSpec& option) {
      CAPTURE(option.name);
      const bool flag = option.kind == Kind::Flag || option.kind == Kind::Negatable;
      CHECK(names.insert(option.name).second);
      CHECK_FALSE(option.about.empty());
      CHECK(option.value.empty() == flag);
      const auto& words = option.values.words;
      CHECK((option.fallback.empty() || words.empty() || std::ranges::count(words, option.fallback) == 1));
      CHECK((option.values.listing.empty() || cli::is_listing(option.values.listing)));
      CHECK_FALSE(command->examples.empty());
    });
  }
}

TEST_CASE("Every fact of a person has an option", "[cli]") {
  std::set<Fact> facts;
  for (const auto& options : {cli::profile_options(), cli::pay_option()}) {
    for (const OptionSpec& option : options) {
      facts.insert(option.fact.value());
    }
  }
  CHECK(facts.size() == fact_count);
}
