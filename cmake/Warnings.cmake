# The warnings that every source of ours is compiled with.
add_library(hisalary_warnings INTERFACE)
target_compile_options(hisalary_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-align -Wnon-virtual-dtor -Woverloaded-virtual
  -Wformat=2 -Wimplicit-fallthrough -Wundef -Wdouble-promotion
  $<$<CXX_COMPILER_ID:GNU>:-Wuseless-cast -Wduplicated-cond -Wduplicated-branches -Wlogical-op>
  # g++ 12 warns of std::string's own memcpy (GCC bug 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  $<$<BOOL:${HISALARY_DEVELOPER}>:-Werror>)

# cppcheck over everything that is not a test; what it says that is not so stands in cppcheck-suppressions.txt with the reason.
find_program(HISALARY_CPPCHECK cppcheck)
if(PROJECT_IS_TOP_LEVEL AND HISALARY_CPPCHECK)
  add_custom_target(cppcheck
    COMMAND ${HISALARY_CPPCHECK} --quiet --std=c++20 --language=c++ --enable=warning,performance,portability --suppress=missingIncludeSystem
            --suppressions-list=cmake/cppcheck-suppressions.txt --error-exitcode=1 -I include -I src -I tools src include tools
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endif()
