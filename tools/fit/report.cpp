// SPDX-License-Identifier: MIT
#include "report.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "audit/areas.hpp"
#include "base/format.hpp"
#include "cross_validation.hpp"
#include "data/tables.hpp"
#include "describe_model.hpp"
#include "model/pricer.hpp"

namespace hisalary::fit {
namespace {

constexpr double percent = 100;

std::string dollars(double amount) {
  std::string digits = formatted("{:.0f}", amount);
  for (std::size_t i = digits.size(); i > 3; i -= 3) {
    digits.insert(i - 3, ",");
  }
  return digits;
}

/// Parameters of one kind: those whose names begin alike.
struct Group {
  std::string_view prefix;
  std::string_view title;
};

constexpr std::array<Group, 11> groups{
    {{"position.", "Positions of roles (normal scores in the curve of their occupations)"},
     {"level.", "Levels (normal scores over grade II, before centering)"},
     {"years.", "Years within a role (normal scores)"},
     {"career.", "Years along a career (normal scores, before centering)"},
     {"credential.", "Credentials (normal scores over none, at the start of a career)"},
     {"education.", "Degrees (normal scores over a high school diploma)"},
     {"skill.", "Skills (normal scores)"},
     {"setting_reach", "Settings (part of an industry's difference that a role keeps)"},
     {"setting_shift", "Government (ln pay against all employers)"},
     {"jobs.", "Jobs of people who name none (power of a job's median pay)"},
     {"", "Taken as given, not fitted"}}};

/// The page as it grows.
class Page {
 public:
  template <class... Args> void line(fmt::format_string<Args...> format, Args&&... args) {
    text_ += formatted(format, std::forward<Args>(args)...) + "\n";
  }
  void heading(std::string_view title) { line("## {}\n", title); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void add_evidence(Page& page, const Tables& tables, const FitResult& result) {
  page.heading("The evidence");
  std::map<Text, int> kinds;
  std::set<Text> groups_seen;
  int figures = 0;
  for (const auto& one : result.observations) {
    if (one.record != nullptr) {
      ++kinds[one.record->kind];
      groups_seen.insert(one.group);
    } else {
      ++figures;
    }
  }
  std::string list;
  int records = 0;
  for (const auto& [kind, count] : kinds) {
    list += formatted("{}{} {}", list.empty() ? "" : ", ", count, kind);
    records += count;
  }
  page.line(
      "{} pay records with a year ({}) of {} employers or persons, {} published figures, {} comparisons within "
      "surveys, and {} published "
      "cells of areas.",
      records, list, groups_seen.size(), figures, result.surveys.size(), result.area.cells);
  page.line("");
  page.line(
      "Each record is put as a question, as a person would ask it: the title as printed, place, years (the middle of "
      "a bracket), degree, "
      "credential, kind of "
      "employer, May of its year. An employer of several records has an effect of its own, with a standard deviation "
      "of {} in ln pay; a title that it pays in several years counts once; noise is "
      "Student t with {} "
      "degrees of freedom. "
      "Advertisements and classes count by the middle of their range, since a range spans a whole grade; rates per "
      "diem have no year and "
      "are not priced.\n",
      Priors(tables).mean("employer_spread"), Priors(tables).mean("noise_freedom"));
}

bool is_in(const Group& group, const Fitted& one) {
  return group.prefix.empty() ? one.prior->sd == 0 : one.prior->sd > 0 && one.prior->id.starts_with(group.prefix);
}

void add_parameter(Page& page, const Fitted& one, bool given) {
  const Prior& prior = *one.prior;
  if (given) {
    page.line("| {} | {} | {} |", prior.id, prior.mean, prior.reason);
    return;
  }
  std::string surveys;
  for (const auto& name : one.surveys) {
    surveys += (surveys.empty() ? "" : " ") + name;
  }
  page.line("| {} | {:.3f} | {:.3f} | {} ± {} | {} | {} | {} | {:.0f}% | {} |", prior.id, one.value, one.uncertainty,
            prior.mean, prior.sd, one.records, one.figures, surveys.empty() ? "-" : surveys, percent * one.learned(),
            one.learned() < moved ? formatted("prior: {}", prior.reason) : "evidence and prior");
}

void add_parameters(Page& page, const FitResult& result) {
  page.heading("Parameters");
  page.line(
      "`learned` is the part of the prior's variance that the evidence took away. Below {:.0f}% the value rests on "
      "the prior.\n",
      percent * moved);
  for (const auto& group : groups) {
    page.line("### {}\n", group.title);
    if (group.prefix.empty()) {
      page.line("| parameter | value | why |\n|---|---|---|");
    } else {
      page.line(
          "| parameter | value | uncertainty | prior | records | figures | surveys | learned | rests on "
          "|\n|---|---|---|---|---|---|---|---|---|");
    }
    for (const auto& one : result.parameters) {
      if (is_in(group, one)) {
        add_parameter(page, one, group.prefix.empty());
      }
    }
    page.line("");
  }
}

/// Where the last part of a parameter's name begins, at its dot: "career.7.5" is of career, at 7.5 years.
std::size_t last_part(std::string_view id) {
  constexpr std::string_view digits = "0123456789";
  auto dot = id.rfind('.');
  while (dot != std::string_view::npos && dot > 0 && digits.find(id[dot - 1]) != std::string_view::npos) {
    dot = id.rfind('.', dot - 1);
  }
  return dot;
}

void add_unmoved(Page& page, const FitResult& result) {
  page.heading("What the evidence cannot move");
  std::map<std::string, std::string> lists;
  int count = 0;
  for (const auto& one : result.parameters) {
    if (one.prior->sd > 0 && one.learned() < moved) {
      const std::string id(one.prior->id);
      const auto dot = last_part(id);
      std::string& list = lists[id.substr(0, dot == std::string::npos ? id.size() : dot)];
      list += (list.empty() ? "" : ", ") + (dot == std::string::npos ? std::string() : id.substr(dot + 1));
      ++count;
    }
  }
  page.line(
      "{} parameters rest on their priors, most of them premiums of credentials that no record or survey here "
      "prices:\n",
      count);
  for (const auto& [group, list] : lists) {
    page.line("- {}{}{}", group, list.empty() ? "" : ": ", list);
  }
  page.line(
      "\nAll shares of the workforce are assumptions as well (`data/evidence/shares.json`); those of the jobs are "
      "tilted by "
      "jobs.tilt.\n");
}

void add_row(Page& page, std::string_view name, const audit::Score& s) {
  page.line("| {} | {} | {:.1f} | {:.1f} | {:.1f} | {:+.1f} | {:.0f} | {:.2f} |", name, s.rows, s.model, s.state,
            s.nation, s.bias, s.inside, s.skill.value);
}

void add_heading_of_table(Page& page, std::string_view what) {
  page.line("| {} | rows | model | state | nation | bias | inside | skill |\n|---|---|---|---|---|---|---|---|", what);
}

void add_rows_by(Page& page, const std::vector<audit::ScoredRow>& rows,
                 const std::function<Text(const audit::ScoredRow&)>& key) {
  std::set<Text> names;
  for (const auto& one : rows) {
    names.insert(key(one));
  }
  for (const Text name : names) {
    add_row(page, name, audit::score(rows, [&](const audit::ScoredRow& one) { return key(one) == name; }));
  }
}

void add_asked_otherwise(Page& page, const Dataset& dataset) {
  const Tables& tables = dataset.tables();
  const auto state_only = [&](Facts& profile) {
    if (profile.area != nullptr && !profile.area->states.empty() && profile.area->kind != AreaKind::State) {
      profile.area = &*std::ranges::find(tables.areas, profile.area->states[0], &Area::code);
    }
  };
  const auto bare = [&](Facts& profile) {
    state_only(profile);
    profile.setting = nullptr;
    profile.years.reset();
    profile.credentials.reset();
    profile.education = nullptr;
  };
  const int cuts = audit::cross_cuts / 2;
  add_heading_of_table(page, "the same records, asked otherwise");
  add_row(page, "by state, not by area",
          audit::score(cross_validate(dataset, {audit::cross_folds, cuts, -1, state_only})));
  add_row(page, "title, state and year alone",
          audit::score(cross_validate(dataset, {audit::cross_folds, cuts, -1, bare})));
  const auto without_role = [](Facts& profile) {
    profile.role = nullptr;
    profile.level = nullptr;
  };
  constexpr double experienced = 5;
  add_row(page, "without the role, 5 years and more",
          audit::score(cross_validate(dataset, {audit::cross_folds, cuts, -1, without_role}),
                       [](const audit::ScoredRow& row) { return row.record->years_min.value_or(0) >= experienced; }));
  for (int i = 0; i < 2; ++i) {
    add_row(page, formatted("titles shuffled among the records ({})", i + 1),
            audit::score(cross_validate(dataset, {audit::cross_folds, 2, i, {}})));
  }
  page.line("");
}

void add_validation(Page& page, const Dataset& dataset, const std::vector<audit::ScoredRow>& rows) {
  page.heading("Cross-validation");
  page.line(
      "{} folds by employer, {} ways to cut them, averaged; no record of an employer is in the fit that answers for "
      "it. Median absolute "
      "errors in percent; beside the "
      "model BLS's median for the occupation in the state and in the nation, brought to the year of the record. "
      "`inside`: percent "
      "between p10 and p90; `skill`: 1 - the pinball loss of the model's five percentiles in ln pay over that of the "
      "state's BLS percentiles. Priors, blends "
      "and titles were settled with these records at hand, so records of other employers should be expected to fare "
      "worse.\n",
      audit::cross_folds, audit::cross_cuts);
  add_heading_of_table(page, "records");
  add_row(page, "all", audit::score(rows));
  add_rows_by(page, rows, [](const audit::ScoredRow& one) { return one.record->kind; });
  page.line("");
  add_heading_of_table(page, "records by family");
  add_rows_by(page, rows, [](const audit::ScoredRow& one) { return one.record->family; });
  page.line("");
  const auto checked = audit::group(rows);
  add_heading_of_table(page, "records by confidence");
  for (const auto& one : checked.confidences) {
    add_row(page, one.name, one.score);
  }
  add_row(page, checked.titles.name, checked.titles.score);
  page.line("");
  add_asked_otherwise(page, dataset);
}

std::string excuse(const FitResult& result, const Observation& one) {
  constexpr double far = 0.1;
  for (const auto& other : result.observations) {
    const bool same = other.figure != nullptr && &other != &one && other.profile.role == one.profile.role &&
                      other.profile.years == one.profile.years &&
                      other.profile.credentials == one.profile.credentials &&
                      other.profile.as_of.at == one.profile.as_of.at;
    if (same && std::abs(other.log_pay - one.log_pay) > far) {
      return formatted("{} asks the same and says {}: both cannot be met. {}", other.id,
                       dollars(std::exp(other.log_pay)), one.figure->really);
    }
  }
  return one.figure->really.empty() ? "guides count for little beside pay records" : std::string(one.figure->really);
}

void add_figures(Page& page, const Tables& tables, const FitResult& result) {
  page.heading("Published figures in the fit");
  page.line(
      "The model's median beside the figure (the geometric mean of a range), in the dollars of its year. These "
      "figures are in the fit: "
      "this shows consistency, not prediction.\n");
  page.line("| figure | says | amount | model | off | within 10% |\n|---|---|---|---|---|---|");
  int within = 0;
  int all = 0;
  for (const auto& one : result.observations) {
    if (one.figure == nullptr) {
      continue;
    }
    const double answer = model::Pricer(tables).price(one.profile).pay.p50();
    const double off = percent * (answer / std::exp(one.log_pay) - 1);
    constexpr double near = 10;
    const bool met = std::abs(off) <= near || (one.at_least && off > 0);
    within += met ? 1 : 0;
    ++all;
    page.line("| {} | {} | {}{} | {} | {:+.1f}% | {} |", one.id, one.figure->subject, one.at_least ? "over " : "",
              dollars(std::exp(one.log_pay)), dollars(answer), off, met ? "yes" : "no: " + excuse(result, one));
  }
  page.line("\n{} of {} within 10%.\n", within, all);
}

void add_areas(Page& page, const Tables& tables, const AreaParameters& area) {
  page.heading("Areas left out");
  page.line(
      "Every published cell of a metropolitan or nonmetropolitan area left out in turn and answered by the nation's "
      "figure, the state's, "
      "and the model. Median absolute "
      "error in percent at p10, p25, median, p75, p90. Reach {} {} {} {} {}, reference jobs {}, few jobs {}: chosen "
      "on the cells that "
      "they are scored on.\n",
      area.reach[0], area.reach[1], area.reach[2], area.reach[3], area.reach[4], area.reference_jobs, area.few_jobs);
  page.line(
      "| occupation | cells | nation | state | model | model, mean error of the median |\n|---|---|---|---|---|---|");
  const auto list = [](const std::array<audit::AreaErrors, 5>& errors, double audit::AreaErrors::*which) {
    return formatted("{:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", errors[0].*which, errors[1].*which, errors[2].*which,
                     errors[3].*which, errors[4].*which);
  };
  for (const auto& one : audit::leave_areas_out(tables).occupations) {
    page.line("| {} {} | {} | {} | {} | {} | {:.1f} |", one.occupation->soc, one.occupation->title, one.cells,
              list(one.median, &audit::AreaErrors::nation), list(one.median, &audit::AreaErrors::state),
              list(one.median, &audit::AreaErrors::predicted), one.mean[2].predicted);
  }
  page.line("");
}

void add_experience(Page& page, const Tables& tables) {
  page.heading("Years");
  page.line(
      "Pay of a medical coder in the nation, by years within the role:\n\n| years | pay of the release |\n|---|---|");
  Facts profile;
  profile.role = &*std::ranges::find(tables.roles, "medical-coder", &Role::id);
  profile.as_of.kind = AsOf::Kind::Release;
  std::map<double, double> pay;
  for (const double years : {0.0, 1.0, 4.0, 7.5, 14.0, 25.0}) {
    profile.years = years;
    pay[years] = model::Pricer(tables).price(profile).pay.p50();
    page.line("| {} | {} |", years, dollars(pay[years]));
  }
  page.line(
      "\nFrom 1 to 25 years times {:.2f}. AAPC's raw figure is 1.55 (X01, X02), another table has 1.18 from under "
      "three to over ten "
      "years (M049, M050); part of the raw "
      "rise is promotion, which levels and roles hold here, and the records of persons with years show less.",
      pay[25] / pay[1]);
}

}  // namespace

std::string report(const Dataset& dataset, const FitResult& result, const std::vector<audit::ScoredRow>& rows) {
  Page page;
  page.line(
      "# What the fit found\n\nWritten by `hisalary_fit_model`; every number below is computed from the data set.\n");
  const Tables& tables = result.model.tables();
  add_evidence(page, tables, result);
  add_parameters(page, result);
  add_unmoved(page, result);
  add_validation(page, dataset, rows);
  add_figures(page, tables, result);
  add_areas(page, tables, result.area);
  add_experience(page, tables);
  return page.text();
}

}  // namespace hisalary::fit
