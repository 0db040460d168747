// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "../support/catch.hpp"
#include "audit/areas.hpp"
#include "audit/observed.hpp"
#include "base/statistics.hpp"
#include "data/tables.hpp"
#include "explain/standing.hpp"
#include "fit/cross_validation.hpp"
#include "fit/fit.hpp"
#include "fit/report.hpp"
#include "fit/write.hpp"
#include "hisalary/error.hpp"
#include "hisalary/hisalary.hpp"
#include "model/normal.hpp"
#include "model/pricer.hpp"
#include "query/question.hpp"

using namespace hisalary;

namespace {

const std::filesystem::path data_folder = std::filesystem::path(HISALARY_SOURCE_DIR) / "data";

const Dataset& shipped() {
  static const Dataset dataset = Dataset::load(data_folder);
  return dataset;
}

fit::FitResult& fitted() {
  static fit::FitResult result = fit::run(shipped());
  return result;
}

const std::vector<audit::ScoredRow>& validated() {
  static const std::vector<audit::ScoredRow> rows = fit::cross_validate(shipped());
  return rows;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Facts asked(const Question& question) { return understand(shipped(), question).facts(); }

double value_of(const fit::FitResult& result, std::string_view id) {
  const auto it = std::ranges::find_if(result.parameters, [&](const fit::Fitted& one) { return one.prior->id == id; });
  REQUIRE(it != result.parameters.end());
  return it->value;
}

const audit::OccupationErrors& area_check(const std::vector<audit::OccupationErrors>& checks, std::string_view soc) {
  const auto it =
      std::ranges::find_if(checks, [&](const audit::OccupationErrors& one) { return one.occupation->soc == soc; });
  REQUIRE(it != checks.end());
  return *it;
}

}  // namespace

TEST_CASE("the shipped model is what the fit gives, byte for byte", "[fit]") {
  const auto files = fit::model_files(shipped(), fitted());
  REQUIRE(files.size() == 4);
  for (const auto& [path, bytes] : files) {
    INFO("data/" << path << " differs: run hisalary_fit_model data, and look at what changed");
    CHECK((bytes == bytes_of(data_folder / path)));
  }
}

TEST_CASE("the shipped cross-validation is what the fit gives, byte for byte", "[fit]") {
  INFO("run hisalary_fit_model data");
  CHECK((fit::cross_validation_file(shipped(), validated()) == bytes_of(data_folder / "model/cross_validation.json")));
}

TEST_CASE("the fit's answer to a record is the model's", "[fit]") {
  const Model model(shipped());
  for (const auto& one : fitted().observations) {
    INFO(one.id);
    CHECK(model::Pricer(fitted().model.tables()).price(one.profile).pay.p50() ==
          Approx(model.pricer().price(one.profile).pay.p50()).epsilon(1e-12));
  }
}

/// The cells of a federal series in a year count as one.
std::ptrdiff_t federal_series_in(const Tables& tables) {
  std::set<std::pair<Text, double>> series;
  for (const auto& row : tables.observed_pay) {
    if (row.kind == fit::federal_series) {
      series.emplace(row.title.substr(0, row.title.find(" (")), row.year.value_or(0));
    }
  }
  return static_cast<std::ptrdiff_t>(series.size());
}

TEST_CASE("every core record with a year is in the fit, every figure marked so, and the nation's lower bounds",
          "[fit]") {
  const auto& tables = shipped().tables();
  const auto records =
      std::ranges::count_if(tables.observed_pay,
                            [](const ObservedPay& r) { return r.core && r.year && r.kind != fit::federal_series; }) +
      federal_series_in(tables);
  const auto figures = std::ranges::count_if(tables.published_figures, [](const PublishedFigure& r) {
    return r.ask_role != any_role &&
           (r.verdict.starts_with("in the fit") || (r.verdict == "lower bound" && r.area == "US"));
  });
  CHECK(std::ranges::count_if(fitted().observations, [](const auto& one) { return one.record != nullptr; }) == records);
  CHECK(std::ranges::count_if(fitted().observations, [](const auto& one) { return one.figure != nullptr; }) == figures);
}

TEST_CASE("a record left out changes the number that is reported", "[fit]") {
  const auto without = GENERATE(as<std::string>{}, "H276", "H134", "F26");
  const fit::FitResult less = fit::run(shipped(), {[&](const fit::Observation& one) { return one.id == without; }});
  const auto& one =
      *std::ranges::find_if(fitted().observations, [&](const auto& other) { return other.id == without; });
  INFO(without);
  Facts profile = one.profile;
  profile.as_of = {};
  CHECK(std::round(model::Pricer(less.model.tables()).price(profile).pay.p50()) !=
        std::round(model::Pricer(fitted().model.tables()).price(profile).pay.p50()));
}

TEST_CASE("a record counts less, the more its employer has", "[fit]") {
  // All of one employer's rows together move the position less than as many rows of persons would.
  const auto without = [](Text group) {
    return fit::run(shipped(), {[group](const fit::Observation& one) { return one.group == group; }});
  };
  const double all = value_of(fitted(), "position.medical-records-clerk");
  const double less = value_of(without("NC Department of Public Safety (prisons)"), "position.medical-records-clerk");
  CHECK(std::abs(less - all) < 1);
  CHECK(less != all);
}

TEST_CASE("priors say what the evidence cannot move", "[fit]") {
  for (const auto& one : fitted().parameters) {
    INFO(one.prior->id);
    CHECK(one.uncertainty >= 0);
    CHECK(one.uncertainty <= one.prior->sd * (1 + 1e-9));
    CHECK((one.learned() >= 0 && one.learned() <= 1));
    if (one.prior->sd == 0) {
      CHECK(one.value == one.prior->mean);
    }
    if (one.records == 0 && one.figures == 0 && one.surveys.empty() && one.prior->sd > 0) {
      CHECK(one.learned() < 0.1);
    }
  }
}

TEST_CASE("cross-validation by employer meets its targets", "[fit]") {
  const audit::Score all = audit::score(validated());
  CHECK(all.rows >= 100);
  CHECK(all.model <= 18.5);
  CHECK(all.skill.value >= 0.27);
  CHECK(all.state >= 19);
  CHECK(all.inside >= 74);
  CHECK(all.inside <= 86);
  std::set<Text> kinds;
  for (const auto& row : validated()) {
    kinds.insert(row.record->kind);
  }
  for (const Text kind : kinds) {
    const audit::Score one =
        audit::score(validated(), [&](const audit::ScoredRow& row) { return row.record->kind == kind; });
    INFO(kind);
    if (one.rows >= 20) {
      CHECK(one.model <= one.state);
    }
  }
}

TEST_CASE("titles carry the answer: shuffled, they make it worse by five points", "[fit]") {
  const double right = audit::score(validated()).model;
  for (const int number : {0, 1}) {
    const double wrong = audit::score(fit::cross_validate(shipped(), {5, 2, number, {}})).model;
    CHECK(wrong >= right + 5);
  }
}

TEST_CASE("guides are met within 12% in the middle, and none is far off", "[fit]") {
  const Model model(shipped());
  std::vector<double> errors;
  for (const auto& one : fitted().observations) {
    if (one.figure != nullptr) {
      INFO(one.id);
      errors.push_back(std::abs(model.pricer().price(one.profile).pay.p50() / std::exp(one.log_pay) - 1));
      CHECK(errors.back() < 0.3);
    }
  }
  CHECK(median(errors) <= 0.12);
}

TEST_CASE("areas left out are predicted well", "[fit]") {
  const auto checks = audit::leave_areas_out(shipped().tables()).occupations;
  const auto [soc, bar] = GENERATE(table<std::string, double>({{"29-9021", 9.0}, {"29-2072", 5.5}, {"11-9111", 4.5}}));
  const auto& one = area_check(checks, soc);
  INFO(soc);
  CHECK(one.cells > 100);
  CHECK(one.median[2].predicted <= bar);
  CHECK(one.median[0].predicted <= one.median[0].state);
  CHECK(one.median[4].predicted <= one.median[4].state);
}

TEST_CASE("the fit refuses evidence that lacks a prior", "[fit]") {
  Tables tables = shipped().tables();
  tables.priors = tables.priors.subspan(1);
  CHECK_NOTHROW(fit::Priors(tables).index("spread", "medical-coder"));
  CHECK_THROWS_AS(fit::Priors(tables).index("no-such-parameter"), Error);
  CHECK_THROWS_AS(fit::shares_of(tables, "coding", "no-such-fact"), Error);
  CHECK(fit::shares_of(tables, "coding", "level")[0]->family == "all");
}

TEST_CASE("the report names every parameter and explains every miss", "[fit]") {
  const std::string text = fit::report(shipped(), fitted(), validated());
  for (const auto& one : fitted().parameters) {
    INFO(one.prior->id);
    CHECK(text.find("| " + std::string(one.prior->id) + " |") != std::string::npos);
  }
  CHECK(text.find("no reason found") == std::string::npos);
  CHECK(text.find("nan") == std::string::npos);
}

TEST_CASE("more years never pay less, whatever is held", "[fit]") {
  const auto& tables = shipped().tables();
  std::vector<Held> held(tables.credentials.size() + 2);
  for (std::size_t i = 0; i < tables.credentials.size(); ++i) {
    held[i].set(i);
    held.back().set(i);
  }
  for (const auto& role : tables.roles) {
    for (const auto& set : held) {
      Facts profile;
      profile.role = &role;
      profile.credentials = set;
      double last = -10;
      for (double years = 0; years <= 40; years += 0.5) {
        profile.years = years;
        const double mean = explain::standing_of(tables, profile).mean;
        INFO(role.id << " " << years << " years, " << set.to_string());
        REQUIRE(mean >= last - 1e-12);
        last = mean;
      }
    }
  }
}

TEST_CASE("a further credential never pays less, and unknown lies between none and the best", "[fit]") {
  const auto& tables = shipped().tables();
  const auto bit = [&](Text id) {
    return static_cast<std::size_t>(std::ranges::find(tables.credentials, id, &Credential::id) -
                                    tables.credentials.begin());
  };
  for (const auto& role : tables.roles) {
    INFO(role.id);
    Facts profile;
    profile.role = &role;
    const double unknown = explain::standing_of(tables, profile).mean;
    const auto with = [&](Held held) {
      profile.credentials = held;
      return explain::standing_of(tables, profile).mean;
    };
    const double none = with({});
    double best = none;
    for (std::size_t i = 0; i < tables.credentials.size(); ++i) {
      const double one = with(Held().set(i));
      CHECK(one >= none);
      best = std::max(best, one);
      if (std::isnan(model::Scorer(tables, &role, nullptr).premium(i))) {
        CHECK(one == unknown);  // nothing prices it: as if nothing were said
        continue;
      }
      for (std::size_t j = 0; j < tables.credentials.size(); ++j) {
        CHECK(with(Held().set(i).set(j)) >= one - 1e-12);
      }
    }
    CHECK(none <= unknown);
    CHECK(unknown <= best);
    CHECK(with(Held().set(bit("RHIT")).set(bit("RHIA"))) == Approx(with(Held().set(bit("RHIA")))));
  }
}

namespace {

/// A part of the people of a role: their share, and where they stand.
struct Part {
  double share;
  double mean;
  double spread;
};

/// All combinations of years, credential and degree, each as often as the shares say.
std::vector<Part> people(const Tables& tables, Facts profile) {
  const Text family = profile.role != nullptr ? profile.role->family : profile.occupation->family;
  const Text curve = profile.role != nullptr ? profile.role->curve : Text("within");
  std::vector<Part> parts;
  for (const auto& point : tables.experience) {
    if (point.curve != curve || !point.share) {
      continue;
    }
    profile.years = point.years;
    for (const auto* const credential : fit::shares_of(tables, family, "credential")) {
      profile.credentials.emplace();
      if (credential->value != "none") {
        profile.credentials->set(static_cast<std::size_t>(
            std::ranges::find(tables.credentials, credential->value, &Credential::id) - tables.credentials.begin()));
      }
      for (const auto* const degree : fit::shares_of(tables, family, "education")) {
        profile.education = &*std::ranges::find(tables.education, degree->value, &Education::id);
        const auto standing = explain::standing_of(tables, profile);
        parts.push_back(
            {*point.share * credential->share * degree->share, standing.mean, std::sqrt(standing.variance)});
      }
    }
  }
  return parts;
}

double score_of(const std::vector<Part>& parts, double p) {
  double low = -6;
  double high = 6;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    double below = 0;
    for (const auto& part : parts) {
      below += part.share * model::normal_cdf((middle - part.mean) / part.spread);
    }
    (below < p ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

TEST_CASE("averaged over the shares, people give back the curve of their role", "[fit]") {
  const auto& tables = shipped().tables();
  const auto role = GENERATE(as<std::string>{}, "health-information-specialist", "medical-coder", "him-manager",
                             "29-2072", "29-9021");
  const auto state = GENERATE(as<std::string>{}, "", "CA", "MS");
  Question question;
  question.role = role;
  question.as_of = "release";
  if (!state.empty()) {
    question.state = state;
  }
  const Facts profile = asked(question);
  const auto curve = model::Pricer(tables).curve(profile);
  const auto parts = people(tables, profile);
  const auto whole = explain::standing_of(tables, profile);
  const std::array<double, 5> percentiles{0.1, 0.25, 0.5, 0.75, 0.9};
  for (std::size_t i = 0; i < percentiles.size(); ++i) {
    const double averaged = curve(score_of(parts, percentiles[i]));
    const double own = curve(whole.mean + std::sqrt(whole.variance) * model::percentile_scores[i]);
    INFO(role << " " << state << " p" << percentiles[i]);
    CHECK(std::abs(std::exp(averaged - own) - 1) <= (i == 0 || i == 4 ? 0.03 : 0.02));
  }
}

TEST_CASE("titles that no record here prints are read as their trade reads them", "[fit][title]") {
  struct Printed {
    const char* title;
    const char* role;
    const char* level;
  };
  const auto printed = GENERATE(values<Printed>({
      {"HLTH INFO CODER 2", "medical-coder", "II"},
      {"HLTH INFO CODER 4 SUPV", "coding-manager", "supervisor"},
      {"MED RCDS TCHN", "health-information-technician", ""},
      {"HEALTH INFO MGT SUPV", "him-supervisor", ""},
      {"Medical Records Technician II", "health-information-technician", "II"},
      {"Medical Record Librarian II", "health-information-technician", "II"},
      {"ASST DIR HIM", "him-manager", ""},
      {"Director, HIM", "him-director", ""},
      {"CDI RN", "cdi-specialist", ""},
      {"Senior CDI Specialist", "cdi-specialist", "senior"},
      {"Clin Doc Improvement Spclst", "cdi-specialist", ""},
      {"CDI Manager", "cdi-specialist", "manager"},
      {"Director of Coding and CDI", "coding-manager", "director"},
      {"Manager, HIM Coding", "coding-manager", ""},
      {"Outpatient Coding Spec Senior", "senior-medical-coder", ""},
      {"SR CODER", "senior-medical-coder", ""},
      {"Inpatient Coding Analyst III", "medical-coder", "III"},
      {"Health Information Coding Specialist", "medical-coder", ""},
      {"MEDICAL RECORD CODING TECH", "medical-coder", ""},
      {"Coding Assistant", "medical-coder", ""},
      {"Profee Coder - Cardiology", "medical-coder", ""},
      {"E/M Coder", "medical-coder", ""},
      {"Oncology Coder", "medical-coder", ""},
      {"Medical Coder Trainee", "medical-coder", "trainee"},
      {"Certified Professional Coder (CPC)", "medical-coder", ""},
      {"Medical Records & Coding Supervisor", "coding-manager", "supervisor"},
      {"Senior DRG Auditor", "coding-auditor", "senior"},
      {"Coding Quality Analyst", "coding-auditor", ""},
      {"Revenue Cycle Analyst", "coding-auditor", ""},
      {"Revenue Cycle Manager", "revenue-cycle-director", "manager"},
      {"HIM ROI Tech", "release-of-information-specialist", ""},
      {"Release of Information Coordinator", "release-of-information-specialist", ""},
      {"Medical Record Imaging Tech", "medical-records-clerk", ""},
      {"Medical Record Clerk II", "medical-records-clerk", "II"},
      {"Medical Records Filing Clerk", "medical-records-clerk", ""},
      {"Certified Tumor Registrar II", "cancer-registrar", "II"},
      {"ODS-C Cancer Registrar", "cancer-registrar", ""},
      {"Trauma Registry Coordinator", "cancer-registrar", ""},
      {"Cancer Registry Manager", "cancer-registrar", "manager"},
      {"Epic Willow Analyst", "ehr-analyst", ""},
      {"Epic Resolute Analyst Senior", "ehr-analyst", "senior"},
      {"Epic Team Lead", "ehr-analyst", "lead"},
      {"Application Supervisor", "ehr-analyst", "supervisor"},
      {"Clinical Systems Analyst II", "ehr-analyst", "II"},
      {"Director of Clinical Applications", "ehr-analyst", "director"},
      {"Supervisor, Surgery IT team", "ehr-analyst", "supervisor"},
      {"Nursing Informatics Mgr", "clinical-informatics-specialist", "manager"},
      {"RN Informatics", "clinical-informatics-specialist", ""},
      {"Senior Informatics Analyst", "clinical-informatics-specialist", "senior"},
      {"Population Health Data Manager", "health-data-analyst", "manager"},
      {"Senior Data Analyst, Healthcare", "health-data-analyst", "senior"},
      {"Healthcare Data Engineer", "health-data-analyst", ""},
      {"Health Analyst", "health-data-analyst", ""},
      {"Compliance Specialist", "compliance-officer", "I"},
      {"Director of Healthcare Compliance", "compliance-officer", "director"},
      {"HIPAA Privacy Analyst", "privacy-officer", "I"},
      {"Health Information Specialist (class 0015, steps 1-10)", "health-information-specialist", ""},
      {"HIM Specialist", "health-information-specialist", ""},
      {"HIE analyst", "health-information-specialist", ""},
      {"Health Information Management Consultant", "hi-consultant", ""},
  }));
  INFO(printed.title);
  Question question;
  question.role = printed.title;
  const Facts profile = asked(question);
  CHECK(profile.role->id == printed.role);
  CHECK((profile.level != nullptr ? profile.level->id : Text()) == printed.level);
}

TEST_CASE("a title of another trade is no role here", "[fit][title]") {
  const auto title = GENERATE(as<std::string>{}, "Nurse", "Software Engineer", "Truck Driver",
                              "Utilization Review Nurse", "Chief Medical Information Officer");
  Question question;
  question.role = title;
  CHECK_THROWS_AS(asked(question), Error);
}
