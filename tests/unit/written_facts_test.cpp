// SPDX-License-Identifier: MIT
// Facts as people write them in job advertisements, on resumes and in spreadsheets.

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"

namespace hisalary::test {
namespace {

template <class Record> Held rows_of(List<Record> rows, const std::vector<Text>& ids) {
  Held held;
  for (const Text id : ids) {
    held |= bits(rows, {id});
  }
  return held;
}

TEST_CASE("years as people write them") {
  struct Case {
    const char* text;
    double least;
    double most;
  };
  for (const Case& one : {Case{"six", 6, 6},
                          {"6y", 6, 6},
                          {"6 years", 6, 6},
                          {"1.5 yrs", 1.5, 1.5},
                          {"18 months", 1.5, 1.5},
                          {"1 year 6 months", 1.5, 1.5},
                          {"one and a half years", 1.5, 1.5},
                          {"about 6 years of experience", 6, 6},
                          {"no experience", 0, 0},
                          {"0-2", 0, 2},
                          {"0\u20132 Years", 0, 2},
                          {"6-9 years", 6, 9},
                          {"3 to 5 yrs", 3, 5},
                          {"six to nine years", 6, 9},
                          {"6-12 months", .5, 1},
                          {"less than 2", 0, 2},
                          {"<1", 0, 1},
                          {"10+", 10, 18},
                          {"5 or more years", 5, 13},
                          {"at least 5 years", 5, 13},
                          {"8 plus", 8, 16},
                          {"55+", 55, 60},
                          {"Entry-Level", 0, 2},
                          {"Mid-Level", 3, 5},
                          {"Mid-Career", 3, 8},
                          {"senior", 6, 9}}) {
    INFO(one.text);
    const auto years = ask({.years = one.text}).facts().years;
    REQUIRE(years);
    CHECK(years->least() == one.least);
    CHECK(years->most() == one.most);
  }
}

TEST_CASE("what a range stands for is said where the text leaves it open") {
  const auto notes = [](const char* years) { return ask({.role = "medical-coder", .years = years}).notes(); };
  CHECK(notes("6").empty());
  CHECK(notes("0-2").empty());
  CHECK(notes("10+") == std::vector<std::string>{"\"10+\" was averaged over 10 to 18 years"});
  CHECK(notes("Mid-Career") == std::vector<std::string>{"\"Mid-Career\" was averaged over 3 to 8 years"});
}

TEST_CASE("a range of years is averaged over, and is less sure than its middle") {
  for (const char* const role : {"medical-coder", "him-director", "29-2072", ""}) {
    INFO(role);
    const auto pay = [&](const char* years) {
      Question question{.years = years};
      if (*role != 0) {
        question.role = role;
      }
      return answer(question).pay;
    };
    const auto range = pay("0-6");
    CHECK(pay("0").p50() < range.p50());
    CHECK(range.p50() < pay("6").p50());
    CHECK(range.p90() / range.p10() > pay("3").p90() / pay("3").p10());
    CHECK(pay("3-3").p50() == pay("3").p50());
  }
}

TEST_CASE("levels as people write them") {
  for (const auto& [text, id] : {std::pair{"Senior-Level", "senior"},
                                 {"Sr", "senior"},
                                 {"Sr.", "senior"},
                                 {"entry", "trainee"},
                                 {"Entry-Level", "trainee"},
                                 {"jr", "trainee"},
                                 {"mid", "II"},
                                 {"mid-level", "II"},
                                 {"Level 3", "III"},
                                 {"lead position", "lead"},
                                 {"Supervisory", "supervisor"},
                                 {"mgr", "manager"},
                                 {"executive", "director"},
                                 {"VP", "director"}}) {
    INFO(text);
    CHECK(ask({.level = text}).facts().level == &level(id));
  }
}

TEST_CASE("a degree in a list of credentials is passed over, and alone it is none") {
  const auto held = ask({.credentials = {"RN, CCDS"}}).facts().credentials;
  REQUIRE(held);
  CHECK(held->count() == 2);
  for (const char* const list : {"RN, BSN, CCDS", "RN BSN CCDS", "MHA, RN, CCDS, Bachelor's"}) {
    INFO(list);
    CHECK(ask({.credentials = {list}}).facts().credentials == held);
  }
  for (const char* const list : {"BSN", "BSN, MHA", "bachelor"}) {
    INFO(list);
    const Error error = error_of([&] { return ask({.credentials = {list}}); });
    CHECK(error.code() == ErrorCode::NoAnswer);
    CHECK(error.hint() == "a degree is a fact of its own: education");
  }
}

TEST_CASE("degrees as people write them") {
  for (const auto& [text, id] : {std::pair{"GED", "high-school"},
                                 {"High school diploma or GED", "high-school"},
                                 {"some college, no degree", "some-college"},
                                 {"certificate in medical coding", "some-college"},
                                 {"Associate of Applied Science", "associate"},
                                 {"AAS", "associate"},
                                 {"A.A.S. in Health Information Technology", "associate"},
                                 {"Associate's", "associate"},
                                 {"B.S.", "bachelor"},
                                 {"BS in Health Information Management", "bachelor"},
                                 {"Bachelor's", "bachelor"},
                                 {"MBA with a healthcare concentration", "master"},
                                 {"MHA", "master"},
                                 {"Master of Health Informatics (MHI)", "master"},
                                 {"advanced degree", "master"},
                                 {"B.S., M.S.", "master"},
                                 {"PhD", "doctorate"},
                                 {"Ph.D. in informatics", "doctorate"}}) {
    INFO(text);
    CHECK(ask({.education = text}).facts().education == &education(id));
  }
  const auto refused = [](const char* text) { return error_of([&] { return ask({.education = text}); }); };
  CHECK(refused("bachelor's or master's").what() ==
        std::string("\"bachelor's or master's\" could be: Bachelor's degree or Master's degree"));
  CHECK(refused("pursuing a bachelor's").hint() == "give the highest degree earned so far");
  CHECK(refused("working as a coder").code() == ErrorCode::NoAnswer);  // "as" is no degree here
  CHECK_THAT(refused("Associats").hint(), StartsWith("did you mean associate? "));
}

TEST_CASE("employers as people write them") {
  for (const auto& [text, id] : {std::pair{"large hospital system", "hospital"},
                                 {"a mid-sized community hospital", "hospital"},
                                 {"Kaiser Permanente", "hospital"},
                                 {"clinic", "physician-office"},
                                 {"Physician's Offices", "physician-office"},
                                 {"insurance companies", "payer"},
                                 {"public health agency", "state-local-government"},
                                 {"school", "education"},
                                 {"the military", "federal-government"},
                                 {"nursing home", "nursing-facility"},
                                 {"EHR vendor", "health-tech-vendor"},
                                 {"BPO", "staffing-outsourcing"},
                                 {"work for myself", "self-employed"}}) {
    INFO(text);
    CHECK(ask({.setting = text}).facts().setting == &setting(id));
  }
  const Error error = error_of([] { return ask({.setting = "hospital clinic"}); });
  CHECK(error.what() == std::string("\"hospital clinic\" could be: Hospital or Physician office"));
  CHECK(error.hint() == "give one of them");
}

TEST_CASE("several credentials in one text, however they are set apart") {
  for (const auto& [text, ids] : {std::pair{"CPC CPMA", std::vector<Text>{"CPC", "CPMA"}},
                                  {"RHIA, CCS", {"RHIA", "CCS"}},
                                  {"RHIA; CCS", {"RHIA", "CCS"}},
                                  {"RHIA|CCS", {"RHIA", "CCS"}},
                                  {"RHIA/CCS", {"RHIA", "CCS"}},
                                  {"RHIA & CCS", {"RHIA", "CCS"}},
                                  {"RHIA and CCS", {"RHIA", "CCS"}},
                                  {"CCS P CPC", {"CCS-P", "CPC"}},
                                  {"CPC-A", {"CPC-A"}},
                                  {"AHIMA RHIT", {"RHIT"}},
                                  {"RHIT certified", {"RHIT"}},
                                  {"Registered Health Information Technician (RHIT)", {"RHIT"}},
                                  {"no credentials", {}}}) {
    INFO(text);
    CHECK(ask({.credentials = {text}}).facts().credentials == rows_of(tables().credentials, ids));
  }
  const auto hint = [](const char* text) { return error_of([&] { return ask({.credentials = {text}}); }).hint(); };
  CHECK_THAT(hint("HCC"), StartsWith("did you mean CRC? "));
  CHECK_THAT(hint("RHIA CPD"), StartsWith("did you mean CPC? ") || StartsWith("did you mean CPB? "));
  CHECK(error_of([] { return ask({.credentials = {"RHIT or RHIA"}}); }).hint() ==
        "give those that the person has, with commas between");
}

TEST_CASE("a credential that nothing prices changes nothing") {
  const auto pay = [](std::vector<std::string> held) {
    return answer({.role = "medical-coder", .credentials = std::move(held)}).pay.dollars;
  };
  for (const char* const id : {"CPC-A", "CCC", "CIRCC", "CUC", "CPPM", "CPCO"}) {
    INFO(id);
    CHECK(pay({id}) == pay({}));
    CHECK(pay({"CPC", id}) == pay({"CPC"}));
  }
}

TEST_CASE("skills as people write them; those that nothing prices are accepted and you") {
  for (const auto& [text, ids] : {std::pair{"ICD-10-CM", std::vector<Text>{"icd-10-cm"}},
                                  {"ICD-10-CM/PCS", {"icd-10-cm", "icd-10-pcs"}},
                                  {"CPT", {"cpt"}},
                                  {"HCPCS", {"cpt"}},
                                  {"data analytics", {"data-analytics"}},
                                  {"HIPAA", {"hipaa"}},
                                  {"strong communication skills", {"communication"}},
                                  {"attention to detail", {"attention-to-detail"}},
                                  {"Microsoft Excel (advanced functions like PivotTables)", {"excel"}},
                                  {"SQL and Python", {"sql", "python"}}}) {
    INFO(text);
    CHECK(ask({.skills = {text}}).facts().skills == rows_of(tables().skills, ids));
  }
  const auto with = answer({.role = "medical-coder", .skills = {"communication"}});
  CHECK(with.pay.dollars == answer({.role = "medical-coder"}).pay.dollars);
  CHECK(std::ranges::any_of(with.caveats, [](const auto& text) { return text.starts_with("Communication: "); }));
}

}  // namespace
}  // namespace hisalary::test
