// SPDX-License-Identifier: MIT
#include "cited.hpp"

#include <algorithm>
#include "data/tables.hpp"

namespace hisalary::output {

void Cited::add(Text id) {
  const auto it = std::ranges::find(tables_.sources, id, &Source::id);
  if (it != tables_.sources.end()) {
    add(std::vector<const Source*>{&*it});
  }
}

void Cited::add(const std::vector<const Source*>& sources) {
  for (const Source* const source : sources) {
    if (std::ranges::find(all_, source) == all_.end()) {
      all_.push_back(source);
    }
  }
}

void sources_paragraphs(Page& page, const std::vector<const Source*>& sources) {
  page.line("  " + page.ink(Ink::Faint, "sources"));
  for (const Source* const source : sources) {
    page.paragraph("  " + std::string(source->id) + "  ",
                   std::string(source->publisher) + ", " + std::string(source->title) +
                       (source->period.empty() ? "" : ", " + std::string(source->period)),
                   Ink::Faint);
  }
}

}  // namespace hisalary::output
