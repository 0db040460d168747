// SPDX-License-Identifier: MIT
// What the evidence shows of federal jobs: who works in which grade, and what agencies advertise.
#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"
#include "general_schedule.hpp"

namespace hisalary::advise {
namespace {

/// The grades and locality whose pay from step 1 to step 10 is the range of an advertisement, when there is exactly
/// one.
void read_grades(const Tables& tables, GsAdvertisement& advertisement) {
  const ObservedPay& record = *advertisement.record;
  const auto year = static_cast<std::int32_t>(record.year.value_or(0));
  std::size_t fits = 0;
  for (const auto& locality : tables.gs_localities) {
    for (const auto& low : tables.gs_grades) {
      if (low.year != year || gs_pay(low.steps[0], locality.percent).annual != std::llround(record.annual_low)) {
        continue;
      }
      for (const auto& high : tables.gs_grades) {
        if (high.year == year && high.grade >= low.grade &&
            gs_pay(high.steps[gs_steps - 1], locality.percent).annual == std::llround(record.annual_high)) {
          advertisement.grades = {low.grade, high.grade};
          advertisement.locality = &locality;
          ++fits;
        }
      }
    }
  }
  if (fits != 1) {
    advertisement.grades.reset();
    advertisement.locality = nullptr;
  }
}

/// Names of federal agencies of two words and more, as the setting knows them.
bool is_federal(const Tables& tables, const ObservedPay& record) {
  const auto setting = std::ranges::find(tables.settings, "federal-government", &Setting::id);
  const std::string employer = plain(record.employer);
  return setting != tables.settings.end() && record.kind == "ad" &&
         std::ranges::any_of(setting->aliases, [&](Text alias) {
           return alias.find(' ') != Text::npos && employer.find(plain(alias)) != std::string::npos;
         });
}

}  // namespace

const GsSeries* series_of(const Facts& person) {
  if (person.role == nullptr && person.occupation == nullptr) {
    return nullptr;
  }
  constexpr Text managers = "11-9111";
  constexpr double half = 0.5;
  const auto manages = [&](const OccupationWeight& part) { return part.soc == managers && part.weight >= half; };
  const bool manager = person.occupation != nullptr ? person.occupation->soc == managers
                                                    : std::ranges::any_of(person.role->occupations, manages);
  return manager ? gs_series.data() : &gs_series[1];
}

std::vector<GsHeadcount> gs_headcounts(const Tables& tables, const GsSeries& series) {
  const std::string mark = "(series " + std::string(series.code) + ") GS-";
  double newest = 0;
  std::vector<GsHeadcount> out;
  for (const auto& record : tables.observed_pay) {
    const auto at = record.title.find(mark);
    const auto grade = at == Text::npos ? std::nullopt : read_decimal(record.title.substr(at + mark.size()));
    const double year = record.year.value_or(0);
    if (record.kind != "federal-cell" || !grade || !record.count || year < newest) {
      continue;
    }
    if (year > newest) {
      out.clear();
      newest = year;
    }
    out.push_back({&record, static_cast<std::int32_t>(*grade), std::llround(*record.count), record.annual_mid, 0});
  }
  double all = 0;
  for (const GsHeadcount& one : out) {
    all += static_cast<double>(one.people);
  }
  for (GsHeadcount& one : out) {
    one.share = static_cast<double>(one.people) / all;
  }
  std::ranges::sort(out, {}, &GsHeadcount::grade);
  return out;
}

std::vector<GsAdvertisement> gs_advertisements(const Tables& tables) {
  std::vector<GsAdvertisement> out;
  for (const auto& record : tables.observed_pay) {
    if (!is_federal(tables, record)) {
      continue;
    }
    GsAdvertisement advertisement{&record, {}, nullptr, nullptr};
    for (const auto& series : gs_series) {
      const bool manager = record.soc == "11-9111";
      if (manager == (std::string_view(series.code) == "0669")) {
        advertisement.series = &series;
      }
    }
    read_grades(tables, advertisement);
    out.push_back(advertisement);
  }
  return out;
}

}  // namespace hisalary::advise
