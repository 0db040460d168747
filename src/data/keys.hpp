// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace hisalary::data {

/// The columns that tell the rows of a file apart; empty: its rows have no key, or it is no file of a data set.
[[nodiscard]] std::span<const std::string_view> key_columns(std::string_view path);

}  // namespace hisalary::data
