// SPDX-License-Identifier: MIT
#include "report.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/format.hpp"
#include "cross_validation.hpp"
#include "data/tables.hpp"
#include "describe_model.hpp"
#include "model/pricer.hpp"
#include "statistics.hpp"

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

constexpr std::array<Group, 9> groups{
    {{"position.", "Positions of roles (normal scores in the curve of their occupations)"},
     {"level.", "Levels (normal scores over grade II, before centering)"},
     {"years.", "Years within a role (normal scores)"},
     {"career.", "Years along a career (normal scores, before centering)"},
     {"credential.", "Credentials (normal scores over none, at the start of a career)"},
     {"education.", "Degrees (normal scores over a high school diploma)"},
     {"skill.", "Skills (normal scores)"},
     {"setting_reach", "Settings (part of an industry's difference that a role keeps)"},
     {"", "Taken as given, not fitted"}}};

class Report {
 public:
  Report(const Dataset& dataset, const FitResult& result)
      : dataset_(dataset), tables_(dataset.tables()), result_(result) {}

  std::string write() {
    out_ =
        "# What the fit found\n\nWritten by `hisalary_fit_model`; every number below is computed from the data "
        "set.\n\n";
    evidence();
    parameters();
    unmoved();
    validation();
    figures();
    areas();
    experience();
    return std::move(out_);
  }

 private:
  template <class... Args> void line(fmt::format_string<Args...> format, Args&&... args) {
    out_ += formatted(format, std::forward<Args>(args)...) + "\n";
  }

  void heading(std::string_view title) { line("## {}\n", title); }

