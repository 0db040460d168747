// SPDX-License-Identifier: MIT
#include "svg_states.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "money.hpp"

namespace hisalary::output {
namespace {

/// One hue from light to dark ("Blues" of Cynthia Brewer's ColorBrewer, seven classes): its order survives every kind
/// of color vision, and a printer without color.
constexpr std::array<std::string_view, 7> blues{"#eff3ff", "#c6dbef", "#9ecae1", "#6baed6",
                                                "#4292c6", "#2171b5", "#084594"};
constexpr std::string_view black = "#000000";
constexpr std::string_view white = "#ffffff";

constexpr double side = 40;
constexpr double legend_row = 52;

double linear(std::string_view hex) {
  int value = 0;
  constexpr int base = 16;
  std::from_chars(hex.data(), hex.data() + hex.size(), value, base);
  const double part = value / 255.0;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view color) {
  return 0.2126 * linear(color.substr(1, 2)) + 0.7152 * linear(color.substr(3, 2)) +
         0.0722 * linear(color.substr(5, 2));
}

std::optional<double> pay_of(const advise::StatePay& state, PayKind kind) {
  return kind == PayKind::Nominal ? std::optional(state.pay.p50()) : state.buys();
}

/// The best and the last of the states, in words.
std::string extremes(const std::vector<advise::StatePay>& states, PayKind kind) {
  const advise::StatePay* best = nullptr;
  const advise::StatePay* last = nullptr;
  for (const auto& state : states) {
    const auto pay = pay_of(state, kind);
    if (pay) {
      best = best == nullptr || *pay > *pay_of(*best, kind) ? &state : best;
      last = last == nullptr || *pay < *pay_of(*last, kind) ? &state : last;
    }
  }
  if (best == nullptr) {
    return "No state has a figure.";
  }
  const Money money(Period::Year);
  return "Highest: " + std::string(best->state->title) + ", " + money.text(*pay_of(*best, kind)) +
         ". Lowest: " + std::string(last->state->title) + ", " + money.text(*pay_of(*last, kind)) +
         ". The table of states has every figure.";
}

/// 63k a year, 30 an hour.
std::string short_pay(double dollars, Period period) {
  constexpr double thousand = 1000;
  return period == Period::Year ? std::to_string(std::lround(dollars / thousand)) + "k"
                                : std::to_string(std::lround(dollars / hours_a_year));
}

void square(Markup& out, const Tile& tile, const advise::StatePay* state, const Shades& shades, PayKind kind) {
  const double x = tile.column * side;
  const double y = tile.row * side;
  const auto pay = state == nullptr ? std::nullopt : pay_of(*state, kind);
  if (!pay) {
    box(out, "none", x + 1, y + 1, side - 2, side - 2);
    label(out, "faint", x + side / 2, y + 24, tile.state, Anchor::Middle);
    return;
  }
  const auto& shade = shades.of(*pay);
  out.empty("rect", {{"class", "tile"},
                     {"x", px(x)},
                     {"y", px(y)},
                     {"width", px(side)},
                     {"height", px(side)},
                     {"fill", std::string(shade.ground)}});
  const auto letters = [&](const char* style, double down, const std::string& words) {
    out.element("text",
                {{"class", style},
                 {"x", px(x + side / 2)},
                 {"y", px(y + down)},
                 {"text-anchor", "middle"},
                 {"style", "fill:" + std::string(shade.letters)}},
                words);
  };
  letters("on-tile strong", 17, std::string(tile.state));
  letters("on-tile", 32, short_pay(*pay, shades.period()));
  if (state->wages == CellKind::Estimated) {
    box(out, "guess", x + 2.5, y + 2.5, side - 5, side - 5);
  }
}

void legend(Markup& out, const Shades& shades, double y) {
  const double width = chart_width / static_cast<double>(std::max<std::size_t>(shades.all().size(), 1));
  double x = 0;
  for (const auto& shade : shades.all()) {
    out.empty("rect", {{"class", "tile"},
                       {"x", px(x)},
                       {"y", px(y)},
                       {"width", px(width)},
                       {"height", "14"},
                       {"fill", std::string(shade.ground)}});
    label(out, "faint", x, y + 28, short_dollars(shade.low, shades.period()), x == 0 ? Anchor::Start : Anchor::Middle);
    x += width;
  }
  if (!shades.all().empty()) {
    label(out, "faint", chart_width, y + 28, short_dollars(shades.all().back().high, shades.period()), Anchor::End);
  }
}

}  // namespace

const std::array<Tile, 51>& tiles() {
  static constexpr std::array<Tile, 51> all{{
      {"AK", 0, 0}, {"ME", 10, 0},  //
      {"VT", 9, 1}, {"NH", 10, 1},  //
      {"WA", 0, 2}, {"ID", 1, 2},  {"MT", 2, 2}, {"ND", 3, 2}, {"MN", 4, 2},  {"IL", 5, 2},
      {"WI", 6, 2}, {"MI", 7, 2},  {"NY", 8, 2}, {"RI", 9, 2}, {"MA", 10, 2},  //
      {"OR", 0, 3}, {"NV", 1, 3},  {"WY", 2, 3}, {"SD", 3, 3}, {"IA", 4, 3},  {"IN", 5, 3},
      {"OH", 6, 3}, {"PA", 7, 3},  {"NJ", 8, 3}, {"CT", 9, 3},  //
      {"CA", 0, 4}, {"UT", 1, 4},  {"CO", 2, 4}, {"NE", 3, 4}, {"MO", 4, 4},  {"KY", 5, 4},
      {"WV", 6, 4}, {"VA", 7, 4},  {"MD", 8, 4}, {"DE", 9, 4},  //
      {"AZ", 1, 5}, {"NM", 2, 5},  {"KS", 3, 5}, {"AR", 4, 5}, {"TN", 5, 5},  {"NC", 6, 5},
      {"SC", 7, 5}, {"DC", 8, 5},                                             //
      {"OK", 3, 6}, {"LA", 4, 6},  {"MS", 5, 6}, {"AL", 6, 6}, {"GA", 7, 6},  //
      {"HI", 0, 7}, {"TX", 3, 7},  {"FL", 8, 7},
  }};
  return all;
}

double contrast(std::string_view one, std::string_view other) {
  constexpr double flare = 0.05;
  const double a = luminance(one) + flare;
  const double b = luminance(other) + flare;
  return std::max(a, b) / std::min(a, b);
}

Shades::Shades(const std::vector<advise::StatePay>& states, Period period) : period_(period) {
  std::vector<double> pays;
  for (const auto& state : states) {
    for (const PayKind kind : {PayKind::Nominal, PayKind::AtNationsPrices}) {
      if (const auto pay = pay_of(state, kind)) {
        pays.push_back(*pay);
      }
    }
  }
  if (pays.empty()) {
    return;
  }
  const Axis axis(*std::ranges::min_element(pays), *std::ranges::max_element(pays), static_cast<int>(blues.size()), 0,
                  1, period);
  const std::size_t count = axis.marks().size() - 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view ground = blues[count == 1 ? blues.size() / 2 : i * (blues.size() - 1) / (count - 1)];
    shades_.push_back({ground, contrast(ground, black) >= contrast(ground, white) ? black : white, axis.marks()[i],
                       axis.marks()[i + 1]});
  }
}

const Shades::Shade& Shades::of(double dollars) const {
  const auto it = std::ranges::find_if(shades_, [&](const Shade& shade) { return dollars < shade.high; });
  return it == shades_.end() ? shades_.back() : *it;
}

void states_chart(Markup& out, const std::vector<advise::StatePay>& states, const Shades& shades, PayKind kind,
                  const Area* here) {
  const bool nominal = kind == PayKind::Nominal;
  constexpr double rows = 8;
  open_chart(out,
             {nominal ? "states" : "states-real",
              nominal ? "Median pay by state, in dollars" : "Median pay by state, adjusted for the cost of living",
              extremes(states, kind)},
             rows * side + legend_row, Frame::InPage);
  const Tile* own = nullptr;
  for (const auto& tile : tiles()) {
    const auto it = std::ranges::find_if(states, [&](const auto& state) { return state.state->code == tile.state; });
    square(out, tile, it == states.end() ? nullptr : &*it, shades, kind);
    own = here != nullptr && here->code == tile.state ? &tile : own;
  }
  if (own != nullptr) {
    box(out, "here", own->column * side + 1.5, own->row * side + 1.5, side - 3, side - 3);
  }
  legend(out, shades, rows * side + 12);
  out.close();
}

}  // namespace hisalary::output
