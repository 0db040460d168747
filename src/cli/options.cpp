// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "output.hpp"

namespace hisalary::cli {

void Command::add_common(CLI::App& app, bool formats, bool data) {
  if (data) {
    app.add_option("--data", common_.data,
                   "Folder of another data set, in place of the built-in one (or HISALARY_DATA)")
        ->type_name("DIR");
  }
  if (formats) {
    app.add_option("--format", common_.format, "text, json or csv")->type_name("FORMAT");
    app.add_flag("--json", common_.json, "The same as --format json");
  }
  app.add_option("-o,--output", common_.output,
                 "Write to this file; it is replaced only when the whole answer is there")
      ->type_name("FILE");
  app.add_option("--color", common_.color, "auto, always or never")->type_name("WHEN");
}

Dataset Command::dataset() const {
  const char* const said = std::getenv("HISALARY_DATA");
  const std::string folder = !common_.data.empty() || said == nullptr ? common_.data : said;
  return folder.empty() ? Dataset::builtin() : Dataset::load(folder);
}

void require_word(const std::string& word, std::initializer_list<std::string_view> allowed, const char* option) {
  if (std::ranges::find(allowed, word) != allowed.end()) {
    return;
  }
  const std::vector<std::string_view> known(allowed);
  throw Error(ErrorCode::Usage, shown(word) + " is not a value that it takes",
              did_you_mean(word, known, "allowed: " + alternatives({known.begin(), known.end()})), option);
}

std::string Command::format() const {
  require_word(common_.color, {"auto", "always", "never"}, "--color");
  require_word(common_.format, {"text", "json", "csv"}, "--format");
  if (common_.json && common_.format == "csv") {
    throw Error(ErrorCode::Usage, "--json and --format csv contradict each other", "give one of them", "--json");
  }
  return common_.json ? "json" : common_.format;
}

void Command::print(std::string_view text) const { write_output(text, common_.output); }

void add_profile_options(CLI::App& app, Question& question) {
  const auto one = [&](const char* name, std::optional<std::string>& value, const char* about, const char* type) {
    app.add_option(name, value, about)->type_name(type)->group("Who");
  };
  const auto many = [&](const char* name, std::vector<std::string>& values, const char* about, const char* type) {
    app.add_option(name, values, about)->type_name(type)->allow_extra_args(false)->group("Who");
  };
  one("--role", question.role, "Role id, job title as employers print it, or SOC code (29-2072: the whole occupation)",
      "ROLE");
  one("--level", question.level, "trainee, I, II, III, senior, lead, supervisor, manager or director", "LEVEL");
  many("--cert", question.credentials, "Credential; repeat it, or separate by commas; none says there is none", "CERT");
  one("--years", question.years, "Years of experience, 0 to 60", "N");
  one("--education", question.education, "Highest degree: none to doctorate", "DEGREE");
  many("--skill", question.skills, "Skill; repeat it, or separate by commas", "SKILL");
  one("--setting", question.setting, "Kind of employer", "SETTING");
  one("--state", question.state, "State or territory, by postal code or name", "STATE");
  one("--metro", question.metro, "Metropolitan or nonmetropolitan area: code, name or first city", "AREA");
  one("--county", question.county, "County like \"Cook, IL\", or five digits", "COUNTY");
  app.add_flag("--remote", question.remote, "Remote work: the national market")->group("Who");
  one("--as-of", question.as_of, "Dollars of a month (YYYY-MM), a quarter (YYYYQn), or release: as published", "WHEN");
  one("--release", question.release, "An older May release, the nation only, in its own dollars", "YEAR");
}

}  // namespace hisalary::cli
