// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/format.hpp"
#include "base/number.hpp"
#include "career.hpp"
#include "career_chart.hpp"
#include "data/tables.hpp"
#include "estimate.hpp"

namespace hisalary::output {
namespace {

constexpr std::size_t wide_screen = 80;

/// Builds the page of one career.
class Card {
 public:
  Card(const CareerView& view, const Screen& screen)
      : view_(view),
        page_(screen),
        staying_(career_rows(view.career.staying)),
        along_(career_rows(view.career.along)) {}

  std::string text() {
    heading();
    draw_career(page_, main(), along_.empty() ? none_ : staying_);
    legend();
    table();
    sums();
    for (const auto& caveat : career_caveats(view_)) {
      page_.paragraph("  note       ", caveat);
    }
    page_.line();
    const std::string& as_of = view_.career.first.as_of;
    page_.paragraph("  ",
                    (as_of.starts_with("release") ? "Dollars of the " + as_of : "In " + as_of + " dollars") +
                        ", a year. Every year: --json or --format csv",
                    Ink::Faint);
    return page_.text();
  }

 private:
  [[nodiscard]] const std::vector<CareerRow>& main() const { return along_.empty() ? staying_ : along_; }

  [[nodiscard]] static std::string title(const advise::PathStep& step) { return std::string(step.role->title); }

  void heading() {
    Facts person_then = view_.person;
    person_then.years.reset();
    const std::string years =
        number_text(staying_.front().years) + " to " + number_text(staying_.back().years) + " years of experience";
    page_.paragraph("", person(view_.dataset.tables(), person_then) + ", " + place(person_then) + ": " + years,
                    Ink::Strong);
    std::string steps;
    for (const auto& begin : view_.career.begins) {
      steps += (steps.empty() ? "" : ", then ") + title(begin.step);
      if (begin.step.years) {
        steps += " for " + std::to_string(*begin.step.years) + (*begin.step.years == 1 ? " year" : " years");
      }
    }
    if (!steps.empty()) {
      page_.paragraph("along the path ", steps);
    }
    page_.line();
  }

  void legend() {
    const bool utf8 = page_.screen().utf8;
    const std::string median = utf8 ? "\u2588" : "#";
    const std::string range = utf8 ? "\u2591" : ":";
    const std::string other = utf8 ? "\u00b7" : "-";
    page_.line();
    page_.line("        " + page_.ink(Ink::Accent, median) + " median  " + page_.ink(Ink::Faint, range) +
               " p25 to p75" + (along_.empty() ? "" : "  " + page_.ink(Ink::Strong, other) + " median when staying"));
    page_.line();
  }

  /// The first years, every fifth, the last, and those in which a step begins.
  [[nodiscard]] bool shown(std::size_t i) const {
    const auto& rows = main();
    constexpr std::size_t first_years = 3;
    constexpr std::size_t every = 5;
    return i <= first_years || i % every == 0 || i + 1 == rows.size() || rows[i].step != rows[i - 1].step;
  }

  void table() {
    const bool wide = page_.screen().width >= wide_screen;
    const bool path = !along_.empty();
    std::vector<std::string> heading{"years", "p25", "median", "p75", "raise"};
    if (wide) {
      heading.emplace_back("%");
    }
    if (path && wide) {
      heading.emplace_back("staying");
    }
    const unsigned numbers = (1U << heading.size()) - 1;
    if (path) {
      heading.emplace_back("role");
    }
    std::vector<std::vector<std::string>> rows{heading};
    for (std::size_t i = 0; i < main().size(); ++i) {
      if (shown(i)) {
        rows.push_back(row(i, wide, path));
      }
    }
    page_.table(rows, numbers);
    page_.paragraph("  ", "raise: of the median, over the year before", Ink::Faint);
    page_.line();
  }

  [[nodiscard]] std::vector<std::string> row(std::size_t i, bool wide, bool path) const {
    const CareerRow& now = main()[i];
    std::vector<std::string> out{number_text(now.years), money_.text(now.p25), money_.text(now.p50),
                                 money_.text(now.p75)};
    if (wide) {
      out.push_back(now.raise ? money_.change(*now.raise) : "");
    }
    out.push_back(now.raise_percent ? formatted("{:+.1f}%", *now.raise_percent) : "");
    if (path && wide) {
      out.push_back(money_.text(staying_[i].p50));
    }
    if (path) {
      const bool begins = i == 0 || now.step != main()[i - 1].step;
      out.push_back(begins ? title(view_.career.begins[now.step].step) : "");
    }
    return out;
  }

  void sums() {
    const std::size_t years = staying_.size() - 1;
    std::vector<std::vector<std::string>> rows{
        {"earned over " + std::to_string(years) + (years == 1 ? " year" : " years"), "always at p25", "median",
         "always at p75"}};
    const auto add = [&](const char* name, const CareerSum& sum) {
      rows.push_back({name, money_.text(sum.p25), money_.text(sum.p50), money_.text(sum.p75)});
    };
    const CareerSum stay = career_sum(staying_);
    add("staying", stay);
    if (!along_.empty()) {
      const CareerSum path = career_sum(along_);
      add("along the path", path);
      rows.push_back({"difference", money_.change(path.p25 - stay.p25), money_.change(path.p50 - stay.p50),
                      money_.change(path.p75 - stay.p75)});
    }
    page_.table(rows, 0b1110U);
    page_.paragraph("  ", "in today's dollars, before tax, not discounted; every year but the last counts", Ink::Faint);
    page_.line();
  }

  const CareerView& view_;
  Page page_;
  Money money_{Period::Year};
  std::vector<CareerRow> staying_;
  std::vector<CareerRow> along_;
  std::vector<CareerRow> none_;
};

}  // namespace

std::string career_text(const CareerView& view, const Screen& screen) { return Card(view, screen).text(); }

}  // namespace hisalary::output
