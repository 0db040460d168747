// SPDX-License-Identifier: MIT
#include "fields.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "hisalary/error.hpp"

namespace hisalary::output {
namespace {

const FieldForm& form_of(const std::string& name) {
  const auto* const form = std::ranges::find(field_forms, name, &FieldForm::name);
  if (form == field_forms.end()) {
    std::vector<std::string_view> known;
    std::ranges::transform(field_forms, std::back_inserter(known), &FieldForm::name);
    throw Error(ErrorCode::Usage, shown(name) + " is not a field of the answer",
                did_you_mean(name, known, "\"hisalary list fields\" shows all"), "fields");
  }
  return *form;
}

/// Wages in the market at the percentiles that are commonly taken for the Department of Labor's four levels.
Members wage_levels(const EstimateView& view) {
  constexpr std::array<std::pair<const char*, double>, 4> levels{{{"1", 17}, {"2", 34}, {"3", 50}, {"4", 67}}};
  Members out;
  for (const auto& [name, percentile] : levels) {
    out.push_back({name, amount(view.money, advise::pay_at(view.estimate.market.pay, percentile))});
  }
  return out;
}

}  // namespace

Result fields(const EstimateView& view, const std::vector<std::string>& names, const Screen& screen) {
  Members whole = estimate_document(view);
  const Area* const area = view.estimate.profile.area;
  whole.push_back({".area", area == nullptr ? Text("US") : area->code});
  whole.push_back({".wage_levels", wage_levels(view)});
  const Value document(whole);

  Result out({{"schema", "hisalary/fields/1"}}, screen);
  Members row;
  std::size_t widest = 0;
  for (const std::string& name : names) {
    widest = std::max(widest, name.size());
  }
  for (const std::string& name : names) {
    const Value& value = document.at(form_of(name).path);
    out.add(name, value);
    row.push_back({"." + std::to_string(row.size()), value});
    out.table.columns.emplace_back(row.back().name, name);
    out.page.line(name + std::string(widest - name.size() + 2, ' ') +
                  out.page.ink(Ink::Plain, value.is_nothing() ? "-" : value.words()));
  }
  out.table.records.emplace_back(row);
  return out;
}

}  // namespace hisalary::output