  void evidence() {
    heading("The evidence");
    std::map<Text, int> kinds;
    std::set<Text> groups_seen;
    int figures = 0;
    for (const auto& one : result_.observations) {
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
    line(
        "{} pay records with a year ({}) of {} employers or persons, {} published figures, {} comparisons within "
        "surveys, and {} published "
        "cells of areas.",
        records, list, groups_seen.size(), figures, result_.surveys.size(), result_.area.cells);
    line("");
    line(
        "Each record is put as a question, as a person would ask it: the title as printed, place, years (the middle of "
        "a bracket), degree, "
        "credential, kind of "
        "employer, May of its year. A record weighs the number of its employer's records to the power of -{}; noise is "
        "Student t with {} "
        "degrees of freedom. "
        "Advertisements and classes count by the middle of their range, since a range spans a whole grade; rates per "
        "diem have no year and "
        "are not priced.\n",
        Priors(tables_).mean("employer_power"), Priors(tables_).mean("noise_freedom"));
  }

  [[nodiscard]] static bool in(const Group& group, const Fitted& one) {
    return group.prefix.empty() ? one.prior->sd == 0 : one.prior->sd > 0 && one.prior->id.starts_with(group.prefix);
  }

  void parameters() {
    heading("Parameters");
    line(
        "`learned` is the part of the prior's variance that the evidence took away. Below {:.0f}% the value rests on "
        "the prior.\n",
        percent * moved);
    for (const auto& group : groups) {
      line("### {}\n", group.title);
      if (group.prefix.empty()) {
        line("| parameter | value | why |\n|---|---|---|");
      } else {
        line(
            "| parameter | value | uncertainty | prior | records | figures | surveys | learned | rests on "
            "|\n|---|---|---|---|---|---|---|---|---|");
      }
      for (const auto& one : result_.parameters) {
        if (in(group, one)) {
          parameter(one, group.prefix.empty());
        }
      }
      line("");
    }
  }

  void parameter(const Fitted& one, bool given) {
    const Prior& prior = *one.prior;
    if (given) {
      line("| {} | {} | {} |", prior.id, prior.mean, prior.reason);
      return;
    }
    std::string surveys;
    for (const auto& name : one.surveys) {
      surveys += (surveys.empty() ? "" : " ") + name;
    }
    line("| {} | {:.3f} | {:.3f} | {} ± {} | {} | {} | {} | {:.0f}% | {} |", prior.id, one.value, one.uncertainty,
         prior.mean, prior.sd, one.records, one.figures, surveys.empty() ? "-" : surveys, percent * one.learned(),
         one.learned() < moved ? formatted("prior: {}", prior.reason) : "evidence and prior");
  }

  void unmoved() {
    heading("What the evidence cannot move");
    std::map<std::string, std::string> lists;
    int count = 0;
    for (const auto& one : result_.parameters) {
      if (one.prior->sd > 0 && one.learned() < moved) {
        const std::string id(one.prior->id);
        const auto dot = id.rfind('.');
        std::string& list = lists[id.substr(0, dot == std::string::npos ? id.size() : dot)];
        list += (list.empty() ? "" : ", ") + (dot == std::string::npos ? std::string() : id.substr(dot + 1));
        ++count;
      }
    }
    line(
        "{} parameters rest on their priors, most of them premiums of credentials that no record or survey here "
        "prices:\n",
        count);
    for (const auto& [group, list] : lists) {
      line("- {}{}{}", group, list.empty() ? "" : ": ", list);
    }
    line("\nAll shares of the workforce are assumptions as well (`data/evidence/shares.json`).\n");
  }

  void row(std::string_view name, const Score& s) {
    line("| {} | {} | {:.1f} | {:.1f} | {:.1f} | {:+.1f} | {:.0f} |", name, s.rows, s.model, s.state, s.nation, s.bias,
         s.inside);
  }

  void validation() {
    heading("Cross-validation");
    const CrossOptions usual;
    line(
        "{} folds by employer, {} ways to cut them, averaged; no record of an employer is in the fit that answers for "
        "it. Median absolute "
        "errors in percent; beside the "
        "model BLS's median for the occupation in the state and in the nation, brought to the year of the record. "
        "`inside`: percent "
        "between p10 and p90. Priors, blends "
        "and titles were settled with these records at hand, so records of other employers should be expected to fare "
        "worse.\n",
        usual.folds, usual.cuts);
    const auto rows = cross_validate(dataset_, usual);
    table("records");
    row("all", score(rows));
    by(rows, [](const ScoredRow& one) { return one.record->kind; });
    line("");
    table("records by family");
    by(rows, [](const ScoredRow& one) { return one.record->family; });
    line("");
    asked_otherwise(usual);
  }

  void table(std::string_view what) {
    line("| {} | rows | model | state | nation | bias | inside |\n|---|---|---|---|---|---|---|", what);
  }

  void by(const std::vector<ScoredRow>& rows, const std::function<Text(const ScoredRow&)>& key) {
    std::set<Text> names;
    for (const auto& one : rows) {
      names.insert(key(one));
    }
    for (const Text name : names) {
      row(name, score(rows, [&](const ScoredRow& one) { return key(one) == name; }));
    }
  }

  void asked_otherwise(const CrossOptions& usual) {
    const auto state_only = [this](Facts& profile) {
      if (profile.area != nullptr && !profile.area->states.empty() && profile.area->kind != AreaKind::State) {
        profile.area = &*std::ranges::find(tables_.areas, profile.area->states[0], &Area::code);
      }
    };
    const auto bare = [&](Facts& profile) {
      state_only(profile);
      profile.setting = nullptr;
      profile.years.reset();
      profile.credentials.reset();
      profile.education = nullptr;
    };
    const int cuts = usual.cuts / 2;
    table("the same records, asked otherwise");
    row("by state, not by area", score(cross_validate(dataset_, {usual.folds, cuts, -1, state_only})));
    row("title, state and year alone", score(cross_validate(dataset_, {usual.folds, cuts, -1, bare})));
    for (int i = 0; i < 2; ++i) {
      row(formatted("titles shuffled among the records ({})", i + 1),
          score(cross_validate(dataset_, {usual.folds, 2, i, {}})));
    }
    line("");
  }

  /// Why the model is off: another figure on the same question, or what the evidence says of this one.
  [[nodiscard]] std::string excuse(const Observation& one) const {
    constexpr double far = 0.1;
    for (const auto& other : result_.observations) {
      const bool same = other.figure != nullptr && &other != &one && other.profile.role == one.profile.role &&
                        other.profile.years == one.profile.years &&
                        other.profile.credentials == one.profile.credentials &&
                        other.profile.as_of.at == one.profile.as_of.at;
      if (same && std::abs(other.log_pay - one.log_pay) > far) {
        return formatted("{} asks the same and says {}: both cannot be met. {}", other.id,
                         dollars(std::exp(other.log_pay)), one.figure->really);
      }
    }
    return one.figure->really.empty() ? "no reason found" : std::string(one.figure->really);
  }

  void figures() {
    heading("Published figures to calibrate on");
    line(
        "The model's median beside the figure (the geometric mean of a range), in the dollars of its year. These "
        "figures are in the fit: "
        "this shows consistency, not prediction.\n");
    line("| figure | says | amount | model | off | within 10% |\n|---|---|---|---|---|---|");
    int within = 0;
    int all = 0;
    for (const auto& one : result_.observations) {
      if (one.figure == nullptr) {
        continue;
      }
      const double answer = model::Pricer(tables_).price(one.profile).pay.p50();
      const double off = percent * (answer / std::exp(one.log_pay) - 1);
      constexpr double near = 10;
      const bool met = std::abs(off) <= near || (one.at_least && off > 0);
      within += met ? 1 : 0;
      ++all;
      line("| {} | {} | {}{} | {} | {:+.1f}% | {} |", one.id, one.figure->subject, one.at_least ? "over " : "",
           dollars(std::exp(one.log_pay)), dollars(answer), off, met ? "yes" : "no: " + excuse(one));
    }
    line("\n{} of {} within 10%.\n", within, all);
  }

  void areas() {
    heading("Areas left out");
    const AreaParameters& area = result_.area;
    line(
        "Every published cell of a metropolitan or nonmetropolitan area left out in turn and answered by the nation's "
        "figure, the state's, "
        "and the model. Median absolute "
        "error in percent at p10, p25, median, p75, p90. Reach {} {} {} {} {}, reference jobs {}, few jobs {}: chosen "
        "on the cells that "
        "they are scored on.\n",
        area.reach[0], area.reach[1], area.reach[2], area.reach[3], area.reach[4], area.reference_jobs, area.few_jobs);
    line(
        "| occupation | cells | nation | state | model | model, mean error of the median |\n|---|---|---|---|---|---|");
    const auto list = [](const std::array<double, 5>& errors) {
      return formatted("{:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", errors[0], errors[1], errors[2], errors[3], errors[4]);
    };
    for (const auto& one : check_areas(tables_)) {
      line("| {} {} | {} | {} | {} | {} | {:.1f} |", one.occupation->soc, one.occupation->title, one.cells,
           list(one.nation.median), list(one.state.median), list(one.model.median), one.model.mean[2]);
    }
    line("");
  }

  void experience() {
    heading("Years");
    line(
        "Pay of a medical coder in the nation, by years within the role:\n\n| years | pay of the release |\n|---|---|");
    Facts profile;
    profile.role = &*std::ranges::find(tables_.roles, "medical-coder", &Role::id);
    profile.as_of.kind = AsOf::Kind::Release;
    std::map<double, double> pay;
    for (const double years : {0.0, 1.0, 4.0, 7.5, 14.0, 25.0}) {
      profile.years = years;
      pay[years] = model::Pricer(tables_).price(profile).pay.p50();
      line("| {} | {} |", years, dollars(pay[years]));
    }
    line(
        "\nFrom 1 to 25 years times {:.2f}. AAPC's raw figure is 1.55 (X01, X02), another table has 1.18 from under "
        "three to over ten "
        "years (M049, M050); part of the raw "
        "rise is promotion, which levels and roles hold here, and the records of persons with years show less.",
        pay[25] / pay[1]);
  }

  const Dataset& dataset_;
  const Tables& tables_;
  const FitResult& result_;
  std::string out_;
};

}  // namespace

std::string report(const Dataset& dataset, const FitResult& result) { return Report(dataset, result).write(); }

}  // namespace hisalary::fit
