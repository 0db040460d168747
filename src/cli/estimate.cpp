// SPDX-License-Identifier: MIT
#include "output/estimate.hpp"

#include <algorithm>

#include "advise/reading.hpp"
#include "advise/standing.hpp"
#include "base/text.hpp"
#include "options.hpp"
#include "output/fields.hpp"
#include "output/money.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array own_options{
    hourly_option,
    OptionSpec{.name = "exact", .about = "Headlines to the dollar, not rounded", .kind = Kind::Flag},
    OptionSpec{.name = "explain",
               .about = "Show every step from the U.S. median to the answer, with its source and grade",
               .kind = Kind::Flag},
    OptionSpec{.name = "fields",
               .value = "NAMES",
               .about = "Only these fields, like p50,standing.percentile; \"hisalary list fields\" shows all",
               .values = {.listing = "fields", .commas = true}},
};

/// The names between commas, each once.
std::vector<std::string> fields_of(const Given& given) {
  std::vector<std::string> names;
  for (const std::string& name : advise::split(given.text("fields"), ',')) {
    if (name.empty() || std::ranges::find(names, name) != names.end()) {
      throw Error(ErrorCode::Usage,
                  name.empty() ? shown(given.text("fields")) + " has an empty name" : shown(name) + " is given twice",
                  "write names with single commas between, each once", "fields");
    }
    names.push_back(name);
  }
  return names;
}

int run(const Given& given) {
  const std::string how = format_of(given);
  const Dataset data = dataset_of(given);
  const Profile asked = person_of(given, data).build();
  const Model model(data);
  const Estimate answer = model.estimate(asked);
  const output::EstimateView view{
      data, answer, asked.notes(), money_of(given), given.has("explain"), advise::standing_of(model, asked.facts())};
  print(given, given.has("fields") ? output::fields(view, fields_of(given), screen_of(given)).in(how)
                                   : output::estimate(view, screen_of(given)).in(how));
  return 0;
}

}  // namespace

const CommandSpec estimate_command{
    .name = "estimate",
    .about = "What a person earns, from what you know about them",
    .notes =
        "The headline is the median of people like the one described: half of them earn more. What "
        "is not given is unknown: each further fact moves and narrows the range. Without --role the answer is the "
        "mixture of the jobs that such people hold. For a whole occupation with --as-of release it is the table of the "
        "U.S. Bureau of Labor Statistics, to the dollar.",
    .examples =
        "  hisalary estimate --cert RHIA --years 6 --state CA\n"
        "  hisalary estimate --role \"Inpatient Coder II\" --cert CCS --metro \"San Jose\" --explain\n"
        "  hisalary estimate --role medical-coder --cert CPC --years 5 --state OH --pay 62000\n"
        "  hisalary estimate --role medical-coder --pay 62000 --fields p50,standing.percentile\n"
        "  hisalary estimate --role 29-2072 --as-of release --json | jq .pay.p50",
    .options = [] { return with_paid_person(own_options); },
    .run = run,
};

}  // namespace hisalary::cli
