// SPDX-License-Identifier: MIT
#include "outlook.hpp"

#include <algorithm>

#include "data/tables.hpp"
#include "model/parameters.hpp"

namespace hisalary::advise {
namespace {

constexpr Text all_occupations = "00-0000";
constexpr std::size_t median = 2;

const Occupation* occupation_of(const Tables& tables, Text soc) {
  const auto it = std::ranges::find(tables.occupations, soc, &Occupation::soc);
  return it == tables.occupations.end() ? nullptr : &*it;
}

const Outlook* outlook_row(const Tables& tables, Text soc) {
  const auto it = std::ranges::find(tables.outlook, soc, &Outlook::soc);
  return it == tables.outlook.end() ? nullptr : &*it;
}

void add_occupation(OutlookAnswer& out, const Tables& tables, Text soc, double weight) {
  if (const Occupation* const occupation = occupation_of(tables, soc)) {
    out.occupations.push_back({occupation, weight, outlook_row(tables, soc)});
  }
}

bool known(const NationWage& row) { return row.pay[median].known(); }

/// The newest occupation code in whose place the given one stands: retired codes whose successor it is, one row a year.
void add_history(OutlookAnswer& out, const Tables& tables, const Occupation& occupation) {
  std::vector<const NationWage*> rows;
  for (const auto& row : tables.nation_wages) {
    const Occupation* const was = occupation_of(tables, row.soc);
    const bool before = was != nullptr && was->successor == occupation.soc;
    if (!known(row) || (row.soc != occupation.soc && !before)) {
      continue;
    }
    const auto same = std::ranges::find(rows, row.release, &NationWage::release);
    if (same == rows.end()) {
      rows.push_back(&row);
    } else if (row.soc == occupation.soc) {
      *same = &row;
    }
  }
  std::ranges::sort(rows, {}, &NationWage::release);
  for (const auto* const row : rows) {
    out.history.push_back({&occupation, row});
  }
}

bool concerns(const PublishedFigure& figure, const OutlookAnswer& out) {
  return figure.statistic == "outlook" && std::ranges::any_of(out.occupations, [&](const OccupationOutlook& one) {
           return one.occupation->soc == figure.ask_role;
         });
}

}  // namespace

OutlookAnswer outlook_of(const Tables& tables, const Facts* profile) {
  OutlookAnswer out;
  out.all = outlook_row(tables, all_occupations);
  out.from = model::block(tables, "projections.json");
  out.wages_from = model::block(tables, "wages_nation.json");
  if (profile == nullptr || (profile->role == nullptr && profile->occupation == nullptr)) {
    for (const auto& row : tables.outlook) {
      if (row.soc != all_occupations) {
        add_occupation(out, tables, row.soc, 1);
      }
    }
  } else if (profile->occupation != nullptr) {
    add_occupation(out, tables, profile->occupation->soc, 1);
  } else {
    for (const auto& part : profile->role->occupations) {
      add_occupation(out, tables, part.soc, part.weight);
    }
  }
  for (const auto& one : out.occupations) {
    add_history(out, tables, *one.occupation);
  }
  for (const auto& figure : tables.published_figures) {
    if (concerns(figure, out)) {
      out.guides.push_back(&figure);
    }
  }
  return out;
}

}  // namespace hisalary::advise
