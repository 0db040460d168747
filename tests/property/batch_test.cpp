// SPDX-License-Identifier: MIT
#include <cmath>
#include <sstream>

#include "../support/batch.hpp"
#include "../support/catch.hpp"
#include "batch/judge.hpp"
#include "batch/resolver.hpp"
#include "batch/scanner.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"

namespace hisalary::test {
namespace {

using batch::Row;

std::string list_of(const Held& held, auto rows) {
  std::string all;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    all += held.test(i) ? (all.empty() ? "" : ",") + std::string(rows[i].id) : "";
  }
  return all;
}

/// The key and the JSON value of each fact, in random order.
std::vector<std::pair<std::string, std::string>> facts_of(const Facts& profile, Random& random) {
  std::vector<std::pair<std::string, std::string>> facts;
  const auto text = [&](const char* key, std::string_view value) {
    facts.emplace_back(key, '"' + std::string(value) + '"');
  };
  text("role", profile.role != nullptr ? profile.role->id : profile.occupation->soc);
  if (profile.level != nullptr) {
    text("level", profile.level->id);
  }
  if (profile.credentials) {
    const auto held = list_of(*profile.credentials, tables().credentials);
    text("cert", held.empty() ? "none" : held);
  }
  if (profile.years) {
    const std::string years =
        std::to_string(static_cast<int>(*profile.years)) + (*profile.years == std::floor(*profile.years) ? "" : ".5");
    facts.emplace_back("years", random.chance(3) ? '"' + years + '"' : years);
  }
  if (profile.education != nullptr) {
    text("education", profile.education->id);
  }
  if (profile.area != nullptr && profile.area->kind != AreaKind::Metropolitan &&
      profile.area->kind != AreaKind::Nonmetropolitan) {
    text("state", profile.area->code);
  } else if (profile.area != nullptr) {
    text("metro", profile.area->code);
  }
  if (profile.remote) {
    facts.emplace_back("remote", "true");
  }
  if (profile.setting != nullptr) {
    text("setting", profile.setting->id);
  }
  if (profile.skills.any()) {
    text("skill", list_of(profile.skills, tables().skills));
  }
  if (profile.as_of.kind == AsOf::Kind::Release) {
    text("as_of", "release");
  } else if (profile.as_of.kind == AsOf::Kind::At) {
    text("as_of", std::to_string(profile.as_of.at.year()) + "Q" + std::to_string(profile.as_of.at.quarter()));
  }
  for (std::size_t i = facts.size(); i > 1; --i) {
    std::swap(facts[i - 1], facts[random.below(i)]);
  }
  return facts;
}

std::string row_of(const Facts& profile, Random& random) {
  std::string out;
  const std::string blank = random.chance(2) ? " " : "";
  for (const auto& [key, value] : facts_of(profile, random)) {
    out += (out.empty() ? "{\"" : "," + blank + "\"") + key + "\":" + blank + value;
  }
  return out + "}";
}

std::string heading() {
  std::string out;
  for (const auto name : batch::field_names) {
    out += (out.empty() ? "" : ",") + std::string(name);
  }
  return out + "\n";
}

/// The same as a CSV record under heading(); cells are in quotes where they must be, and at random.
std::string record_of(const Facts& profile, Random& random) {
  const auto facts = facts_of(profile, random);
  std::string out;
  for (const auto name : batch::field_names) {
    const auto fact = std::ranges::find(facts, name, &std::pair<std::string, std::string>::first);
    const std::string cell = fact == facts.end()             ? ""
                             : fact->second.starts_with('"') ? fact->second.substr(1, fact->second.size() - 2)
                                                             : fact->second;
    const bool quoted = cell.find(',') != std::string::npos || random.chance(20);
    out += (name == batch::field_names.front() ? "" : ",") + (quoted ? '"' + cell + '"' : cell);
  }
  return out + (random.chance(4) ? "\r\n" : "\n");
}

/// The first line of two outputs that differs, with what was asked.
std::string difference(const std::string& input, const std::string& found, const std::string& expected) {
  std::istringstream asked(input);
  std::istringstream got(found);
  std::istringstream wanted(expected);
  std::string row;
  std::string one;
  std::string other;
  while (std::getline(asked, row) && std::getline(wanted, other)) {
    one = std::getline(got, one) ? one : "nothing";
    if (one != other) {
      break;
    }
  }
  return row + "\nbatch: " + one + "\nestimate: " + other;
}

bool same(const Row& a, const Row& b) {
  for (std::size_t i = 0; i < batch::field_count; ++i) {
    if (a.field_text(i) != b.field_text(i)) {
      return false;
    }
  }
  for (std::size_t i = 0; i < Row::most_kept; ++i) {
    if (a.kept(i) != b.kept(i)) {
      return false;
    }
  }
  return true;
}

/// A row with null for one of its texts.
std::string with_null(std::string row, Random& random) {
  const auto colon = row.find("\":", random.below(row.size()));
  const auto open = colon == std::string::npos ? colon : row.find('"', colon + 2);
  const auto close = open == std::string::npos ? open : row.find('"', open + 1);
  if (close != std::string::npos && open <= colon + 3) {
    row.replace(open, close + 1 - open, "null");
  }
  return row;
}

/// A plain row with some bytes changed, doubled, taken out or put in.
std::string mutated(std::string row, Random& random) {
  constexpr std::string_view odd = "\"\\{}[]:,0123456789.-+eE tfnul\t\r\x01\x7f\xc3\xa9/";
  for (std::size_t count = random.below(4); count > 0 && !row.empty(); --count) {
    const std::size_t at = random.below(row.size());
    switch (random.below(4)) {
      case 0: row[at] = odd[random.below(odd.size())]; break;
      case 1: row.insert(at, 1, odd[random.below(odd.size())]); break;
      case 2: row.erase(at, 1 + random.below(3)); break;
      default: row.insert(at, row.substr(random.below(row.size()), random.below(12))); break;
    }
  }
  return row;
}

}  // namespace

