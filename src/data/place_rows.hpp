// SPDX-License-Identifier: MIT
#pragma once

/// The files of data/places/ as they are read, before they become a PlaceIndex.

#include "hisalary/records.hpp"

namespace hisalary::data {

/// The ZIP codes of one state that begin with the same three digits.
struct ZipRow {
  Text prefix;
  Text state;
  List<Text> areas;  ///< "35620 01-14 16": code of an area, then the last two digits of its ZIP codes
  List<Text> split;  ///< "05 0.62 25540": last two digits, share of the people in the area, area of the others
};

/// The cities and the towns or townships of one state in one area, each "Boise City 235684": name and people.
struct CityRow {
  Text area;
  Text state;
  List<Text> cities;
  List<Text> towns;
};

/// The counties of one state in one area.
struct CountyRow {
  Text state;
  Text area;
  List<Text> counties;  ///< "031 Cook County 5158910": last three digits, name, people in its cities and towns
  List<Text> split;     ///< "005 0.546 47930:0.294 14860:0.161": last digits, share in the area, shares elsewhere
};

struct OldTitle {
  Text title;
  Text area;
  std::optional<double> share;  ///< of the people of the old area who live in it; absent: all
  List<Text> others;
};

struct Nickname {
  Text name;
  List<Text> areas;
};

struct PlaceRows {
  List<CityRow> cities;
  List<CountyRow> counties;
  List<Nickname> nicknames;
  List<OldTitle> old_titles;
  List<ZipRow> zips;
};

}  // namespace hisalary::data
