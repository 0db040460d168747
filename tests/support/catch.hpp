// SPDX-License-Identifier: MIT
// Catch2, version 2 or 3, under the names that the tests use: Approx, Contains, StartsWith, EndsWith.
#pragma once

#include <string>

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>

using Catch::Approx;

/// Version 3 gave this name to a matcher of ranges.
[[nodiscard]] inline auto Contains(const std::string& part) { return Catch::Matchers::ContainsSubstring(part); }
#else
#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
#endif

using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;
