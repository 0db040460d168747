// SPDX-License-Identifier: MIT
#include "output/listing.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "options.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array own_options{
    OptionSpec{.name = "what",
               .value = "WHAT",
               .about = "roles, certs, states, metros, settings, skills, education, levels, occupations, sources, "
                        "releases or fields",
               .kind = Kind::Positional,
               .values = {.words = output::list_names}},
};

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
  print(given, output::listing(data, what, screen_of(given)).in(how));
  return 0;
}

}  // namespace

const CommandSpec list_command{
    .name = "list",
    .about = "The words that the options know, and the sources",
    .notes =
        "In CSV and JSON every column has a name of its own. \"hisalary help data\" says what the grades of the "
        "sources mean.",
    .examples =
        "  hisalary list roles\n"
        "  hisalary list metros --format csv",
    .options = [] { return with_common(own_options); },
    .run = run,
};

}  // namespace hisalary::cli
