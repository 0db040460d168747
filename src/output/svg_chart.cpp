// SPDX-License-Identifier: MIT
#include "svg_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/format.hpp"
#include "page.hpp"

namespace hisalary::output {

// Blue and orange differ for every kind of color vision; each text color stands out at least 4.5 to 1 from its ground.
std::string_view chart_colors() {
  return ":root{color-scheme:light "
         "dark;--paper:#fff;--ink:#1a1d21;--faint:#56606b;--line:#d5dae0;--person:#0b5cad;--soft:#9cc4ea;"
         "--market:#dfe3e8;--market-mid:#c3cad2;--market-ink:#5d6873;--rise:#0b5cad;--fall:#b35300}\n"
         "@media screen and "
         "(prefers-color-scheme:dark){:root{--paper:#15191e;--ink:#e8eaed;--faint:#a9b3bd;--line:#39424c;--person:#"
         "6cb2ff;"
         "--soft:#2f669b;--market:#2d353e;--market-mid:#434d58;--market-ink:#a0abb6;--rise:#6cb2ff;--fall:#f0a35c}}\n";
}

std::string_view chart_rules() {
  return ".chart{display:block;width:100%;height:auto;font-family:system-ui,-apple-system,\"Segoe "
         "UI\",Roboto,\"Liberation Sans\",Arial,"
         "sans-serif;font-variant-numeric:tabular-nums}\n"
         ".chart "
         "text{fill:var(--ink);font-size:12px;paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:"
         "round}\n"
         ".chart .on-tile{stroke:none}\n"
         ".chart .faint{fill:var(--faint)}\n"
         ".chart .strong{font-weight:700}\n"
         ".chart .big{font-size:15px;font-weight:700;fill:var(--person)}\n"
         ".chart .grid{stroke:var(--line);stroke-width:1}\n"
         ".chart .density{fill:var(--market)}\n"
         ".chart .density-mid{fill:var(--market-mid)}\n"
         ".chart .outline{fill:none;stroke:var(--market-ink);stroke-width:1.2}\n"
         ".chart .market{fill:var(--market-ink)}\n"
         ".chart .market-line{stroke:var(--market-ink);stroke-width:2}\n"
         ".chart .person{fill:var(--person)}\n"
         ".chart .person-line{stroke:var(--person);stroke-width:2;fill:none}\n"
         ".chart .soft{fill:var(--soft)}\n"
         ".chart .knife{stroke:var(--paper);stroke-width:3}\n"
         ".chart .other{fill:none;stroke:var(--fall);stroke-width:2;stroke-dasharray:5 4}\n"
         ".chart .now{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:2 3}\n"
         ".chart .dot{fill:var(--person);stroke:var(--paper);stroke-width:2}\n"
         ".chart .mark{fill:var(--fall);stroke:var(--paper);stroke-width:2}\n"
         ".chart .rise{fill:var(--rise)}\n"
         ".chart .fall{fill:var(--fall)}\n"
         ".chart .tile{stroke:var(--paper);stroke-width:1}\n"
         ".chart .here{fill:none;stroke:var(--ink);stroke-width:2.5}\n"
         ".chart .guess{fill:none;stroke:#6b3f00;stroke-width:1.3;stroke-dasharray:3 2}\n"
         ".chart .none{fill:none;stroke:var(--line)}\n"
         "@media screen and (max-width:30rem){.chart text{font-size:14px}.chart .big{font-size:17px}}\n";
}

namespace {

/// Each color variable with its value on white paper: office programs and converters know no variables.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> on_paper{{
    {"var(--paper)", "#fff"},
    {"var(--ink)", "#1a1d21"},
    {"var(--faint)", "#56606b"},
    {"var(--line)", "#d5dae0"},
    {"var(--person)", "#0b5cad"},
    {"var(--soft)", "#9cc4ea"},
    {"var(--market)", "#dfe3e8"},
    {"var(--market-mid)", "#c3cad2"},
    {"var(--market-ink)", "#5d6873"},
    {"var(--rise)", "#0b5cad"},
    {"var(--fall)", "#b35300"},
    {"paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round", ""},
}};

/// The rules of charts with literal colors. A halo around letters is left out: a program that does not know paint-order
/// would paint it over them.
std::string literal_rules() {
  std::string rules(chart_rules());
  const auto replace = [&](std::string_view what, std::string_view with) {
    for (auto at = rules.find(what); at != std::string::npos; at = rules.find(what, at + with.size())) {
      rules.replace(at, what.size(), with);
    }
  };
  replace(on_paper.back().first, "");
  for (const auto& [variable, value] : on_paper) {
    replace(variable, value);
  }
  return rules.substr(0, rules.find("@media"));
}

}  // namespace

