// SPDX-License-Identifier: MIT
#include "trial.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "data/tables.hpp"
#include "figures.hpp"
#include "hisalary/error.hpp"
#include "model/pricer.hpp"

namespace hisalary::audit {
namespace {

[[noreturn]] void fail(const std::string& where, const std::string& message, const std::string& hint) {
  throw Error(ErrorCode::BadData, where + ": " + message, hint, where);
}

/// What is asked for, with the row that it was about.
void attempt(const std::string& where, auto&& ask) {
  try {
    ask();
  } catch (const Error& error) {
    fail(where, error.what(), error.hint());
  }
}

void demand_pay(const Percentiles& pay, const std::string& where) {
  constexpr double most = 1e9;
  const bool is_pay = std::ranges::all_of(pay.dollars, [](double one) { return one >= 1 && one <= most; });
  if (!is_pay || !std::ranges::is_sorted(pay.dollars)) {
    fail(where, "the answer is no pay", "look at its wages, its position and what its facts are worth");
  }
}

}  // namespace

void try_out(const Model& model) {
  const Tables& tables = model.dataset().tables();
  const model::Pricer& pricer = model.pricer();
  for (const Role& role : tables.roles) {
    const std::string where = "roles.json, " + std::string(role.id);
    Facts person;
    person.role = &role;
    attempt(where, [&] { demand_pay(pricer.price(person).pay, where); });
    for (const Area& area : tables.areas) {
      person.area = &area;
      attempt(where + " in " + std::string(area.title), [&] { demand_pay(pricer.price(person).pay, where); });
    }
    person.area = nullptr;
    for (const Setting& setting : tables.settings) {
      person.setting = &setting;
      attempt(where + ", " + std::string(setting.id), [&] { demand_pay(pricer.price(person).pay, where); });
    }
  }
  for (const auto& figure : tables.published_figures) {
    attempt("evidence/published_figures.json, " + std::string(figure.id), [&] { (void)check_figure(model, figure); });
  }
}

}  // namespace hisalary::audit
