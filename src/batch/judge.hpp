// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "row.hpp"

namespace hisalary::batch {

/// Reads any NDJSON row by nlohmann/json, which decides what is valid; the slow way, for rows that are not plain, and
/// for the words of an error.
class Judge {
 public:
  Judge(std::vector<std::string> keep, bool refuse_unknown) : keep_(std::move(keep)), refuse_unknown_(refuse_unknown) {}

  /// Fills `row` with views that live until the next call. Kept values are filled first, so that they are there when it
  /// throws. Throws Error Usage: not a JSON object, a key twice, a value of the wrong kind, an unknown key where that
  /// is refused.
  void read(std::string_view line, Row& row);

 private:
  void keep_raw(std::string_view line, Row& row) const;

  std::vector<std::string> keep_;
  bool refuse_unknown_;
  std::deque<std::string> texts_;
};

}  // namespace hisalary::batch
