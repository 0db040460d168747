// SPDX-License-Identifier: MIT
#include "hisalary/advise/compare.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"
#include "parity.hpp"
#include "reading.hpp"

namespace hisalary::advise {
namespace {

constexpr const char* option = "--vary";
constexpr const char* example = "write it like --vary state=CA,TX,NY";

/// A field that can be varied.
struct Field {
  std::string_view name;
  Fact fact;
};

constexpr std::array<Field, 9> fields{{{"place", Fact::Place},
                                       {"state", Fact::State},
                                       {"metro", Fact::Metro},
                                       {"cert", Fact::Credentials},
                                       {"years", Fact::Years},
                                       {"role", Fact::Role},
                                       {"setting", Fact::Setting},
                                       {"education", Fact::Education},
                                       {"level", Fact::Level}}};

/// Gives one value of a field; in cert, + joins several credentials.
void give(ProfileBuilder& builder, const Field& field, std::string value) {
  if (field.fact == Fact::Credentials) {
    std::ranges::replace(value, '+', ',');
  }
  builder.with(field.fact, value);
}

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
  throw Error(ErrorCode::Usage, shown(name) + " is not a field that can be varied",
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

void check(const ProfileBuilder& common, const std::vector<Varied>& varied) {
  std::size_t cells = 1;
  for (const auto& one : varied) {
    if (std::ranges::count(varied, one.field, &Varied::field) > 1) {
      throw Error(ErrorCode::Usage, one.field + " is varied twice", "give all of its values in one --vary", option);
    }
    if (common.has(field_of(one.field).fact)) {
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
  constexpr std::array<std::string_view, 3> places{"place", "state", "metro"};
  const auto varied_places = std::ranges::count_if(places, varies);
  const bool other = common.has(Fact::Remote) || common.has(Fact::County) || common.has(Fact::Place);
  if (varied_places > 1 || (varied_places == 1 && other) ||
      (!varies("metro") && varied_places == 1 && common.has(Fact::Metro))) {
    throw Error(ErrorCode::Usage, "the place is given in two ways",
                "vary one of place, state and metro, without another place", option);
  }
  if (cells > most_cells) {
    const std::string count = std::to_string(varied[0].values.size()) +
                              (varied.size() == 2 ? " times " + std::to_string(varied[1].values.size()) : "");
    throw Error(ErrorCode::Usage, count + " values are too many to compare",
                "at most " + std::to_string(most_cells) + " combinations; \"hisalary batch\" has no limit", option);
  }
}

/// Which value of each field a cell has.
using Place = std::array<std::size_t, 2>;

std::size_t columns_of(const std::vector<Varied>& varied) { return varied.size() == 2 ? varied[1].values.size() : 1; }

std::string name_of(const std::vector<Varied>& varied, std::size_t cell) {
  const std::string first = pair_of(varied[0], cell / columns_of(varied));
  return varied.size() == 2 ? first + " with " + pair_of(varied[1], cell % columns_of(varied)) : first;
}

/// The person of one cell. Throws what the person's texts are at fault of, with the cell named.
Cell cell_of(const Model& model, const ProfileBuilder& common, const std::vector<Varied>& varied, std::size_t at,
             std::vector<std::string>& notes) {
  const Place place{at / columns_of(varied), at % columns_of(varied)};
  ProfileBuilder builder = common;
  Cell cell;
  for (std::size_t i = 0; i < varied.size(); ++i) {
    cell.values.push_back(varied[i].values[place[i]]);
    give(builder, field_of(varied[i].field), cell.values.back());
  }
  try {
    const Profile person = builder.build();
    add_new(notes, person.notes());
    cell.estimate = model.estimate(person);
  } catch (const Error& error) {
    throw Error(error.code(), name_of(varied, at) + ": " + error.what(), error.hint(), option);
  }
  cell.parity = price_parity(model.dataset().tables(), cell.estimate.profile);
  return cell;
}

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
    if ((out.field == "metro" || out.field == "place") && !out.values.empty() && are_postal_codes(part)) {
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

Comparison compare(const Model& model, const ProfileBuilder& common, const std::vector<std::string>& vary) {
  Comparison out;
  std::ranges::transform(vary, std::back_inserter(out.varied), read_varied);
  check(common, out.varied);

  out.common = common.build().facts();
  const std::size_t count = out.varied[0].values.size() * columns_of(out.varied);
  for (std::size_t at = 0; at < count; ++at) {
    Cell cell = cell_of(model, common, out.varied, at, out.notes);
    for (std::size_t i = 0; i < out.cells.size(); ++i) {
      if (same(out.cells[i].estimate.profile, cell.estimate.profile)) {
        throw Error(ErrorCode::Usage, name_of(out.varied, i) + " and " + name_of(out.varied, at) + " are the same",
                    "give each value once", option);
      }
    }
    out.cells.push_back(std::move(cell));
  }
  return out;
}

}  // namespace hisalary::advise
