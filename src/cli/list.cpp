// SPDX-License-Identifier: MIT
#include "output/listing.hpp"

#include <algorithm>

#include "advise/places.hpp"
#include "base/suggest.hpp"
#include "base/text.hpp"
#include "options.hpp"
#include "output/ranking.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array<std::string_view, 3> measures{"pay", "cost-adjusted", "jobs"};

constexpr std::array own_options{
    OptionSpec{.name = "what",
               .value = "WHAT",
               .about = "roles, certs, states, metros, settings, skills, education, levels, occupations, sources, "
                        "releases or fields",
               .kind = Kind::Positional,
               .values = {.words = output::list_names}},
    OptionSpec{.name = "by",
               .value = "WHAT",
               .about = "Rank states or metros by pay, cost-adjusted (pay after the cost of living) or jobs",
               .values = {.words = measures}},
    OptionSpec{.name = "role",
               .value = "ROLE",
               .about = "The role to rank them for; without it, all health information jobs",
               .values = {.listing = "roles"}},
};

/// A ranking of places by what a role pays there.
output::Result ranking_of(const Given& given, const Dataset& data, std::string_view what) {
  const std::string by = word_of(given, "by").empty() ? "pay" : word_of(given, "by");
  ProfileBuilder builder(data);
  if (const auto role = given.value("role")) {
    builder.with(Fact::Role, *role);
  }
  const Profile person = builder.build();
  const Model model(data);
  const auto kind = what == "states" ? advise::PlaceKind::States : advise::PlaceKind::Metros;
  const auto measure = static_cast<advise::RankBy>(std::ranges::find(measures, by) - measures.begin());
  const auto places = advise::ranked_places(model, person.facts(), kind, measure);
  const std::string as_of = model.estimate(person).as_of;
  return output::ranking({data, person.facts(), as_of, what, by, places, person.notes()}, screen_of(given));
}

int run(const Given& given) {
  const std::string how = format_of(given);
  const Dataset data = dataset_of(given);
  const std::string what = given.text("what");
  const std::vector<std::string_view> known(output::list_names.begin(), output::list_names.end());
  const std::string all = "one of " + alternatives({known.begin(), known.end()}, known.size());
  if (what.empty()) {
    throw Error(ErrorCode::Usage, "say what to list", all, "list");
  }
  if (std::ranges::find(known, what) == known.end()) {
    throw Error(ErrorCode::Usage, shown(what) + " cannot be listed", did_you_mean(what, known, all), "list");
  }
  const bool ranked = given.has("by") || given.has("role");
  if (ranked && what != "states" && what != "metros") {
    throw Error(ErrorCode::Usage, "only states and metros can be ranked",
                "write \"hisalary list metros --by pay --role medical-coder\"", given.has("by") ? "by" : "role");
  }
  if (ranked) {
    print(given, ranking_of(given, data, what).in(how));
    return 0;
  }
  print(given, output::listing(data, what, screen_of(given)).in(how));
  return 0;
}

}  // namespace

const CommandSpec list_command{
    .name = "list",
    .about = "Roles, credentials, places, sources and more; places ranked by pay",
    .notes =
        "In CSV and JSON every column has a name of its own. \"hisalary help data\" says what the grades of the "
        "sources mean.",
    .examples =
        "  hisalary list roles\n"
        "  hisalary list metros --format csv\n"
        "  hisalary list metros --by cost-adjusted --role medical-coder",
    .options = [] { return with_common(own_options); },
    .run = run,
};

}  // namespace hisalary::cli
