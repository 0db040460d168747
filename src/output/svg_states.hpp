// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "advise/states.hpp"
#include "svg_chart.hpp"

namespace hisalary::output {

/// A state's square on the map: columns to the east, rows to the south.
struct Tile {
  std::string_view state;
  int column;
  int row;
};

/// The fifty states and the District of Columbia, each about where it lies.
[[nodiscard]] const std::array<Tile, 51>& tiles();

/// Shades for pay, and what each stands for. Both maps of a page share them, so that they can be compared.
class Shades {
 public:
  explicit Shades(const std::vector<advise::StatePay>& states, Period period = Period::Year);

  struct Shade {
    std::string_view ground;
    std::string_view letters;  ///< black or white, whichever stands out more
    double low = 0;
    double high = 0;
  };
  [[nodiscard]] const Shade& of(double dollars) const;
  [[nodiscard]] const std::vector<Shade>& all() const noexcept { return shades_; }

  [[nodiscard]] Period period() const noexcept { return period_; }

 private:
  Period period_;
  std::vector<Shade> shades_;
};

/// Contrast of two colors #rrggbb after the Web Content Accessibility Guidelines 2.1: 1 to 21.
[[nodiscard]] double contrast(std::string_view one, std::string_view other);

enum class PayKind : std::uint8_t { Nominal, AtNationsPrices };

/// The tile map. `here` is the person's own state, or null.
void states_chart(Markup& out, const std::vector<advise::StatePay>& states, const Shades& shades, PayKind kind,
                  const Area* here);

}  // namespace hisalary::output
