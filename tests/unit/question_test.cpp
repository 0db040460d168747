// SPDX-License-Identifier: MIT
// Every option's good and bad values, and what is said of each.

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"

namespace hisalary::test {
namespace {

struct Refusal {
  Question question;
  ErrorCode code;
  std::string message;
  std::string hint;
  std::string where;
};

void check(const std::vector<Refusal>& refusals) {
  for (const auto& one : refusals) {
    INFO(one.message);
    const Error error = error_of([&] { return ask(one.question); });
    CHECK(error.code() == one.code);
    CHECK(error.what() == one.message);
    CHECK(error.hint() == one.hint);
    CHECK(error.where() == one.where);
  }
}

constexpr auto usage = ErrorCode::Usage;
constexpr auto no_answer = ErrorCode::NoAnswer;

const std::string empty = "the value is empty";
const std::string give_a_value = "give a value, or leave it out";

TEST_CASE("nothing asked is no job, and that is said") {
  const auto asked = ask({});
  CHECK(asked.facts().role == nullptr);
  CHECK(asked.facts().occupation == nullptr);
  CHECK(asked.notes() ==
        std::vector<std::string>{"no role given, so this averages over the jobs that people like this hold"});
  CHECK(!asked.facts().credentials);
  CHECK(!asked.facts().years);
  CHECK(asked.facts().area == nullptr);
  CHECK(asked.facts().as_of.kind == AsOf::Kind::Newest);
}

TEST_CASE("years") {
  for (const auto& [text, years] : {std::pair{"6", 6.0},
                                    {"6.5", 6.5},
                                    {" 6 ", 6.0},
                                    {"0", 0.0},
                                    {"60", 60.0},
                                    {"0.5", .5},
                                    {".5", .5},
                                    {"010", 10.0},
                                    {"6.", 6.0}}) {
    INFO(text);
    CHECK(ask({.years = text}).facts().years == years);
  }
  const std::string form = "write it like 6, 1.5, 3-5, 10+ or 18 months";
  const std::string allowed = "allowed: 0 to 60 years";
  for (const char* text : {"nan", "inf", "0x10", "1e9", "sixish", "6,5", "6 7", "+6", "--6", "-", ".", "7-6", "6x",
                           "1e-3", "0x1p3", "\xd9\xa6"}) {
    INFO(text);
    const Error error = error_of([&] { return ask({.years = text}); });
    CHECK(error.code() == usage);
    CHECK_THAT(error.what(), StartsWith("\"") && Contains(" is not a number of years"));
    CHECK(error.hint() == form);
    CHECK(error.where() == "years");
  }
  check({
      {{.years = "-1"}, usage, "\"-1\" is out of range", allowed, "years"},
      {{.years = "61"}, usage, "\"61\" is out of range", allowed, "years"},
      {{.years = "60.1"}, usage, "\"60.1\" is out of range", allowed, "years"},
      {{.years = "0x10"}, usage, "\"0x10\" is not a number of years", form, "years"},
      {{.years = ""}, usage, empty, give_a_value, "years"},
      {{.years = "  "}, usage, empty, give_a_value, "years"},
  });
  CHECK(error_of([] { return ask({.years = std::string(150, '9')}); }).code() == usage);
}

TEST_CASE("cert") {
  const auto held = [](std::vector<std::string> texts) {
    return ask({.credentials = std::move(texts)}).facts().credentials;
  };
  CHECK(held({"RHIA"}) == credentials({"RHIA"}));
  CHECK(held({"rhia"}) == credentials({"RHIA"}));
  CHECK(held({" ccs p "}) == credentials({"CCS-P"}));
  CHECK(held({"CCSP"}) == credentials({"CCS-P"}));
  CHECK(held({"CPC", "CRC"}) == credentials({"CPC", "CRC"}));
  CHECK(held({"CPC,CRC, CCS"}) == credentials({"CPC", "CRC", "CCS"}));
  CHECK(held({"registered health information administrator"}) == credentials({"RHIA"}));
  CHECK(held({"none"}) == credentials({}));
  CHECK(held({"None"}) == credentials({}));
  CHECK(held({}) == std::nullopt);
  for (const auto& credential : tables().credentials) {
    CHECK(held({std::string(credential.id)})->count() == 1);
  }
  check({
      {{.credentials = {"RHAI"}},
       no_answer,
       "unknown credential \"RHAI\"",
       "did you mean RHIA? \"hisalary list certs\" shows all",
       "cert"},
      {{.credentials = {"PLUMBER"}},
       no_answer,
       "unknown credential \"PLUMBER\"",
       "\"hisalary list certs\" shows all",
       "cert"},
      {{.credentials = {"none", "RHIA"}},
       usage,
       "\"none\" is given along with a credential",
       "give none alone, or the credentials",
       "cert"},
      {{.credentials = {""}}, usage, empty, give_a_value, "cert"},
      {{.credentials = {"RHIA,"}}, usage, empty, give_a_value, "cert"},
      {{.credentials = {"RHIA,,CPC"}}, usage, empty, give_a_value, "cert"},
  });
}

TEST_CASE("--cert: what is noted") {
  const auto notes = [](std::vector<std::string> texts) {
    return ask({.role = "medical-coder", .credentials = std::move(texts)}).notes();
  };
  CHECK(notes({"RHIA"}).empty());
  CHECK(notes({"RHIA", "RHIA"}) == std::vector<std::string>{"RHIA is given twice; it counts once"});
  CHECK(notes({"RHIA", "rhia"}) == std::vector<std::string>{"RHIA is given twice; it counts once"});
  CHECK(notes({"RHIT", "RHIA"}) == std::vector<std::string>{"RHIA includes RHIT; only RHIA counts"});
  CHECK(notes({"CTR"}) == std::vector<std::string>{"\"CTR\" is now ODS (Oncology Data Specialist)"});
  CHECK(notes({"ODS"}).empty());
}

TEST_CASE("--education, --level, --setting and --skill by id, title or alias") {
  CHECK(ask({.education = "bachelor"}).facts().education == &education("bachelor"));
  CHECK(ask({.education = "Bachelor's degree"}).facts().education == &education("bachelor"));
  CHECK(ask({.education = "BS"}).facts().education == &education("bachelor"));
  CHECK(ask({.education = "none"}).facts().education == &education("none"));
  CHECK(ask({.level = "senior"}).facts().level == &level("senior"));
  CHECK(ask({.level = "2"}).facts().level == &level("II"));
  CHECK(ask({.level = "ii"}).facts().level == &level("II"));
  CHECK(ask({.role = "Inpatient Coder II", .level = "lead"}).facts().level ==
        &level("lead"));  // what is said outright wins
  CHECK(ask({.setting = "hospital"}).facts().setting == &setting("hospital"));
  CHECK(ask({.setting = "VA"}).facts().setting == &setting("federal-government"));
  CHECK(ask({.setting = "Doctor's Office"}).facts().setting == &setting("physician-office"));
  CHECK(ask({.skills = {"sql", "power bi"}}).facts().skills == skills({"sql", "power-bi"}));
  CHECK(ask({.skills = {"sql,python"}}).facts().skills == skills({"sql", "python"}));
  check({
      {{.education = "bachlor"},
       no_answer,
       "unknown degree \"bachlor\"",
       "did you mean bachelor? \"hisalary list education\" shows all",
       "education"},
      {{.level = "wizard"}, no_answer, "unknown level \"wizard\"", "\"hisalary list levels\" shows all", "level"},
      {{.setting = "hopsital"},
       no_answer,
       "unknown kind of employer \"hopsital\"",
       "did you mean hospital? \"hisalary list settings\" shows all",
       "setting"},
      {{.skills = {"pyhton"}},
       no_answer,
       "unknown skill \"pyhton\"",
       "did you mean python? \"hisalary list skills\" shows all",
       "skill"},
      {{.education = ""}, usage, empty, give_a_value, "education"},
      {{.level = ""}, usage, empty, give_a_value, "level"},
      {{.setting = ""}, usage, empty, give_a_value, "setting"},
      {{.skills = {""}}, usage, empty, give_a_value, "skill"},
  });
}

TEST_CASE("--role of an occupation code") {
  CHECK(ask({.role = "29-2072"}).facts().occupation == &occupation("29-2072"));
  CHECK(ask({.role = "29-2072"}).facts().role == nullptr);
  CHECK(ask({.role = "29-2071"}).facts().occupation == &occupation("29-2071"));  // retired, but it has wages
  const Error error = error_of([] { return ask({.role = "29-1234"}); });
  CHECK(error.code() == no_answer);
  CHECK(error.what() == std::string("this data set has no wages for the occupation \"29-1234\""));
  CHECK_THAT(error.hint(), StartsWith("occupations with wages: ") && Contains("29-2072") && !Contains("29-2071"));
  CHECK(error_of([] { return ask({.role = "00-0000"}); }).code() == no_answer);
  check({{{.role = ""}, usage, empty, give_a_value, "role"}, {{.role = " \t"}, usage, empty, give_a_value, "role"}});
}

TEST_CASE("state") {
  const auto state = [](const char* text) { return ask({.state = text}).facts().area; };
  CHECK(state("CA") == &area("CA"));
  CHECK(state("ca") == &area("CA"));
  CHECK(state("California") == &area("CA"));
  CHECK(state("california") == &area("CA"));
  CHECK(state(" new  york ") == &area("NY"));
  CHECK(state("DC") == &area("DC"));
  CHECK(state("Washington DC") == &area("DC"));
  CHECK(state("Washington, D.C.") == &area("DC"));
  CHECK(state("washington") == &area("WA"));
  CHECK(state("PR") == &area("PR"));
  CHECK(state("Guam") == &area("GU"));
  CHECK(state("Calif.") == &area("CA"));
  int count = 0;
  for (const auto& one : tables().areas) {
    if (one.kind == AreaKind::State || one.kind == AreaKind::Territory) {
      CHECK(state(std::string(one.code).c_str()) == &one);
      CHECK(state(std::string(one.title).c_str()) == &one);
      ++count;
    }
  }
  CHECK(count == 54);
  const std::string all = "\"hisalary list states\" shows all";
  const auto none = [](const std::string& text) {
    return "\"" + text + "\" is not a state or territory that BLS publishes";
  };
  check({
      {{.state = "Califo"}, no_answer, none("Califo"), "did you mean California? " + all, "state"},
      {{.state = "Massachusets"}, no_answer, none("Massachusets"), "did you mean Massachusetts? " + all, "state"},
      {{.state = ""}, usage, empty, give_a_value, "state"},
  });
  const Error zz = error_of([] { return ask({.state = "ZZ"}); });
  CHECK(zz.code() == no_answer);
  CHECK(zz.what() == none("ZZ"));
  CHECK(zz.hint() ==
        "write a postal code like CA or a name like California; " + all);  // not AZ: one letter off is half of it
}

TEST_CASE("--metro by code, title, first city or another of its cities") {
  const auto metro = [](const char* text) { return ask({.metro = text}).facts().area; };
  CHECK(metro("41940") == &area("41940"));
  CHECK(metro("San Jose") == &area("41940"));
  CHECK(metro("san jose") == &area("41940"));
  CHECK(metro("San Jose, CA") == &area("41940"));
  CHECK(metro("Sunnyvale") == &area("41940"));
  CHECK(metro("San Jose-Sunnyvale-Santa Clara, CA") == &area("41940"));
  CHECK(metro("0100001") == &area("0100001"));  // leading zeros are kept
  CHECK(metro("northwest alabama nonmetropolitan area") == &area("0100001"));
  CHECK(metro("Mayaguez") == &area("32420"));
  CHECK(metro("Mayag\u00fcez") == &area("32420"));
  CHECK(metro("Springfield, MO") == &area("44180"));
  CHECK(ask({.state = "MO", .metro = "Springfield"}).facts().area == &area("44180"));
  CHECK(ask({.state = "GA", .metro = "Columbus"}).facts().area == &area("17980"));
  CHECK(ask({.state = "AL", .metro = "Columbus"}).facts().area == &area("17980"));  // any of its states agrees
  for (const auto& one : tables().areas) {
    if (one.kind == AreaKind::Metropolitan || one.kind == AreaKind::Nonmetropolitan) {
      CHECK(metro(std::string(one.code).c_str()) == &one);
      CHECK(metro(std::string(one.title).c_str()) == &one);
    }
  }
  CHECK(metro("Columbus") == &area("18140"));  // four times the people of the next
  check({
      {{.metro = "Springfield"},
       no_answer,
       "\"Springfield\" could be Springfield, MO (169,176 people), Springfield, MA (155,929 people), Springfield, IL "
       "(114,394 people), Springfield, OR (61,851 people), Springfield, OH (58,662 people), Springfield, VA (31,339 "
       "people), ...",
       "add the state, or give a ZIP code",
       "metro"},
      {{.metro = "San Hose"},
       no_answer,
       "no metropolitan or nonmetropolitan area is called \"San Hose\"",
       "did you mean San Jose, CA? \"hisalary list metros\" shows all",
       "metro"},
      {{.metro = "99999"},
       no_answer,
       "\"99999\" is not an area code or a ZIP code in the Census list",
       "\"hisalary list metros\" shows all",
       "metro"},
      {{.metro = ""}, usage, empty, give_a_value, "metro"},
  });
  CHECK(error_of([] { return ask({.metro = "100001"}); }).code() == no_answer);  // a zero lost is another code
}

TEST_CASE("--county by name and state, or five digits") {
  const auto county = [](const char* text) { return ask({.county = text}).facts().area; };
  CHECK(county("Cook, IL") == &area("16980"));
  CHECK(county("cook county, illinois") == &area("16980"));
  CHECK(county("17031") == &area("16980"));
  CHECK(ask({.state = "IL", .county = "Cook"}).facts().area == &area("16980"));
  CHECK(county("Fairfax, VA") == &area("47900"));
  CHECK(county("Fairfax County, VA") == &area("47900"));
  CHECK(county("Fairfax city, VA") == &area("47900"));
  CHECK(county("Mayaguez, PR") == &area("32420"));
  const auto cook = ask({.role = "medical-coder", .county = "Cook, IL"});
  REQUIRE(cook.notes().size() == 1);
  CHECK_THAT(cook.notes()[0], Contains("Chicago"));
}

TEST_CASE("a county outside every metropolitan area lies in a nonmetropolitan one") {
  const std::vector<std::string> notes{"Daniels County, MT is in the East-Central Montana nonmetropolitan area"};
  for (const char* text : {"Daniels, MT", "30019", "Daniels County, Montana", "Daniels"}) {
    INFO(text);
    const auto rural = ask({.role = "medical-coder", .county = text});
    CHECK(rural.facts().area == &area("3000006"));
    CHECK(rural.notes() == notes);
  }
  check({
      {{.county = "99001"},
       no_answer,
       "\"99001\" is not a county code",
       "a county code has five digits, the first two of its state (17031 is Cook County, IL)",
       "county"},
      {{.county = "1703"},
       no_answer,
       "\"1703\" is not a county code",
       "a county code has five digits, the first two of its state (17031 is Cook County, IL)",
       "county"},
      {{.county = "Washington"},
       no_answer,
       "\"Washington\" could be Washington County, OR, Washington County, MN, Washington County, AR, Washington "
       "County, "
       "UT, Washington County, PA, Washington County, RI, ...",
       "add the state, or give a ZIP code",
       "county"},
      {{.state = "IL", .county = "Cok"},
       no_answer,
       "no county in Illinois is called \"Cok\"",
       "did you mean Cook County?",
       "county"},
      {{.county = ""}, usage, empty, give_a_value, "county"},
  });
}

TEST_CASE("--place in any words, alone and beside a state, an area or a county") {
  const auto place = [](Question question) {
    question.role = "medical-coder";
    return ask(question);
  };
  const auto area_of = [&](const Question& question) { return place(question).facts().area; };
  CHECK(area_of({.place = "63101"}) == &area("41180"));
  CHECK(place({.place = "63101"}).notes() ==
        std::vector<std::string>{"ZIP code 63101 is in the St. Louis, MO-IL area"});
  CHECK(area_of({.place = "Texas"}) == &area("TX"));
  CHECK(place({.place = "Texas"}).notes().empty());
  CHECK(area_of({.place = "USA"}) == nullptr);
  CHECK(area_of({.place = "USA", .state = "TX"}) == &area("TX"));
  CHECK(area_of({.place = "Springfield", .state = "MO"}) == &area("44180"));
  CHECK(area_of({.place = "Missouri", .metro = "Springfield"}) == &area("44180"));
  CHECK(area_of({.place = "Illinois", .county = "Cook"}) == &area("16980"));
  CHECK(area_of({.place = "Chicago", .metro = "16980", .county = "17031"}) == &area("16980"));
  CHECK(place({.place = "Remote"}).facts().remote);
  CHECK(place({.place = "Remote", .remote = true}).facts().remote);
  CHECK(place({.place = "Remote, Boise"}).facts().area == nullptr);
  check({
      {{.place = "Boise", .state = "TX"}, usage, "Boise City, ID is not in Texas", "give one place", "place"},
      {{.place = "Idaho", .state = "TX"}, usage, "Idaho is not in Texas", "give one place", "place"},
      {{.place = "Boise", .metro = "Chicago"},
       usage,
       "the place \"Boise\" is not in Chicago-Naperville-Elgin, IL-IN",
       "give one place",
       "place"},
      {{.place = "Boise", .county = "Cook, IL"},
       usage,
       "the county \"Cook, IL\" is not in Boise City, ID",
       "give one place",
       "county"},
      {{.place = "Idaho", .county = "Cook, IL"},
       usage,
       "the county \"Cook, IL\" is not in Idaho",
       "give one place",
       "county"},
      {{.place = "xyzzy"},
       no_answer,
       "no place is called \"xyzzy\"",
       "give a ZIP code, a city and state, a county or a state",
       "place"},
      {{.place = ""}, usage, empty, give_a_value, "place"},
  });
}

TEST_CASE("places that contradict each other") {
  check({
      {{.state = "TX", .metro = "San Jose"},
       usage,
       "San Jose-Sunnyvale-Santa Clara, CA is not in Texas",
       "give one place",
       "metro"},
      {{.state = "TX", .county = "Cook, IL"},
       usage,
       "the county \"Cook, IL\" is not in Texas",
       "give one place",
       "county"},
      {{.metro = "41940", .county = "17031"},
       usage,
       "the county \"17031\" is not in San Jose-Sunnyvale-Santa Clara, CA",
       "give one place",
       "county"},
      {{.state = "CA", .remote = true},
       usage,
       "remote work is priced against the national market, but a place is given as well",
       "give remote work or a place",
       "remote"},
      {{.metro = "41940", .remote = true},
       usage,
       "remote work is priced against the national market, but a place is given as well",
       "give remote work or a place",
       "remote"},
  });
  CHECK(ask({.state = "CA", .metro = "41940", .county = "Santa Clara, CA"}).facts().area == &area("41940"));
  CHECK(ask({.remote = true}).facts().remote);
  CHECK(ask({.remote = true}).facts().area == nullptr);
}

TEST_CASE("as_of") {
  const auto at = [](const char* text) { return ask({.as_of = text}).facts().as_of; };
  CHECK(at("release").kind == AsOf::Kind::Release);
  CHECK(at("Release").kind == AsOf::Kind::Release);
  for (const char* text : {"2026Q1", "2026q1", "2026-01", "2026-03"}) {
    CHECK(at(text).kind == AsOf::Kind::At);
    CHECK(at(text).at == Quarter(2026, 1));
  }
  CHECK(at("2009Q2").at == Quarter(2009, 2));
  CHECK(at("2031Q1").at == Quarter(2031, 1));
  const std::string forms = "write YYYY-MM, YYYYQn or release";
  const std::string bounds = "allowed: 2009Q2 to 2031Q1";
  check({
      {{.as_of = "2009Q1"}, usage, "2009Q1 is too far from the published figures", bounds, "as_of"},
      {{.as_of = "2031-04"}, usage, "2031Q2 is too far from the published figures", bounds, "as_of"},
      {{.as_of = "2025"},
       usage,
       "\"2025\" is not a month or quarter",
       "write 2025-05, the May that BLS counts, or another month or quarter",
       "as_of"},
      {{.as_of = "2025Q5"}, usage, "\"2025Q5\" is not a month or quarter", forms, "as_of"},
      {{.as_of = "2025-13"}, usage, "\"2025-13\" is not a month or quarter", forms, "as_of"},
      {{.as_of = "today"}, usage, "\"today\" is not a month or quarter", forms, "as_of"},
      {{.as_of = ""}, usage, empty, give_a_value, "as_of"},
  });
}

TEST_CASE("release") {
  CHECK(ask({.release = "2018"}).facts().release == 2018);
  CHECK(ask({.release = "2018-05"}).facts().release == 2018);
  CHECK(ask({.as_of = "release", .release = "2018"}).facts().release == 2018);
  const std::string years = "releases with percentiles: 2014, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024 or 2025";
  check({
      {{.release = "1999"}, no_answer, "\"1999\" is not a release in this data set", years, "release"},
      {{.release = "2015"}, no_answer, "\"2015\" is not a release in this data set", years, "release"},
      {{.release = "may 2018"}, no_answer, "\"may 2018\" is not a release in this data set", years, "release"},
      {{.release = "2018-06"}, no_answer, "\"2018-06\" is not a release in this data set", years, "release"},
      {{.release = ""}, usage, empty, give_a_value, "release"},
      {{.state = "CA", .release = "2018"},
       usage,
       "older releases cover the nation only, but a place is given",
       "leave out the place, or the release",
       "release"},
      {{.as_of = "2024Q1", .release = "2018"},
       usage,
       "a release is in its own dollars, but another date is given as well",
       "give one of the two",
       "release"},
  });
}

TEST_CASE("100 KB of text is refused, and shown short") {
  const std::string huge(100000, 'x');
  const std::string message = "\"" + std::string(60, 'x') + "...\" is too long: 100000 bytes";
  check({
      {{.role = huge}, usage, message, "allowed: 200", "role"},
      {{.level = huge}, usage, message, "allowed: 200", "level"},
      {{.credentials = {huge}}, usage, message, "allowed: 200", "cert"},
      {{.years = huge}, usage, message, "allowed: 200", "years"},
      {{.education = huge}, usage, message, "allowed: 200", "education"},
      {{.state = huge}, usage, message, "allowed: 200", "state"},
      {{.metro = huge}, usage, message, "allowed: 200", "metro"},
      {{.county = huge}, usage, message, "allowed: 200", "county"},
      {{.setting = huge}, usage, message, "allowed: 200", "setting"},
      {{.skills = {huge}}, usage, message, "allowed: 200", "skill"},
      {{.as_of = huge}, usage, message, "allowed: 200", "as_of"},
      {{.release = huge}, usage, message, "allowed: 200", "release"},
  });
}

TEST_CASE("no message passes control characters on") {
  const std::string evil = "\x1b[31mx\u202e\n";
  for (const Question& question : {Question{.role = evil}, Question{.credentials = {evil}}, Question{.years = evil},
                                   Question{.state = evil}, Question{.metro = evil}, Question{.county = evil + ", IL"},
                                   Question{.setting = evil}, Question{.as_of = evil}, Question{.release = evil}}) {
    std::string said;
    try {
      const Profile person = ask(question);
      for (const auto& note : person.notes()) {
        said += note;
      }
    } catch (const Error& error) {
      said = error.what() + error.hint();
    }
    INFO(said);
    CHECK(!said.empty());
    CHECK(said.find('\x1b') == std::string::npos);
    CHECK(said.find('\n') == std::string::npos);
    CHECK(said.find("\u202e") == std::string::npos);
  }
}

}  // namespace
}  // namespace hisalary::test
