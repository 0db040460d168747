// SPDX-License-Identifier: MIT
#include "output/whatif.hpp"

#include "advise/reading.hpp"
#include "command.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

constexpr int most_places = 60;

class WhatIfCommand : public Command {
 public:
  explicit WhatIfCommand(CLI::App& app) {
    app.add_option("--only", only_,
                   "certs, education, skills, roles, settings or places; repeat it, or separate by commas")
        ->type_name("KIND")
        ->allow_extra_args(false);
    app.add_option("--places", places_, "How many of the best places to show, 1 to 60 (5)")->type_name("N");
    add_profile_options(app, question_);
    add_common(app);
    app.footer(
        "Examples:\n"
        "  hisalary whatif --role medical-coder --cert CPC --years 3 --education associate --state OH\n"
        "  hisalary whatif --role health-information-technician --cert RHIT --only certs --only roles\n"
        "  hisalary whatif --cert RHIA --years 6 --only places --places 10 --format csv");
  }

  void run() override {
    const std::string how = format();
    const advise::WhatIfOptions options = wanted();
    const Dataset data = dataset();
    const Profile asked = understand(data, question_);
    const Model model(data);
    const auto answer = advise::what_if(model, asked.facts(), options);
    const output::WhatIfView view{data, answer, asked.notes()};
    print(how == "json"  ? whatif_json(view)
          : how == "csv" ? whatif_csv(view)
                         : whatif_text(view, screen(common_.color, !common_.output.empty())));
  }

 private:
  [[nodiscard]] advise::WhatIfOptions wanted() const {
    advise::WhatIfOptions options;
    for (const auto& text : only_) {
      for (const auto& word : advise::split(text, ',')) {
        options.only.insert(advise::change_kind(word));
      }
    }
    if (!places_.empty() && !options.only.empty() && !options.only.contains(advise::ChangeKind::Place)) {
      throw Error(ErrorCode::Usage, "--only leaves the places out, and --places asks for some",
                  "add places to --only, or leave one out", "--places");
    }
    if (!places_.empty()) {
      options.best_places =
          static_cast<std::size_t>(advise::whole_number(places_, 1, most_places, "--places", "number of places"));
    }
    return options;
  }

  Question question_;
  std::vector<std::string> only_;
  std::string places_;
};

}  // namespace

std::unique_ptr<Command> add_whatif(CLI::App& program) {
  return std::make_unique<WhatIfCommand>(*program.add_subcommand(
      "whatif", "Every change open to a person, ranked by what it adds, with cost and payback"));
}

}  // namespace hisalary::cli
