// SPDX-License-Identifier: MIT
#include "output/compare.hpp"

#include "command.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

class CompareCommand : public Command {
 public:
  explicit CompareCommand(CLI::App& app) {
    app.add_option("--vary", vary_,
                   "FIELD=a,b,c: state, metro, cert, years, role, setting, education or level; twice makes a grid of "
                   "two fields")
        ->type_name("FIELD=LIST")
        ->allow_extra_args(false);
    add_profile_options(app, question_);
    add_common(app);
    app.footer(
        "The first value is what the others are held against; at most 200 combinations.\n"
        "cert: + joins credentials of one person (cert=none,RHIT,RHIA+CPC).\n"
        "metro: names hold commas and hyphens, so use codes (\"hisalary list metros\") or\n"
        "first cities, with the state where a city needs it: \"Springfield, IL\".\n"
        "\n"
        "Examples:\n"
        "  hisalary compare --role medical-coder --cert CPC --years 5 --vary state=TX,CA,NY\n"
        "  hisalary compare --role him-manager --vary \"metro=Chicago,San Jose,Springfield, IL\"\n"
        "  hisalary compare --role medical-coder --vary cert=none,CPC,RHIT+CPC --vary years=1,4,7.5,14 --format csv");
  }

  void run() override {
    const std::string how = format();
    const Dataset data = dataset();
    const Model model(data);
    const auto answer = advise::compare(model, question_, vary_);
    print(how == "json"  ? output::compare_json(data, answer)
          : how == "csv" ? output::compare_csv(data, answer)
                         : output::compare_text(data, answer, screen(common_.color, !common_.output.empty())));
  }

 private:
  Question question_;
  std::vector<std::string> vary_;
};

}  // namespace

std::unique_ptr<Command> add_compare(CLI::App& program) {
  return std::make_unique<CompareCommand>(
      *program.add_subcommand("compare", "Several people side by side: vary a state, a credential, years and more"));
}

}  // namespace hisalary::cli
