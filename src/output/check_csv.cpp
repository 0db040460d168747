// SPDX-License-Identifier: MIT
#include <cmath>

#include "base/csv.hpp"
#include "base/format.hpp"
#include "base/number.hpp"
#include "check.hpp"

namespace hisalary::output {
namespace {

std::string number(std::optional<double> value) { return value ? number_text(*value) : ""; }
std::string whole(std::optional<double> value) { return value ? formatted("{}", std::llround(*value)) : ""; }
std::string tenth(std::optional<double> value) { return value ? formatted("{:.1f}", *value) : ""; }
std::string text(Text view) { return std::string(view); }

}  // namespace

std::string figures_csv(const std::vector<audit::FigureCheck>& checks) {
  std::string out = csv_row({"id", "source", "subject", "year", "low", "high", "printed", "unit", "guide_verdict",
                             "really", "question", "answer", "answered_by", "difference_percent", "verdict", "reason"});
  for (const auto& one : checks) {
    const auto& f = *one.figure;
    out += csv_row({text(f.id), text(f.source), text(f.subject), text(f.year), number(f.low), number(f.high),
                    text(f.printed), text(f.unit), text(f.verdict), text(f.really), one.question, whole(one.answer),
                    text(answerer(one)), tenth(one.difference), text(name_of(one.verdict)), one.reason});
  }
  return out;
}

std::string areas_csv(const audit::AreasCheck& areas) {
  constexpr std::array<const char*, 5> names{"p10", "p25", "p50", "p75", "p90"};
  std::string out = csv_row({"soc", "percentile", "cells", "median_predicted", "median_state", "median_nation",
                             "mean_predicted", "mean_state", "mean_nation"});
  for (const auto& one : areas.occupations) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      out += csv_row({text(one.occupation->soc), names[i], std::to_string(one.cells), tenth(one.median[i].predicted),
                      tenth(one.median[i].state), tenth(one.median[i].nation), tenth(one.mean[i].predicted),
                      tenth(one.mean[i].state), tenth(one.mean[i].nation)});
    }
  }
  return out;
}

std::string observed_csv(const audit::ObservedCheck& observed) {
  std::string out = csv_row({"by", "group", "rows", "employers", "model_error", "state_error", "nation_error", "bias",
                             "inside_percent", "judged"});
  const auto row = [&](const char* by, const audit::ObservedGroup& one) {
    const auto& score = one.score;
    out += csv_row({by, one.name, std::to_string(score.rows), std::to_string(one.employers), tenth(score.model),
                    tenth(score.state), tenth(score.nation), tenth(score.bias), tenth(score.inside),
                    one.judged ? "yes" : "no"});
  };
  row("all", observed.all);
  for (const auto& one : observed.kinds) {
    row("kind", one);
  }
  for (const auto& one : observed.families) {
    row("family", one);
  }
  return out;
}

std::string search_csv(const audit::Search& search) {
  std::string out = csv_row({"where", "what", "value", "unit", "really", "source"});
  for (const auto& one : search.found) {
    out += csv_row({text(name_of(one.where)), one.what, number(one.value), one.unit, one.really, text(one.source)});
  }
  return out;
}

}  // namespace hisalary::output