void open_chart(Markup& out, const ChartWords& words, double height, Frame frame, std::string_view heading) {
  constexpr double line_height = 17;
  constexpr std::size_t letters = 60;
  constexpr std::size_t small_letters = 74;
  const std::string title = words.id + "-title";
  const std::string description = words.id + "-desc";
  const bool own = frame == Frame::OwnFile;
  constexpr double enlarged = 2;
  const auto lines = own && !heading.empty() ? wrapped(heading, letters) : std::vector<std::string>{};
  const auto foot = own && !words.foot.empty() ? wrapped(words.foot, small_letters) : std::vector<std::string>{};
  const double below = foot.empty() ? 0 : line_height * static_cast<double>(foot.size()) + 4;
  const double above = lines.empty() ? 0 : line_height * static_cast<double>(lines.size()) + 8;
  out.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                   {"class", "chart"},
                   {"viewBox", formatted("0 {} {} {}", px(-above), px(chart_width), px(above + height + below))},
                   {"width", own ? px(enlarged * chart_width) : ""},
                   {"height", own ? px(enlarged * (above + height + below)) : ""},
                   {"role", "img"},
                   {"aria-labelledby", title + " " + description}});
  out.element("title", {{"id", title}}, words.title);
  out.element("desc", {{"id", description}}, words.description);
  if (own) {
    out.open("style");
    out.constant(literal_rules());
    out.constant(".chart .paper{fill:#fff}\n");
    out.close();
    box(out, "paper", 0, -above, chart_width, above + height + below);
    double y = -above;
    for (const auto& words_of_line : lines) {
      y += line_height;
      label(out, "strong", 8, y, words_of_line);
    }
    y = height;
    for (const auto& words_of_line : foot) {
      label(out, "faint", 8, y + 10, words_of_line);
      y += line_height;
    }
  }
}

std::string px(double value) {
  constexpr double tenths = 10;
  const double rounded = std::round(value * tenths) / tenths;
  std::string text = formatted("{:.1f}", rounded == 0 ? 0 : rounded);
  if (text.ends_with(".0")) {
    text.resize(text.size() - 2);
  }
  return text;
}

std::string short_dollars(double dollars, Period period) {
  if (period == Period::Hour) {
    return "$" + px(dollars / hours_a_year);
  }
  return dollars == 0 ? "$0" : "$" + px(dollars / 1000) + "k";
}

Axis::Axis(double low, double high, int most, double from, double to, Period period)
    : period_(period), from_(from), to_(to) {
  const double unit = period == Period::Hour ? hours_a_year : 1;
  low /= unit;
  high /= unit;
  const double rough = std::max(high - low, 1.0) / most;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double nice : {1.0, 2.0, 2.5, 5.0, 10.0}) {
    step_ = nice * power;
    low_ = std::floor(low / step_) * step_;
    high_ = std::max(std::ceil(high / step_) * step_, low_ + step_);
    if (std::lround((high_ - low_) / step_) <= most) {
      break;
    }
  }
  const long count = std::lround((high_ - low_) / step_);
  for (long i = 0; i <= count; ++i) {
    marks_.push_back((low_ + static_cast<double>(i) * step_) * unit);
  }
  for (double* const dollars : {&low_, &high_, &step_}) {
    *dollars *= unit;
  }
}

void line(Markup& out, std::string_view style, double x1, double y1, double x2, double y2) {
  out.empty("line", {{"class", std::string(style)}, {"x1", px(x1)}, {"y1", px(y1)}, {"x2", px(x2)}, {"y2", px(y2)}});
}

void box(Markup& out, std::string_view style, double x, double y, double width, double height) {
  out.empty("rect",
            {{"class", std::string(style)}, {"x", px(x)}, {"y", px(y)}, {"width", px(width)}, {"height", px(height)}});
}

void label(Markup& out, std::string_view style, double x, double y, std::string_view words, Anchor anchor) {
  constexpr std::array<const char*, 3> anchors{"", "middle", "end"};
  const char* const where = anchors[static_cast<std::size_t>(anchor)];
  out.element("text", {{"class", std::string(style)}, {"x", px(x)}, {"y", px(y)}, {"text-anchor", where}}, words);
}

void dollar_grid(Markup& out, const Axis& axis, double top, double bottom) {
  constexpr double below = 15;
  constexpr double margin = 20;
  for (const double mark : axis.marks()) {
    const double x = axis.at(mark);
    line(out, "grid", x, top, x, bottom);
    const bool left = x < margin;
    const bool right = x > chart_width - margin;
    const Anchor inside = right ? Anchor::End : Anchor::Middle;
    label(out, "faint", x, bottom + below, axis.label(mark), left ? Anchor::Start : inside);
  }
}

std::string path_of(const std::vector<Point>& points) {
  std::string out;
  for (const auto& point : points) {
    out += (out.empty() ? "M" : "L") + px(point.x) + "," + px(point.y);
  }
  return out;
}

}  // namespace hisalary::output
