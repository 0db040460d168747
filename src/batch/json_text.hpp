// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hisalary::batch {

/// The bytes of the escape at `at`, a backslash; 0 when it is none, or half of a surrogate pair.
[[nodiscard]] std::size_t escape_size(const char* at) noexcept;

/// Writes what a valid JSON text says, given without its quotes, and gives the end. There is room for as many bytes as
/// the text has.
[[nodiscard]] char* decode(std::string_view text, char* out) noexcept;

/// What a valid JSON text says, given without its quotes.
[[nodiscard]] std::string decoded(std::string_view text);

/// Appends UTF-8 as a JSON text, with its quotes.
void append_quoted(std::string& out, std::string_view text);

}  // namespace hisalary::batch
