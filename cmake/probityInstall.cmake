# What is installed: libraries, headers, licences, and what find_package and pkg-config read.
set(PROBITY_ALL_COMPONENTS calendar programme times exchange journal)
set(PROBITY_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/probity)

# The row of a component in the configuration: those that must be loaded before it. Programs that link a
# shared library need not have what only its sources use, but the loader looks for it beside.
set(PROBITY_SHARED ${BUILD_SHARED_LIBS})
set(PROBITY_COMPONENT_NEEDS)
foreach(component IN LISTS PROBITY_COMPONENTS)
    install(TARGETS probity_${component} EXPORT probity-${component})
    install(EXPORT probity-${component} NAMESPACE probity:: FILE probity-${component}.cmake
            DESTINATION ${PROBITY_CMAKE_DIR})
    foreach(layer IN LISTS PROBITY_LAYERS_OF_${component})
        if(EXISTS ${PROJECT_SOURCE_DIR}/include/probity/${layer})
            install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/probity/${layer}
                    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/probity)
        endif()
    endforeach()
    string(APPEND PROBITY_COMPONENT_NEEDS
           "set(_probity_needs_of_${component} ${PROBITY_NEEDS_OF_${component}})\n")
endforeach()
install(FILES ${PROJECT_SOURCE_DIR}/include/probity/version.hpp
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/probity)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/packaging/THIRD_PARTY.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/probityConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/probityConfig.cmake
                              INSTALL_DESTINATION ${PROBITY_CMAKE_DIR})
# A minor version may change names and the binary interface (docs/packaging.md).
write_basic_package_version_file(${PROJECT_BINARY_DIR}/probityConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/probityConfig.cmake
              ${PROJECT_BINARY_DIR}/probityConfigVersion.cmake
              ${PROJECT_SOURCE_DIR}/cmake/probityBoost.cmake
              ${PROJECT_SOURCE_DIR}/cmake/Findcctz.cmake
              ${PROJECT_SOURCE_DIR}/cmake/FindNettle.cmake
        DESTINATION ${PROBITY_CMAKE_DIR})

# The prefix is told from where the file lies, so that an installation may be moved.
set(PROBITY_PC_DIR ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}" OR IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
    set(PROBITY_PC_PREFIX ${CMAKE_INSTALL_PREFIX})
    set(PROBITY_PC_INCLUDEDIR ${CMAKE_INSTALL_FULL_INCLUDEDIR})
    set(PROBITY_PC_LIBDIR ${CMAKE_INSTALL_FULL_LIBDIR})
else()
    file(RELATIVE_PATH up /${PROBITY_PC_DIR} /)
    string(REGEX REPLACE "/$" "" up "${up}")
    set(PROBITY_PC_PREFIX "\${pcfiledir}/${up}")
    set(PROBITY_PC_INCLUDEDIR "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
    set(PROBITY_PC_LIBDIR "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
endif()

# What a static library needs of others: Libs.private and Requires.private of its file.
set(PROBITY_PC_LIBS_calendar ${CMAKE_THREAD_LIBS_INIT})
set(PROBITY_PC_LIBS_times "-lcctz")
set(PROBITY_PC_LIBS_exchange "-lcctz")
set(PROBITY_PC_PACKAGES_exchange nettle)
set(PROBITY_PC_PACKAGES_journal "sqlite3 >= 3.37")
foreach(PROBITY_PC_COMPONENT IN LISTS PROBITY_COMPONENTS)
    set(public ${PROBITY_ON_OF_${PROBITY_PC_COMPONENT}})
    set(private ${PROBITY_USES_OF_${PROBITY_PC_COMPONENT}})
    list(TRANSFORM public PREPEND probity-)
    list(TRANSFORM public APPEND " = ${PROJECT_VERSION}")
    list(TRANSFORM private PREPEND probity-)
    list(TRANSFORM private APPEND " = ${PROJECT_VERSION}")
    list(APPEND private ${PROBITY_PC_PACKAGES_${PROBITY_PC_COMPONENT}})
    string(JOIN ", " PROBITY_PC_REQUIRES ${public})
    string(JOIN ", " PROBITY_PC_REQUIRES_PRIVATE ${private})
    set(PROBITY_PC_LIBS)
    set(PROBITY_PC_LIBS_PRIVATE ${PROBITY_PC_LIBS_${PROBITY_PC_COMPONENT}})
    if(NOT BUILD_SHARED_LIBS)
        # Only archives are there: what they need is linked without --static, too.
        string(JOIN ", " PROBITY_PC_REQUIRES ${public} ${private})
        set(PROBITY_PC_REQUIRES_PRIVATE)
        set(PROBITY_PC_LIBS ${PROBITY_PC_LIBS_PRIVATE})
        set(PROBITY_PC_LIBS_PRIVATE)
    endif()
    set(PROBITY_PC_DESCRIPTION ${PROBITY_SAYS_OF_${PROBITY_PC_COMPONENT}})
    configure_file(${PROJECT_SOURCE_DIR}/cmake/probity.pc.in
                   ${PROJECT_BINARY_DIR}/probity-${PROBITY_PC_COMPONENT}.pc @ONLY)
    install(FILES ${PROJECT_BINARY_DIR}/probity-${PROBITY_PC_COMPONENT}.pc DESTINATION ${PROBITY_PC_DIR})
endforeach()
