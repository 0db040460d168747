# Compile through ccache when it is there; nothing depends on it. Paths count from the source folder, so that clones share what is cached.
if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(HISALARY_CCACHE ccache)
  if(HISALARY_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_CURRENT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${HISALARY_CCACHE})
  endif()
endif()
