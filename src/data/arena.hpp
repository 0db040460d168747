// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <memory_resource>
#include <type_traits>
#include <vector>

#include "tables.hpp"

namespace hisalary::data {

/// Keeps texts and rows of a data set read at run time, until the set is dropped.
class Arena {
 public:
  [[nodiscard]] Text keep(std::string_view text) {
    const auto list = keep(std::span<const char>(text.data(), text.size()));
    return {list.data(), list.size()};
  }

  template <class T> [[nodiscard]] List<T> keep(std::span<const T> values) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    if (values.empty()) {
      return {};
    }
    T* const place = static_cast<T*>(pool_.allocate(values.size_bytes(), alignof(T)));
    std::uninitialized_copy(values.begin(), values.end(), place);
    return {place, values.size()};
  }

  template <class T> [[nodiscard]] List<T> keep(const std::vector<T>& values) {
    return keep(std::span<const T>(values));
  }

 private:
  std::pmr::monotonic_buffer_resource pool_;
};

}  // namespace hisalary::data
