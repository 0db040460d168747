// SPDX-License-Identifier: MIT
#include "listing.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/csv.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "money.hpp"
#include "names.hpp"

namespace hisalary::output {
namespace {

std::string text(Text view) { return std::string(view); }

std::string dollars(std::optional<double> value) { return value ? number_text(*value) : ""; }

std::string parity_of(const Tables& tables, Text area) {
  const auto it = std::ranges::find(tables.price_parity, area, &PriceParity::area);
  return it == tables.price_parity.end() ? "" : number_text(it->parity);
}

std::string list_of(List<Text> values) { return joined({values.begin(), values.end()}, ", "); }

Listing areas(const Tables& tables, auto&& wanted) {
  Listing out{{"code", "name", "kind", "states", "price_parity"}, {}};
  for (const auto& area : tables.areas) {
    if (wanted(area.kind)) {
      out.rows.push_back({text(area.code), text(area.title), text(name_of(area.kind)), list_of(area.states),
                          parity_of(tables, area.code)});
    }
  }
  return out;
}

}  // namespace

Listing list_roles(const Tables& tables) {
  Listing out{{"role", "title", "occupations", "about"}, {}};
  for (const auto& role : tables.roles) {
    std::string parts;
    for (const auto& part : role.occupations) {
      parts += (parts.empty() ? "" : ", ") + text(part.soc) + (part.weight == 1 ? "" : " " + number_text(part.weight));
    }
    out.rows.push_back({text(role.id), text(role.title), parts, text(role.about)});
  }
  return out;
}

Listing list_credentials(const Tables& tables) {
  Listing out{
      {"cert", "name", "issuer", "exam_fee_member", "exam_fee_nonmember", "prerequisite", "renewal", "formerly"}, {}};
  for (const auto& r : tables.credentials) {
    out.rows.push_back({text(r.id), text(r.name), text(r.issuer), dollars(r.exam_fee_member),
                        dollars(r.exam_fee_nonmember), text(r.prerequisite), text(r.renewal), text(r.former_name)});
  }
  return out;
}

Listing list_states(const Tables& tables) {
  return areas(tables, [](AreaKind kind) { return kind == AreaKind::State || kind == AreaKind::Territory; });
}

Listing list_metros(const Tables& tables) {
  return areas(tables,
               [](AreaKind kind) { return kind == AreaKind::Metropolitan || kind == AreaKind::Nonmetropolitan; });
}

Listing list_settings(const Tables& tables) {
  Listing out{{"setting", "title", "about", "note"}, {}};
  for (const auto& r : tables.settings) {
    out.rows.push_back({text(r.id), text(r.title), text(r.about), text(r.note)});
  }
  return out;
}

Listing list_skills(const Tables& tables) {
  Listing out{{"skill", "title", "nearest_price", "note"}, {}};
  for (const auto& r : tables.skills) {
    out.rows.push_back({text(r.id), text(r.title), text(r.nearest), text(r.note)});
  }
  return out;
}

Listing list_education(const Tables& tables) {
  Listing out{{"degree", "title", "also"}, {}};
  for (const auto& r : tables.education) {
    out.rows.push_back({text(r.id), text(r.title), list_of(r.aliases)});
  }
  return out;
}

Listing list_levels(const Tables& tables) {
  Listing out{{"level", "title", "words"}, {}};
  for (const auto& r : tables.levels) {
    out.rows.push_back({text(r.id), text(r.title), list_of(r.words)});
  }
  return out;
}

Listing list_occupations(const Tables& tables) {
  Listing out{{"soc", "title", "replaced_by"}, {}};
  for (const auto& r : tables.occupations) {
    out.rows.push_back({text(r.soc), text(r.title), text(r.successor)});
  }
  return out;
}

Listing list_sources(const Tables& tables) {
  Listing out{{"source", "publisher", "title", "period", "grade", "address"}, {}};
  for (const auto& r : tables.sources) {
    out.rows.push_back(
        {text(r.id), text(r.publisher), text(r.title), text(r.period), text(name_of(r.grade)), text(r.address)});
  }
  return out;
}

Listing list_releases(const Tables& tables) {
  Listing out{{"release", "occupations_with_percentiles", "occupations_with_a_median"}, {}};
  std::set<std::int32_t> years;
  for (const auto& row : tables.nation_wages) {
    years.insert(row.release);
  }
  for (const auto year : years) {
    const auto count = [&](std::size_t percentile) {
      return std::ranges::count_if(tables.nation_wages,
                                   [&](const NationWage& r) { return r.release == year && r.pay[percentile].known(); });
    };
    out.rows.push_back({std::to_string(year), std::to_string(count(0)), std::to_string(count(2))});
  }
  return out;
}

std::string listing_text(const Listing& listing, const Screen& screen) {
  Page page(screen);
  std::vector<std::vector<std::string>> rows{listing.heading};
  for (auto& name : rows[0]) {
    std::ranges::replace(name, '_', ' ');
  }
  rows.insert(rows.end(), listing.rows.begin(), listing.rows.end());
  page.suits_table(rows) ? page.table(rows) : page.blocks(rows);
  return page.text();
}

std::string listing_json(const Dataset& dataset, const std::string& what, const Listing& listing) {
  nlohmann::ordered_json out;
  out["schema"] = "hisalary/list/1";
  out["data"] = {
      {"version", dataset.info().version}, {"fingerprint", dataset.fingerprint()}, {"release", dataset.info().release}};
  out["list"] = what;
  auto rows = nlohmann::ordered_json::array();
  for (const auto& row : listing.rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i) {
      object[listing.heading[i]] = row[i].empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(row[i]);
    }
    rows.push_back(std::move(object));
  }
  out["rows"] = std::move(rows);
  return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string listing_csv(const Listing& listing) {
  std::string out = csv_row(listing.heading);
  for (const auto& row : listing.rows) {
    out += csv_row(row);
  }
  return out;
}

}  // namespace hisalary::output
