// SPDX-License-Identifier: MIT
#include "estimate.hpp"

#include <algorithm>

#include "data/tables.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "standing.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

Value known(const Published& figure) { return figure.known() ? Value(figure.amount) : Value(); }

Members part_of(const MarketPart& part) {
  return {
      {"soc", part.occupation->soc}, {"title", part.occupation->title},      {"weight", part.weight},
      {"wages", name_of(part.kind)}, {"employment", known(part.employment)},
  };
}

Members job_of(const Money& money, const JobShare& job) {
  return {
      {"id", job.role->id},
      {"title", job.role->title},
      {"share", fixed(job.share, 3)},
      {"p50", amount(money, job.pay.p50())},
  };
}

Members market_of(const Money& money, const Market& market) {
  Members out{
      {"occupations", list_of(market.parts, part_of)},
      {"area", area_of(market.area)},
      {"wages", name_of(market.kind)},
      {"employment", known(market.employment)},
  };
  std::ranges::move(percentiles_of(money, market.pay), std::back_inserter(out));
  return out;
}

/// The place of a source in the list of sources, from 1; its id when it is not there.
Value number_of(const std::vector<const Source*>& sources, Text id) {
  const auto source = std::ranges::find(sources, id, &Source::id);
  return source == sources.end() ? Value(id) : Value(source - sources.begin() + 1);
}

Value credentials_of(const Tables& tables, const Facts& profile) {
  if (!profile.credentials) {
    return {};
  }
  return profile.credentials->none() ? "none" : joined(held(tables.credentials, *profile.credentials), " ");
}

Value years_of(const Facts& profile) {
  if (profile.years && profile.years->is_range()) {
    return years_range(profile);
  }
  return profile.years ? Value(static_cast<double>(*profile.years)) : Value();
}

const advise::Standing* standing_of(const EstimateView& view) { return view.standing ? &*view.standing : nullptr; }

/// The one row of the CSV: the person as understood, what they earn, and where their pay stands.
Members row_of(const EstimateView& view) {
  const Tables& tables = view.dataset.tables();
  const Estimate& estimate = view.estimate;
  const Facts& profile = estimate.profile;
  Members row{
      {"role", work_id(profile)},
      {"level", id_of(profile.level)},
      {"credentials", credentials_of(tables, profile)},
      {"years", years_of(profile)},
      {"education", id_of(profile.education)},
      {"area", profile.area == nullptr ? Text("US") : profile.area->code},
      {"setting", id_of(profile.setting)},
      {"skills", joined(held(tables.skills, profile.skills), " ")},
      {"as_of", estimate.as_of},
      {"period", view.money.name()},
  };
  std::ranges::move(percentiles_of(view.money, estimate.pay), std::back_inserter(row));
  const Value standing = standing_value(view.money, standing_of(view), estimate);
  row.push_back(
      {"market_percentile", view.standing ? standing.at("market_percentile") : fixed(estimate.market_percentile, 1)});
  row.push_back({"wages", name_of(estimate.market.kind)});
  row.push_back({"confidence", name_of(estimate.confidence.level)});
  if (view.standing) {
    for (const char* const name : {"pay", "percentile", "gap", "compa_ratio", "flag"}) {
      row.push_back({name, standing.at(name)});
    }
  }
  return row;
}

Table table_of(const EstimateView& view) {
  if (view.explain) {
    return {{Column("id", "step"), "label", "amount", "change", "source", "at", "grade"}, steps_of(view)};
  }
  Table table;
  const Members row = row_of(view);
  for (const Member& member : row) {
    table.columns.emplace_back(member.name);
  }
  table.records.emplace_back(row);
  return table;
}

}  // namespace

Values steps_of(const EstimateView& view) {
  Values out;
  std::int64_t before = 0;
  for (const Step& step : view.estimate.steps) {
    const std::int64_t now = view.money.units(step.amount);
    out.emplace_back(Members{
        {"id", step.id},
        {"label", step.label},
        {"amount", amount(view.money, now)},
        {"change", out.empty() ? Value() : change(view.money, now - before)},
        {"source", step.from.source},
        {".number", number_of(view.estimate.sources, step.from.source)},
        {"at", step.from.at},
        {"grade", name_of(step.from.grade)},
    });
    before = now;
  }
  return out;
}

Members estimate_document(const EstimateView& view) {
  const Estimate& estimate = view.estimate;
  std::vector<std::string> caveats = view.notes;
  caveats.insert(caveats.end(), estimate.caveats.begin(), estimate.caveats.end());

  Members out = document_of(view.dataset, "estimate");
  const auto add = [&](const char* name, Value value) { out.push_back({name, std::move(value)}); };
  std::ranges::move(asked_of(view.dataset, estimate.profile, estimate.as_of, view.money), std::back_inserter(out));
  add("pay", percentiles_of(view.money, estimate.pay));
  add("market", market_of(view.money, estimate.market));
  add("market_percentile", fixed(estimate.market_percentile, 1));
  add("jobs", list_of(estimate.jobs, [&](const JobShare& job) { return job_of(view.money, job); }));
  add("standing", standing_value(view.money, standing_of(view), estimate));
  add("steps", steps_of(view));
  add("confidence", Members{{"level", name_of(estimate.confidence.level)}, {"reasons", estimate.confidence.reasons}});
  add("caveats", caveats);
  add("sources", sources_of(estimate.sources));
  return out;
}

Result estimate(const EstimateView& view, const Screen& screen) {
  Result out(estimate_document(view), screen);
  if (screen.read) {
    show_estimate(out.page, view);
  }
  out.table = table_of(view);
  return out;
}

}  // namespace hisalary::output
