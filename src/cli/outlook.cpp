// SPDX-License-Identifier: MIT
#include "output/outlook.hpp"

#include "data/tables.hpp"
#include "options.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array own_options{
    OptionSpec{.name = "role",
               .value = "ROLE",
               .about = "Role id, job title or SOC code; without it, every occupation of this work",
               .values = {.listing = "roles"},
               .fact = Fact::Role},
    OptionSpec{.name = "history",
               .about = "National wages by release: of every occupation too, and in CSV in place of the projections",
               .kind = Kind::Flag},
    hourly_option,
};

int run(const Given& given) {
  const std::string how = format_of(given);
  const Dataset set = dataset_of(given);
  std::optional<Profile> asked;
  if (given.has("role")) {
    asked = person_of(given, set).build();
  }
  const Facts* const profile = asked ? &asked->facts() : nullptr;
  const auto answer = advise::outlook_of(set.tables(), profile);
  const std::vector<std::string> notes = asked ? asked->notes() : std::vector<std::string>{};
  const output::OutlookView view{set, answer, profile, notes, given.has("history"), money_of(given)};
  print(given, output::outlook(view, screen_of(given)).in(how));
  return 0;
}

}  // namespace

const CommandSpec outlook_command{
    .name = "outlook",
    .about = "Jobs, growth to 2034, openings, typical entry; wages by year",
    .notes =
        "Projections and wages are those of the U.S. Bureau of Labor Statistics. Older projections that guides still "
        "print are shown as superseded.",
    .examples =
        "  hisalary outlook\n"
        "  hisalary outlook --role cancer-registrar\n"
        "  hisalary outlook --role 29-2072 --history --format csv",
    .options = [] { return with_common(own_options); },
    .run = run,
};

}  // namespace hisalary::cli
