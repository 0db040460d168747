// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "data/tables.hpp"

namespace hisalary {

/// Why a title has no answer here, and what does.
struct TitleRefusal {
  std::string message;
  std::string hint;
};

/// What a job title means: a role, a whole occupation, or neither and why.
struct TitleReading {
  const Role* role = nullptr;
  const Occupation* occupation = nullptr;
  const Level* level = nullptr;  ///< what the title says beyond the role; null: nothing
  bool loose = false;            ///< decided by a part of its words only
  std::optional<TitleRefusal> refusal = {};
};

/// Reads job titles as employers print them. In this order: the id or the title of a role, the title of an occupation,
/// a title that a role lists (roles.json), the first rule that holds (title_rules.json). What it needs is indexed at
/// the first title that is not an id, and kept. One for each thread; the tables must outlive it.
class TitleReader {
 public:
  explicit TitleReader(const Tables& tables);
  ~TitleReader();
  TitleReader(const TitleReader&) = delete;
  TitleReader& operator=(const TitleReader&) = delete;

  /// Never throws for a title, whatever it holds.
  [[nodiscard]] TitleReading read(std::string_view title);

 private:
  struct Index;

  const Tables& tables_;
  std::unique_ptr<Index> index_;
};

}  // namespace hisalary
