// SPDX-License-Identifier: MIT
#include "run.hpp"

int main(int argc, char** argv) { return hisalary::cli::run(argc, argv); }
