// SPDX-License-Identifier: MIT
#include "states.hpp"

#include <algorithm>
#include <cmath>

#include "data/tables.hpp"
#include "model/pricer.hpp"
#include "model/time.hpp"

namespace hisalary::audit {
namespace {

void sort_down(std::vector<StatePay>& states) {
  std::ranges::stable_sort(states, std::ranges::greater{}, &StatePay::pay);
}

const AreaWage* find_wage(const Tables& tables, std::string_view soc, Text area) {
  const auto it =
      std::ranges::find_if(tables.area_wages, [&](const AreaWage& row) { return row.area == area && row.soc == soc; });
  return it != tables.area_wages.end() && it->mean.known() ? &*it : nullptr;
}

}  // namespace

std::string release_of(const Tables& tables) {
  constexpr std::size_t year = 4;
  return std::string(tables.info[0].release.substr(0, year));
}

std::vector<StatePay> states_by_mean(const Tables& tables, std::string_view soc) {
  std::vector<StatePay> out;
  for (const auto& area : tables.areas) {
    const AreaWage* const row = area.kind == AreaKind::State ? find_wage(tables, soc, area.code) : nullptr;
    if (row != nullptr) {
      out.push_back({&area, static_cast<double>(row->mean.amount)});
    }
  }
  sort_down(out);
  return out;
}

std::vector<StatePay> states_by_model(const Model& model, const Question& question) {
  std::vector<StatePay> out;
  Facts profile = understand(model.dataset(), question).facts();
  for (const auto& area : model.dataset().tables().areas) {
    if (area.kind == AreaKind::State) {
      profile.area = &area;
      out.push_back({&area, model.pricer().price(profile).pay.p50()});
    }
  }
  sort_down(out);
  return out;
}

std::optional<std::size_t> rank_in(const std::vector<StatePay>& states, Text code) {
  const auto it = std::ranges::find_if(states, [&](const StatePay& state) { return state.area->code == code; });
  if (it == states.end()) {
    return std::nullopt;
  }
  return 1 + static_cast<std::size_t>(
                 std::ranges::count_if(states, [&](const StatePay& other) { return other.pay > it->pay; }));
}

std::vector<StatePay> last(const std::vector<StatePay>& states, std::size_t most) {
  const auto from = states.size() > most ? states.end() - static_cast<std::ptrdiff_t>(most) : states.begin();
  std::vector<StatePay> out(from, states.end());
  std::ranges::reverse(out);
  return out;
}

std::optional<double> mean_in(const Tables& tables, std::string_view soc, Text state, Quarter quarter) {
  const AreaWage* const row = find_wage(tables, soc, state);
  const auto occupation = std::ranges::find(tables.occupations, soc, &Occupation::soc);
  if (row == nullptr || occupation == tables.occupations.end()) {
    return std::nullopt;
  }
  return row->mean.amount * std::exp(model::Clock(tables).log_factor(*occupation, quarter));
}

}  // namespace hisalary::audit
