// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "../number.hpp"
#include "estimate.hpp"
#include "names.hpp"

namespace hisalary::present {
namespace {

/// The characters of a range picture.
struct Marks {
  std::string_view rest, wide, typical, median, left, right;
};

constexpr Marks utf8_marks{"\u00b7", "\u2500", "\u2588", "\u2503", "\u251c", "\u2524"};
constexpr Marks ascii_marks{".", "-", "=", "|", "[", "]"};

/// A scale of round numbers that holds all of several ranges.
class Scale {
 public:
  Scale(double lowest, double highest, std::size_t columns) : columns_(columns) {
    const double step = highest - lowest > 60000 ? 10000 : 5000;
    low_ = std::floor(lowest / step) * step;
    high_ = std::ceil(highest / step) * step;
  }

  [[nodiscard]] std::size_t column(double dollars) const {
    const double share = (dollars - low_) / (high_ - low_);
    return static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(columns_ - 1)));
  }

  [[nodiscard]] double low() const noexcept { return low_; }
  [[nodiscard]] double high() const noexcept { return high_; }
  [[nodiscard]] std::size_t columns() const noexcept { return columns_; }

 private:
  std::size_t columns_;
  double low_ = 0;
  double high_ = 0;
};

std::string picture(const Page& page, const Scale& scale, const Percentiles& pay, Ink ink) {
  const Marks& marks = page.screen().utf8 ? utf8_marks : ascii_marks;
  const auto p10 = scale.column(pay.p10());
  const auto p25 = scale.column(pay.p25());
  const auto p50 = scale.column(pay.p50());
  const auto p75 = scale.column(pay.p75());
  const auto p90 = scale.column(pay.p90());
  std::string before;
  std::string range;
  std::string median;
  std::string after_median;
  std::string after;
  for (std::size_t i = 0; i < scale.columns(); ++i) {
    std::string& out = i < p10 ? before : i > p90 ? after : i < p50 ? range : i > p50 ? after_median : median;
    out += i < p10 || i > p90 ? marks.rest : i == p50 ? marks.median : i == p10 ? marks.left : i == p90 ? marks.right : i >= p25 && i <= p75 ? marks.typical : marks.wide;
  }
  // The marks are no text from outside, and a screen without UTF-8 has its own.
  const auto paint = [&](Ink with, const std::string& part) { return part.empty() ? part : page.ink(with, part); };
  return paint(Ink::Faint, before) + paint(ink, range) + paint(Ink::Strong, median) + paint(ink, after_median) + paint(Ink::Faint, after);
}

std::string thousands(const Money& money, double annual) {
  return money.period() == Period::Year ? fmt::format("{}k", std::llround(annual / 1000)) : fmt::format("${:.0f}", annual / hours_a_year);
}

std::string ordinal(int n) {
  const int tens = n % 100;
  const char* ending = tens >= 11 && tens <= 13 ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
  return fmt::format("{}{}", n, ending);
}

std::string place_of(const Estimate& estimate) {
  if (estimate.profile.remote) {
    return "remote, United States";
  }
  return estimate.profile.area == nullptr ? "United States" : std::string(estimate.profile.area->title);
}

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
  const Scale scale(std::min(pay.p10(), market.p10()), std::max(pay.p90(), market.p90()), std::min(widest, page.screen().width - head - 2));
  const std::string low = thousands(view.money, scale.low());
  const std::string high = thousands(view.money, scale.high());
  page.line(std::string(head, ' ') + page.ink(Ink::Faint, low + std::string(scale.columns() - low.size() - high.size(), ' ') + high));
  page.line("  you      " + picture(page, scale, pay, Ink::Accent));
  page.line("  market   " + picture(page, scale, market, Ink::Plain));
}

