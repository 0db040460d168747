// SPDX-License-Identifier: MIT
#include "svg_career.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "data/tables.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

constexpr double left = 54;
constexpr double right = chart_width - 80;
constexpr double row = 15;
constexpr double plot = 210;
constexpr double below_plot = 42;  // room for the years

class Chart {
 public:
  Chart(Markup& out, const CareerView& view, Frame frame)
      : out_(out),
        view_(view),
        frame_(frame),
        money_(view.money),
        staying_(career_rows(view.career.staying, view.money)),
        along_(career_rows(view.career.along, view.money)),
        top_(10 + (along_.empty() ? 0 : row)),
        dollars_(axis()) {}

  void draw(std::optional<CareerMark> mark) {
    const auto legend = this->legend();
    const double bottom = top_ + plot;
    open_chart(out_, words(), bottom + below_plot + row * static_cast<double>(legend.size()), frame_,
               "Pay by year of experience: " + who());
    grid();
    steps();
    band();
    if (!along_.empty()) {
      out_.empty("path", {{"class", "other"}, {"d", path_of(points(staying_, &Percentiles::p50))}});
    }
    medians();
    ends();
    if (mark) {
      place(*mark);
    }
    double y = bottom + below_plot;
    for (const auto& words : legend) {
      label(out_, "faint", 8, y + 8, words);
      y += row;
    }
    out_.close();
  }

 private:
  [[nodiscard]] const std::vector<CareerRow>& main() const { return along_.empty() ? staying_ : along_; }

  [[nodiscard]] Axis axis() {
    double low = main()[0].pay.p25();
    double high = low;
    for (const auto* const rows : {&staying_, &along_}) {
      for (const auto& year : *rows) {
        const bool is_main = rows == &main();
        low = std::min(low, is_main ? year.pay.p25() : year.pay.p50());
        high = std::max(high, is_main ? year.pay.p75() : year.pay.p50());
      }
    }
    constexpr int marks = 7;
    return {low, high, marks, top_ + plot, top_, money_.period()};
  }

  [[nodiscard]] std::string who() const {
    Facts then = view_.person;
    then.years.reset();
    return person(view_.dataset.tables(), then) + ", " + output::place(then);
  }

  [[nodiscard]] ChartWords words() const {
    const auto say = [this](const CareerRow& year) {
      return number_text(year.years) + " years: median " + money_.text(year.p50) + ", half between " +
             money_.text(year.p25) + " and " + money_.text(year.p75);
    };
    std::string text = who() + (along_.empty() ? ". Staying in the role, " : ". Along the path, ") +
                       say(main().front()) + "; " + say(main().back()) + ".";
    for (const auto& begin : view_.career.begins) {
      text += begin.reached
                  ? " From " + number_text(begin.years) + " years " + std::string(begin.step.role->title) + "."
                  : "";
    }
    return {"career", "Pay by year of experience", text,
            "Sources: " + source_line(view_.career.sources) + ". hisalary, data " +
                std::string(view_.dataset.info().version) + ", " + dollars_of(view_.career.first) + "."};
  }

  [[nodiscard]] double x(double years) const {
    const double first = main().front().years;
    return left + (years - first) / (main().back().years - first) * (right - left);
  }

  void grid() {
    for (const double mark : dollars_.marks()) {
      line(out_, "grid", left, dollars_.at(mark), right, dollars_.at(mark));
      label(out_, "faint", left - 6, dollars_.at(mark) + 4, dollars_.label(mark), Anchor::End);
    }
    constexpr std::size_t few = 10;
    const std::size_t every = main().size() <= few + 1 ? 1 : 5;
    for (std::size_t i = 0; i < main().size(); i += every) {
      label(out_, "faint", x(main()[i].years), top_ + plot + row, number_text(main()[i].years), Anchor::Middle);
    }
    label(out_, "faint", (left + right) / 2, top_ + plot + 2 * row + 3, "years of experience", Anchor::Middle);
  }

