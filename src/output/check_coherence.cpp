// SPDX-License-Identifier: MIT
#include <cmath>

#include "check.hpp"
#include "parts.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

Members rule_of(const audit::CoherenceRule& rule) {
  return {{"rule", rule.id}, {"about", rule.about}, {"questions", rule.questions}, {"breaches", rule.breaches}};
}

/// Whole dollars; a share of people keeps its decimals.
Value rounded(double amount) {
  constexpr double share = 1;
  return amount > share ? Value(static_cast<std::int64_t>(std::llround(amount))) : Value(amount);
}

Members breach_of(const audit::Breach& breach) {
  return {{"rule", breach.rule},
          {"asked", breach.asked},
          {"amount", rounded(breach.amount)},
          {"limit", rounded(breach.limit)}};
}

}  // namespace

Result coherence(const Dataset& dataset, const audit::Coherence& found, const Screen& screen) {
  Result out(dataset, "check", screen);
  out.add("check", "coherence");
  out.add("rules", list_of(found.rules, rule_of));
  out.add("breaches", list_of(found.breaches, breach_of));
  out.table = {{left("rule", "rule"), left("about", "what must hold"), right("questions", "questions"),
                right("breaches", "breaches")},
               list_of(found.rules, rule_of)};

  out.page.title("Answers checked against each other");
  out.page.table(out.table);
  if (!found.breaches.empty()) {
    out.page.line();
    out.page.table({{left("rule", "rule"), left("asked", "asked"), right("amount", "came"), right("limit", "limit")},
                    list_of(found.breaches, breach_of)});
  }
  return out;
}

}  // namespace hisalary::output
