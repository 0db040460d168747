// SPDX-License-Identifier: MIT
#include "output/listing.hpp"

#include <algorithm>
#include <array>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"
#include "options.hpp"

namespace hisalary::cli {
namespace {

using Make = output::Table (*)(const Tables&);

constexpr std::array<std::string_view, 11> names{"roles",     "certs",  "states",      "metros",  "settings", "skills",
                                                 "education", "levels", "occupations", "sources", "releases"};

/// What makes the listing of each name.
constexpr std::array<Make, names.size()> listings{
    output::list_roles,       output::list_credentials, output::list_states,    output::list_metros,
    output::list_settings,    output::list_skills,      output::list_education, output::list_levels,
    output::list_occupations, output::list_sources,     output::list_releases};

constexpr std::array own_options{
    OptionSpec{.name = "what",
               .value = "WHAT",
               .about = "roles, certs, states, metros, settings, skills, education, levels, occupations, sources or "
                        "releases",
               .kind = Kind::Positional,
               .values = {.words = names}},
};

int run(const Given& given) {
  const std::string how = format_of(given);
  const Dataset data = dataset_of(given);
  const std::string what = given.text("what");
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string all = "one of " + alternatives({names.begin(), names.end()}, names.size());
  if (what.empty()) {
    throw Error(ErrorCode::Usage, "say what to list", all, "list");
  }
  const auto* const named = std::ranges::find(names, what);
  if (named == names.end()) {
    throw Error(ErrorCode::Usage, shown(what) + " cannot be listed", did_you_mean(what, known, all), "list");
  }
  const output::Table rows = listings[static_cast<std::size_t>(named - names.begin())](data.tables());
  print(given, output::listing(data, what, rows, screen_of(given)).in(how));
  return 0;
}

}  // namespace

const CommandSpec list_command{
    .name = "list",
    .about = "The words that the options know, and the sources",
    .footer =
        "Examples:\n"
        "  hisalary list roles\n"
        "  hisalary list metros --format csv",
    .options = [] { return with_common(own_options); },
    .run = run,
};

}  // namespace hisalary::cli
