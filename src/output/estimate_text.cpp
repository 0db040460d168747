// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
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
  page.say("In the whole market (" + occupations(estimate.market) + ", " + in_sentence(estimate.market.area) +
           "), it is at the " + ordinal(view.standing->market_percentile) + " percentile.");
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
  page.line("  market   " + range_picture(page, scale, market, Ink::Faint, Tone::Quiet));
  if (view.standing) {
    page.line("  pay      " + mark_line(page, scale, view.standing->pay));
  }
  page.line();
}

/// The five numbers behind each bar.
void show_numbers(Page& page, const EstimateView& view) {
  Table table{{left("name", "percentile")}, {}, Narrow::BlocksIfSmall};
  constexpr std::array<const char*, 5> headings{"10th", "25th", "median", "75th", "90th"};
  for (std::size_t i = 0; i < headings.size(); ++i) {
    table.columns.push_back(right(std::to_string(i), headings[i]));
  }
  const auto add = [&](const char* name, const Percentiles& pay) {
    Members record{{"name", name}};
    for (std::size_t i = 0; i < headings.size(); ++i) {
      record.push_back({std::to_string(i), headline(page, view.money, pay.dollars[i])});
    }
    table.records.emplace_back(std::move(record));
  };
  add("you", view.estimate.pay);
  add("market", view.estimate.market.pay);
  page.table(table);
  page.line();
}

void show_headline(Page& page, const EstimateView& view) {
  const auto& pay = view.estimate.pay;
  const auto words = [&](double annual) { return headline(page, view.money, annual); };
  page.line("  " + page.ink(Ink::Strong, about(page, view.money, pay.p50())));
  page.line();
  page.say("Half of people like you earn " + words(pay.p25()) + " to " + words(pay.p75()) + ", and eight in ten " +
           words(pay.p10()) + " to " + words(pay.p90()) + ".");
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
                    headline(page, view.money, job.pay.p50()) + ")");
  }
  page.labelled("jobs", "what people like this do, and the median pay of each: " + joined(parts, ", ") +
                            (view.estimate.jobs.size() > most ? ", and others" : ""));
}

void show_market(Page& page, const EstimateView& view) {
  const auto& market = view.estimate.market;
  const std::string jobs = market.employment.known() ? grouped(market.employment.amount) + " jobs, " : "";
  page.labelled("market", ordinal(view.estimate.market_percentile) + " percentile of " + occupations(market) + " in " +
                              in_sentence(market.area) + ": " + jobs + "wages " + wages_of(view.estimate));
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
    page.labelled("narrow it", "add " + spelled(view.estimate.narrower, page.screen().spelled));
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
  page.labels_take(14);
  page.title(person(view.dataset.tables(), estimate.profile) + ", " + place(estimate.profile));
  if (view.standing) {
    show_standing(page, view);
  }
  show_headline(page, view);
  page.line();
  show_pictures(page, view);
  show_numbers(page, view);
  show_market(page, view);
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
    page.aside(capital(dollars_of(estimate)) +
               ". The headline is the median; the average is usually a little higher. " +
               "Every step and source: " + page.spelled("explain"));
  }
}

}  // namespace hisalary::output
