# Release programs are linked statically: a dynamic libstdc++ alone would more than double the time of a one-shot run.
include(CheckCXXSourceCompiles)
set(CMAKE_REQUIRED_LINK_OPTIONS -static)
check_cxx_source_compiles("#include <string>\nint main(int argc, char** argv) { return std::string(argv[argc - 1]).empty(); }" HISALARY_CAN_LINK_STATICALLY)
unset(CMAKE_REQUIRED_LINK_OPTIONS)

set(static_default OFF)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND CMAKE_BUILD_TYPE STREQUAL "Release" AND HISALARY_CAN_LINK_STATICALLY)
  set(static_default ON)
endif()
option(HISALARY_STATIC "Link the program statically" ${static_default})

if(CMAKE_BUILD_TYPE STREQUAL "Release" AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_compile_options(-ffunction-sections -fdata-sections)
endif()

function(hisalary_link_statically target)
  if(HISALARY_STATIC)
    target_link_options(${target} PRIVATE -static -Wl,--gc-sections)
  endif()
endfunction()
