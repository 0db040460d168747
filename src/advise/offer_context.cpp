// SPDX-License-Identifier: MIT
// What stands around the value of an offer: the other offers, bonuses as published, and what nobody prices.
#include <algorithm>

#include "data/tables.hpp"
#include "offer.hpp"

namespace hisalary::advise {
namespace {

/// Median pay of an occupation in a sector and in the nation, of the newest release that has both.
struct SectorMedian {
  std::int32_t release = 0;
  std::int32_t sector = 0;
  std::int32_t nation = 0;
};

SectorMedian sector_median(const Tables& tables, Text soc, Text naics) {
  constexpr std::size_t median = 2;
  SectorMedian newest;
  for (const auto& row : tables.industry_wages) {
    if (row.soc != soc || row.naics != naics || row.release <= newest.release || !row.pay[median].known()) {
      continue;
    }
    for (const auto& nation : tables.nation_wages) {
      if (nation.soc == soc && nation.release == row.release && nation.pay[median].known()) {
        newest = {row.release, row.pay[median].amount, nation.pay[median].amount};
      }
    }
  }
  return newest;
}

}  // namespace

EqualTerms with_equal_benefits(std::vector<Offer> offers) {
  EqualTerms out{std::move(offers), {}};
  out.notes.resize(out.offers.size());
  const auto equal = [&](auto Offer::*term, const char* name) {
    const auto says = [&](const Offer& offer) { return (offer.*term).has_value(); };
    const auto employs = [](const Offer& offer) { return !offer.contract_rate.has_value(); };
    const auto first = std::ranges::find_if(out.offers, [&](const Offer& one) { return employs(one) && says(one); });
    if (first == out.offers.end() || std::ranges::count_if(out.offers, says) != 1) {
      return;
    }
    for (std::size_t i = 0; i < out.offers.size(); ++i) {
      if (employs(out.offers[i]) && !says(out.offers[i])) {
        out.offers[i].*term = (*first).*term;
        out.notes[i].push_back(std::string(name) + " is assumed to be as in " +
                               first->name.value_or("offer " + std::to_string(first - out.offers.begin() + 1)) +
                               ", the only offer that gives it");
      }
    }
  };
  equal(&Offer::health, "health insurance");
  equal(&Offer::premium_share, "the worker's part of the premium");
  equal(&Offer::match, "the retirement match");
  equal(&Offer::dental, "dental insurance");
  equal(&Offer::vision, "vision insurance");
  equal(&Offer::tuition, "tuition assistance");
  equal(&Offer::fees, "the payment of professional fees");
  equal(&Offer::pto, "time off");
  equal(&Offer::holidays, "the number of holidays");
  equal(&Offer::sick, "the number of sick days");
  return out;
}

std::vector<BonusFigure> bonus_figures(const Tables& tables) {
  std::vector<BonusFigure> out;
  for (const auto& row : tables.benefits) {
    if (row.id.starts_with("bonus-")) {
      out.push_back({std::string(row.item), row.value, std::string(row.unit), std::string(row.publisher),
                     std::string(row.from.as_of), std::string(row.from.source), row.from.grade});
    }
  }
  for (const auto& row : tables.survey_figures) {
    if (row.publisher.starts_with("HealthITJobs") && row.subject.find("bonus") != Text::npos) {
      out.push_back({std::string(row.subject) + ", " + std::string(row.statistic), row.amount, std::string(row.unit),
                     "HealthITJobs.com", std::string(row.year), "healthitjobs", row.grade});
    }
  }
  return out;
}

std::vector<Remark> not_priced(const Tables& tables) {
  std::vector<Remark> out{
      {"size of the employer", "guides praise large systems; no publication gives pay by size of employer",
       "guide-specialist"},
      {"soft skills",
       "guides praise attention to detail, critical thinking and communication; no publication puts a price on them",
       "guide-specialist"},
  };
  const SectorMedian coders = sector_median(tables, "29-2072", "51");
  if (coders.release != 0) {
    std::string against = "as much as";
    if (coders.sector != coders.nation) {
      against = coders.sector < coders.nation ? "less than" : "more than";
    }
    out.push_back({"vendors",
                   "guides call work for health technology vendors lucrative; BLS's sector 51 (Information) pays "
                   "medical records specialists " +
                       against + " the nation: median " + dollars(coders.sector) + " against " +
                       dollars(coders.nation) + " (May " + std::to_string(coders.release) +
                       "). Stock and bonuses are not in it",
                   "bls-oews-industry"});
  }
  return out;
}

}  // namespace hisalary::advise
