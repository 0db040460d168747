// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <vector>

#include "../support/agreement.hpp"
#include "base/utf8.hpp"
#include "fuzz.hpp"

namespace hisalary::fuzz {

/// One line that a batch answers a row with.
inline std::string answer(const std::string& row) {
  batch::Options options;
  options.sniff = false;
  const auto& fields = batch::answer_fields();
  options.fields.assign(fields.begin(), std::ranges::find(fields, "percentile"));  // what follows needs a pay
  return run(row, options);
}

/// Asks about a person of these texts: answered or refused, in words that can be printed, and by a batch as by the
/// library.
inline void ask(const test::Texts& texts) {
  const std::string expected = test::expected_line(texts);
  nlohmann::ordered_json row = nlohmann::ordered_json::object();
  for (const auto& [fact, text] : texts) {
    // A batch takes a text that is blank, or no UTF-8, for a mistake of its row.
    if (trimmed(text).empty() || !is_utf8(text) ||
        (query::form_of(fact).is_flag && text != "true" && text != "false")) {
      return;
    }
    row[std::string(name_of(fact))] = text;
    if (query::form_of(fact).is_flag) {
      row[std::string(name_of(fact))] = text == "true";
    }
  }
  const std::string line = row.dump() + "\n";
  std::string found = answer(line);
  demand(!found.empty() && answer(line) == found);
  found.pop_back();
  if (test::without_line(found) != expected) {
    std::fprintf(stderr, "%s%s\n%s\n", line.c_str(), found.c_str(), expected.c_str());
  }
  demand(test::without_line(found) == expected);
}

/// The first byte says which fact the rest is a text of, and what stands beside it.
inline void ask_one(std::span<const std::uint8_t> bytes, std::initializer_list<Fact> facts,
                    std::initializer_list<std::pair<Fact, const char*>> beside) {
  if (bytes.empty() || bytes.size() > 400) {
    return;
  }
  const std::size_t choice = bytes[0];
  const Fact fact = facts.begin()[choice % facts.size()];
  test::Texts texts{{fact, std::string(bytes.begin() + 1, bytes.end())}};
  const std::size_t other = choice / facts.size() % (beside.size() + 1);
  if (other < beside.size() && beside.begin()[other].first != fact) {
    texts.emplace_back(beside.begin()[other].first, beside.begin()[other].second);
  }
  ask(texts);
}

}  // namespace hisalary::fuzz
