// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "data/tables.hpp"
#include "estimate.hpp"
#include "names.hpp"
#include "picture.hpp"
#include "standing.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

/// What the person is paid, and where that stands: first, since it is what was asked.
void show_standing(Page& page, const EstimateView& view) {
  const auto& estimate = view.estimate;
  page.say(verdict(view.money, *view.standing, estimate.pay), Ink::Strong);
  page.say("In the whole market, " + occupations(estimate.market) + " in " + in_sentence(estimate.market.area) +
           ", it is at the " + ordinal(view.standing->market_percentile) + " percentile.");
  const std::string unknown = unknown_words(estimate);
  if (!unknown.empty()) {
    page.say("Not given: " + unknown + ". Each could explain part of the difference.");
  }
  page.line();
}

/// A mark under a scale, where an amount is.
std::string mark_line(const Page& page, const Scale& scale, double dollars) {
  return std::string(scale.column(dollars), ' ') + page.ink(Ink::Strong, page.screen().utf8 ? "\u25b2" : "^");
}

void show_pictures(Page& page, const EstimateView& view) {
  const auto& pay = view.estimate.pay;
  const auto& market = view.estimate.market.pay;
  constexpr std::size_t head = 11;
  constexpr std::size_t widest = 70;
  double low = std::min(pay.p10(), market.p10());
  double high = std::max(pay.p90(), market.p90());
  if (view.standing) {
    low = std::min(low, view.standing->pay);
    high = std::max(high, view.standing->pay);
  }
  const Scale scale(low, high, std::min(widest, page.screen().width - head - 2), view.money.period());
  page.line(std::string(head, ' ') + scale_line(page, scale, view.money));
  page.line("  you      " + range_picture(page, scale, pay, Ink::Accent));
  page.line("  market   " + range_picture(page, scale, market, Ink::Plain));
  if (view.standing) {
    page.line("  pay      " + mark_line(page, scale, view.standing->pay));
  }
}

void show_ranges(Page& page, const EstimateView& view) {
  const auto& pay = view.estimate.pay;
  const Money& money = view.money;
  page.line("  " +
            page.ink(Ink::Strong, money.text(pay.p50()) + (money.period() == Period::Year ? " a year" : " an hour")));
  page.line();
  constexpr std::size_t roomy = 54;
  const bool room = page.screen().width >= roomy;
  page.line("  typical  " + page.ink(Ink::Accent, money.text(pay.p25()) + " to " + money.text(pay.p75())) +
            page.ink(Ink::Faint, room ? "  the middle half" : ""));
  page.line("  wide     " + money.text(pay.p10()) + " to " + money.text(pay.p90()) +
            page.ink(Ink::Faint, room ? "  eight in ten" : ""));
}

/// Which jobs such people hold, where none was named.
void show_jobs(Page& page, const EstimateView& view) {
  if (view.estimate.jobs.empty()) {
    return;
  }
  constexpr std::size_t most = 6;
  constexpr double percent = 100;
  std::vector<std::string> parts;
  for (const auto& job : view.estimate.jobs) {
    if (parts.size() == most) {
      break;
    }
    parts.push_back(std::string(job.role->title) + " " + std::to_string(std::lround(percent * job.share)) + "% (" +
                    view.money.text(job.pay.p50()) + ")");
  }
  page.labelled("jobs", "what people like this do, and the median pay of each: " + joined(parts, ", ") +
                            (view.estimate.jobs.size() > most ? ", and others" : ""));
}

void show_market(Page& page, const EstimateView& view) {
  const auto& market = view.estimate.market;
  const std::string jobs = market.employment.known() ? ", " + grouped(market.employment.amount) + " jobs" : "";
  page.paragraph("           ",
                 ordinal(view.estimate.market_percentile) + " percentile of " + occupations(market) + " in " +
                     in_sentence(market.area) + jobs + "; wages " + wages_of(view.estimate),
                 Ink::Faint);
}

/// How sure the answer is, and which facts would make it surer.
void show_confidence(Page& page, const EstimateView& view) {
  const auto& [level, reasons] = view.estimate.confidence;
  std::string sure(name_of(level));
  if (!reasons.empty()) {
    sure += (level == Confidence::Level::High ? ", but " : ": ") + joined(reasons, "; ");
  }
  page.labelled("confidence", sure);
  if (!view.estimate.narrower.empty()) {
    page.labelled("narrower", "give " + spelled(view.estimate.narrower, page.screen().spelled));
  }
}

void show_steps(Page& page, const EstimateView& view) {
  page.table({{left("label", "how it adds up"), right("amount", "median"), right("change", "change"),
               left("grade", "grade"), left(".number", "source")},
              steps_of(view)});
  page.line();
  page.aside("sources");
  std::size_t number = 0;
  for (const Source* const source : view.estimate.sources) {
    std::vector<Text> parts{source->publisher, source->title, source->period, source->address};
    std::erase(parts, "");
    page.paragraph("  " + std::to_string(++number) + "  ", joined(parts));
  }
  page.aside(about_grades);
}

}  // namespace

void show_estimate(Page& page, const EstimateView& view) {
  const auto& estimate = view.estimate;
  page.title(person(view.dataset.tables(), estimate.profile) + ", " + place(estimate.profile));
  if (view.standing) {
    show_standing(page, view);
  }
  show_ranges(page, view);
  page.line();
  show_pictures(page, view);
  show_market(page, view);
  page.line();
  show_jobs(page, view);
  show_confidence(page, view);
  for (const auto& note : view.notes) {
    page.labelled("note", note);
  }
  for (const auto& caveat : estimate.caveats) {
    page.labelled("caveat", caveat);
  }
  page.line();
  if (view.explain) {
    show_steps(page, view);
  } else {
    page.aside(capital(dollars_of(estimate)) + ". Every step and source: " + page.spelled("explain"));
  }
}

}  // namespace hisalary::output
