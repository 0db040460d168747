// SPDX-License-Identifier: MIT
#pragma once

/// People in every documented form: drawn as texts, written as rows of both formats and as a command line, and what the
/// library says of them.

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "batch/fields.hpp"
#include "batch/row.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"
#include "hisalary/profile.hpp"
#include "output/names.hpp"
#include "query/facts.hpp"
#include "random.hpp"

namespace hisalary::test {

using Texts = std::vector<std::pair<Fact, std::string>>;

/// Puts one of some spellings of a fact on the list.
class Draw {
 public:
  explicit Draw(Random& random) : random_(random) {}

  [[nodiscard]] Texts person() {
    const Tables& t = tables();
    job();
    if (random_.chance(2)) {
      add(Fact::Credentials, list([&] { return std::string(random_.of(t.credentials).id); }, "none"));
    }
    if (random_.chance(2)) {
      add(Fact::Years, one_of({"0", "1", "3", "07", "12", "25", "41", "60", "2.5", "0.25", "12.75"}));
    }
    if (random_.chance(2)) {
      add(Fact::Education, random_.of(t.education).id);
    }
    place();
    if (random_.chance(2)) {
      add(Fact::Setting, random_.of(t.settings).id);
    }
    if (random_.chance(4)) {
      add(Fact::Skills, list([&] { return std::string(random_.of(t.skills).id); }, "sql"));
    }
    if (random_.chance(4)) {
      add(Fact::AsOf, one_of({"release", "2025Q2", "2026Q1", "2024-11", "2027Q1", "2020-02"}));
    }
    if (random_.chance(30)) {
      add(Fact::Release, one_of({"2024", "2019", "2014"}));
    }
    if (random_.chance(10)) {
      mistake();
    }
    return std::move(texts_);
  }

 private:
  void add(Fact fact, std::string_view text) { texts_.emplace_back(fact, text); }

  [[nodiscard]] std::string_view one_of(std::initializer_list<std::string_view> texts) {
    return texts.begin()[random_.below(texts.size())];
  }

  template <class F> [[nodiscard]] std::string list(F&& draw, std::string_view nothing) {
    std::string all;
    for (std::size_t count = random_.below(5); count > 0; --count) {
      all += (all.empty() ? "" : ",") + draw();
    }
    return all.empty() ? std::string(nothing) : all;
  }

  void job() {
    const Tables& t = tables();
    if (random_.chance(3)) {
      add(Fact::Role, random_.of(t.roles).id);
    } else if (random_.chance(3)) {
      const auto all = askable();
      add(Fact::Role, all[random_.below(all.size())]->soc);
    } else if (random_.chance(2)) {
      add(Fact::Role,
          one_of({"Senior Medical Coder", "Inpatient Coder II", "Director, HIM", "HLTH INFO MGMT SUPERVISOR",
                  "Certified Coder (Remote)", "Cancer Registrar, Nights", "medical  coder"}));
    }
    if (random_.chance(4)) {
      add(Fact::Level, random_.of(t.levels).id);
    }
  }

  void place() {
    const Tables& t = tables();
    const Area& area = random_.of(t.areas);
    switch (random_.below(7)) {
      case 0: add(Fact::State, one_of({"CA", "tx", "New York", "Puerto Rico", "AL", "DC", "Ohio"})); break;
      case 1: add(Fact::Metro, random_.chance(2) ? area.code : area.title); break;
      case 2:
        add(Fact::State, one_of({"CA", "TX", "IL"}));
        add(Fact::Metro, one_of({"Springfield", "41860", "San Francisco", "Dallas", "Chicago"}));
        break;
      case 3: add(Fact::County, one_of({"17031", "06075", "51059", "30019", "09009", "99001"})); break;
      case 4: add(Fact::Remote, one_of({"true", "false"})); break;
      case 5:
        add(Fact::Place, one_of({"94110", "NYC", "Boise", "Springfield", "Remote", "Texas", "Portland, Maine"}));
        break;
      default: break;
    }
  }

  /// Anything that somebody might get wrong.
  void mistake() {
    switch (random_.below(6)) {
      case 0: add(Fact::Education, "a good one"); break;
      case 1: add(Fact::Setting, "hospitl"); break;
      case 2: add(Fact::AsOf, "yesterday"); break;
      case 3: add(Fact::Skills, "sql,juggling"); break;
      case 4: add(Fact::Remote, "true"); break;
      default: add(Fact::Level, "boss \"x\" \\"); break;
    }
    // A fact is given once.
    const Fact last = texts_.back().first;
    texts_.erase(std::remove_if(texts_.begin(), texts_.end() - 1, [&](const auto& one) { return one.first == last; }),
                 texts_.end() - 1);
  }

  Random& random_;
  Texts texts_;
};

inline bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789.") == std::string_view::npos &&
         (text[0] != '0' || text.size() == 1 || text[1] == '.');
}

/// A text as JSON, with some of its letters escaped.
inline std::string json_text(std::string_view text, Random& random) {
  std::string out = nlohmann::json(text).dump();
  if (random.chance(4) && text.size() > 1 && out[1] != '\\' && static_cast<signed char>(out[1]) > 0) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto letter = static_cast<unsigned char>(out[1]);
    out.replace(1, 1, std::string("\\u00") + digits[letter >> 4U] + digits[letter & 15U]);
  }
  return out;
}

