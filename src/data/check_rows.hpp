// SPDX-License-Identifier: MIT
#pragma once

/// Checks over the rows of one file, for check.cpp and check_uses.cpp.

#include <set>
#include <string>

#include "base/strict_json.hpp"
#include "base/suggest.hpp"
#include "tables.hpp"

namespace hisalary::data {

inline std::string row_of(std::size_t index) { return "row " + std::to_string(index + 1); }

/// The ids of one table, for references into it.
class Ids {
 public:
  template <class Record, class Key> Ids(const char* file, List<Record> rows, Key key) : file_(file) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Text id = key(rows[i]);
      if (!known_.insert(id).second) {
        Place(file).at(row_of(i)).fail("\"" + std::string(id) + "\" appears twice", "keep one of the two rows");
      }
    }
  }

  void require(Text id, const Place& place) const {
    if (!known_.contains(id)) {
      const auto near = nearest(id, {known_.begin(), known_.end()});
      place.fail("\"" + std::string(id) + "\" is not in " + file_,
                 near.empty() ? "use one that is" : "did you mean \"" + std::string(near) + "\"?");
    }
  }

  void allow(Text id, const Place& place) const {
    if (!id.empty()) {
      require(id, place);
    }
  }

 private:
  std::string file_;
  std::set<Text, std::less<>> known_;
};

template <class Record> void each(const char* file, List<Record> rows, auto&& check) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    check(rows[i], Place(file).at(row_of(i)));
  }
}

/// No two rows with the same key, and rows in the order of their keys (look-ups rely on it).
template <class Record> void sorted_by(const char* file, List<Record> rows, auto&& key) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (!(key(rows[i - 1]) < key(rows[i]))) {
      Place(file).at(row_of(i)).fail("the row stands before its place, or twice",
                                     "rows are in ascending order of their key, one a key");
    }
  }
}

}  // namespace hisalary::data
