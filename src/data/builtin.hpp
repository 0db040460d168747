// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/dataset.hpp"
#include "tables.hpp"

namespace hisalary::data {

/// The set compiled into the library: constant tables, the files' bytes, and the fingerprint. Written by the data
/// compiler.
struct Builtin {
  Tables tables;
  std::span<const DataFile> files;
  std::string_view fingerprint;
};

extern const Builtin builtin;

}  // namespace hisalary::data