inline std::string json_value(Fact fact, const std::string& text, Random& random) {
  const query::FactForm& form = query::form_of(fact);
  if (form.is_flag) {
    return text;
  }
  if (form.number_fits && is_number(text) && random.chance(2)) {
    const std::vector<std::string> forms{text, text + (text.find('.') == std::string::npos ? ".0" : "0"), text + "e0",
                                         text + "E+00"};
    return forms[random.below(forms.size())];
  }
  if (form.is_list && random.chance(2)) {
    std::string all;
    for (std::size_t at = 0; at <= text.size(); at = std::min(text.find(',', at), text.size()) + 1) {
      all += (all.empty()        ? "["
              : random.chance(2) ? ", "
                                 : ",") +
             json_text(text.substr(at, text.find(',', at) - at), random);
    }
    return all + "]";
  }
  return json_text(text, random);
}

/// The same person as a row of NDJSON: in any order, with other keys between.
inline std::string row_of(Texts texts, Random& random) {
  for (std::size_t i = texts.size(); i > 1; --i) {
    std::swap(texts[i - 1], texts[random.below(i)]);
  }
  const std::string blank = random.chance(2) ? " " : "";
  std::string out;
  for (const auto& [fact, text] : texts) {
    out += (out.empty() ? "{\"" : "," + blank + "\"") + std::string(name_of(fact)) + "\":" + blank +
           json_value(fact, text, random);
    if (random.chance(12)) {
      out += R"(,"extra":{"a":[1,{"b":"]}"}],"a":1e400})";
    }
  }
  return (out.empty() ? "{" : out) + "}";
}

inline std::string heading() {
  std::string out;
  for (const auto name : batch::fact_names()) {
    out += (out.empty() ? "" : ",") + std::string(name);
  }
  return out + "\n";
}

/// The same as a CSV record under heading(); cells are in quotes where they must be, and at random.
inline std::string record_of(const Texts& texts, Random& random) {
  std::string out;
  for (const auto& form : query::fact_forms) {
    const auto found = std::ranges::find(texts, form.fact, &std::pair<Fact, std::string>::first);
    std::string cell = found != texts.end() ? found->second : "";
    if (form.is_list) {
      std::ranges::replace(cell, ',', ",;|"[random.below(3)]);
    }
    const bool quoted = cell.find_first_of(",\"") != std::string::npos || (!cell.empty() && random.chance(20));
    std::string escaped;
    for (const char c : cell) {
      escaped += c == '"' ? "\"\"" : std::string(1, c);
    }
    out += (form.fact == query::fact_forms.front().fact ? "" : ",") + (quoted ? '"' + escaped + '"' : cell);
  }
  return out + (random.chance(4) ? "\r\n" : "\n");
}

/// What the library says about the person, as a line of batch without its line number.
inline std::string expected_line(const Texts& texts) {
  using nlohmann::ordered_json;
  ProfileBuilder builder(Dataset::builtin());
  for (const auto& [fact, text] : texts) {
    builder.with(fact, text);
  }
  try {
    const Estimate estimate = model().estimate(builder.build());
    const Facts& person = estimate.profile;
    ordered_json line;
    for (std::size_t i = 0; i < 5; ++i) {
      line["p" + std::to_string(std::array{10, 25, 50, 75, 90}[i])] = std::llround(estimate.pay.dollars[i]);
    }
    line["role"] = ordered_json();
    if (person.role != nullptr || person.occupation != nullptr) {
      line["role"] = person.role != nullptr ? person.role->id : person.occupation->soc;
    }
    line["level"] = person.level != nullptr ? ordered_json(person.level->id) : ordered_json();
    line["area"] = person.area != nullptr ? person.area->code : "US";
    line["as_of"] = estimate.as_of;
    line["wages"] = output::name_of(estimate.market.kind);
    line["confidence"] = output::name_of(estimate.confidence.level);
    line["market_percentile"] = std::round(estimate.market_percentile * 10) / 10;
    return line.dump();
  } catch (const Error& error) {
    const std::string message = std::string(error.what()) + (error.hint().empty() ? "" : " (" + error.hint() + ")");
    return ordered_json{{"error", {{"code", output::name_of(error.code())}, {"message", printable(message)}}}}.dump();
  }
}

/// A line without the number of its line.
inline std::string without_line(const std::string& line) {
  const auto at = line.rfind(",\"line\":");
  return line.starts_with("{\"error\"") && at != std::string::npos ? line.substr(0, at) + "}}" : line;
}

/// The same as the words of a command line.
inline std::vector<std::string> words_of(const Texts& texts, Random& random) {
  std::vector<std::string> words{"estimate"};
  for (const auto& [fact, text] : texts) {
    std::string name = "--" + std::string(name_of(fact));
    std::ranges::replace(name, '_', '-');
    const query::FactForm& form = query::form_of(fact);
    if (form.is_flag) {
      if (text == "true") {
        words.push_back(name);
      }
      continue;
    }
    const bool apart = form.is_list && random.chance(2);
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = apart ? std::min(text.find(',', at), text.size()) : text.size();
      const std::string value = text.substr(at, end - at);
      if (random.chance(2)) {
        words.push_back(name + "=" + value);
      } else {
        words.insert(words.end(), {name, value});
      }
      at = end + 1;
    }
  }
  return words;
}

}  // namespace hisalary::test
