// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "output.hpp"
#include "query/facts.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array<std::string_view, 3> format_words{"text", "json", "csv"};
constexpr std::array<std::string_view, 3> color_words{"auto", "always", "never"};

/// Months and quarters are allowed, too.
constexpr std::array<std::string_view, 1> dollar_words{"release"};

constexpr std::array help{
    OptionSpec{.name = "help", .about = "Show this help", .kind = Kind::Flag, .letter = 'h'},
};

constexpr std::array dataset{
    OptionSpec{.name = "data",
               .value = "DIR",
               .about = "Use the data set in this folder, not the built-in one (or set HISALARY_DATA)",
               .values = {.path = Values::Path::Folder}},
};

constexpr std::array formats{
    OptionSpec{.name = "format",
               .value = "FORMAT",
               .about = "text, json or csv",
               .values = {.words = format_words},
               .fallback = "text"},
    OptionSpec{.name = "json", .about = "The same as --format json", .kind = Kind::Flag},
};

constexpr std::array outputs{
    OptionSpec{.name = "output",
               .value = "FILE",
               .about = "Write to FILE (- is standard output); it is replaced only once the answer is complete",
               .values = {.path = Values::Path::File},
               .letter = 'o'},
    OptionSpec{.name = "color",
               .value = "WHEN",
               .about = "auto, always or never",
               .values = {.words = color_words},
               .fallback = "auto"},
};

/// An option of the person: named as its fact is.
constexpr OptionSpec of_person(Fact fact, std::string_view value, std::string_view about, Values values = {}) {
  const query::FactForm& form = query::form_of(fact);
  Kind kind = Kind::One;
  if (form.is_list) {
    kind = Kind::Many;
  } else if (form.is_flag) {
    kind = Kind::Flag;
  }
  return {
      .name = form.name, .value = value, .about = about, .kind = kind, .values = values, .group = "Who", .fact = fact};
}

constexpr std::array<OptionSpec, fact_count - 1> person{
    of_person(Fact::Role, "ROLE", "Job title, role id, or SOC code (29-2072: the whole occupation)",
              {.listing = "roles"}),
    of_person(Fact::Level, "LEVEL", "trainee, I, II, III, senior, lead, supervisor, manager or director",
              {.listing = "levels"}),
    of_person(Fact::Credentials, "CERT", "Credentials, with commas between them; none if there are none",
              {.listing = "certs", .commas = true}),
    of_person(Fact::Years, "N", "Years of experience: 6, 0-2, 10+, 18 months, Mid-Career"),
    of_person(Fact::Education, "DEGREE", "Highest degree, like associate, BS in HIM or MBA", {.listing = "education"}),
    of_person(Fact::Skills, "SKILL", "Skills, with commas between them", {.listing = "skills", .commas = true}),
    of_person(Fact::Setting, "SETTING", "Kind of employer, like hospital, clinic or VA", {.listing = "settings"}),
    of_person(Fact::Place, "PLACE", "Where the work is: ZIP code, city, county, state, metro area, nickname or Remote",
              {.listing = "places"}),
    of_person(Fact::State, "STATE", "State or territory, by postal code or name", {.listing = "states"}),
    of_person(Fact::Metro, "AREA", "Metropolitan or nonmetropolitan area: code, name or first city",
              {.listing = "metros"}),
    of_person(Fact::County, "COUNTY", "County like \"Cook, IL\", or five digits"),
    of_person(Fact::Remote, "", "Remote work: the national market"),
    of_person(Fact::AsOf, "WHEN", "Dollars of a month (YYYY-MM), a quarter (YYYYQn), or release: as published",
              {.words = dollar_words}),
    of_person(Fact::Release, "YEAR", "An older BLS release (May), the nation only, in its own dollars",
              {.listing = "releases"}),
};

constexpr std::array paid{
    of_person(Fact::Pay, "AMOUNT", "Current pay, to see where it stands: 72000, $72k, 34.50/h"),
};

}  // namespace

OptionList help_option() { return help; }
OptionList dataset_option() { return dataset; }
OptionList format_options() { return formats; }
OptionList output_options() { return outputs; }
OptionList profile_options() { return person; }
OptionList pay_option() { return paid; }

output::Money money_of(const Given& given) {
  return output::Money(given.has("hourly") ? output::Period::Hour : output::Period::Year);
}

OptionLists with_common(OptionList own) { return {help, own, dataset, formats, outputs}; }
OptionLists with_person(OptionList own) { return {help, own, person, dataset, formats, outputs}; }
OptionLists with_paid_person(OptionList own) { return {help, own, person, paid, dataset, formats, outputs}; }

std::vector<std::pair<Fact, std::string>> texts_of(const Given& given) {
  std::vector<std::pair<Fact, std::string>> texts;
  for_each_option(given.command(), [&](const OptionSpec& option) {
    if (option.fact && given.has(option.name)) {
      for (const std::string& text : given.all(option.name)) {
        texts.emplace_back(*option.fact, text);
      }
    }
  });
  return texts;
}

ProfileBuilder person_of(const Given& given, const Dataset& data) {
  ProfileBuilder builder(data);
  for (const auto& [fact, text] : texts_of(given)) {
    builder.with(fact, text);
  }
  return builder;
}

Dataset dataset_of(const Given& given) {
  const char* const said = std::getenv("HISALARY_DATA");
  const std::string folder = given.value("data").value_or(said == nullptr ? "" : said);
  return folder.empty() ? Dataset::builtin() : Dataset::load(folder);
}

std::string word_of(const Given& given, std::string_view name) {
  const std::string word = given.text(name);
  const auto allowed = option_named(given.command(), name)->values.words;
  if (word.empty() || std::ranges::find(allowed, word) != allowed.end()) {
    return word;
  }
  const std::vector<std::string_view> known(allowed.begin(), allowed.end());
  throw Error(ErrorCode::Usage, shown(word) + " is not a value that it takes",
              did_you_mean(word, known, "allowed: " + alternatives({known.begin(), known.end()})), std::string(name));
}

std::string format_of(const Given& given) {
  (void)word_of(given, "color");
  const std::string format = word_of(given, "format");
  if (given.has("json") && format == "csv") {
    throw Error(ErrorCode::Usage, "--json and --format csv contradict each other", "give one of them", "json");
  }
  return given.has("json") ? "json" : format;
}

output::Screen screen_of(const Given& given) {
  const std::string path = given.text("output");
  output::Screen screen = cli::screen(given.text("color"), !path.empty() && path != "-");
  screen.read = format_of(given) == "text";
  screen.exact = option_named(given.command(), "exact") != nullptr && given.has("exact");
  return screen;
}

void print(const Given& given, std::string_view text) { write_output(text, given.text("output")); }

}  // namespace hisalary::cli
