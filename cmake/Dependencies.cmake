# nlohmann/json, for the program CLI11 and fmt, for tests Catch2: from the system, else fetched by address and SHA-256.
# All four are used as headers only, so that what is installed depends on none of them.
include(FetchContent)
option(HISALARY_FETCH "Fetch dependencies that the system lacks" ON)
set(HISALARY_MISSING "")

# hisalary_need(<package> <oldest version> <target> <Debian package> <address> <sha256> <include directory in the archive>)
function(hisalary_need package version target debian address sha256 include_dir)
  if(NOT TARGET ${target})
    find_package(${package} ${version} QUIET CONFIG GLOBAL)
  endif()
  if(TARGET ${target})
    set(${package}_VERSION ${${package}_VERSION} PARENT_SCOPE)
    return()
  endif()
  string(TOUPPER ${package} upper)
  cmake_path(GET address FILENAME name)
  set(archive ${PROJECT_BINARY_DIR}/fetched/${package}/${name})
  if(HISALARY_FETCH AND NOT FETCHCONTENT_SOURCE_DIR_${upper} AND NOT EXISTS ${archive})
    message(STATUS "${package} not found here, fetching ${address}")
    file(DOWNLOAD ${address} ${archive}.part STATUS status TLS_VERIFY ON INACTIVITY_TIMEOUT 20 TIMEOUT 120)
    file(SHA256 ${archive}.part actual)
    if(actual STREQUAL sha256)
      file(RENAME ${archive}.part ${archive})
    else()
      message(STATUS "fetching failed: ${status}, SHA-256 ${actual}")
    endif()
  endif()
  if(FETCHCONTENT_SOURCE_DIR_${upper} OR EXISTS ${archive})
    # There is no CMakeLists.txt under SOURCE_SUBDIR, so the archive is unpacked and its own build left alone.
    FetchContent_Declare(${package} URL ${archive} URL_HASH SHA256=${sha256} DOWNLOAD_EXTRACT_TIMESTAMP ON SOURCE_SUBDIR headers-only)
    FetchContent_MakeAvailable(${package})
    string(TOLOWER ${package} lower)
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${target} INTERFACE ${${lower}_SOURCE_DIR}/${include_dir})
    string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" fetched_version ${address})
    set(${package}_VERSION ${fetched_version} PARENT_SCOPE)
  else()
    set(HISALARY_MISSING ${HISALARY_MISSING} ${debian} PARENT_SCOPE)
  endif()
endfunction()

hisalary_need(nlohmann_json 3.11 nlohmann_json::nlohmann_json nlohmann-json3-dev
  https://github.com/nlohmann/json/releases/download/v3.11.2/json.tar.xz
  8c4b26bf4b422252e13f332bc5e388ec0ab5c3443d24399acb675e68278d341f include)
if(HISALARY_PROGRAM)
  hisalary_need(fmt 9.1 fmt::fmt-header-only libfmt-dev
    https://github.com/fmtlib/fmt/archive/refs/tags/9.1.0.tar.gz
    5dea48d1fcddc3ec571ce2058e13910a0d4a6bab4cc09a809d8b1dd1c88ae6f2 include)
  hisalary_need(CLI11 2.1 CLI11::CLI11 libcli11-dev
    https://github.com/CLIUtils/CLI11/archive/refs/tags/v2.1.2.tar.gz
    26291377e892ba0e5b4972cdfd4a2ab3bf53af8dac1f4ea8fe0d1376b625c8cb include)
endif()
if(with_tests)
  # Versions 2 and 3 both serve (tests/support/catch.hpp); a request for 2.13 would turn 3 down.
  find_package(Catch2 3 QUIET CONFIG GLOBAL)
  hisalary_need(Catch2 2.13 Catch2::Catch2 catch2
    https://github.com/catchorg/Catch2/archive/refs/tags/v2.13.10.tar.gz
    d54a712b7b1d7708bc7a819a8e6e47b2fde9536f487b89ccbca295072a7d9943 single_include)
endif()

if(HISALARY_MISSING)
  list(JOIN HISALARY_MISSING " " HISALARY_MISSING)
  message(FATAL_ERROR "Missing libraries. Install them: apt-get install ${HISALARY_MISSING}\n"
    "Without tests (-D BUILD_TESTING=OFF) catch2 is not needed; for the library alone (-D HISALARY_PROGRAM=OFF) neither are libcli11-dev and libfmt-dev.")
endif()
