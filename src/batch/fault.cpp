// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <vector>

#include "base/text.hpp"
#include "row.hpp"

namespace hisalary::batch {
namespace {

constexpr const char* example = R"(one object like {"role": "medical-coder", "state": "CA"} a line)";

Error usage(const std::string& message, const std::string& hint, std::string_view where = {}) {
  return {ErrorCode::Usage, message, hint, std::string(where)};
}

const char* what_fits(const query::FactForm& form) {
  if (form.is_flag) {
    return "give true or false";
  }
  if (form.number_fits) {
    return "give a number or a text";
  }
  return form.is_list ? "give a text or a list of texts" : "give a text";
}

}  // namespace

std::vector<std::string_view> fact_names() {
  std::vector<std::string_view> names;
  names.reserve(query::fact_forms.size());
  std::ranges::transform(query::fact_forms, std::back_inserter(names), &query::FactForm::name);
  return names;
}

Error error_of(const Fault& fault) {
  using Kind = Fault::Kind;
  const query::FactForm& form = query::form_of(fault.fact);
  const std::string fact(form.name);

  switch (fault.kind) {
    case Kind::NotUtf8: return usage("the row is not UTF-8", "save the file as UTF-8");
    case Kind::NotAnObject: return usage("the row is " + std::string(fault.found), example);
    case Kind::TooDeep: return usage("the row is nested too deeply", "allowed: 1,024 levels");
    case Kind::Twice:
      return usage("the key " + shown(fault.name) + " is given twice", "keep one of the two", fault.name);
    case Kind::UnknownKey:
      return usage("unknown key " + shown(fault.name),
                   did_you_mean(fault.name, fact_names(), "leave it out, or use --unknown pass"), fault.name);
    case Kind::WrongType: return usage(fact + " is " + std::string(fault.found), what_fits(form), fact);
    case Kind::EmptyValue:
      return usage("the value of " + fact + " is empty", "give a value, or leave the key out", fact);
    case Kind::EmptyItem: return usage("a value of " + fact + " is empty", "give a value, or leave it out", fact);
    case Kind::OpenCell: return usage("a cell goes on behind its closing quote", "write a quote inside a cell twice");
    case Kind::CarriageReturn:
      return usage("there is a carriage return inside a row", "end lines with a line feed, or put the cell in quotes");
    case Kind::CellCount:
      return usage(
          "the row has " + std::to_string(fault.cells) + " cells, the heading " + std::to_string(fault.columns),
          "put cells with a delimiter in quotes");
    case Kind::Total: return usage("the row is a total, not a person", "leave the lines below the list out");
    case Kind::Nobody:
      return usage("the row says nothing about a person", "leave it out, or fill in a job, a place or another fact");
    default: return usage("the row is not JSON", example);
  }
}

}  // namespace hisalary::batch
