// SPDX-License-Identifier: MIT
#include "output/whatif.hpp"

#include "advise/reading.hpp"
#include "answers.hpp"
#include "options.hpp"

namespace hisalary::cli {
namespace {

constexpr int most_places = 60;

constexpr std::array<std::string_view, 6> kinds{"certs", "education", "skills", "roles", "settings", "places"};

/// A number is allowed, too.
constexpr std::array<std::string_view, 1> place_words{"metro"};

constexpr std::array own_options{
    OptionSpec{.name = "only",
               .value = "KIND",
               .about = "certs, education, skills, roles, settings or places; repeat it, or separate by commas",
               .kind = Kind::Many,
               .values = {.words = kinds, .commas = true}},
    OptionSpec{.name = "places",
               .value = "N",
               .about = "How many of the best places to show, 1 to 60 (5); or metro, for metropolitan areas; or both "
                        "like metro,10",
               .values = {.words = place_words, .commas = true}},
    hourly_option,
    OptionSpec{.name = "all", .about = "Every change, not only the best three of each kind", .kind = Kind::Flag},
    OptionSpec{.name = "exact", .about = "Headlines to the dollar, not rounded", .kind = Kind::Flag},
};

advise::WhatIfOptions wanted(const Given& given) {
  advise::WhatIfOptions options;
  for (const auto& text : given.all("only")) {
    for (const auto& word : advise::split(text, ',')) {
      options.only.insert(advise::change_kind(word));
    }
  }
  if (!given.has("places")) {
    return options;
  }

  if (!options.only.empty() && !options.only.contains(advise::ChangeKind::Place)) {
    throw Error(ErrorCode::Usage, "--only leaves out the places, but --places is given",
                "add places to --only, or leave one out", "places");
  }
  for (const auto& word : advise::split(given.text("places"), ',')) {
    if (word == "metro") {
      options.metros = true;
    } else {
      options.best_places =
          static_cast<std::size_t>(advise::whole_number(word, 1, most_places, "places", "number of places"));
    }
  }
  return options;
}

int run(const Given& given) {
  const std::string how = format_of(given);
  try_changes(given, given.has("all"),
              [&](const output::WhatIfView& view) { print(given, output::what_if(view, screen_of(given)).in(how)); });
  return 0;
}

}  // namespace

OptionList whatif_options() { return OptionList(own_options).first(own_options.size() - 2); }

void try_changes(const Given& given, bool all, const std::function<void(const output::WhatIfView&)>& use) {
  const advise::WhatIfOptions options = wanted(given);
  const Dataset data = dataset_of(given);
  const Profile asked = person_of(given, data).build();
  const Model model(data);
  const auto answer = advise::what_if(model, asked.facts(), options);
  use({data, answer, asked.notes(), money_of(given), all});
}

const CommandSpec whatif_command{
    .name = "whatif",
    .about = "What would raise pay most: credentials, degrees, roles, employers, places",
    .notes =
        "One thing changes at a time, and all else stays. Costs are exam fees and renewals. What nobody publishes is "
        "\"not found\", never 0.",
    .examples =
        "  hisalary whatif --role medical-coder --cert CPC --years 3 --education associate --state OH\n"
        "  hisalary whatif --role health-information-technician --cert RHIT --only certs --only roles\n"
        "  hisalary whatif --role medical-coder --cert CPC --years 3 --state OH --pay 52000 --only certs\n"
        "  hisalary whatif --cert RHIA --years 6 --only places --places 10 --format csv",
    .options = [] { return with_paid_person(own_options); },
    .run = run,
};

}  // namespace hisalary::cli
