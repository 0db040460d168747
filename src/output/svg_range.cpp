// SPDX-License-Identifier: MIT
#include "svg_range.hpp"

#include <algorithm>
#include <cmath>

#include "data/tables.hpp"
#include "model/curve.hpp"
#include "model/normal.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

constexpr double left = 22;
constexpr double right = chart_width - 22;
constexpr double top = 28;
constexpr double ground = 150;  // of the distribution
constexpr double person_row = 186;
constexpr double market_row = 240;
constexpr double bottom = 256;
constexpr double height = bottom + 24;
constexpr double smoothing = 0.025;  // of the distribution, as a part of the axis

model::MarketCurve curve_of(const Percentiles& pay) {
  model::LogPay logs{};
  std::ranges::transform(pay.dollars, logs.begin(), [](double dollars) { return std::log(dollars); });
  return model::MarketCurve(logs);
}

/// Pay at evenly spaced normal scores, each with the part of the people that it stands for.
class Density {
 public:
  Density(const model::MarketCurve& curve, double width) : width_(width) {
    constexpr double step = 0.02;
    constexpr auto count = static_cast<int>(2 * model::last_score / step);
    for (int i = 0; i <= count; ++i) {
      const double score = -model::last_score + i * step;
      pay_.push_back(std::exp(curve(score)));
      part_.push_back(std::exp(-score * score / 2));
    }
  }

  /// People near some pay, in no unit.
  [[nodiscard]] double operator()(double dollars) const {
    double sum = 0;
    for (std::size_t i = 0; i < pay_.size(); ++i) {
      const double far = (pay_[i] - dollars) / width_;
      sum += part_[i] * std::exp(-far * far / 2);
    }
    return sum;
  }

 private:
  double width_;
  std::vector<double> pay_;
  std::vector<double> part_;
};

/// Places where a line stops rising.
std::size_t humps(const std::vector<Point>& points) {
  std::size_t count = 0;
  bool rising = true;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const bool up = points[i].y > points[i - 1].y;
    count += rising && !up ? 1 : 0;
    rising = up;
  }
  return count;
}

class Chart {
 public:
  Chart(Markup& out, const EstimateView& view)
      : out_(out),
        view_(view),
        pay_(view.estimate.pay),
        market_(view.estimate.market.pay),
        curve_(curve_of(market_)),
        axis_(axis()) {}

  void draw(Frame frame) {
    open_chart(out_, words(), height, frame,
               person(view_.dataset.tables(), view_.estimate.profile) + ", " + place(view_.estimate.profile) + ", " +
                   dollars_of(view_.estimate));
    dollar_grid(out_, axis_, top, bottom);
    distribution();
    range(pay_, person_row, "person", "soft");
    figures();
    range(market_, market_row, "market", "density-mid");
    paid();
    label(out_, "faint", 8, market_row - 13, "The market: its middle half and eight in ten");
    out_.close();
  }

 private:
  [[nodiscard]] Axis axis() const {
    constexpr int marks = 7;
    const double first = std::exp(curve_(-model::last_score));
    const double last = std::exp(curve_(model::last_score));
    const double aside = 2 * smoothing * (last - first);
    return {std::max(0.0, std::min(pay_.p10(), first - aside)),
            std::max(pay_.p90(), last + aside),
            marks,
            left,
            right,
            view_.money.period()};
  }

  [[nodiscard]] ChartWords words() const {
    const auto& money = view_.money;
    return {"range", "Estimated pay on the market's distribution",
            person(view_.dataset.tables(), view_.estimate.profile) + ", " + place(view_.estimate.profile) +
                ": median " + money.text(pay_.p50()) + a_period(money) + ", the middle half between " +
                money.text(pay_.p25()) + " and " + money.text(pay_.p75()) + ", eight in ten between " +
                money.text(pay_.p10()) + " and " + money.text(pay_.p90()) + ". The market: median " +
                money.text(market_.p50()) + ", half between " + money.text(market_.p25()) + " and " +
                money.text(market_.p75()) + ", eight in ten between " + money.text(market_.p10()) + " and " +
                money.text(market_.p90()) + ".",
            "Sources: " + source_line(view_.estimate.sources) + ". hisalary, data " +
                std::string(view_.dataset.info().version) + ", " + dollars_of(view_.estimate) + "."};
  }

