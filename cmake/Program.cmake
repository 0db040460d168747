# The program and what it is linked from: everything above the library.
target_include_directories(hisalary_internal SYSTEM INTERFACE $<TARGET_PROPERTY:fmt::fmt-header-only,INTERFACE_INCLUDE_DIRECTORIES>)

add_library(hisalary_format STATIC src/base/format.cpp)
target_link_libraries(hisalary_format PRIVATE hisalary_internal)

add_library(hisalary_audit STATIC ${audit_sources})
target_link_libraries(hisalary_audit PUBLIC hisalary PRIVATE hisalary_internal)

# Data files as text, for the programs that write them.
add_library(hisalary_write STATIC tools/write/files.cpp)
target_link_libraries(hisalary_write PRIVATE hisalary_internal)

# Fits the model to data/evidence/; not installed.
add_library(hisalary_fit STATIC ${fit_sources})
target_link_libraries(hisalary_fit PUBLIC hisalary_audit hisalary_format PRIVATE hisalary_internal)

add_library(hisalary_output STATIC ${output_sources})
target_link_libraries(hisalary_output PUBLIC hisalary_audit hisalary_format PRIVATE hisalary_internal)

# The layout and the command line take half the time to compile and a moment to run: a build for work on the code does not optimise them.
set(for_quick_builds $<$<CONFIG:Debug>:-O0>)
target_compile_options(hisalary_output PRIVATE ${for_quick_builds})

# What a stream runs for every row is compiled for speed, the rest for size and quick builds.
set(for_speed $<$<CONFIG:Release>:-O3> -fno-math-errno -fno-trapping-math)
set_source_files_properties(src/model/pricer.cpp src/query/resolver.cpp PROPERTIES COMPILE_OPTIONS "${for_speed}")

find_package(Threads REQUIRED)
add_library(hisalary_batch STATIC ${batch_sources})
target_compile_options(hisalary_batch PRIVATE ${for_speed})
target_link_libraries(hisalary_batch PUBLIC hisalary_output Threads::Threads PRIVATE hisalary_internal)

add_library(hisalary_cli STATIC ${cli_sources})
target_compile_options(hisalary_cli PRIVATE ${for_quick_builds})
target_link_libraries(hisalary_cli PUBLIC hisalary_batch PRIVATE hisalary_internal CLI11::CLI11)

add_executable(hisalary_program src/cli/main.cpp)
set_target_properties(hisalary_program PROPERTIES OUTPUT_NAME hisalary)
target_link_libraries(hisalary_program PRIVATE hisalary_cli hisalary_internal)
hisalary_link_statically(hisalary_program)

# The manual and the completion of the shells, which the program writes itself; not where it runs on another machine than this.
if(NOT CMAKE_CROSSCOMPILING)
  set(manual ${PROJECT_BINARY_DIR}/manual)
  set(completions ${PROJECT_BINARY_DIR}/completions)
  add_custom_command(
    OUTPUT ${manual}/hisalary.1 ${completions}/hisalary ${completions}/_hisalary ${completions}/hisalary.fish
    COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}
    COMMAND hisalary_program generate bash -o ${completions}/hisalary
    COMMAND hisalary_program generate zsh -o ${completions}/_hisalary
    COMMAND hisalary_program generate fish -o ${completions}/hisalary.fish
    COMMAND hisalary_program generate man --into ${manual}
    DEPENDS hisalary_program
    COMMENT "Writing the manual and the completion of the shells"
    VERBATIM)
  add_custom_target(hisalary_manual ALL DEPENDS ${manual}/hisalary.1)
endif()
