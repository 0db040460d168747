// SPDX-License-Identifier: MIT
#include "base/number.hpp"
#include "data/tables.hpp"
#include "html_page.hpp"
#include "reports.hpp"
#include "svg_career.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

class Builder {
 public:
  explicit Builder(const CareerView& view)
      : view_(view),
        money_(view.money),
        staying_(career_rows(view.career.staying, view.money)),
        along_(career_rows(view.career.along, view.money)),
        page_("Pay by year of experience: " + who()) {}

  std::string text() {
    lead();
    years();
    sums();
    page_.section("sure", "What this rests on");
    page_.list(career_caveats(view_, {}));
    page_.end();
    page_.sources(view_.dataset, view_.career.sources);
    return page_.text();
  }

 private:
  [[nodiscard]] const std::vector<CareerRow>& main() const { return along_.empty() ? staying_ : along_; }

  [[nodiscard]] std::string who() const {
    Facts then = view_.person;
    then.years.reset();
    return person(view_.dataset.tables(), then) + ", " + place(then);
  }

  void lead() {
    page_.heading(who() + ": " + number_text(main().front().years) + " to " + number_text(main().back().years) +
                  " years of experience");
    page_.answer(money_.text(main().front().p50) + " to " + money_.text(main().back().p50) + a_period(money_));
    std::vector<std::string> steps;
    for (const auto& begin : view_.career.begins) {
      const auto& years = begin.step.years;
      steps.push_back(std::string(begin.step.role->title) + (years ? " for " + counted(*years, "year") : ""));
    }
    page_.say(steps.empty() ? "Staying in the role, with all else as it is."
                            : "Along the path " + joined(steps, ", then ") + ".");
  }

  void years() {
    page_.section("years", "By years of experience");
    page_.figure(
        "What people with so many years earn today, in today's dollars: no forecast. The scale does not begin at zero.",
        [&](Markup& out) { career_chart(out, view_, std::nullopt, Frame::InPage); });
    Table table{{right("years", "Years"), right("p25", "p25"), right("p50", "Median"), right("p75", "p75"),
                 right("raise", "Raise").or_else("")},
                {}};
    if (!along_.empty()) {
      table.columns.push_back(right("staying", "Staying"));
      table.columns.push_back(left("begins", "Role").or_else(""));
    }
    for (std::size_t i = 0; i < main().size(); ++i) {
      table.records.emplace_back(record_of(i));
    }
    page_.open_details("Every year", true);
    page_.table("Dollars" + std::string(a_period(money_)) + "; raise: of the median, over the year before", table);
    page_.close_details();
    page_.end();
  }

  [[nodiscard]] Members record_of(std::size_t i) const {
    const CareerRow& row = main()[i];
    const bool begins = !along_.empty() && (i == 0 || row.step != main()[i - 1].step);
    return {
        {"years", row.years},
        {"p25", amount(money_, row.p25)},
        {"p50", amount(money_, row.p50)},
        {"p75", amount(money_, row.p75)},
        {"raise", row.raise ? change(money_, *row.raise) : Value()},
        {"staying", amount(money_, staying_[i].p50)},
        {"begins", begins ? Value(view_.career.begins[row.step].step.role->title) : Value()},
    };
  }

  static Members sum_of(const char* name, const CareerSum& sum) {
    return {{"name", name}, {"p25", dollars(sum.p25)}, {"p50", dollars(sum.p50)}, {"p75", dollars(sum.p75)}};
  }

  void sums() {
    page_.section("earned", "What is earned in all");
    Table table{{left("name", "Career"), right("p25", "Always at p25"), right("p50", "At the median"),
                 right("p75", "Always at p75")},
                {sum_of("Staying", career_sum(staying_))}};
    if (!along_.empty()) {
      table.records.emplace_back(sum_of("Along the path", career_sum(along_)));
    }
    page_.table("Dollars over " + counted(static_cast<double>(main().size() - 1), "year") +
                    ", in today's dollars, before tax, not discounted",
                table);
    page_.end();
  }

  const CareerView& view_;
  const Money& money_;
  std::vector<CareerRow> staying_;
  std::vector<CareerRow> along_;
  HtmlPage page_;
};

}  // namespace

std::string career_html(const CareerView& view) { return Builder(view).text(); }

}  // namespace hisalary::output
