// SPDX-License-Identifier: MIT
#pragma once

#include "data/tables.hpp"
#include "hisalary/advise/offer.hpp"

namespace hisalary::advise {

// The same for facts and tables, which the library itself knows to be right.
[[nodiscard]] OfferValue value_offer(const Model& model, const Facts& person, const Offer& offer, std::size_t number);
[[nodiscard]] std::vector<BonusFigure> bonus_figures(const Tables& tables);
[[nodiscard]] std::vector<Remark> not_priced(const Tables& tables);

/// Whole dollars with thousands set apart: $26,993.
[[nodiscard]] std::string dollars(double value);

/// Both halves of payroll tax on a year's self-employment income; half of it on a wage. Dollars.
[[nodiscard]] double self_employment_tax(const Tables& tables, double income);
[[nodiscard]] double employee_payroll_tax(const Tables& tables, double wage);

}  // namespace hisalary::advise
