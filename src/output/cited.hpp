// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "data/tables.hpp"
#include "hisalary/facts.hpp"
#include "page.hpp"

namespace hisalary::output {

/// Sources in the order in which an answer names them, each once. An id that the data set does not have is passed over.
class Cited {
 public:
  explicit Cited(const Tables& tables) : tables_(tables) {}

  void add(Text id);
  void add(const std::vector<const Source*>& sources);

  [[nodiscard]] const std::vector<const Source*>& all() const noexcept { return all_; }

 private:
  const Tables& tables_;
  std::vector<const Source*> all_;
};

/// The foot of an answer: a paragraph a source, with its id, publisher, title and period.
void sources_paragraphs(Page& page, const std::vector<const Source*>& sources);

}  // namespace hisalary::output
