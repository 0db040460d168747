// SPDX-License-Identifier: MIT
#include "result.hpp"

#include "json.hpp"
#include "parts.hpp"

namespace hisalary::output {

Members document_of(const Dataset& dataset, std::string_view name) {
  return {{"schema", "hisalary/" + std::string(name) + "/1"}, {"data", data_of(dataset)}};
}

void Result::caveats(std::string_view label, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    page.labelled(label, text);
    caveats_.push_back(text);
  }
}

void Result::show_sources(const std::vector<const Source*>& sources) {
  page.line("  " + page.ink(Ink::Faint, "sources"));
  for (const Source* const source : sources) {
    const std::string period = source->period.empty() ? "" : ", " + std::string(source->period);
    page.paragraph("  " + std::string(source->id) + "  ",
                   std::string(source->publisher) + ", " + std::string(source->title) + period, Ink::Faint);
  }
}

void Result::end_with(const std::vector<const Source*>& sources) {
  add("caveats", caveats_);
  add("sources", sources_of(sources));
}

std::string Result::in(std::string_view format) const {
  if (format == "json") {
    return json(document_) + "\n";
  }
  return format == "csv" ? csv(table) : page.text();
}

}  // namespace hisalary::output
