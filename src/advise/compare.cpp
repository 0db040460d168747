// SPDX-License-Identifier: MIT
#include "compare.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "data/tables.hpp"
#include "explain/estimate.hpp"
#include "hisalary/error.hpp"
#include "parity.hpp"
#include "reading.hpp"

namespace hisalary::advise {
namespace {

constexpr const char* option = "--vary";
constexpr const char* example = "write it like --vary state=CA,TX,NY";

/// A field of the question: whether it was given, and how a value is put into it.
struct Field {
  std::string_view name;
  bool (*given)(const Question&);
  void (*set)(Question&, const std::string&);
};

template <std::optional<std::string> Question::*Member> constexpr Field one(std::string_view name) {
  return {name, [](const Question& q) { return (q.*Member).has_value(); },
          [](Question& q, const std::string& value) { q.*Member = value; }};
}

constexpr std::array<Field, 8> fields{
    one<&Question::state>("state"),
    one<&Question::metro>("metro"),
    Field{"cert", [](const Question& q) { return !q.credentials.empty(); },
          [](Question& q, const std::string& value) { q.credentials = split(value, '+'); }},
    one<&Question::years>("years"),
    one<&Question::role>("role"),
    one<&Question::setting>("setting"),
    one<&Question::education>("education"),
    one<&Question::level>("level"),
};

const Field& field_of(std::string_view name) {
  const auto it = std::ranges::find(fields, name, &Field::name);
  if (it != fields.end()) {
    return *it;
  }
  std::vector<std::string_view> known;
  known.reserve(fields.size());
  for (const auto& field : fields) {
    known.push_back(field.name);
  }
  throw Error(ErrorCode::Usage, shown(name) + " is no field that can be varied",
              did_you_mean(name, known, "allowed: " + alternatives({known.begin(), known.end()}, known.size())),
              option);
}

/// The end of an area's name: "IL", or "NY-NJ" of an area in several states.
bool are_postal_codes(std::string_view text) {
  constexpr std::size_t code_and_hyphen = 3;
  return text.size() % code_and_hyphen == 2 &&
         std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
}

bool same(const Facts& a, const Facts& b) {
  return a.role == b.role && a.occupation == b.occupation && a.level == b.level && a.credentials == b.credentials &&
         a.years == b.years && a.education == b.education && a.area == b.area && a.setting == b.setting;
}

std::string pair_of(const Varied& varied, std::size_t value) { return varied.field + "=" + varied.values[value]; }

void check(const Question& question, const std::vector<Varied>& varied) {
  std::size_t cells = 1;
  for (const auto& one : varied) {
    if (std::ranges::count(varied, one.field, &Varied::field) > 1) {
      throw Error(ErrorCode::Usage, one.field + " is varied twice", "give all of its values in one --vary", option);
    }
    if (field_of(one.field).given(question)) {
      throw Error(ErrorCode::Usage, one.field + " is varied, and --" + one.field + " is given as well",
                  "leave out one of the two", option);
    }
    cells *= std::min(one.values.size(), most_cells + 1);
  }
  if (varied.empty() || varied.size() > 2) {
    throw Error(ErrorCode::Usage, varied.empty() ? "say what to vary" : "more than two fields are varied",
                varied.empty() ? example : "one field makes a list, two make a grid", option);
  }
  const auto varies = [&](std::string_view field) {
    return std::ranges::find(varied, field, &Varied::field) != varied.end();
  };
  if ((varies("state") && varies("metro")) ||
      ((varies("state") || varies("metro")) && (question.remote || question.county)) ||
      (varies("state") && question.metro)) {
    throw Error(ErrorCode::Usage, "the place is given in two ways", "vary either state or metro, without another place",
                option);
  }
  if (cells > most_cells) {
    const std::string count = std::to_string(varied[0].values.size()) +
                              (varied.size() == 2 ? " times " + std::to_string(varied[1].values.size()) : "");
    throw Error(ErrorCode::Usage, count + " values are too many to compare",
                "at most " + std::to_string(most_cells) + " combinations; \"hisalary batch\" has no limit", option);
  }
}

class Comparing {
 public:
  Comparing(const Model& model, const Question& question, std::vector<Varied> varied)
      : model_(model), question_(question) {
    out_.varied = std::move(varied);
  }

  Comparison run() {
    out_.common = understand(model_.dataset(), question_).facts();
    const std::size_t columns = out_.varied.size() == 2 ? out_.varied[1].values.size() : 1;
    for (std::size_t i = 0; i < out_.varied[0].values.size() * columns; ++i) {
      cell({i / columns, i % columns});
    }
    return std::move(out_);
  }

 private:
  using Place = std::array<std::size_t, 2>;

  [[nodiscard]] std::string name(const Place& at) const {
    return pair_of(out_.varied[0], at[0]) + (out_.varied.size() == 2 ? " with " + pair_of(out_.varied[1], at[1]) : "");
  }

  void cell(const Place& at) {
    Question question = question_;
    Cell cell;
    for (std::size_t i = 0; i < out_.varied.size(); ++i) {
      cell.values.push_back(out_.varied[i].values[at[i]]);
      field_of(out_.varied[i].field).set(question, cell.values.back());
    }
    try {
      const Profile asked = understand(model_.dataset(), question);
      add_new(out_.notes, asked.notes());
      cell.estimate = explain::estimate(model_.pricer(), asked.facts());
    } catch (const Error& error) {
      throw Error(error.code(), name(at) + ": " + error.what(), error.hint(), option);
    }
    cell.parity = price_parity(model_.dataset().tables(), cell.estimate.profile);
    for (std::size_t i = 0; i < out_.cells.size(); ++i) {
      if (same(out_.cells[i].estimate.profile, cell.estimate.profile)) {
        const std::size_t columns = out_.varied.size() == 2 ? out_.varied[1].values.size() : 1;
        throw Error(ErrorCode::Usage, name({i / columns, i % columns}) + " and " + name(at) + " are the same",
                    "give each value once", option);
      }
    }
    out_.cells.push_back(std::move(cell));
  }

  const Model& model_;
  const Question& question_;
  Comparison out_;
};

}  // namespace

bool Comparison::varies(std::string_view field) const {
  return std::ranges::find(varied, field, &Varied::field) != varied.end();
}

Varied read_varied(std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) {
    throw Error(ErrorCode::Usage, shown(text) + " has no values", example, option);
  }
  Varied out{std::string(field_of(trimmed(text.substr(0, equals))).name), {}};
  for (auto& part : split(text.substr(equals + 1), ',')) {
    if (part.empty()) {
      throw Error(ErrorCode::Usage, "a value of " + out.field + " is empty", example, option);
    }
    if (out.field == "metro" && !out.values.empty() && are_postal_codes(part)) {
      out.values.back() += ", " + part;
    } else {
      out.values.push_back(std::move(part));
    }
  }
  if (out.values.size() == 1) {
    throw Error(ErrorCode::Usage, out.field + " has one value, and nothing to compare it with", example, option);
  }
  return out;
}

Comparison compare(const Model& model, const Question& question, const std::vector<std::string>& vary) {
  std::vector<Varied> varied;
  std::ranges::transform(vary, std::back_inserter(varied), read_varied);
  check(question, varied);
  return Comparing(model, question, std::move(varied)).run();
}

}  // namespace hisalary::advise
