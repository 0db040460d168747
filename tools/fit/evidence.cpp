// SPDX-License-Identifier: MIT
#include "evidence.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"

namespace hisalary::fit {
namespace {

/// Pay of a year is that of its May, the month of the wage release.
std::string may_of(int year) { return std::to_string(year) + "-05"; }

bool has(Text text, std::string_view part) { return text.find(part) != Text::npos; }

/// The kind of employer, from the words of the record.
std::string setting_of(const ObservedPay& r) {
  if (has(r.employer, "Veterans Health Administration") || has(r.employer, "Department of Veterans Affairs")) {
    return "federal-government";
  }
  if (r.employer_type == "government" || has(r.employer_type, "Government")) {
    return "state-local-government";
  }
  if (r.employer_type.starts_with("hospital")) {
    return "hospital";
  }
  if (r.employer_type == "education") {
    return "education";
  }
  if (r.employer_type.starts_with("staffing")) {
    return "staffing-outsourcing";
  }
  if (has(r.employer_type, "Computing or Tech")) {
    return "health-tech-vendor";
  }
  return has(r.employer_type, "onsulting") ? "consulting" : "";
}

bool known_degree(const Tables& tables, Text text) {
  return std::ranges::any_of(tables.education, [&](const Education& row) {
    return bare(row.id) == bare(text) ||
           std::ranges::any_of(row.aliases, [&](Text alias) { return bare(alias) == bare(text); });
  });
}

/// A credential that the person holds: the record's first word, where it is one; "RHIT required" of an advertisement is
/// not.
std::string credential_of(const Tables& tables, const ObservedPay& r) {
  const Text word = r.kind == "ad" ? Text{} : r.credential.substr(0, r.credential.find(' '));
  const auto it = std::ranges::find_if(
      tables.credentials, [&](const Credential& row) { return !word.empty() && bare(row.id) == bare(word); });
  return it == tables.credentials.end() ? "" : std::string(it->id);
}

/// The OEWS area of a city, where the city is in the name of one.
std::optional<std::string> metro_of(const Dataset& dataset, const ObservedPay& r) {
  if (r.city.empty() || r.state.empty()) {
    return std::nullopt;
  }
  Question question;
  question.metro = std::string(r.city) + ", " + std::string(r.state);
  question.state = std::string(r.state);
  try {
    (void)understand(dataset, question);
    return question.metro;
  } catch (const Error&) {
    return std::nullopt;  // a small town: its state serves
  }
}

bool asks_a_role(const PublishedFigure& figure) { return !figure.ask_role.empty() && figure.ask_role != any_role; }

bool in_the_fit(const PublishedFigure& figure) {
  return figure.verdict.starts_with("in the fit") && figure.low && figure.high;
}

Observation middle_of(const Dataset& dataset, const PublishedFigure& figure) {
  return {figure.id,         figure.verdict == "in the fit" ? "published" : "published-weakly",
          figure.id,         nullptr,
          &figure,           understand(dataset, question_of(figure)).facts(),
          log_middle(figure)};
}

/// The title of a federal series, which its cells by grade share: "Medical Records Technician".
std::string series_title(const ObservedPay& cell) { return std::string(cell.title.substr(0, cell.title.find(" ("))); }

/// The pay of a federal series over its grades, weighed by their people.
struct SeriesMean {
  const ObservedPay* first = nullptr;
  double pay = 0;
  double people = 0;

  void add(const ObservedPay& cell) {
    first = first == nullptr ? &cell : first;
    pay += cell.annual_mid * cell.count.value_or(1);
    people += cell.count.value_or(1);
  }
};

}  // namespace

Question question_of(const Tables& tables, const ObservedPay& r) {
  Question question;
  question.role = std::string(r.title);
  if (r.years_min) {
    constexpr double half = 0.5;
    question.years = number_text(r.years_max ? half * (*r.years_min + *r.years_max) : *r.years_min);
  }
  if (!r.education.empty() && known_degree(tables, r.education)) {
    question.education = std::string(r.education);
  }
  if (const std::string credential = credential_of(tables, r); !credential.empty()) {
    question.credentials = {credential};
  }
  if (!r.state.empty()) {
    question.state = std::string(r.state);
  }
  if (const std::string setting = setting_of(r); !setting.empty()) {
    question.setting = setting;
  }
  if (r.year) {
    question.as_of = may_of(static_cast<int>(*r.year));
  }
  return question;
}

Question question_of(const PublishedFigure& figure) {
  Question question;
  if (figure.ask_role != any_role) {
    question.role = std::string(figure.ask_role);
  }
  if (figure.ask_years) {
    question.years = number_text(*figure.ask_years);
  }
  if (!figure.credential.empty()) {
    question.credentials = {std::string(figure.credential)};
  }
  question.as_of = std::string(figure.year) + "-05";
  return question;
}

std::vector<Observation> observed(const Dataset& dataset) {
  std::vector<Observation> all;
  std::map<std::pair<std::string, double>, SeriesMean> series;
  for (const auto& r : dataset.tables().observed_pay) {
    if (!r.core || !r.year) {
      continue;
    }
    if (r.kind == federal_series) {
      series[{series_title(r), *r.year}].add(r);
      continue;
    }
    Question question = question_of(dataset.tables(), r);
    question.metro = metro_of(dataset, r);
    all.push_back({r.id, std::string(r.kind), r.employer.empty() ? r.id : r.employer, &r, nullptr,
                   understand(dataset, question).facts(), std::log(r.annual_mid)});
  }

  for (const auto& [key, mean] : series) {
    Question question = question_of(dataset.tables(), *mean.first);
    question.role = key.first;
    all.push_back({mean.first->id, std::string(federal_series), mean.first->employer, mean.first, nullptr,
                   understand(dataset, question).facts(), std::log(mean.pay / mean.people)});
  }
  return all;
}

std::vector<Observation> published(const Dataset& dataset) {
  std::vector<Observation> all;
  for (const auto& figure : dataset.tables().published_figures) {
    if (!asks_a_role(figure)) {
      continue;  // the fit is of named jobs
    }
    if (in_the_fit(figure)) {
      all.push_back(middle_of(dataset, figure));
    } else if (figure.verdict == "lower bound" && figure.low && figure.area == "US") {
      all.push_back({figure.id, "published", figure.id, nullptr, &figure,
                     understand(dataset, question_of(figure)).facts(), std::log(*figure.low), true});
    }
  }
  return all;
}

std::vector<Observation> without_job(const Dataset& dataset) {
  std::vector<Observation> all;
  for (Observation& one : observed(dataset)) {
    if (one.profile.years) {
      one.profile.role = nullptr;
      one.profile.level = nullptr;
      all.push_back(std::move(one));
    }
  }
  for (const auto& figure : dataset.tables().published_figures) {
    if (figure.ask_role == any_role && in_the_fit(figure)) {
      all.push_back(middle_of(dataset, figure));
    }
  }
  return all;
}

double log_middle(const PublishedFigure& figure) {
  constexpr double half = 0.5;
  return half * (std::log(figure.low.value_or(1)) + std::log(figure.high.value_or(figure.low.value_or(1))));
}

}  // namespace hisalary::fit
