// SPDX-License-Identifier: MIT
// Job titles as employers print them, and what they are taken for.
#include "query/title.hpp"

#include "../support/catch.hpp"

#include "../support/known.hpp"
#include "data/tables.hpp"

namespace hisalary::test {
namespace {

struct Case {
  const char* title;
  const char* role;
  const char* level;  ///< empty: the title says no more than the role
};

const Case cases[] = {
    // Records of a clinic, without the word medical.
    {"Records Clerk - Hospital", "medical-records-clerk", ""},
    {"Clinic Records Clerk", "medical-records-clerk", ""},
    {"Records Technician, Health System", "health-information-technician", ""},
    // Numbers that count or name something else than a level.
    {"Medical Coder - 2 years experience required", "medical-coder", ""},
    {"Medical Coder 3-5 yrs", "medical-coder", ""},
    {"Medical Coder - 5 days a week", "medical-coder", ""},
    {"Medical Coder - $5,000 sign-on bonus", "medical-coder", ""},
    {"Medical Coder $2 differential", "medical-coder", ""},
    {"Medical Coder 1.0 FTE", "medical-coder", ""},
    {"Medical Coder - 50%", "medical-coder", ""},
    {"ED Coder - Level 1 Trauma Center", "medical-coder", ""},
    {"Medical Coder Step 3", "medical-coder", ""},
    {"Medical Records Technician GS-5", "health-information-technician", ""},
    {"HIM Tech - 3 West", "health-information-technician", ""},
    {"Medical Coder Mon-Fri 8-5", "medical-coder", ""},
    {"Medical Coder 2 - Days", "medical-coder", "II"},
    {"Medical Coder 2, Day Shift", "medical-coder", "II"},
    {"Medical Coder 2 - Inpatient, 3 yrs", "medical-coder", "II"},
    {"Coder 2, Outpatient", "medical-coder", "II"},
    {"Medical Coder (Level III)", "medical-coder", "III"},
    // Payrolls and class specifications.
    {"Coder III - Per Diem", "medical-coder", "III"},
    {"Health Records Technician Trainee (#003615)", "health-information-technician", "trainee"},
    {"Health Records Technician I (#003616)", "health-information-technician", "I"},
    {"Health Records Reviewer (#003618)", "health-information-technician", ""},
    {"Health Records Technician Supervisor (#003619)", "him-supervisor", ""},
    {"Health Records Program Manager (#003621)", "him-manager", ""},
    {"Health Record Technician I (exam EX-2085)", "health-information-technician", "I"},
    {"Health Info Mgmt Asst", "medical-records-clerk", ""},
    {"Health Info Mgmt Asst Lead", "medical-records-clerk", "lead"},
    {"Health Info Mgmt Asst Supv", "him-supervisor", ""},
    {"Health Info Mgmt Rel Coord", "release-of-information-specialist", ""},
    {"Health Info Management Supervisor", "him-supervisor", ""},
    {"HLTH INFO MGMT SUPERVISOR", "him-supervisor", ""},
    {"Health Information Manager", "him-manager", ""},
    {"Medical Coder  P/A", "medical-coder", ""},
    {"Medical Coder SR", "senior-medical-coder", ""},
    {"Medical Coder Supv", "coding-manager", "supervisor"},
    {"Medical Coder-IP", "medical-coder", ""},
    {"Medical Coder-OP", "medical-coder", ""},
    {"Claims Coding Spec", "medical-coder", ""},
    {"CODING SPECIALIST ABSTRACTOR", "medical-coder", ""},
    {"CODING REIMBURSE ANALYST 1", "medical-coder", "I"},
    {"CODING REIMBURSE ANALYST 2", "medical-coder", "II"},
    {"CODING REIMBURSE ANALYST 3", "medical-coder", "III"},
    {"MED RECORDS CLER SUPV", "him-supervisor", ""},
    {"MEDICAL RECORDS CLERK", "medical-records-clerk", ""},
    {"MEDICAL RECORDS CODER ABSTRACT", "medical-coder", ""},
    {"MEDICAL RECORDS TECHNICIAN", "health-information-technician", ""},
    {"MEDICAL RECORDS SPEC", "health-information-technician", ""},
    {"Medical Records Assistant IV", "medical-records-clerk", "III"},
    {"Medical Record Manager II", "him-manager", "II"},
    {"Cancer Registry Coord", "cancer-registrar", ""},
    {"Clinical Documentation Spec", "cdi-specialist", ""},
    {"Epic Manager", "ehr-analyst", "manager"},
    // Advertisements.
    {"Inpatient Coder II", "medical-coder", "II"},
    {"Remote Inpatient Coder- Hospital", "medical-coder", ""},
    {"HIM Scanning Technician / Remote Must Reside In California", "medical-records-clerk", ""},
    {"Medical Records Technician (ROI)", "release-of-information-specialist", ""},
    {"Medical Records Technician (Health Information Technician)", "health-information-technician", ""},
    {"Medical Record Administrator", "him-manager", ""},
    {"Medical Billing and Coding Specialist", "medical-coder", ""},
    {"Healthcare Data Analyst", "health-data-analyst", ""},
    {"Oncology Data Abstractor", "cancer-registrar", ""},
    {"Director, HIM", "him-director", ""},
    {"Assistant Director, Health Information Management", "him-manager", ""},
    {"VP, Revenue Cycle", "revenue-cycle-director", ""},
    {"Pro-Fee Coder", "medical-coder", ""},
    {"DRG Validator", "coding-auditor", ""},
    {"ROI Specialist", "release-of-information-specialist", ""},
    {"HIM Consultant", "hi-consultant", ""},
    // As people name their own jobs.
    {"RN - CDI", "cdi-specialist", ""},
    {"Health Information Specialist", "health-information-specialist", ""},
    {"Revenue Cycle Coding Supervisor", "coding-manager", "supervisor"},
    {"Medical Coder Compliance Specialist", "coding-auditor", ""},
    {"HIM Coding Tech", "medical-coder", ""},
    {"EMR Revenue Cycle Analyst", "ehr-analyst", ""},
    {"Health Information Mgmt Special", "health-information-specialist", ""},
    {"Medcal Coder", "medical-coder", ""},
    {"Cancer Registrar II", "cancer-registrar", "II"},
    {"Cancer Registry Supervisor", "cancer-registrar", "supervisor"},
    {"Senior Clinical Data Analyst", "health-data-analyst", "senior"},
    {"Sr Clinical Data Analyst", "health-data-analyst", "senior"},
    {"Data Analyst III", "health-data-analyst", "III"},
    {"Epic Analyst III", "ehr-analyst", "III"},
    {"Epic application analyst IV", "ehr-analyst", "III"},
    {"EHR Analyst Senior", "ehr-analyst", "senior"},
    {"Epic Credentialed Trainer", "ehr-analyst", ""},
    {"Nurse Informatics Specialist", "clinical-informatics-specialist", ""},
    {"Director, Clinical Informatics", "clinical-informatics-specialist", "director"},
    {"Compliance Manager", "compliance-officer", ""},
    {"Compliance Coordinator", "compliance-officer", "I"},
    {"Corporate Compliance Specialist", "compliance-officer", "I"},
    {"Privacy Officer", "privacy-officer", ""},
    {"Coding Supervisor", "coding-manager", "supervisor"},
    {"Medical Coding Team Lead", "coding-manager", "lead"},
    {"Revenue Cycle Billing & Coding Manager", "coding-manager", ""},
    {"Medical Coding Auditor", "coding-auditor", ""},
    {"Junior Medical Coder", "medical-coder", "trainee"},
    {"Coding Apprentice", "medical-coder", "trainee"},
    {"Sr. Medical Coder", "senior-medical-coder", ""},
    {"CIO", "chief-information-officer", ""},
};

TEST_CASE("titles as employers print them") {
  CHECK(std::size(cases) >= 60);
  for (const auto& one : cases) {
    INFO(one.title);
    const auto asked = ask({.role = one.title});
    REQUIRE(asked.facts().role != nullptr);
    CHECK(asked.facts().role->id == one.role);
    CHECK((asked.facts().level != nullptr ? asked.facts().level->id : Text{}) == one.level);
  }
}

TEST_CASE("a title that is not the role's id is shown with what it is taken for") {
  CHECK(ask({.role = "Inpatient Coder II"}).notes() ==
        std::vector<std::string>{
            "\"Inpatient Coder II\" was matched to: Medical coder (medical-coder), level: Level II"});
  CHECK(ask({.role = "medical-coder"}).notes().empty());
  CHECK(ask({.role = "Medical Coder"}).notes().empty());
}

TEST_CASE("the id of every role, spelled in any case, is that role without a level") {
  for (const auto& role : tables().roles) {
    for (const std::string& id :
         {std::string(role.id), std::string(role.id).replace(0, 1, 1, static_cast<char>(role.id[0] - 'a' + 'A'))}) {
      const auto asked = ask({.role = id});
      CHECK(asked.facts().role == &role);
      CHECK(asked.facts().level == nullptr);
    }
  }
}

TEST_CASE("every alias of a role is that role") {
  for (const auto& role : tables().roles) {
    for (const Text alias : role.aliases) {
      INFO(alias);
      CHECK(ask({.role = std::string(alias)}).facts().role == &role);
    }
  }
}

TEST_CASE("a title that fits nothing, or several roles equally, is not guessed") {
  const Error nothing = error_of([] { return ask({.role = "plumber"}); });
  CHECK(nothing.code() == ErrorCode::NoAnswer);
  CHECK(nothing.what() == std::string("no role matches the title \"plumber\""));
  CHECK(nothing.hint() == "\"hisalary list roles\" shows all");
  CHECK(nothing.where() == "role");

  for (const char* title : {"Analyst", "Specialist", "Auditor", "Coordinator", "Lion Trainer", "Copra Processor"}) {
    INFO(title);
    CHECK(error_of([&] { return ask({.role = title}); }).code() == ErrorCode::NoAnswer);
  }
}

TEST_CASE("another trade is refused by its name, with the nearest roles") {
  struct Refused {
    const char* title;
    const char* trade;
  };
  const Refused refused[] = {
      {"Medical Biller", "43-3021, billing and claims clerks"},
      {"Oncology Nurse", "29-1141, registered nurses"},
      {"Chief Medical Information Officer", "29-1229, physicians"},
      {"Medical Secretary", "43-6013, secretaries and receptionists"},
      {"Patient Registration Clerk", "43-4111, patient registration"},
      {"Medical Assistant", "31-9092, medical assistants and support of care"},
      {"Environmental Compliance Inspector", "13-1041, compliance and privacy outside health care"},
      {"Clinical Trials Data Coordinator", "clinical trial data"},
      {"Medical Sales Representative", "sales, law and finance"},
      {"Health Program Coordinator", "health care work outside health information"},
  };
  for (const auto& one : refused) {
    INFO(one.title);
    const Error error = error_of([&] { return ask({.role = one.title}); });
    CHECK(error.code() == ErrorCode::NoAnswer);
    CHECK(error.what() == "\"" + std::string(one.title) + "\" looks like another occupation (" + one.trade +
                              "), which this program does not price");
    CHECK_THAT(error.hint(), StartsWith("nearest: "));
  }
}

TEST_CASE("a credential typed as a role says where it belongs") {
  const Error error = error_of([] { return ask({.role = "RHIT"}); });
  CHECK(error.what() == std::string("\"RHIT\" is a credential, not a job title"));
}

TEST_CASE("the title of an occupation means the whole occupation") {
  for (const auto& occupation : tables().occupations) {
    INFO(occupation.title);
    const auto reading = TitleReader(tables()).read(occupation.title);
    CHECK(reading.occupation == &occupation);
  }
  CHECK(TitleReader(tables()).read("Medical Secretaries").occupation->soc == "43-6013");
}

TEST_CASE("titles that are hardly text are answered or refused, never more") {
  for (const char* title : {"()", "-", "'", "((((1", ")))", "a/b/c", "///", "&&&", "123", "i", "III", "\xff\xfe",
                            "\xe2\x80\xae coder", "coder\0x", "of the and"}) {
    INFO(title);
    std::optional<Profile> asked;
    try {
      asked = ask({.role = title});
    } catch (const Error& error) {
      CHECK((error.code() == ErrorCode::NoAnswer || error.code() == ErrorCode::Usage));
    }
    CHECK((!asked || asked->facts().role != nullptr));
  }
}

}  // namespace
}  // namespace hisalary::test