void ranges(Page& page, const EstimateView& view) {
  const auto& pay = view.estimate.pay;
  const Money& money = view.money;
  page.line("  " + page.ink(Ink::Strong, money.text(pay.p50()) + " a " + money.name()));
  page.line();
  page.line("  typical  " + page.ink(Ink::Accent, money.text(pay.p25()) + " to " + money.text(pay.p75())) + page.ink(Ink::Faint, "  half of such people"));
  page.line("  wide     " + money.text(pay.p10()) + " to " + money.text(pay.p90()) + page.ink(Ink::Faint, "  eight in ten"));
}

void market_line(Page& page, const EstimateView& view) {
  const auto& market = view.estimate.market;
  const int percentile = static_cast<int>(std::lround(view.estimate.market_percentile));
  std::string jobs = market.employment.known() ? ", " + grouped(market.employment.amount) + " jobs" : "";
  const std::string wages = market.kind == CellKind::Published ? "wages as published" : market.kind == CellKind::Thin ? "wages published on few jobs" : "wages partly or wholly estimated";
  page.paragraph("           ", ordinal(percentile) + " percentile of " + occupations_of(market) + " in " + (market.area == nullptr ? "the nation" : std::string(market.area->title)) + jobs + "; " + wages, Ink::Faint);
}

void explain(Page& page, const EstimateView& view) {
  std::vector<std::vector<std::string>> rows{{"how it adds up", "median", "change", "grade", "source"}};
  std::int64_t before = 0;
  for (const auto& step : view.estimate.steps) {
    const std::int64_t now = view.money.units(step.amount);
    const bool first = rows.size() == 1;
    const std::string change = first ? "" : (now >= before ? "+" : "-") + view.money.text(now >= before ? now - before : before - now);
    rows.push_back({step.label, view.money.text(now), change, std::string(name_of(step.from.grade)), std::string(step.from.source)});
    before = now;
  }
  page.table(rows, 0b110U);
  page.line();
  page.line("  " + page.ink(Ink::Faint, "sources"));
  for (const Source* const source : view.estimate.sources) {
    page.paragraph("  " + std::string(source->id) + "  ", std::string(source->publisher) + ", " + std::string(source->title) +
                                                            (source->period.empty() ? "" : ", " + std::string(source->period)) +
                                                            (source->address.empty() ? "" : ", " + std::string(source->address)));
  }
  page.paragraph("  ", "Grade A: read in the publisher's own file; B: a third party that names it; C: weak; fitted: estimated from pay records by this project; "
                       "assumption: published by nobody.", Ink::Faint);
}

}  // namespace

std::string person(const Tables& tables, const Profile& profile) {
  std::string out(profile.role != nullptr ? profile.role->title : profile.occupation->title);
  if (profile.occupation != nullptr) {
    out += " (" + std::string(profile.occupation->soc) + ", the whole occupation)";
  }
  if (profile.level != nullptr) {
    out += ", " + std::string(profile.level->title);
  }
  if (profile.credentials) {
    out += profile.credentials->none() ? ", no credential" : ", " + joined(held(tables.credentials, *profile.credentials), " + ");
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

std::string estimate_text(const EstimateView& view, const Screen& screen) {
  const auto& estimate = view.estimate;
  Page page(screen);
  page.paragraph("", person(view.dataset.tables(), estimate.profile) + ", " + place_of(estimate), Ink::Strong);
  page.line();
  ranges(page, view);
  page.line();
  pictures(page, view);
  market_line(page, view);
  page.line();
  std::string sure(name_of(estimate.confidence.level));
  for (const auto& reason : estimate.confidence.reasons) {
    sure += (&reason == &estimate.confidence.reasons.front() ? ": " : "; ") + reason;
  }
  page.paragraph("  how sure   ", sure);
  if (!estimate.narrower.empty()) {
    std::string options;
    for (const auto& option : estimate.narrower) {
      options += (options.empty() ? "give " : ", ") + option;
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
  page.paragraph("  ", (release ? "Dollars of the " + estimate.as_of : "In " + estimate.as_of + " dollars") + ". Every step and source: --explain", Ink::Faint);
  return page.text();
}

}  // namespace hisalary::present
