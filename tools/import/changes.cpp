// SPDX-License-Identifier: MIT
#include "changes.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "data/names.hpp"

namespace hisalary::import {
namespace {

constexpr double noteworthy = 0.15;
constexpr std::size_t most_named = 20;
constexpr std::size_t median = 2;

struct Move {
  std::string cell;
  std::size_t percentile = 0;
  std::int32_t before = 0;
  std::int32_t after = 0;

  [[nodiscard]] double ratio() const { return static_cast<double>(after) / before - 1; }
};

/// The percentile that moved most.
Move largest(const std::string& cell, const PublishedPercentiles& before, const PublishedPercentiles& after) {
  Move move{cell, 0, 1, 1};
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool comparable = before[i].known() && after[i].known() && before[i].amount > 0;
    const Move here{cell, i, before[i].amount, after[i].amount};
    if (comparable && std::abs(here.ratio()) > std::abs(move.ratio())) {
      move = here;
    }
  }
  return move;
}

std::string named(const char* what, const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < std::min(cells.size(), most_named); ++i) {
    out += "  " + std::string(what) + "  " + cells[i] + "\n";
  }
  if (cells.size() > most_named) {
    out += "  " + std::string(what) + "  and " + std::to_string(cells.size() - most_named) + " more\n";
  }
  return out;
}

std::vector<std::string> only_in(const CellsByName& here, const CellsByName& there) {
  std::vector<std::string> out;
  for (const auto& [cell, pay] : here) {
    const auto other = there.find(cell);
    if (pay[median].known() && (other == there.end() || !other->second[median].known())) {
      out.push_back(cell);
    }
  }
  return out;
}

std::string percent(double ratio) {
  const auto tenths = std::lround(std::abs(ratio) * 1000);
  return (ratio < 0 ? "-" : "+") + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

}  // namespace

std::string changes(const CellsByName& before, const CellsByName& after) {
  const auto appeared = only_in(after, before);
  const auto vanished = only_in(before, after);
  std::vector<Move> moves;
  for (const auto& [cell, pay] : after) {
    const auto old = before.find(cell);
    if (old != before.end()) {
      moves.push_back(largest(cell, old->second, pay));
    }
  }
  std::erase_if(moves, [](const Move& move) { return std::abs(move.ratio()) <= noteworthy; });
  std::ranges::stable_sort(moves,
                           [](const Move& a, const Move& b) { return std::abs(a.ratio()) > std::abs(b.ratio()); });
  std::vector<std::string> moved;
  moved.reserve(moves.size());
  for (const auto& move : moves) {
    moved.push_back(move.cell + ": " + data::percentile_keys[move.percentile] + " " + std::to_string(move.before) +
                    " to " + std::to_string(move.after) + ", " + percent(move.ratio()));
  }
  return "  " + std::to_string(after.size()) + " cells; " + std::to_string(appeared.size()) + " appeared, " +
         std::to_string(vanished.size()) + " vanished, " + std::to_string(moved.size()) + " moved by more than 15%\n" +
         named("appeared", appeared) + named("vanished", vanished) + named("moved   ", moved);
}

}  // namespace hisalary::import
