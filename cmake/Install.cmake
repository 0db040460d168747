# The program, the library, its headers, and what find_package(hisalary) reads.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/hisalary)

install(TARGETS hisalary EXPORT hisalaryTargets FILE_SET HEADERS)
install(TARGETS hisalary_program)
install(EXPORT hisalaryTargets NAMESPACE hisalary:: DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/hisalaryConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/hisalaryConfig.cmake ${PROJECT_BINARY_DIR}/hisalaryConfigVersion.cmake DESTINATION ${package_dir})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
