// SPDX-License-Identifier: MIT
#pragma once

/// The records of a data set that people and answers are made of, one struct for each kind of row, by subject.

#include "hisalary/records/learning.hpp"  // IWYU pragma: export
#include "hisalary/records/place.hpp"     // IWYU pragma: export
#include "hisalary/records/source.hpp"    // IWYU pragma: export
#include "hisalary/records/wages.hpp"     // IWYU pragma: export
#include "hisalary/records/work.hpp"      // IWYU pragma: export
