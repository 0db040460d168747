// SPDX-License-Identifier: MIT
#include "listing.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/number.hpp"
#include "base/suggest.hpp"
#include "data/tables.hpp"
#include "fields.hpp"
#include "names.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

/// Columns that only wide screens have room for: long texts, and what an id says as well.
bool is_left_out(const std::vector<std::string>& names, const std::string& name) {
  constexpr std::array<std::string_view, 9> always{
      "note",   "renewal",      "renewal_a_year", "formerly", "exam_fee_nonmember",
      "states", "prerequisite", "occupations",    "address"};
  constexpr std::array<std::string_view, 2> of_roles{"title", "occupations"};
  const auto among = [&](const auto& list) { return std::ranges::find(list, name) != list.end(); };
  return among(always) || (names.front() == "role" && among(of_roles));
}

/// A table of texts; `cells_of` gives the cells of a row in the order of the names.
template <class Rows, class CellsOf>
Table listed(const std::vector<std::string>& names, const Rows& rows, CellsOf&& cells_of) {
  Table table{{}, {}, Narrow::Cut};
  constexpr std::size_t roomy = 110;
  for (const std::string& name : names) {
    std::string heading = name;
    std::ranges::replace(heading, '_', ' ');
    const Column column(name, heading);
    table.columns.push_back(is_left_out(names, name) ? column.from(roomy) : column);
  }
  for (const auto& row : rows) {
    const Values cells = cells_of(row);
    Members record;
    for (std::size_t i = 0; i < names.size(); ++i) {
      record.push_back({names[i], filled(cells[i].plain())});
    }
    table.records.emplace_back(std::move(record));
  }
  return table;
}

std::string parity_of(const Tables& tables, Text area) {
  const auto it = std::ranges::find(tables.price_parity, area, &PriceParity::area);
  return it == tables.price_parity.end() ? "" : number_text(it->parity);
}

Table areas(const Tables& tables, AreaKind one, AreaKind other) {
  std::vector<Area> wanted;
  std::ranges::copy_if(tables.areas, std::back_inserter(wanted),
                       [&](const Area& area) { return area.kind == one || area.kind == other; });
  return listed({"code", "name", "kind", "states", "price_parity"}, wanted, [&](const Area& area) {
    return Values{area.code, area.title, name_of(area.kind), joined(area.states), parity_of(tables, area.code)};
  });
}

/// "29-2072, 29-9021 0.3": a weight unless it is all.
std::string weighted(const OccupationWeight& part) {
  return std::string(part.soc) + (part.weight == 1 ? "" : " " + number_text(part.weight));
}

Table list_roles(const Tables& tables) {
  return listed({"role", "title", "occupations", "about"}, tables.roles, [](const Role& role) {
    std::vector<std::string> parts;
    std::ranges::transform(role.occupations, std::back_inserter(parts), weighted);
    return Values{role.id, role.title, joined(parts), role.about};
  });
}

Table list_credentials(const Tables& tables) {
  return listed({"cert", "name", "issuer", "exam_fee_member", "exam_fee_nonmember", "prerequisite", "renewal",
                 "renewal_a_year", "formerly"},
                tables.credentials, [](const Credential& one) {
                  return Values{
                      one.id,           one.name,    one.issuer,         one.exam_fee_member, one.exam_fee_nonmember,
                      one.prerequisite, one.renewal, one.renewal_a_year, one.former_name};
                });
}

Table list_states(const Tables& tables) { return areas(tables, AreaKind::State, AreaKind::Territory); }

Table list_metros(const Tables& tables) { return areas(tables, AreaKind::Metropolitan, AreaKind::Nonmetropolitan); }

Table list_settings(const Tables& tables) {
  return listed({"setting", "title", "about", "note"}, tables.settings, [](const Setting& one) {
    return Values{one.id, one.title, one.about, one.note};
  });
}

Table list_skills(const Tables& tables) {
  return listed({"skill", "title", "nearest_price", "note"}, tables.skills, [](const Skill& one) {
    return Values{one.id, one.title, one.nearest, one.note};
  });
}

Table list_education(const Tables& tables) {
  return listed({"degree", "title", "also"}, tables.education, [](const Education& one) {
    return Values{one.id, one.title, joined(one.aliases)};
  });
}