TEST_CASE("A batch answers 10,000 random people as estimate does, rounded to dollars") {
  const Model model(Dataset::builtin());
  Random random(23);
  std::string ndjson;
  std::string csv = heading();
  std::string expected;
  int people = 0;
  while (people < 10'000) {
    const Facts profile = any_profile(random);
    if (profile.area != nullptr && profile.area->kind == AreaKind::Nation) {
      continue;
    }
    ++people;
    ndjson += row_of(profile, random) + "\n";
    csv += record_of(profile, random);
    expected += "{";
    const Percentiles pay = model.estimate(profile).pay;
    for (std::size_t i = 0; i < 5; ++i) {
      expected += (i == 0 ? "\"p" : ",\"p") + std::to_string(std::array{10, 25, 50, 75, 90}[i]) +
                  "\":" + std::to_string(std::llround(pay.dollars[i]));
    }
    expected += "}\n";
  }
  batch::Options options;
  options.jobs = 2;
  options.to_as_from = false;
  options.to = batch::Format::Ndjson;
  for (const auto& [input, rows] : {std::pair{ndjson, ndjson}, std::pair{csv, csv.substr(heading().size())}}) {
    const std::string found = run_batch(input, options).text;
    if (found != expected) {
      FAIL(difference(rows, found, expected));
    }
  }
}

TEST_CASE("What the scanner takes for plain, the judge reads as the same row") {
  const std::vector<std::string> notes{"a b",
                                       "",
                                       R"(said \"yes\")",
                                       R"(C:\\pay\/roll\n\t)",
                                       "Jos\u00e9",
                                       R"(Jos\u00e9)",
                                       R"(\u0000\uFFFF)",
                                       R"(\ud83d\ude00)",
                                       R"(\uD800)",
                                       R"(\x)",
                                       "\xf0\x9f\x98\x80",
                                       "\xed\xa0\x80",
                                       "\xff"};
  for (const bool refuse : {false, true}) {
    const std::vector<std::string> keep{"id", "state"};
    batch::Scanner scanner(keep, refuse);
    batch::Judge judge(keep, refuse);
    Random random(refuse ? 31 : 29);
    int plain = 0;
    for (int i = 0; i < 20'000; ++i) {
      std::string row = row_of(any_profile(random), random);
      const std::string& note = notes[random.below(notes.size())];
      row = "{\"id\":" + (random.chance(2) ? std::to_string(i) : "\"x" + note + "\"") + "," +
            (random.chance(3) ? "\"note\":\"" + note + "\"," : "") + row.substr(1);
      const std::string line = mutated(random.chance(3) ? with_null(std::move(row), random) : std::move(row), random);
      // Whatever the next row is, this one ends at its line feed.
      const std::string rows = line + (random.chance(2) ? "\n" + std::string(random.below(40), '"') : "");
      const std::string padded = rows + std::string(batch::padding, '\0');
      const std::string_view text = std::string_view(padded).substr(0, line.size());
      Row scanned;
      if (scanner.scan(text.data(), padded.data() + rows.size(), scanned) != text.data() + text.size()) {
        continue;
      }
      ++plain;
      INFO(line);
      Row judged;
      REQUIRE_NOTHROW(judge.read(text, judged));
      // Numbers may be written in several ways; the judge writes the shortest.
      for (const auto field : {batch::Field::Years, batch::Field::Metro, batch::Field::County, batch::Field::Release}) {
        if (scanned[field] != judged[field]) {
          CHECK(std::stod(std::string(scanned[field])) == std::stod(std::string(judged[field])));
          scanned.set_field(static_cast<std::size_t>(field), judged[field]);
        }
      }
      CHECK(same(scanned, judged));
    }
    CHECK(plain > (refuse ? 3'000 : 5'000));
  }
}

}  // namespace hisalary::test
