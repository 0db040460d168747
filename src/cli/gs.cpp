// SPDX-License-Identifier: MIT
#include "output/gs.hpp"

#include "advise/reading.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "data/tables.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

class GsCommand : public Command {
 public:
  explicit GsCommand(CLI::App& app) {
    const auto add = [&](const char* name, std::optional<std::string>& value, const char* about, const char* type) {
      app.add_option(name, value, about)->type_name(type);
    };
    add("--grade", grade_, "1 to 15; without it, every grade", "N");
    add("--step", step_, "1 to 10; without it, every step", "N");
    add("--locality", locality_, "Locality: code, city or state; without it, Rest of U.S.", "PLACE");
    add("--series", series_, "0669 (administration) or 0675 (technician); without it, both", "CODE");
    add("--year", year_, "2026 or 2025", "YEAR");
    add_common(app);
    app.footer(
        "Examples:\n"
        "  hisalary gs --grade 7 --step 1 --locality \"Minneapolis\"\n"
        "  hisalary gs --series 0675 --locality SF\n"
        "  hisalary gs --locality \"Kansas City\" --format csv");
  }

  void run() override {
    const std::string how = format();
    const auto grade = number(grade_, 1, 15, "--grade", "grade");
    const auto step = number(step_, 1, static_cast<int>(advise::gs_steps), "--step", "step");
    const auto series = wanted_series();
    const Dataset set = dataset();
    const Tables& tables = set.tables();
    const auto place = advise::find_locality(tables, locality_ ? filled(*locality_, "--locality") : "");
    const auto grid = advise::gs_grid(tables, year(tables), *place.locality);
    auto notes = place.notes;
    if (!locality_) {
      notes.emplace_back("no --locality given: Rest of U.S., and the estimate is for the nation");
    }
    const Model model(set);
    std::vector<advise::GsEstimate> estimates;
    for (const auto* const one : series) {
      estimates.push_back(advise::gs_estimate(model, *one, grid, place.area));
    }
    const auto advertisements = advise::gs_advertisements(tables);
    const output::GsView view{set, grid, grade, step, estimates, advertisements, notes};
    print(how == "json"  ? gs_json(view)
          : how == "csv" ? gs_csv(view)
                         : gs_text(view, screen(common_.color, !common_.output.empty())));
  }

 private:
  static const std::string& filled(const std::string& text, const char* option) {
    constexpr std::size_t longest = 200;
    if (trimmed(text).empty() || text.size() > longest) {
      throw Error(ErrorCode::Usage, text.size() > longest ? "the value is too long" : "the value is empty",
                  "give a value, or leave the option out", option);
    }
    return text;
  }

  static std::optional<std::int32_t> number(const std::optional<std::string>& text, int low, int high,
                                            const char* option, const std::string& what) {
    return text ? std::optional<std::int32_t>(advise::whole_number(*text, low, high, option, what)) : std::nullopt;
  }

  [[nodiscard]] std::int32_t year(const Tables& tables) const {
    std::int32_t newest = 0;
    for (const auto& row : tables.gs_grades) {
      newest = std::max(newest, row.year);
    }
    constexpr int first = 1949;  // of the schedule
    constexpr int last = 2100;
    return number(year_, first, last, "--year", "year").value_or(newest);
  }

  [[nodiscard]] std::vector<const advise::GsSeries*> wanted_series() const {
    std::vector<const advise::GsSeries*> out;
    for (const auto& one : advise::gs_series) {
      const std::string code = one.code;
      if (!series_ || *series_ == code || "0" + *series_ == code) {
        out.push_back(&one);
      }
    }
    if (out.empty()) {
      throw Error(ErrorCode::Usage, shown(*series_) + " is no series of this work",
                  "allowed: 0669 (Medical Records Administration) or 0675 (Medical Records Technician)", "--series");
    }
    return out;
  }

  std::optional<std::string> grade_;
  std::optional<std::string> step_;
  std::optional<std::string> locality_;
  std::optional<std::string> series_;
  std::optional<std::string> year_;
};

}  // namespace

std::unique_ptr<Command> add_gs(CLI::App& program) {
  return std::make_unique<GsCommand>(*program.add_subcommand(
      "gs", "General Schedule pay by grade, step and locality; where a federal coder or administrator falls"));
}

}  // namespace hisalary::cli
