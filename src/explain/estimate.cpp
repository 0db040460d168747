// SPDX-License-Identifier: MIT
#include "estimate.hpp"

#include <algorithm>

#include "caveats.hpp"
#include "confidence.hpp"
#include "data/tables.hpp"
#include "jobs.hpp"
#include "standing.hpp"
#include "steps.hpp"

namespace hisalary::explain {
namespace {

/// The market as published, in the dollars of the answer.
Market market_of(const model::Pricer& pricer, const Facts& person, const model::Price& price,
                 const std::vector<model::MarketCell>& cells) {
  Market market;
  const bool in_nation = person.area == nullptr || person.area->kind == AreaKind::Nation;
  market.area = in_nation ? pricer.tables().areas.data() : person.area;
  market.kind = price.wages();
  market.employment = {0, Published::Mark::Value};
  for (const auto& cell : cells) {
    const Published& jobs = cell.cell.employment;
    market.parts.push_back({cell.occupation, cell.weight, cell.cell.kind, jobs});
    if (!jobs.known()) {
      market.employment.mark = jobs.mark;
    }
    market.employment.amount += jobs.amount;
  }

  const model::MarketCurve curve = pricer.market_curve(person, price);
  for (std::size_t i = 0; i < market.pay.dollars.size(); ++i) {
    market.pay.dollars[i] = model::exponential(curve(model::percentile_scores[i]));
  }
  return market;
}

std::vector<const Source*> sources_of(const Tables& tables, const std::vector<Step>& steps) {
  std::vector<const Source*> out;
  for (const auto& step : steps) {
    const auto source = std::ranges::find(tables.sources, step.from.source, &Source::id);
    if (source != tables.sources.end() && std::ranges::find(out, &*source) == out.end()) {
      out.push_back(&*source);
    }
  }
  return out;
}

}  // namespace

std::string as_of_text(const model::Pricer& pricer, const Facts& person) {
  if (person.release) {
    return "release " + std::to_string(*person.release) + "-05";
  }
  if (person.as_of.kind == AsOf::Kind::Release) {
    return "release " + std::string(pricer.tables().info[0].release);
  }
  return model::text(pricer.clock().quarter_of(person));
}

Estimate estimate(const model::Pricer& pricer, const Facts& person) {
  const model::Price price = pricer.price(person);
  const auto cells = pricer.cells(person);
  const bool named = model::is_named(person);
  const Standing standing = named ? standing_of(pricer.tables(), pricer.scorer(person), price.terms.scores, person)
                                  : standing_over_jobs(pricer, person, price);

  Estimate out;
  out.profile = person;
  out.as_of = as_of_text(pricer, person);
  out.pay = price.pay;
  out.market = market_of(pricer, person, price, cells);
  out.market_percentile = pricer.market_percentile(person, price, price.log_median());
  out.jobs = jobs_of(price);
  out.steps = named ? steps_of(pricer, person, price, cells, standing) : steps_over_jobs(pricer, person, price);
  out.confidence = confidence_of(pricer, person, price);
  out.caveats = caveats_of(pricer, person, cells, standing);
  out.narrower = narrowing_facts(person, standing);
  out.sources = sources_of(pricer.tables(), out.steps);
  return out;
}

}  // namespace hisalary::explain
