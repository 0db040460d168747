# The software bill of materials (SPDX 2.3): what is compiled in, what is linked in, where the data come from. Same sources, same
# libraries and same SOURCE_DATE_EPOCH, or else the same commit, give the same bytes.
set(sbom ${PROJECT_BINARY_DIR}/hisalary.spdx.json)
set(sbom_packages "")
set(sbom_links "")

# Each argument becomes a JSON text.
function(json_text result text)
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  set(${result} "\"${text}\"" PARENT_SCOPE)
endfunction()

# sbom_add(<id> <name> <version> <supplier> <address> <license> <purpose> <comment>)
macro(sbom_add id name version supplier address license purpose comment)
  json_text(sbom_name "${name}")
  json_text(sbom_supplier "${supplier}")
  json_text(sbom_comment "${comment}")
  json_text(sbom_address "${address}")
  string(APPEND sbom_packages "    {\"SPDXID\": \"SPDXRef-${id}\", \"name\": ${sbom_name}, \"versionInfo\": \"${version}\", \"supplier\": ${sbom_supplier},\n"
    "     \"downloadLocation\": ${sbom_address}, \"filesAnalyzed\": false, \"licenseConcluded\": \"${license}\", \"licenseDeclared\": \"${license}\",\n"
    "     \"copyrightText\": \"NOASSERTION\", \"primaryPackagePurpose\": \"${purpose}\", \"comment\": ${sbom_comment}},\n")
endmacro()

# sbom_link(<from> <relationship> <to>)
macro(sbom_link from relation to)
  string(APPEND sbom_links "    {\"spdxElementId\": \"SPDXRef-${from}\", \"relationshipType\": \"${relation}\", \"relatedSpdxElement\": \"SPDXRef-${to}\"},\n")
endmacro()

sbom_add(hisalary hisalary ${PROJECT_VERSION} "Organization: hisalary authors" NOASSERTION MIT APPLICATION "The program")
sbom_add(library libhisalary-dev ${PROJECT_VERSION} "Organization: hisalary authors" NOASSERTION MIT LIBRARY "The static library and its headers")
sbom_link(DOCUMENT DESCRIBES hisalary)
sbom_link(DOCUMENT DESCRIBES library)
sbom_link(hisalary STATIC_LINK library)

sbom_add(nlohmann-json nlohmann-json ${nlohmann_json_VERSION} "Organization: nlohmann/json" "https://github.com/nlohmann/json" MIT LIBRARY "Headers compiled in")
sbom_add(fmt fmt ${fmt_VERSION} "Organization: fmtlib" "https://github.com/fmtlib/fmt" MIT LIBRARY "Headers compiled in")
sbom_add(cli11 CLI11 ${CLI11_VERSION} "Organization: CLIUtils" "https://github.com/CLIUtils/CLI11" BSD-3-Clause LIBRARY "Headers compiled in")
sbom_link(library STATIC_LINK nlohmann-json)
sbom_link(hisalary STATIC_LINK fmt)
sbom_link(hisalary STATIC_LINK cli11)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(runtime_version ${CMAKE_CXX_COMPILER_VERSION})
else()
  set(runtime_version NOASSERTION)
endif()
sbom_add(libstdcxx libstdc++ ${runtime_version} "Organization: GNU Project" "https://gcc.gnu.org/" "GPL-3.0-or-later WITH GCC-exception-3.1" LIBRARY
  "The compiler's runtime library, with libgcc")
sbom_add(libc libc NOASSERTION NOASSERTION NOASSERTION NOASSERTION LIBRARY "The C library of the system that it was built on")
if(HISALARY_STATIC)
  set(how STATIC_LINK)
else()
  set(how DYNAMIC_LINK)
endif()
sbom_link(hisalary ${how} libstdcxx)
sbom_link(hisalary ${how} libc)

# The publishers of the data, as data/sources.json names them.
file(READ data/sources.json sources)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS data/sources.json)
string(JSON count LENGTH "${sources}" rows)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  string(JSON id GET "${sources}" rows ${i} id)
  string(JSON publisher GET "${sources}" rows ${i} publisher)
  string(JSON title GET "${sources}" rows ${i} title)
  string(JSON period ERROR_VARIABLE none GET "${sources}" rows ${i} period)
  string(JSON address ERROR_VARIABLE none GET "${sources}" rows ${i} address)
  if(publisher STREQUAL "hisalary")
    continue()
  endif()
  if(NOT address MATCHES "^https?://")
    set(address NOASSERTION)
  endif()
  if(period MATCHES "NOTFOUND$")
    set(period NOASSERTION)
  endif()
  set(rights "")
  if(publisher MATCHES "^U\\.S\\. ")
    set(rights "; a work of the U.S. Government, in the public domain in the United States")
  endif()
  sbom_add(data-${id} "${id}" "${period}" "Organization: ${publisher}" "${address}" NOASSERTION OTHER "Data: ${title}${rights}")
  sbom_link(data-${id} DATA_FILE_OF library)
endforeach()

# When: SOURCE_DATE_EPOCH, else the time of the commit, else the start of the count of seconds.
set(epoch $ENV{SOURCE_DATE_EPOCH})
find_package(Git QUIET)
if(NOT epoch AND GIT_FOUND)
  execute_process(COMMAND ${GIT_EXECUTABLE} -C ${PROJECT_SOURCE_DIR} log -1 --format=%ct OUTPUT_VARIABLE epoch OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT epoch MATCHES "^[0-9]+$")
  set(epoch 0)
endif()
set(before "$ENV{SOURCE_DATE_EPOCH}")
set(ENV{SOURCE_DATE_EPOCH} ${epoch})
string(TIMESTAMP created "%Y-%m-%dT%H:%M:%SZ" UTC)
set(ENV{SOURCE_DATE_EPOCH} "${before}")

string(REGEX REPLACE ",\n$" "\n" sbom_packages "${sbom_packages}")
string(REGEX REPLACE ",\n$" "\n" sbom_links "${sbom_links}")
string(SHA256 identity "${sbom_packages}${sbom_links}${created}")
file(CONFIGURE OUTPUT ${sbom} @ONLY CONTENT [[{
  "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "hisalary-@PROJECT_VERSION@",
  "documentNamespace": "https://spdx.org/spdxdocs/hisalary-@PROJECT_VERSION@-@identity@",
  "creationInfo": {"created": "@created@", "creators": ["Organization: hisalary authors"]},
  "packages": [
@sbom_packages@  ],
  "relationships": [
@sbom_links@  ]
}
]])
