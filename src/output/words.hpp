// SPDX-License-Identifier: MIT
#pragma once

/// Phrases that several answers have in common.

#include <string>
#include <string_view>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/estimate.hpp"
#include "money.hpp"
#include "page.hpp"

namespace hisalary::output {

/// 1st, 2nd, 3rd, 11th; rounded to a whole number first.
[[nodiscard]] std::string ordinal(double number);

/// With a capital letter first.
[[nodiscard]] std::string capital(std::string text);

/// "1 year", "6 years".
[[nodiscard]] std::string counted(double number, std::string_view one);

/// Texts with something between.
template <class Texts> [[nodiscard]] std::string joined(const Texts& texts, std::string_view between = ", ") {
  std::string out;
  for (const auto& text : texts) {
    if (!out.empty()) {
      out += between;
    }
    out += text;
  }
  return out;
}

/// "--state, --years": facts as the options that say them.
[[nodiscard]] std::string spelled(const std::vector<Fact>& facts, Speller speller);

/// The ids of the rows whose bits are set, in table order.
template <class Record> [[nodiscard]] std::vector<Text> held(List<Record> rows, const Held& bits) {
  std::vector<Text> ids;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (bits.test(i)) {
      ids.push_back(rows[i].id);
    }
  }
  return ids;
}

/// "Medical coder, level II, CPC + CCS, 6 years, Ohio": the person as understood.
[[nodiscard]] std::string person(const Tables& tables, const Facts& profile);

/// "CPC + CCS", or "no credential".
[[nodiscard]] std::string credentials(const Tables& tables, const Facts& profile);

/// The title of the role, or of the whole occupation.
[[nodiscard]] Text work_title(const Facts& profile);
/// The id of the role, or the SOC code of the whole occupation.
[[nodiscard]] Text work_id(const Facts& profile);

/// "Ohio", "United States" or "remote, United States".
[[nodiscard]] std::string place(const Facts& profile);

/// "Ohio" or "the United States", as it stands in a sentence.
[[nodiscard]] std::string in_sentence(const Area* area);

/// " a year" or " an hour".
[[nodiscard]] const char* a_period(const Money& money);

/// "Medical Records Specialists (29-2072)": the occupations of a market, the first few by name.
[[nodiscard]] std::string occupations(const Market& market);

/// Pay as a headline says it: to three digits, or to the dollar where the reader wants that.
[[nodiscard]] std::string headline(const Page& page, const Money& money, double annual);
/// "about $61,800 a year".
[[nodiscard]] std::string about(const Page& page, const Money& money, double annual);

/// How the market's wages are known: "as published", "published, on not many jobs" (shrunk a little toward their
/// prediction), "published on few jobs" or "partly or wholly estimated".
[[nodiscard]] std::string wages_of(const Estimate& estimate);

/// "in 2026Q1 dollars", or "in dollars of the release 2025-05".
[[nodiscard]] std::string dollars_of(const Estimate& estimate);

/// What the grades of provenance mean.
inline constexpr const char* about_grades =
    "Grade A: read in the publisher's own file; B: a third party that names it; C: weak; fitted: estimated by this "
    "project from pay records and surveys; assumption: published by nobody.";

/// "U.S. Bureau of Labor Statistics May 2025: nation, states and areas; hisalary 2026-11": publishers in one line.
[[nodiscard]] std::string source_line(const std::vector<const Source*>& sources);

/// What "prices" and "adjusted" mean, with their publisher.
[[nodiscard]] std::string about_prices(const Tables& tables);

}  // namespace hisalary::output
