// SPDX-License-Identifier: MIT
#include "output/compare.hpp"

#include "answers.hpp"
#include "options.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array<std::string_view, 9> fields{"place", "state",   "metro",     "cert", "years",
                                                 "role",  "setting", "education", "level"};

constexpr std::array own_options{
    OptionSpec{
        .name = "vary",
        .value = "FIELD=LIST",
        .about = "FIELD=a,b,c: place, state, metro, cert, years, role, setting, education or level; twice makes a grid "
                 "of two fields",
        .kind = Kind::Many,
        .values = {.words = fields, .commas = true, .keys = true}},
    hourly_option,
};

int run(const Given& given) {
  const std::string how = format_of(given);
  compare_people(given, [&](const output::CompareView& view) {
    print(given, output::comparison(view.dataset, view.comparison, screen_of(given), view.money).in(how));
  });
  return 0;
}

}  // namespace

OptionList compare_options() { return own_options; }

void compare_people(const Given& given, const std::function<void(const output::CompareView&)>& use) {
  const Dataset data = dataset_of(given);
  const Model model(data);
  const auto answer = advise::compare(model, person_of(given, data), given.all("vary"));
  use({data, answer, money_of(given)});
}

const CommandSpec compare_command{
    .name = "compare",
    .about = "Estimates side by side: vary the state, credential, years and more",
    .notes =
        "The other values are compared with the first; at most 200 combinations.\n"
        "cert: + joins credentials of one person (cert=none,RHIT,RHIA+CPC).\n"
        "metro: names hold commas and hyphens, so use codes (\"hisalary list metros\") or\n"
        "first cities, with the state where a city needs it: \"Springfield, IL\".",
    .examples =
        "  hisalary compare --role medical-coder --cert CPC --years 5 --vary state=TX,CA,NY\n"
        "  hisalary compare --role him-manager --vary \"metro=Chicago,San Jose,Springfield, IL\"\n"
        "  hisalary compare --role medical-coder --vary cert=none,CPC,RHIT+CPC --vary years=1,4,7.5,14 --format csv",
    .options = [] { return with_person(own_options); },
    .run = run,
};

}  // namespace hisalary::cli
