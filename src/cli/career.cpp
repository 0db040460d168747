// SPDX-License-Identifier: MIT
#include "output/career.hpp"

#include "advise/reading.hpp"
#include "answers.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"
#include "options.hpp"
#include "output.hpp"
#include "output/svg_career.hpp"

namespace hisalary::cli {
namespace {

/// Roles are allowed, too.
constexpr std::array<std::string_view, 1> path_words{"default"};

constexpr std::array own_options{
    OptionSpec{.name = "path",
               .value = "PATH",
               .about = "ROLE:YEARS,ROLE:YEARS,...,ROLE: the roles of a career in turn, the last one open; or default",
               .values = {.words = path_words, .listing = "role ids", .commas = true}},
    OptionSpec{.name = "to", .value = "N", .about = "Last year of experience, 1 to 60 (35)", .fallback = "35"},
    hourly_option,
    OptionSpec{.name = "svg",
               .value = "FILE",
               .about = "Write the chart to this file, too, as a picture",
               .values = {.path = Values::Path::File}},
};

/// The person; without --role the one who begins the path.
Profile beginner_of(const Given& given, const Dataset& data, const std::optional<advise::Path>& path) {
  ProfileBuilder person = person_of(given, data);
  if (path && !given.has("role")) {
    person.with(*path->steps[0].role);
  }
  Profile asked = person.build();
  if (path && asked.facts().role != path->steps[0].role) {
    const std::string first(path->steps[0].role->id);
    throw Error(ErrorCode::Usage, "the path begins with " + first + ", but --role names another role",
                "leave out --role, or begin the path with it", "path");
  }
  return asked;
}

const Role& role_of(const Model& model, const Facts& profile) {
  if (profile.role == nullptr && profile.occupation == nullptr) {
    return advise::first_job(model, profile);
  }
  if (profile.role == nullptr) {
    throw Error(ErrorCode::Usage, "a whole occupation has no default path", "give a role, or the path yourself",
                "path");
  }
  return *profile.role;
}

int run(const Given& given) {
  const std::string how = format_of(given);
  const std::string picture = given.text("svg");
  if (!picture.empty() && picture == given.text("output")) {
    throw Error(ErrorCode::Usage, "the picture and the answer cannot be the same file", "name two files", "svg");
  }
  follow_career(given, [&](const output::CareerView& view) {
    if (!picture.empty()) {
      write_output(output::career_svg(view), picture);
    }
    print(given, output::career(view, screen_of(given)).in(how));
  });
  return 0;
}

}  // namespace

OptionList career_options() { return OptionList(own_options).first(own_options.size() - 1); }

void follow_career(const Given& given, const std::function<void(const output::CareerView&)>& use) {
  const int last = advise::whole_number(given.text("to"), 1, advise::most_years, "to", "last year of a career");
  const Dataset data = dataset_of(given);
  const std::string said = given.text("path");
  const bool by_default = trimmed(said) == "default";
  std::optional<advise::Path> path;
  if (!said.empty() && !by_default) {
    path = advise::read_path(data.tables(), said);
  }
  const Profile asked = beginner_of(given, data, path);
  const Model model(data);
  if (by_default) {
    path = advise::default_path(data.tables(), role_of(model, asked.facts()));
  }
  const auto answer = advise::career(model, asked.facts(), last, path);
  use({data, asked.facts(), answer, path, asked.notes(), money_of(given)});
}

const CommandSpec career_command{
    .name = "career",
    .about = "Pay by year of experience, in one role or along a path of promotions",
    .notes = "The career begins at --years, or at 0. Role ids: \"hisalary list roles\".",
    .examples =
        "  hisalary career --role medical-coder --cert CPC --state OH\n"
        "  hisalary career --role medical-coder --years 3 --path default\n"
        "  hisalary career --path "
        "medical-records-clerk:2,medical-coder:6,coding-auditor:5,coding-manager:7,him-director --to 40",
    .options = [] { return with_person(own_options); },
    .run = run,
};

}  // namespace hisalary::cli
