# What is installed, in two components: program (also readable data) and library (headers, static
# library, what find_package(hisalary) reads). cmake --install takes both; --component takes one.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/hisalary)

install(TARGETS hisalary EXPORT hisalaryTargets ARCHIVE COMPONENT library FILE_SET HEADERS COMPONENT library)
install(EXPORT hisalaryTargets NAMESPACE hisalary:: DESTINATION ${package_dir} COMPONENT library)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/hisalaryConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/hisalaryConfig.cmake ${PROJECT_BINARY_DIR}/hisalaryConfigVersion.cmake DESTINATION ${package_dir} COMPONENT library)

if(HISALARY_PROGRAM)
  install(TARGETS hisalary_program RUNTIME COMPONENT program)
  install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/hisalary/data COMPONENT program)
  if(NOT CMAKE_CROSSCOMPILING)
    install(DIRECTORY ${manual}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program FILES_MATCHING PATTERN "*.1")
    install(FILES ${completions}/hisalary DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
    install(FILES ${completions}/_hisalary DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT program)
    install(FILES ${completions}/hisalary.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
  endif()
  install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
  install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT program FILES_MATCHING PATTERN "*.md" PATTERN "*.svg" PATTERN "*.png")
endif()
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libhisalary-dev COMPONENT library)
