// SPDX-License-Identifier: MIT
#include "output/estimate.hpp"

#include "command.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

class EstimateCommand : public Command {
 public:
  explicit EstimateCommand(CLI::App& app) {
    add_profile_options(app, question_);
    app.add_flag("--hourly", hourly_, "Pay an hour: the annual figure over 2,080 hours");
    app.add_flag("--explain", explain_, "Every step from the nation's median to the answer, with its source and grade");
    add_common(app);
    app.footer(
        "Examples:\n"
        "  hisalary estimate --cert RHIA --years 6 --state CA\n"
        "  hisalary estimate --role \"Inpatient Coder II\" --cert CCS --metro \"San Jose\" --explain\n"
        "  hisalary estimate --role 29-2072 --as-of release --json | jq .pay.p50");
  }

  void run() override {
    const std::string how = format();
    const Dataset data = dataset();
    const Profile asked = understand(data, question_);
    const Model model(data);
    const Estimate answer = model.estimate(asked);
    const output::EstimateView view{data, answer, asked.notes(),
                                    output::Money(hourly_ ? output::Period::Hour : output::Period::Year), explain_};
    print(how == "json"  ? estimate_json(view)
          : how == "csv" ? estimate_csv(view)
                         : estimate_text(view, screen(common_.color, !common_.output.empty())));
  }

 private:
  Question question_;
  bool hourly_ = false;
  bool explain_ = false;
};

}  // namespace

std::unique_ptr<Command> add_estimate(CLI::App& program) {
  return std::make_unique<EstimateCommand>(
      *program.add_subcommand("estimate", "What a person earns, given what is known of them"));
}

}  // namespace hisalary::cli
