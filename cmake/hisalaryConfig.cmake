include("${CMAKE_CURRENT_LIST_DIR}/hisalaryTargets.cmake")
