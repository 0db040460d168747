// SPDX-License-Identifier: MIT
#include "career_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/format.hpp"
#include "base/number.hpp"

namespace hisalary::output {
namespace {

struct Marks {
  std::string_view empty, range, median, other, axis, corner, line, tick;
};

constexpr Marks utf8_marks{" ", "\u2591", "\u2588", "\u00b7", "\u2502", "\u2514", "\u2500", "\u2534"};
constexpr Marks ascii_marks{" ", ":", "#", "-", "|", "+", "-", "+"};

constexpr std::size_t head = 8;  // "  120k |"
constexpr std::size_t rows_a_mark = 2;

/// Units of pay from bottom to top, with a round mark on every second row.
struct Dollars {
  double low = 0;
  double mark = 0;
  std::size_t marks = 0;

  Dollars(const Money& money, double lowest, double highest) {
    constexpr std::array<double, 6> of_year{5e3, 1e4, 2e4, 2.5e4, 5e4, 1e5};
    constexpr std::array<double, 6> of_hour{2e2, 5e2, 1e3, 2e3, 2.5e3, 5e3};  // cents
    const auto& steps = money.period() == Period::Year ? of_year : of_hour;
    constexpr double most_marks = 7;
    for (const double step : steps) {
      mark = step;
      low = std::floor(lowest / step) * step;
      marks = static_cast<std::size_t>(std::max(1.0, std::ceil(highest / step) - low / step));
      if (static_cast<double>(marks) <= most_marks) {
        break;
      }
    }
  }

  [[nodiscard]] std::size_t height() const { return marks * rows_a_mark + 1; }
  /// Row from the bottom.
  [[nodiscard]] std::size_t row(double dollars) const {
    const double at = std::round((dollars - low) / mark * static_cast<double>(rows_a_mark));
    return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(height() - 1)));
  }
};

/// A career at any time between its years: straight between two years of one step.
struct At {
  double p25 = 0;
  double p50 = 0;
  double p75 = 0;
};

At at(const std::vector<CareerRow>& rows, double share) {
  const double position = share * static_cast<double>(rows.size() - 1);
  const auto i = std::min(static_cast<std::size_t>(position), rows.size() - 1);
  const CareerRow& a = rows[i];
  const CareerRow& b = i + 1 < rows.size() && rows[i + 1].step == a.step ? rows[i + 1] : a;
  const double part = position - static_cast<double>(i);
  const auto between = [&](std::int64_t x, std::int64_t y) {
    return static_cast<double>(x) + part * static_cast<double>(y - x);
  };
  return {between(a.p25, b.p25), between(a.p50, b.p50), between(a.p75, b.p75)};
}

class Chart {
 public:
  Chart(Page& page, const Money& money, const std::vector<CareerRow>& rows, const std::vector<CareerRow>& others)
      : page_(page),
        money_(money),
        marks_(page.screen().utf8 ? utf8_marks : ascii_marks),
        rows_(rows),
        others_(others),
        dollars_(money, lowest(), highest()) {
    constexpr std::size_t widest = 90;
    width_ = std::min(widest, page.screen().width - head - 2);
  }

  void draw() {
    for (std::size_t r = dollars_.height(); r-- > 0;) {
      const bool mark = r % rows_a_mark == 0;
      const double value = dollars_.low + static_cast<double>(r) / static_cast<double>(rows_a_mark) * dollars_.mark;
      const std::string label = mark ? label_of(value) : "";
      page_.line(formatted("{:>{}} ", label, head - 2) + page_.ink(Ink::Faint, marks_.axis) + row(r));
    }
    axis();
    legend();
  }

 private:
  /// "120k" dollars a year, or "$58" an hour.
  [[nodiscard]] std::string label_of(double units) const {
    constexpr double thousand = 1000;
    constexpr double cents = 100;
    return money_.period() == Period::Year ? formatted("{}k", std::llround(units / thousand))
                                           : formatted("${}", std::llround(units / cents));
  }

