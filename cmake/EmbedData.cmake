# data/*.json is checked by the library's own reader and compiled to constant tables; a bad file fails the build.
file(GLOB_RECURSE data_files CONFIGURE_DEPENDS data/*.json)
list(FILTER data_files EXCLUDE REGEX "/data/schema/")

set(builtin_data ${PROJECT_BINARY_DIR}/builtin_data.cpp)
add_custom_command(
  OUTPUT ${builtin_data}
  COMMAND hisalary_datac ${PROJECT_SOURCE_DIR}/data ${builtin_data}.new
  COMMAND ${CMAKE_COMMAND} -E copy_if_different ${builtin_data}.new ${builtin_data}
  DEPENDS hisalary_datac ${data_files}
  COMMENT "Checking data/ and compiling it to tables"
  VERBATIM)
# Constants only: nothing to warn of, to optimise, to instrument or to step through.
set_source_files_properties(${builtin_data} PROPERTIES COMPILE_OPTIONS "-w;-O1;-g0;-fno-sanitize=all")

add_library(hisalary_builtin OBJECT ${builtin_data})
target_link_libraries(hisalary_builtin PRIVATE hisalary_internal)

add_custom_target(schemas
  COMMAND hisalary_datac --schemas ${PROJECT_SOURCE_DIR}/data/schema
  COMMENT "Writing data/schema/"
  VERBATIM)
