// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "hisalary/dataset.hpp"
#include "page.hpp"
#include "table.hpp"

namespace hisalary::output {

/// How a document begins: its schema, "hisalary/NAME/1", and the data set that answered.
[[nodiscard]] Members document_of(const Dataset& dataset, std::string_view name);

/// What a command answers: a document for programs, a table for spreadsheets and a page for people, made once from the
/// same records.
class Result {
 public:
  Result(Members document, const Screen& screen) : page(screen), document_(std::move(document)) {}
  Result(const Dataset& dataset, std::string_view name, const Screen& screen)
      : Result(document_of(dataset, name), screen) {}

  Page page;
  Table table;  ///< the CSV

  [[nodiscard]] const Members& document() const noexcept { return document_; }
  void add(std::string name, Value value) { document_.push_back({std::move(name), std::move(value)}); }
  void add(Members members) { std::ranges::move(members, std::back_inserter(document_)); }

  /// Each with its label on the page, and in the document's list of caveats.
  void caveats(std::string_view label, const std::vector<std::string>& texts);
  void caveat(std::string_view label, const std::string& text) { caveats(label, {text}); }
  /// One that the page says elsewhere.
  void caveat_of_document(std::string text) { caveats_.push_back(std::move(text)); }

  /// The sources at the foot of the page.
  void show_sources(const std::vector<const Source*>& sources);
  /// The last members of the document: caveats and sources.
  void end_with(const std::vector<const Source*>& sources);

  /// The answer as json or csv; as text otherwise.
  [[nodiscard]] std::string in(std::string_view format) const;

 private:
  Members document_;
  std::vector<std::string> caveats_;
};

}  // namespace hisalary::output
