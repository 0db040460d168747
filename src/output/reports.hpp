// SPDX-License-Identifier: MIT
#pragma once

/// Answers as one page for a browser or for paper (HTML), or as one picture (SVG). See HtmlPage.

#include <string>

#include "career.hpp"
#include "compare.hpp"
#include "offer.hpp"
#include "whatif.hpp"

namespace hisalary::output {

/// Offers: where each wage stands, side by side, then each part by part.
[[nodiscard]] std::string offer_html(const OfferView& view);
/// The wages on the ranges of people like the person.
[[nodiscard]] std::string offer_svg(const OfferView& view);

/// What each change adds, what credentials cost and require, and the best places.
[[nodiscard]] std::string whatif_html(const WhatIfView& view);
/// What the changes that add most add.
[[nodiscard]] std::string whatif_svg(const WhatIfView& view);

/// A comparison with what its page needs beside it.
struct CompareView {
  const Dataset& dataset;
  const advise::Comparison& comparison;
  Money money{Period::Year};
};

/// The ranges on one scale, the table, and what is not certain.
[[nodiscard]] std::string compare_html(const CompareView& view);
/// The ranges on one scale.
[[nodiscard]] std::string compare_svg(const CompareView& view);

/// Pay by year of experience, and what is earned in all; its picture is career_svg().
[[nodiscard]] std::string career_html(const CareerView& view);

}  // namespace hisalary::output