  [[nodiscard]] double lowest() const {
    std::int64_t least = std::ranges::min_element(rows_, {}, &CareerRow::p25)->p25;
    return static_cast<double>(
        others_.empty() ? least : std::min(least, std::ranges::min_element(others_, {}, &CareerRow::p50)->p50));
  }
  [[nodiscard]] double highest() const {
    std::int64_t most = std::ranges::max_element(rows_, {}, &CareerRow::p75)->p75;
    return static_cast<double>(
        others_.empty() ? most : std::max(most, std::ranges::max_element(others_, {}, &CareerRow::p50)->p50));
  }

  /// The ink and the mark of a place in the chart: the median before the other career, that before the range.
  [[nodiscard]] std::pair<Ink, std::string_view> mark_of(bool median, bool other, bool range) const {
    if (median) {
      return {Ink::Accent, marks_.median};
    }
    if (other) {
      return {Ink::Strong, marks_.other};
    }
    return range ? std::pair{Ink::Faint, marks_.range} : std::pair{Ink::Plain, marks_.empty};
  }

  /// One row of marks, painted in runs of one ink.
  [[nodiscard]] std::string row(std::size_t r) const {
    std::string out;
    std::string run;
    Ink ink = Ink::Plain;
    const auto end_run = [&] {
      out += run.empty() ? "" : page_.ink(ink, run);
      run.clear();
    };
    for (std::size_t c = 0; c < width_; ++c) {
      const double share = static_cast<double>(c) / static_cast<double>(width_ - 1);
      const At now = at(rows_, share);
      const bool median = dollars_.row(now.p50) == r;
      const bool other = !others_.empty() && dollars_.row(at(others_, share).p50) == r;
      const bool range = dollars_.row(now.p25) <= r && r <= dollars_.row(now.p75);
      const auto [wanted, mark] = mark_of(median, other, range);
      if (wanted != ink) {
        end_run();
        ink = wanted;
      }
      run += mark;
    }
    end_run();
    return out;
  }

  void axis() {
    const std::size_t count = rows_.size() - 1;
    const std::size_t every = count <= 10 ? 1 : 5;
    std::vector<std::string> line(width_, std::string(marks_.line));
    std::string labels(width_ + 2, ' ');
    for (std::size_t i = 0; i <= count; i += every) {
      const auto c =
          static_cast<std::size_t>(std::llround(static_cast<double>(i * (width_ - 1)) / static_cast<double>(count)));
      line[c] = marks_.tick;
      const std::string text = number_text(rows_[i].years);
      labels.replace(c, std::min(text.size(), labels.size() - c), text.substr(0, labels.size() - c));
    }
    std::string drawn(marks_.corner);
    for (const auto& mark : line) {
      drawn += mark;
    }
    page_.line(std::string(head - 1, ' ') + page_.ink(Ink::Faint, drawn));
    page_.line(std::string(head, ' ') + labels);
    page_.line(std::string(head, ' ') + page_.ink(Ink::Faint, "years of experience"));
  }

  void legend() const {
    page_.line();
    page_.line(std::string(head, ' ') + page_.ink(Ink::Accent, marks_.median) + " median  " +
               page_.ink(Ink::Faint, marks_.range) + " p25 to p75" +
               (others_.empty() ? "" : "  " + page_.ink(Ink::Strong, marks_.other) + " median when staying"));
  }

  Page& page_;
  const Money& money_;
  const Marks& marks_;
  const std::vector<CareerRow>& rows_;
  const std::vector<CareerRow>& others_;
  Dollars dollars_;
  std::size_t width_ = 0;
};

}  // namespace

void draw_career(Page& page, const Money& money, const std::vector<CareerRow>& rows,
                 const std::vector<CareerRow>& others) {
  Chart(page, money, rows, others).draw();
}

}  // namespace hisalary::output
