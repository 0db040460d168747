// SPDX-License-Identifier: MIT
// The test programs' main, for Catch2 version 2 and 3.
#define CATCH_CONFIG_RUNNER
#include "catch.hpp"

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
