// SPDX-License-Identifier: MIT
// What people type for a place, and the area that it means.

#include "../support/catch.hpp"

#include <string>
#include <vector>

#include "../support/known.hpp"
#include "query/place_names.hpp"

namespace hisalary::test {
namespace {

struct Phrase {
  const char* text;
  const char* area;  ///< US: the nation; empty: no area, or several
};

constexpr Phrase phrases[] = {
    {"St Louis, MO", "41180"},
    {"Boise", "14260"},
    {"NYC", "35620"},
    {"New York-Newark-Jersey City, NY-NJ-PA", "35620"},
    {"New York", "35620"},
    {"New York, NY", "35620"},
    {"Manhattan", "35620"},
    {"Manhattan, KS", "31740"},
    {"63101", "41180"},
    {"63101-1234", "41180"},
    {"2139", "14460"},
    {"631011234", "41180"},
    {"Cook County", "16980"},
    {"Cook County, IL", "16980"},
    {"Cook, IL", "16980"},
    {"King County", "42660"},
    {"Orange County", ""},
    {"Orange County, CA", "31080"},
    {"Springfield", ""},
    {"Springfield, MO", "44180"},
    {"Portland", "38900"},
    {"Portland, Maine", "38860"},
    {"Saint Paul", "33460"},
    {"St. Paul, MN", "33460"},
    {"Ft Worth TX", "19100"},
    {"Fort Worth", "19100"},
    {"Mt. Vernon, NY", "35620"},
    {"Winston Salem", "49180"},
    {"Winston-Salem NC", "49180"},
    {"city of Chicago", "16980"},
    {"Greater Boston Area", "14460"},
    {"Greater Boston", "14460"},
    {"Dallas metro area", "19100"},
    {"Dallas-Fort Worth", "19100"},
    {"Dallas/Fort Worth", "19100"},
    {"DFW", "19100"},
    {"Raleigh-Durham", ""},
    {"Minneapolis/St Paul", "33460"},
    {"Minneapolis-St. Paul, MN", "33460"},
    {"Seattle and Tacoma", "42660"},
    {"Seattle-Tacoma-Bellevue", "42660"},
    {"Tampa Bay", "45300"},
    {"Washington DC", "47900"},
    {"Washington, D.C.", "47900"},
    {"Washington", "WA"},
    {"DC", "47900"},
    {"LA", "31080"},
    {"California", "CA"},
    {"calif.", "CA"},
    {"TX - Dallas", "19100"},
    {"Texas, Houston", "26420"},
    {"Dallas (TX)", "19100"},
    {"Boise, ID 83702", "14260"},
    {"123 Main St, Boise, ID 83702", "14260"},
    {"Boise, Idaho, USA", "14260"},
    {"Chicago, Illinois, United States", "16980"},
    {"Remote", "US"},
    {"Remote - US", "US"},
    {"Work from home", "US"},
    {"Remote, TX", "US"},
    {"United States", "US"},
    {"US", "US"},
    {"Mayaguez", "32420"},
    {"Mayagüez, PR", "32420"},
    {"San Juan, Puerto Rico", "41980"},
    {"Honolulu", "46520"},
    {"Maui", "27980"},
    {"Fairfax County, VA", "47900"},
    {"Fairfax, VA", "47900"},
    {"Alexandria VA", "47900"},
    {"Richmond", ""},
    {"Litchfield County, CT", ""},
    {"Fairfield County, CT", "14860"},
    {"New Haven County, CT", ""},
    {"Naugatuck Valley Planning Region", "47930"},
    {"Waterbury, CT", "47930"},
    {"Stamford, Connecticut", "14860"},
    {"06902", "14860"},
    {"Omaha-Council Bluffs", "36540"},
    {"Omaha-Council Bluffs, NE-IA", "36540"},
    {"Springfield, MA-CT", "44140"},
    {"Claremont-Lebanon, NH-VT", "3300001"},
    {"Northwest Alabama nonmetropolitan area", "0100001"},
    {"Northwest Alabama", "0100001"},
    {"Kansas City", "28140"},
    {"Kansas City, MO-KS", "28140"},
    {"Kansas City KS", "28140"},
    {"Columbus", "18140"},
    {"Columbus, GA-AL", "17980"},
    {"Columbus, CA", ""},
    {"Boisse", ""},
    {"Abilena", ""},
    {"Sprngfield", ""},
    {"Marblehed, MA", ""},
    {"Marblehead, MA", "14460"},
    {"96201", ""},
    {"00501", ""},
    {"Cherry Hill Township, NJ", "37980"},
    {"N Las Vegas", "29820"},
    {"Miami-Dade", "33100"},
    {"Jefferson Parish, LA", "35380"},
    {"Anchorage", "11260"},
    {"Nashville", "34980"},
    {"Nashville-Davidson", "34980"},
    {"Louisville/Jefferson County", "31140"},
    {"Louisville KY", "31140"},
    {"Indianapolis", "26900"},
    {"Lexington-Fayette, KY", "30460"},
    {"Guam", "GU"},
    {"Carson City", "16180"},
    {"Coeur d'Alene", "17660"},
    {"O'Fallon, MO", "41180"},
    {"La Crosse", "29100"},
    {"LaCrosse WI", "29100"},
    {"DeKalb County, GA", "12060"},
    {"Twin Cities", "33460"},
    {"Research Triangle", ""},
    {"Bay Area", ""},
    {"Philly", "37980"},
    {"Long Island", "35620"},
    {"41940", "41940"},
    {"0100001", "0100001"},
    {"17031", "16980"},
    {"Washington County", ""},
    {"Paris", ""},
    {"xyzzy", ""},
    {"New York State", "NY"},
    {"Las Vegas", "29820"},
    {"Kalamazoo", "28020"},
    {"St. Thomas, VI", "7800001"},
    {"Frederick, MD", "47900"},
    {"Prince George's County, MD", "47900"},
    {"Prince Georges County", "47900"},
    {"LA County", "31080"},
    {"Hampton Roads", "47260"},
    {"Oakland, PA", ""},
    {"Oakland", "41860"},
    {"Rochester", ""},
    {"Rochester, Minn.", "40340"},
    {"Charleston West Virginia", "16620"},
    {"Charleston, SC metro", "16700"},
    {"Santa Fe", "42140"},
    {"US-NY-Albany", "10580"},
    {"Albany", ""},
    {"MSA: Albany", ""},
    {"Wilmington", ""},
    {"Kansas City metro area", "28140"},
    {"Hawaii", "HI"},
    {"Leon, IA", "1900003"},
    {"Leon IA", "1900003"},
    {"Remote, Boise", "US"},
    {"St. Louis MO 63101", "41180"},
    {"Brooklyn", "35620"},
    {"Silicon Valley", "41940"},
    {"Wash.", "WA"},
    {"Penn.", "PA"},
    {"South Bend IN", "43780"},
    {"La Porte, IN", "33140"},
    {"Portland OR", "38900"},
    {"Greenville, SC", "24860"},
    {"Upstate New York", ""},
    {"Nashua", "31700"},
    {"El Paso TX", "21340"},
    {"Fargo", "22020"},
    {"Sioux Falls, S.D.", "43620"},
    {"N.Y.", "NY"},
    {"New York City", "35620"},
    {"Jacksonville", "27260"},
    {"Augusta, Maine", "2300002"},
    {"Lafayette, LA", "29180"},
};

}  // namespace

TEST_CASE("places as people write them") {
  for (const auto& [text, code] : phrases) {
    INFO(text);
    const std::string wanted = code;
    const ResolvedPlace place = resolve_place(tables(), text, nullptr);
    REQUIRE(place.refused.has_value() == wanted.empty());
    if (wanted == "US") {
      CHECK(place.area == nullptr);
    } else {
      CHECK(place.area == (wanted.empty() ? nullptr : &area(wanted)));
    }
  }
}

TEST_CASE("letters of other alphabets are part of a name, and no place has them") {
  for (const char* text : {"C\u4e2dA", "Boise\xff", "\u0411\u043e\u0439\u0441\u0435"}) {
    CHECK(resolve_place(tables(), text, nullptr).refused);
  }
  CHECK(resolve_place(tables(), "Boise,\u00a0ID", nullptr).area == &area("14260"));
  CHECK(resolve_place(tables(), "Coeur d\u2019Alene", nullptr).area == &area("17660"));
}

TEST_CASE("of several candidates the one with four times the people of the next is meant, else they are listed") {
  CHECK(resolve_place(tables(), "Portland", nullptr).area == &area("38900"));
  const ResolvedPlace several = resolve_place(tables(), "Rochester", nullptr);
  REQUIRE(several.refused);
  CHECK(several.refused->code == ErrorCode::NoAnswer);
  CHECK_THAT(several.refused->message,
             StartsWith("\"Rochester\" could be Rochester, NY (211,328 people), Rochester, MN (121,395 people)"));
  CHECK(several.refused->hint == "add the state, or give a ZIP code");
  CHECK(resolve_place(tables(), "Rochester", &area("MN")).area == &area("40340"));
}

TEST_CASE("a note says what a place was matched to, where the title of the area does not") {
  const auto note = [](const char* text) { return resolve_place(tables(), text, nullptr).note; };
  CHECK(note("Chicago").empty());
  CHECK(note("Texas").empty());
  CHECK(note("Naperville") == "Naperville, IL is in the Chicago-Naperville-Elgin, IL-IN area");
  CHECK(note("NYC") == "\"NYC\" is matched to the New York-Newark-Jersey City, NY-NJ area");
  CHECK(note("Cook County") == "Cook County, IL is in the Chicago-Naperville-Elgin, IL-IN area");
  CHECK_THAT(note("Claremont-Lebanon, NH-VT"), Contains(" was split: "));
}

}  // namespace hisalary::test
