# SPDX-License-Identifier: Apache-2.0
add_library(broadsheet_flags INTERFACE)
target_compile_options(broadsheet_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
if(BROADSHEET_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# A stage: one static library a folder. PUBLIC are what its header shows, PRIVATE what its sources wrap.
function(broadsheet_stage name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
  add_library(broadsheet_${name} STATIC ${arg_SOURCES})
  target_include_directories(broadsheet_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_include_directories(broadsheet_${name} SYSTEM PRIVATE ${OpenCV_INCLUDE_DIRS})
  target_link_libraries(broadsheet_${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} broadsheet_flags)
endfunction()

# A test program: tests/<folder>/<file>_test.cpp beside the source it mirrors; each of its cases is a ctest entry.
# SLOW: too slow for the sanitizers.
function(broadsheet_test file)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SLOW" "" "LINK")
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
  set(target test_${folder}_${file})
  add_executable(${target} ${file}_test.cpp)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE ${arg_LINK} GTest::gtest GTest::gmock GTest::gtest_main broadsheet_flags)
  target_compile_definitions(${target} PRIVATE
    BROADSHEET_SOURCE_DIR="${PROJECT_SOURCE_DIR}" BROADSHEET_PROGRAM="${PROJECT_BINARY_DIR}/broadsheet")
  set(labels)
  if(arg_SLOW)
    set(labels LABELS slow)
  endif()
  gtest_discover_tests(${target} TEST_PREFIX ${folder}. PROPERTIES TIMEOUT 900 ${labels} DISCOVERY_TIMEOUT 60)
endfunction()