Table list_levels(const Tables& tables) {
  return listed({"level", "title", "words"}, tables.levels, [](const Level& one) {
    return Values{one.id, one.title, joined(one.words) + (one.aliases.empty() ? "" : ", " + joined(one.aliases))};
  });
}

Table list_occupations(const Tables& tables) {
  return listed({"soc", "title", "replaced_by"}, tables.occupations, [](const Occupation& one) {
    return Values{one.soc, one.title, one.successor};
  });
}

Table list_sources(const Tables& tables) {
  return listed({"source", "publisher", "title", "period", "grade", "address"}, tables.sources, [](const Source& one) {
    return Values{one.id, one.publisher, one.title, one.period, name_of(one.grade), one.address};
  });
}

Table list_releases(const Tables& tables) {
  std::set<std::int32_t> years;
  for (const NationWage& row : tables.nation_wages) {
    years.insert(row.release);
  }
  const auto known = [&](std::int32_t year, std::size_t percentile) {
    return std::ranges::count_if(
        tables.nation_wages, [&](const NationWage& row) { return row.release == year && row.pay[percentile].known(); });
  };
  return listed({"release", "occupations_with_percentiles", "occupations_with_a_median"}, years,
                [&](std::int32_t year) {
                  return Values{year, known(year, 0), known(year, 2)};
                });
}

Table list_fields(const Tables&) {
  return listed({"field", "commands", "about"}, field_forms, [](const FieldForm& one) {
    return Values{one.name, one.in_rows ? "estimate, batch" : "estimate", one.about};
  });
}

/// What makes the table of each name.
constexpr std::array<Table (*)(const Tables&), list_names.size()> makers{
    list_roles,     list_credentials, list_states,      list_metros,  list_settings, list_skills,
    list_education, list_levels,      list_occupations, list_sources, list_releases, list_fields};

/// "29-2072 Medical Records Specialists; 29-9021 ..." of the occupations that the roles lie in.
std::string key_of_roles(const Tables& tables) {
  std::set<Text> codes;
  for (const Role& role : tables.roles) {
    for (const OccupationWeight& part : role.occupations) {
      codes.insert(part.soc);
    }
  }
  std::string out;
  for (const Occupation& one : tables.occupations) {
    if (codes.contains(one.soc)) {
      out += (out.empty() ? "" : "; ") + std::string(one.soc) + " " + std::string(one.title);
    }
  }
  return "occupations, in the Standard Occupational Classification (SOC): " + out;
}

/// "AHIMA: American Health Information Management Association; ..." of the issuers whose letters stand for more.
std::string key_of_credentials(const Tables& tables) {
  std::set<Text> issuers;
  std::ranges::for_each(tables.credentials, [&](const Credential& one) { issuers.insert(one.issuer); });
  std::string out;
  for (const Text issuer : issuers) {
    const auto source = std::ranges::find(tables.sources, lower(issuer), &Source::id);
    if (source != tables.sources.end() && source->publisher != issuer) {
      out += (out.empty() ? "" : "; ") + std::string(issuer) + ": " + std::string(source->publisher);
    }
  }
  return out;
}

/// What the letters and numbers of a listing stand for, for people.
std::string key_of(const Tables& tables, std::string_view what) {
  if (what == "roles") {
    return key_of_roles(tables);
  }
  return what == "certs" ? key_of_credentials(tables) : "";
}

}  // namespace

Result listing(const Dataset& dataset, std::string_view what, const Screen& screen) {
  Result out(dataset, "list", screen);
  const auto name = std::ranges::find(list_names, what);
  out.table = makers[static_cast<std::size_t>(name - list_names.begin())](dataset.tables());
  out.page.table(out.table);
  if (const std::string key = key_of(dataset.tables(), what); !key.empty()) {
    out.page.line();
    out.page.aside(key);
  }
  out.page.line();
  out.page.aside("Everything in full: " + out.page.spelled("format") + " csv or " + out.page.spelled("json"));
  out.add("list", what);
  out.add("rows", out.table.records);
  for (Column& column : out.table.columns) {
    column.heading.clear();
  }
  return out;
}

}  // namespace hisalary::output