  /// Where the roles of a path begin, numbered as in the legend.
  void steps() {
    for (std::size_t i = 0; i < view_.career.begins.size(); ++i) {
      const auto& begin = view_.career.begins[i];
      if (begin.reached) {
        line(out_, "now", x(begin.years), top_, x(begin.years), top_ + plot);
        label(out_, "strong", x(begin.years) + 3, top_ - 4, std::to_string(i + 1));
      }
    }
  }

  [[nodiscard]] std::vector<Point> points(const std::vector<CareerRow>& rows, double (Percentiles::*of)() const) const {
    std::vector<Point> out;
    for (const auto& year : rows) {
      // A new role begins with a jump, not with a slope through the year before.
      if (!out.empty() && year.step != (&year)[-1].step) {
        out.push_back({x(year.years), out.back().y});
      }
      out.push_back({x(year.years), dollars_.at((year.pay.*of)())});
    }
    return out;
  }

  void band() {
    auto around = points(main(), &Percentiles::p75);
    const auto below = points(main(), &Percentiles::p25);
    around.insert(around.end(), below.rbegin(), below.rend());
    out_.empty("path", {{"class", "soft"}, {"d", path_of(around) + "Z"}});
  }

  void medians() { out_.empty("path", {{"class", "person-line"}, {"d", path_of(points(main(), &Percentiles::p50))}}); }

  /// The figures of the last year, beside it, with room for their letters.
  void ends() {
    const CareerRow& last = main().back();
    constexpr double apart = 14;
    const double middle = dollars_.at(last.pay.p50());
    const double upper = std::min(dollars_.at(last.pay.p75()), middle - apart);
    const double lower = std::max(dollars_.at(last.pay.p25()), middle + apart);
    label(out_, "faint", right + 6, upper + 4, money_.text(last.p75));
    label(out_, "strong", right + 6, middle + 4, money_.text(last.p50));
    label(out_, "faint", right + 6, lower + 4, money_.text(last.p25));
  }

  void place(const CareerMark& mark) {
    constexpr double half_way = 0.5;
    const double at = x(mark.years);
    const double y = dollars_.at(mark.dollars);
    out_.empty("circle", {{"class", "dot"}, {"cx", px(at)}, {"cy", px(y)}, {"r", "6"}});
    const bool early = at < left + half_way * (right - left);
    label(out_, "strong", early ? at + 9 : at - 9, early ? y + 18 : y - 12,
          number_text(mark.years) + (mark.years == 1 ? " year: " : " years: ") + money_.text(mark.dollars),
          early ? Anchor::Start : Anchor::End);
  }

  [[nodiscard]] std::vector<std::string> legend() const {
    constexpr std::size_t letters = 56;
    std::vector<std::string> out{along_.empty() ? "Line: the median. Band: the middle half, p25 to p75."
                                                : "Line: the median along the path. Band: its middle half."};
    if (!along_.empty()) {
      out.push_back("Dashed: the median when staying a " + std::string(title_of(view_.person)) + ".");
    }
    for (std::size_t i = 0; i < view_.career.begins.size(); ++i) {
      const auto& begin = view_.career.begins[i];
      if (begin.reached) {
        out.push_back(std::to_string(i + 1) + "  " + std::string(begin.step.role->title) + ", from " +
                      number_text(begin.years) + " years");
      }
    }
    std::vector<std::string> rows;
    for (const auto& words : out) {
      const auto lines = wrapped(words, letters);
      rows.insert(rows.end(), lines.begin(), lines.end());
    }
    return rows;
  }

  static Text title_of(const Facts& profile) { return work_title(profile); }

  Markup& out_;
  const CareerView& view_;
  Frame frame_;
  const Money& money_;
  std::vector<CareerRow> staying_;
  std::vector<CareerRow> along_;
  double top_;
  Axis dollars_;
};

}  // namespace

void career_chart(Markup& out, const CareerView& view, std::optional<CareerMark> mark, Frame frame) {
  Chart(out, view, frame).draw(mark);
}

std::string career_svg(const CareerView& view) {
  Markup out;
  career_chart(out, view, std::nullopt, Frame::OwnFile);
  return out.str();
}

}  // namespace hisalary::output