  /// People by pay, smoothed until one hump is left: five percentiles do not say where a second one would be.
  [[nodiscard]] std::vector<Point> heights() const {
    constexpr double step = 2;
    constexpr double wider = 1.25;
    constexpr double widest = 0.2;
    std::vector<Point> points;
    for (double part = smoothing; points.empty() || (humps(points) > 1 && part < widest); part *= wider) {
      const Density density(curve_, part * (axis_.dollars_at(right) - axis_.dollars_at(left)));
      points.clear();
      for (int i = 0; left + step * i <= right; ++i) {
        const double x = left + step * i;
        points.push_back({x, density(axis_.dollars_at(x))});
      }
    }
    return points;
  }

  void distribution() {
    std::vector<Point> points = heights();
    constexpr double peak = 100;
    const double most = std::ranges::max_element(points, {}, &Point::y)->y;
    for (auto& point : points) {
      point.y = ground - point.y / most * peak;
    }
    area(points, "density");
    std::vector<Point> middle;
    std::ranges::copy_if(points, std::back_inserter(middle), [&](const Point& point) {
      return point.x >= axis_.at(market_.p25()) && point.x <= axis_.at(market_.p75());
    });
    area(middle, "density-mid");
    out_.empty("path", {{"class", "outline"}, {"d", path_of(points)}});
    const double x = axis_.at(pay_.p50());
    const bool early = x < chart_width / 2;
    label(out_, "faint", early ? chart_width - 8 : 8, top - 14, "The market's pay",
          early ? Anchor::End : Anchor::Start);
    line(out_, "person-line", x, top + 4, x, person_row);
    constexpr double room = 66;
    const double middle_of = std::clamp(x, left + room, right - room);
    label(out_, "big", middle_of, top - 2, view_.money.text(pay_.p50()) + a_period(view_.money), Anchor::Middle);
  }

  /// What the person is paid, as a line through both ranges.
  void paid() {
    if (!view_.standing) {
      return;
    }
    constexpr double room = 84;
    const double x = std::clamp(axis_.at(view_.standing->pay), left, right);
    line(out_, "now", x, top + 4, x, market_row + 8);
    const bool late = x > axis_.at(pay_.p50());
    const bool after = late ? x < chart_width - room : x < room;
    label(out_, "strong", after ? x + 4 : x - 4, top + 16, "paid " + view_.money.text(view_.standing->pay),
          after ? Anchor::Start : Anchor::End);
  }

  void area(std::vector<Point> points, const char* style) {
    if (points.size() < 2) {
      return;
    }
    const double last = points.back().x;
    points.insert(points.begin(), {points.front().x, ground});
    points.push_back({last, ground});
    out_.empty("path", {{"class", style}, {"d", path_of(points) + "Z"}});
  }

  /// p10 to p90 as a line with ends, p25 to p75 as a bar, the median as a cut.
  void range(const Percentiles& pay, double y, const std::string& style, const std::string& bar) {
    constexpr double half = 7;
    constexpr double end = 4;
    const double p10 = axis_.at(pay.p10());
    const double p90 = axis_.at(pay.p90());
    const double p25 = axis_.at(pay.p25());
    const std::string stroke = style + "-line";
    line(out_, stroke, p10, y, p90, y);
    line(out_, stroke, p10, y - end, p10, y + end);
    line(out_, stroke, p90, y - end, p90, y + end);
    box(out_, bar, p25, y - half, std::max(1.0, axis_.at(pay.p75()) - p25), 2 * half);
    constexpr double thick = 3;
    box(out_, style, axis_.at(pay.p50()) - thick / 2, y - half - 2, thick, 2 * (half + 2));
  }

  /// The four other figures of the person: two above the ends of the line, two below those of the bar.
  void figures() {
    constexpr double above = 12;
    constexpr double below = 21;
    constexpr double room = 70;
    const auto put = [&](double dollars, double y, bool low, const char* style) {
      const double x = axis_.at(dollars);
      const bool fits = low ? x - room >= 0 : x + room <= chart_width;
      const Anchor anchor = low == fits ? Anchor::End : Anchor::Start;
      label(out_, style, anchor == Anchor::End ? x + 4 : x - 4, y, view_.money.text(dollars), anchor);
    };
    put(pay_.p10(), person_row - above, true, "faint");
    put(pay_.p90(), person_row - above, false, "faint");
    put(pay_.p25(), person_row + below, true, "strong");
    put(pay_.p75(), person_row + below, false, "strong");
  }

  Markup& out_;
  const EstimateView& view_;
  const Percentiles& pay_;
  const Percentiles& market_;
  model::MarketCurve curve_;
  Axis axis_;
};

}  // namespace

void range_chart(Markup& out, const EstimateView& view, Frame frame) { Chart(out, view).draw(frame); }

}  // namespace hisalary::output
