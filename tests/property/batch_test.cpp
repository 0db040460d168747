// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "../support/batch.hpp"
#include "batch/judge.hpp"
#include "batch/resolver.hpp"
#include "batch/scanner.hpp"
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
std::vector<std::pair<std::string, std::string>> facts_of(const Profile& profile, Random& random) {
  std::vector<std::pair<std::string, std::string>> facts;
  const auto text = [&](const char* key, std::string_view value) { facts.emplace_back(key, '"' + std::string(value) + '"'); };
  text("role", profile.role != nullptr ? profile.role->id : profile.occupation->soc);
  if (profile.level != nullptr) {
    text("level", profile.level->id);
  }
  if (profile.credentials) {
    const auto held = list_of(*profile.credentials, tables().credentials);
    text("cert", held.empty() ? "none" : held);
  }
  if (profile.years) {
    const std::string years = std::to_string(static_cast<int>(*profile.years)) + (*profile.years == std::floor(*profile.years) ? "" : ".5");
    facts.emplace_back("years", random.chance(3) ? '"' + years + '"' : years);
  }
  if (profile.education != nullptr) {
    text("education", profile.education->id);
  }
  if (profile.area != nullptr && profile.area->kind != AreaKind::Metropolitan && profile.area->kind != AreaKind::Nonmetropolitan) {
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

std::string row_of(const Profile& profile, Random& random) {
  std::string out;
  const std::string blank = random.chance(2) ? " " : "";
  for (const auto& [key, value] : facts_of(profile, random)) {
    out += (out.empty() ? "{\"" : "," + blank + "\"") + key + "\":" + blank + value;
  }
  return out + "}";
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
  std::string input;
  std::string expected;
  int people = 0;
  while (people < 10'000) {
    const Profile profile = any_profile(random);
    const std::string row = row_of(profile, random);
    if (profile.area != nullptr && profile.area->kind == AreaKind::Nation) {
      continue;
    }
    ++people;
    input += row + "\n";
    expected += "{";
    const Percentiles pay = model.estimate(profile).pay;
    for (std::size_t i = 0; i < 5; ++i) {
      expected += (i == 0 ? "\"p" : ",\"p") + std::to_string(std::array{10, 25, 50, 75, 90}[i]) + "\":" + std::to_string(std::llround(pay.dollars[i]));
    }
    expected += "}\n";
  }
  batch::Options options;
  options.jobs = 2;
  const std::string found = run_batch(input, options).text;
  if (found != expected) {
    std::size_t at = 0;
    while (found[at] == expected[at]) {
      ++at;
    }
    const auto line = static_cast<std::size_t>(std::count(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    std::size_t start = 0;
    for (std::size_t i = 0; i < line; ++i) {
      start = input.find('\n', start) + 1;
    }
    FAIL("row " << line + 1 << ": " << input.substr(start, input.find('\n', start) - start) << "\nbatch: " << found.substr(found.rfind('\n', at) + 1, 200)
                << "\nestimate: " << expected.substr(expected.rfind('\n', at) + 1, 200));
  }
}

TEST_CASE("What the scanner takes for plain, the judge reads as the same row") {
  for (const bool refuse : {false, true}) {
    const std::vector<std::string> keep{"id", "state"};
    batch::Scanner scanner(keep, refuse);
    batch::Judge judge(keep, refuse);
    Random random(refuse ? 31 : 29);
    int plain = 0;
    for (int i = 0; i < 20'000; ++i) {
      std::string row = row_of(any_profile(random), random);
      row = "{\"id\":" + (random.chance(2) ? std::to_string(i) : "\"x" + std::to_string(i) + "\"") + "," + (random.chance(5) ? "\"note\":\"a b\"," : "") + row.substr(1);
      const std::string line = mutated(row, random);
      const std::string padded = line + std::string(batch::padding, random.chance(2) ? '"' : '\0');
      const std::string_view text = std::string_view(padded).substr(0, line.size());
      Row scanned;
      if (scanner.scan(text.data(), text.data() + text.size(), scanned) != text.data() + text.size()) {
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
    CHECK(plain > (refuse ? 3'000 : 6'000));
  }
}

}  // namespace hisalary::test
