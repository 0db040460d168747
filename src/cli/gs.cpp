// SPDX-License-Identifier: MIT
#include "output/gs.hpp"

#include <algorithm>
#include <iterator>

#include "advise/reading.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"
#include "options.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array<std::string_view, 2> series_words{"0669", "0675"};
constexpr std::array<std::string_view, 2> year_words{"2026", "2025"};

constexpr std::array own_options{
    OptionSpec{.name = "grade", .value = "N", .about = "1 to 15; without it, every grade"},
    OptionSpec{.name = "step", .value = "N", .about = "1 to 10; without it, every step"},
    OptionSpec{.name = "locality",
               .value = "PLACE",
               .about = "Locality: code, city or state; without it, Rest of U.S.",
               .values = {.listing = "localities"}},
    OptionSpec{.name = "series",
               .value = "CODE",
               .about = "0669 (administration) or 0675 (technician); without it, both",
               .values = {.words = series_words}},
    OptionSpec{.name = "year", .value = "YEAR", .about = "2026 or 2025", .values = {.words = year_words}},
    OptionSpec{
        .name = "pay", .value = "AMOUNT", .about = "The grades and steps that pay so much: 72000, $72k, 34.50/h"},
};

std::optional<std::int32_t> number(const Given& given, const char* option, int low, int high) {
  const auto text = given.value(option);
  return text ? std::optional<std::int32_t>(advise::whole_number(*text, low, high, option, option)) : std::nullopt;
}

/// Of a person, as far as the schedule asks for it: the employer is the federal government, the place the locality.
OptionList person_options() {
  constexpr std::array facts{Fact::Role, Fact::Level, Fact::Credentials, Fact::Years, Fact::Education};
  static const std::vector<OptionSpec> options = [&] {
    std::vector<OptionSpec> made;
    std::ranges::copy_if(profile_options(), std::back_inserter(made), [&](const OptionSpec& option) {
      return option.fact && std::ranges::find(facts, *option.fact) != facts.end();
    });
    return made;
  }();
  return options;
}

/// The locality as it was written; empty: none was.
std::string wanted_locality(const Given& given) {
  constexpr std::size_t longest = 200;
  const auto text = given.value("locality");
  if (!text) {
    return {};
  }
  if (trimmed(*text).empty() || text->size() > longest) {
    throw Error(ErrorCode::Usage, text->size() > longest ? "the value is too long" : "the value is empty",
                "give a value, or leave the option out", "locality");
  }
  return *text;
}

std::int32_t wanted_year(const Given& given, const Tables& tables) {
  std::int32_t newest = 0;
  for (const auto& row : tables.gs_grades) {
    newest = std::max(newest, row.year);
  }
  constexpr int first = 1949;  // of the schedule
  constexpr int last = 2100;
  return number(given, "year", first, last).value_or(newest);
}

std::vector<const advise::GsSeries*> wanted_series(const Given& given, const Facts& person) {
  const auto wanted = given.value("series");
  if (const auto* const own = advise::series_of(person); own != nullptr && !wanted) {
    return {own};
  }
  std::vector<const advise::GsSeries*> out;
  for (const auto& one : advise::gs_series) {
    const std::string code = one.code;
    if (!wanted || *wanted == code || "0" + *wanted == code) {
      out.push_back(&one);
    }
  }
  if (out.empty()) {
    throw Error(ErrorCode::Usage, shown(*wanted) + " is not a series of this field",
                "allowed: 0669 (Medical Records Administration) or 0675 (Medical Records Technician)", "series");
  }
  return out;
}

/// The pay that was asked for; hours are those of the schedule.
std::optional<double> wanted_pay(const Given& given, const Dataset& data) {
  const auto text = given.value("pay");
  return text ? ProfileBuilder(data).with(Fact::Pay, *text).build().facts().pay : std::nullopt;
}

int run(const Given& given) {
  const std::string how = format_of(given);
  const auto grade = number(given, "grade", 1, 15);
  const auto step = number(given, "step", 1, static_cast<int>(advise::gs_steps));
  const Dataset set = dataset_of(given);
  const Profile asked = person_of(given, set).build();
  const auto series = wanted_series(given, asked.facts());
  const Tables& tables = set.tables();
  const auto place = advise::find_locality(tables, wanted_locality(given));
  const auto grid = advise::gs_grid(tables, wanted_year(given, tables), *place.locality);
  auto notes = place.notes;
  if (!given.has("locality")) {
    notes.emplace_back("no --locality given: Rest of U.S., and the estimate is for the nation");
  }
  const Model model(set);
  if (given.has("role")) {
    advise::add_new(notes, asked.notes());
  }
  std::vector<advise::GsEstimate> estimates;
  std::vector<advise::GsHeadcount> headcounts;
  for (const auto* const one : series) {
    const auto counted = advise::gs_headcounts(tables, *one);
    headcounts.insert(headcounts.end(), counted.begin(), counted.end());
    estimates.push_back(advise::gs_estimate(model, *one, grid, place.area, asked.facts()));
  }
  const auto advertisements = advise::gs_advertisements(tables);
  const output::GsView view{
      set, grid, grade, step, estimates, advertisements, notes, headcounts, wanted_pay(given, set)};
  print(given, output::general_schedule(view, screen_of(given)).in(how));
  return 0;
}

}  // namespace

const CommandSpec gs_command{
    .name = "gs",
    .about = "Federal pay (General Schedule) by grade, step and locality",
    .notes =
        "The General Schedule is the pay scale of most federal employees. Series 0669 is Medical Records "
        "Administration, 0675 Medical Records Technician.",
    .examples =
        "  hisalary gs --grade 7 --step 1 --locality \"Minneapolis\"\n"
        "  hisalary gs --series 0675 --locality SF\n"
        "  hisalary gs --locality SF --pay 92000\n"
        "  hisalary gs --role him-manager --cert RHIA --years 8 --locality DC\n"
        "  hisalary gs --locality \"Kansas City\" --format csv",
    .options =
        [] {
          return OptionLists{help_option(),    own_options,      person_options(),
                             dataset_option(), format_options(), output_options()};
        },
    .run = run,
};

}  // namespace hisalary::cli
