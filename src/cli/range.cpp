// SPDX-License-Identifier: MIT
#include "output/range.hpp"

#include "advise/range.hpp"
#include "advise/reading.hpp"
#include "base/text.hpp"
#include "options.hpp"
#include "query/money.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array own_options{
    OptionSpec{.name = "low", .value = "N", .about = "Percentile of the minimum, 1 to 98", .fallback = "25"},
    OptionSpec{.name = "high", .value = "N", .about = "Percentile of the maximum, 2 to 99", .fallback = "75"},
    OptionSpec{.name = "round", .value = "USD", .about = "Round to so many dollars: 500, or 0.25 with --hourly"},
    OptionSpec{.name = "also",
               .value = "ROLE",
               .about = "One more role, for a whole structure; repeat it",
               .kind = Kind::Many,
               .values = {.listing = "roles"}},
    hourly_option,
};

/// Dollars a year that the ends of a range are rounded to.
double round_of(const Given& given) {
  constexpr double usual_a_year = 500;
  constexpr double usual_an_hour = 0.25;
  const double hours = given.has("hourly") ? hours_a_year : 1;
  const auto text = given.value("round");
  if (!text) {
    return given.has("hourly") ? usual_an_hour * hours : usual_a_year;
  }
  const auto money = query::read_money(*text);
  if (!money || money->dollars <= 0 || money->period) {
    throw Error(ErrorCode::Usage, shown(*text) + " is not an amount to round to",
                "write it like 500, or 0.25 with --hourly", "round");
  }
  return money->dollars * hours;
}

advise::RangeRule rule_of(const Given& given) {
  constexpr int last = 99;
  advise::RangeRule rule;
  rule.low = advise::whole_number(given.text("low"), 1, last - 1, "low", "percentile");
  rule.high = advise::whole_number(given.text("high"), 2, last, "high", "percentile");
  rule.round = round_of(given);
  return rule;
}

int run(const Given& given) {
  const std::string how = format_of(given);
  const advise::RangeRule rule = rule_of(given);
  if (!given.has("role")) {
    throw Error(ErrorCode::Usage, "a pay range needs a role", "give --role ROLE; \"hisalary list roles\" shows all",
                "role");
  }
  const Dataset data = dataset_of(given);
  const Model model(data);
  std::vector<advise::RoleRange> roles;
  std::vector<std::string> notes;
  const auto add = [&](const Profile& job) {
    advise::add_new(notes, job.notes());
    roles.push_back(advise::range_for(model, job.facts(), rule));
  };
  add(person_of(given, data).build());
  for (const std::string& role : given.all("also")) {
    add(person_of(given, data).with(Fact::Role, role).build());
  }

  print(given, output::ranges({data, roles, rule, notes, money_of(given)}, screen_of(given)).in(how));
  return 0;
}

}  // namespace

const CommandSpec range_command{
    .name = "range",
    .about = "A pay range to post in a job ad, with a ladder of levels",
    .notes = "Without --low and --high the range is the middle half: p25 to p75 of people in the role there.",
    .examples =
        "  hisalary range --role medical-coder --place Columbus,OH\n"
        "  hisalary range --role cdi-specialist --state TX --setting hospital --hourly\n"
        "  hisalary range --role medical-coder --also coding-auditor --also coding-manager --state OH --format csv",
    .options = [] { return with_person(own_options); },
    .run = run,
};

}  // namespace hisalary::cli
