// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "base/format.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "estimate.hpp"
#include "names.hpp"
#include "picture.hpp"

namespace hisalary::output {
namespace {

std::string occupations_of(const Market& market) {
  std::string out;
  for (const auto& part : market.parts) {
    out += (out.empty() ? "" : ", ") + std::string(part.occupation->soc);
  }
  return out;
}

void pictures(Page& page, const EstimateView& view) {
  const auto& pay = view.estimate.pay;
  const auto& market = view.estimate.market.pay;
  constexpr std::size_t head = 11;
  constexpr std::size_t widest = 70;
  const Scale scale(std::min(pay.p10(), market.p10()), std::max(pay.p90(), market.p90()),
                    std::min(widest, page.screen().width - head - 2), view.money.period());
  page.line(std::string(head, ' ') + scale_line(page, scale, view.money));
  page.line("  you      " + range_picture(page, scale, pay, Ink::Accent));
  page.line("  market   " + range_picture(page, scale, market, Ink::Plain));
}

void ranges(Page& page, const EstimateView& view) {
  const auto& pay = view.estimate.pay;
  const Money& money = view.money;
  page.line("  " +
            page.ink(Ink::Strong, money.text(pay.p50()) + (money.period() == Period::Year ? " a year" : " an hour")));
  page.line();
  constexpr std::size_t roomy = 54;
  const bool room = page.screen().width >= roomy;
  page.line("  typical  " + page.ink(Ink::Accent, money.text(pay.p25()) + " to " + money.text(pay.p75())) +
            page.ink(Ink::Faint, room ? "  half of such people" : ""));
  page.line("  wide     " + money.text(pay.p10()) + " to " + money.text(pay.p90()) +
            page.ink(Ink::Faint, room ? "  eight in ten" : ""));
}

std::string in_words(const Area* area) {
  return area == nullptr || area->kind == AreaKind::Nation ? "the United States" : std::string(area->title);
}

void market_line(Page& page, const EstimateView& view) {
  const auto& market = view.estimate.market;
  const int percentile = static_cast<int>(std::lround(view.estimate.market_percentile));
  std::string jobs = market.employment.known() ? ", " + grouped(market.employment.amount) + " jobs" : "";
  page.paragraph("           ",
                 ordinal(percentile) + " percentile of " + occupations_of(market) + " in " + in_words(market.area) +
                     jobs + "; wages " + wages_of(view.estimate),
                 Ink::Faint);
}

void explain(Page& page, const EstimateView& view) {
  const auto& sources = view.estimate.sources;
  const auto number_of = [&](Text id) {
    const auto it = std::ranges::find_if(sources, [&](const Source* source) { return source->id == id; });
    return it == sources.end() ? std::string(id) : std::to_string(it - sources.begin() + 1);
  };
  std::vector<std::vector<std::string>> rows{{"how it adds up", "median", "change", "grade", "source"}};
  std::int64_t before = 0;
  for (const auto& step : view.estimate.steps) {
    const std::int64_t now = view.money.units(step.amount);
    rows.push_back({step.label, view.money.text(now), rows.size() == 1 ? "" : view.money.change(now - before),
                    std::string(name_of(step.from.grade)), number_of(step.from.source)});
    before = now;
  }
  page.table(rows, 0b110U);
  page.line();
  page.line("  " + page.ink(Ink::Faint, "sources"));
  for (const Source* const source : sources) {
    page.paragraph("  " + number_of(source->id) + "  ",
                   std::string(source->publisher) + ", " + std::string(source->title) +
                       (source->period.empty() ? "" : ", " + std::string(source->period)) +
                       (source->address.empty() ? "" : ", " + std::string(source->address)));
  }
  page.paragraph("  ",
                 "Grade A: read in the publisher's own file; B: a third party that names it; C: weak; fitted: "
                 "estimated from pay records "
                 "by this project; "
                 "assumption: published by nobody.",
                 Ink::Faint);
}

}  // namespace

std::string person(const Tables& tables, const Facts& profile) {
  std::string out(profile.role != nullptr ? profile.role->title : profile.occupation->title);
  if (profile.occupation != nullptr) {
    out += " (" + std::string(profile.occupation->soc) + ", the whole occupation)";
  }
  if (profile.level != nullptr) {
    out += ", " + std::string(profile.level->title);
  }
  if (profile.credentials) {
    out += profile.credentials->none() ? ", no credential"
                                       : ", " + joined(held(tables.credentials, *profile.credentials), " + ");
  }
  if (profile.years) {
    out += ", " + number_text(*profile.years) + (*profile.years == 1 ? " year" : " years");
  }
  if (profile.education != nullptr) {
    out += ", " + std::string(profile.education->title);
  }
  if (profile.setting != nullptr) {
    out += ", " + std::string(profile.setting->title);
  }
  return out;
}

std::string wages_of(const Estimate& estimate) {
  if (estimate.market.kind != CellKind::Published) {
    return estimate.market.kind == CellKind::Thin ? "published on few jobs" : "partly or wholly estimated";
  }
  const bool drawn = std::ranges::find(estimate.steps, "thin-cell", &Step::id) != estimate.steps.end();
  return drawn ? "published, on not many jobs" : "as published";
}

std::string place(const Facts& profile) {
  if (profile.remote) {
    return "remote, United States";
  }
  return profile.area == nullptr ? "United States" : std::string(profile.area->title);
}

std::string estimate_text(const EstimateView& view, const Screen& screen) {
  const auto& estimate = view.estimate;
  Page page(screen);
  page.paragraph("", person(view.dataset.tables(), estimate.profile) + ", " + place(estimate.profile), Ink::Strong);
  page.line();
  ranges(page, view);
  page.line();
  pictures(page, view);
  market_line(page, view);
  page.line();
  std::string sure(name_of(estimate.confidence.level));
  for (const auto& reason : estimate.confidence.reasons) {
    const char* const first = estimate.confidence.level == Confidence::Level::High ? ", but " : ": ";
    sure += (&reason == &estimate.confidence.reasons.front() ? first : "; ") + reason;
  }
  page.paragraph("  how sure   ", sure);
  if (!estimate.narrower.empty()) {
    std::string options;
    for (const auto& option : estimate.narrower) {
      std::string name(name_of(option));
      std::ranges::replace(name, '_', '-');
      options += (options.empty() ? "give --" : ", --") + name;
    }
    page.paragraph("  narrower   ", options);
  }
  for (const auto& note : view.notes) {
    page.paragraph("  note       ", note);
  }
  for (const auto& caveat : estimate.caveats) {
    page.paragraph("  caveat     ", caveat);
  }
  page.line();
  if (view.explain) {
    explain(page, view);
    return page.text();
  }
  const bool release = estimate.as_of.starts_with("release");
  page.paragraph("  ",
                 (release ? "Dollars of the " + estimate.as_of : "In " + estimate.as_of + " dollars") +
                     ". Every step and source: --explain",
                 Ink::Faint);
  return page.text();
}

}  // namespace hisalary::output
