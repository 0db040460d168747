// SPDX-License-Identifier: MIT
#pragma once

/// What some commands ask and answer, for the command itself and for its report.

#include <functional>

#include "command.hpp"
#include "output/reports.hpp"

namespace hisalary::cli {

/// The terms of an offer, and files of offers.
[[nodiscard]] OptionList term_options();
[[nodiscard]] OptionList offer_options();
/// Those of the command alone come last: they are left out here.
[[nodiscard]] OptionList whatif_options();
[[nodiscard]] OptionList compare_options();
[[nodiscard]] OptionList career_options();

/// Answers, and hands the answer over while everything that it refers to is there.
void value_offers(const Given& given, bool detail, const std::function<void(const output::OfferView&)>& use);
void try_changes(const Given& given, bool all, const std::function<void(const output::WhatIfView&)>& use);
void compare_people(const Given& given, const std::function<void(const output::CompareView&)>& use);
void follow_career(const Given& given, const std::function<void(const output::CareerView&)>& use);

}  // namespace hisalary::cli
