// SPDX-License-Identifier: MIT
#include "setting.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "data/tables.hpp"
#include "parameters.hpp"

namespace hisalary::model {
namespace {

constexpr std::size_t ownership_code_length = 6;  // 000001 and 999001 are private and government totals, not sectors

/// An industry's median against the whole occupation's, and its share of the jobs.
struct Industry {
  double log_ratio = 0;
  double share = 0;
};

const NationWage* nation_of(const Tables& tables, Text soc, std::int32_t release) {
  const auto it = std::ranges::find_if(tables.nation_wages,
                                       [&](const NationWage& r) { return r.soc == soc && r.release == release; });
  return it != tables.nation_wages.end() && it->pay[2].known() && it->employment.known() ? &*it : nullptr;
}

bool is_sector(const IndustryWage& row) { return row.naics.size() < ownership_code_length; }

/// The newest release that has sectors.
std::int32_t sector_release(const Tables& tables) {
  std::int32_t newest = 0;
  for (const auto& row : tables.industry_wages) {
    newest = is_sector(row) ? std::max(newest, row.release) : newest;
  }
  return newest;
}

double log_ratio(const Published& median, const NationWage& whole) {
  return std::log(static_cast<double>(median.amount) / whole.pay[2].amount);
}

/// Splits one sector into the Handbook's finer industries and a remainder.
void add_sector(const Tables& tables, const IndustryWage& sector, const NationWage& whole, std::vector<Industry>& all) {
  constexpr double percent = 100;
  constexpr double least_share = 0.01;
  const double jobs = sector.employment.known() ? sector.employment.amount : 0;
  Industry remainder{log_ratio(sector.pay[2], whole), jobs / whole.employment.amount};
  double total = remainder.share * remainder.log_ratio;
  for (const auto& part : tables.handbook) {
    const double share = part.share.value_or(0) / percent;
    if (part.soc == sector.soc && part.naics == sector.naics && part.median.known() && share > 0 &&
        share + least_share < remainder.share) {
      all.push_back({log_ratio(part.median, whole), share});
      total -= share * all.back().log_ratio;
      remainder.share -= share;
      remainder.log_ratio = total / remainder.share;
    }
  }
  all.push_back(remainder);
}

std::vector<Industry> industries_of(const Tables& tables, const NationWage& whole) {
  std::vector<Industry> all;
  double covered = 0;
  for (const auto& row : tables.industry_wages) {
    if (row.release == whole.release && row.soc == whole.soc && is_sector(row) && row.pay[2].known()) {
      add_sector(tables, row, whole, all);
      covered += row.employment.known() ? static_cast<double>(row.employment.amount) / whole.employment.amount : 0;
    }
  }
  all.push_back({0, std::max(0.0, 1 - covered)});
  return all;
}

/// The fitted shift of a family of roles, or of all roles, in a setting; null: there is none.
const Parameter* fitted_shift(const Tables& tables, const Role& role, const Setting& setting) {
  const std::string id = "setting_shift." + std::string(setting.id);
  const auto find = [&](const std::string& wanted) {
    const auto it = std::ranges::find(tables.parameters, wanted, &Parameter::id);
    return it != tables.parameters.end() ? &*it : nullptr;
  };
  const Parameter* const own = find(id + "." + std::string(role.family));
  return own != nullptr ? own : find(id);
}

}  // namespace

SettingShift setting_shift(const Tables& tables, const Occupation& occupation, const Setting& setting) {
  SettingShift result;
  const NationWage* const whole = nation_of(tables, occupation.soc, sector_release(tables));
  if (whole == nullptr) {
    return result;
  }
  double center = 0;
  const auto industries = industries_of(tables, *whole);
  for (const auto& industry : industries) {
    center += industry.share * industry.log_ratio;
  }
  for (const auto& industry : industries) {
    result.variance += industry.share * (industry.log_ratio - center) * (industry.log_ratio - center);
  }
  for (const Text label : setting.handbook) {
    const auto it = std::ranges::find_if(tables.handbook, [&](const HandbookIndustry& r) {
      return r.soc == occupation.soc && r.industry == label && r.median.known();
    });
    if (it != tables.handbook.end()) {
      result.shift = log_ratio(it->median, *whole) - center;
      result.industry = it->industry;
      result.from = row_source(tables, "handbook.json", std::string(it->soc) + " " + std::string(it->industry));
      return result;
    }
  }
  for (const Text naics : setting.naics) {
    const auto it = std::ranges::find_if(tables.industry_wages, [&](const IndustryWage& r) {
      return r.release == whole->release && r.soc == occupation.soc && r.naics == naics && r.pay[2].known();
    });
    if (it != tables.industry_wages.end()) {
      result.shift = log_ratio(it->pay[2], *whole) - center;
      result.industry = it->title;
      result.from = row_source(tables, "wages_industries.json",
                               std::to_string(it->release) + " " + std::string(it->soc) + " " + std::string(it->naics));
      return result;
    }
  }
  return result;
}

SettingShift setting_for(const Tables& tables, const Role* role, const Occupation* occupation, const Setting& setting) {
  if (role == nullptr) {
    return setting_shift(tables, *occupation, setting);
  }

  const double reach = parameter_for(tables, "setting_reach", setting.id).value;
  SettingShift all;
  for (const auto& part : role->occupations) {
    const auto one = setting_shift(tables, *std::ranges::find(tables.occupations, part.soc, &Occupation::soc), setting);
    all.shift += part.weight * reach * one.shift;
    all.variance += part.weight * reach * reach * one.variance;
    if (all.industry.empty()) {
      all.industry = one.industry;
      all.from = one.from;
    }
  }
  if (const Parameter* const fitted = fitted_shift(tables, *role, setting)) {
    all.shift = fitted->value;
    all.industry = setting.title;
    all.from = fitted->from;
  }
  return all;
}

}  // namespace hisalary::model
