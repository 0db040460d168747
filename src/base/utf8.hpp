// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace hisalary {

/// Bytes of the well-formed UTF-8 character at the front of a text that is not empty; 0 when there is none.
[[nodiscard]] std::size_t utf8_length(std::string_view text) noexcept;

/// Whether bytes are well-formed UTF-8.
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;

}  // namespace hisalary
