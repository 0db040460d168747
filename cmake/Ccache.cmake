# Compile through ccache when it is there; nothing depends on it.
if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(HISALARY_CCACHE ccache)
  if(HISALARY_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${HISALARY_CCACHE})
  endif()
endif()
