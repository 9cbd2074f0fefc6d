# How a library of the project is made.
#
#     probity_library(exchange LAYERS exchange examples ON programme USES times PRIVATE Nettle::Nettle
#                     SAYS "programmes as JSON documents and calendar files")
#
# compiles the folders src/exchange and src/examples into probity::exchange. ON names the libraries of the
# project whose headers its headers include, USES those that only its sources use; PUBLIC and PRIVATE
# are targets of others, in the same sense.
#
# Beside each library stands probity::internal_exchange, for the tests and the extension module, which use
# what is in namespaces named detail. A static library has all of that, and is both. A shared library hides
# it (cmake/exports.cmake), so that there the internal one is an archive of the same objects.

set(PROBITY_COMPONENTS)

function(probity_library name)
    cmake_parse_arguments(ARG "" "SAYS" "LAYERS;ON;USES;PUBLIC;PRIVATE" ${ARGN})
    set(sources)
    foreach(layer IN LISTS ARG_LAYERS)
        file(GLOB_RECURSE layer_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${layer}/*.cpp)
        list(APPEND sources ${layer_sources})
    endforeach()
    if(BUILD_SHARED_LIBS)
        add_library(probity_${name}_objects OBJECT ${sources})
        probity_describe_library(${name} probity_${name}_objects internal_)
        set_target_properties(probity_${name}_objects PROPERTIES POSITION_INDEPENDENT_CODE ON)
        add_library(probity_${name} SHARED $<TARGET_OBJECTS:probity_${name}_objects>)
        set_target_properties(probity_${name} PROPERTIES VERSION ${PROJECT_VERSION}
            SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR} LINKER_LANGUAGE CXX)
        probity_describe_library(${name} probity_${name} "")
        probity_export_symbols(${name})
        add_library(probity_internal_${name} STATIC EXCLUDE_FROM_ALL
                    $<TARGET_OBJECTS:probity_${name}_objects>)
        set_target_properties(probity_internal_${name} PROPERTIES LINKER_LANGUAGE CXX)
        probity_describe_library(${name} probity_internal_${name} internal_)
        add_library(probity::internal_${name} ALIAS probity_internal_${name})
        set(compiled probity_${name}_objects)
    else()
        add_library(probity_${name} STATIC ${sources})
        set_target_properties(probity_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
        probity_describe_library(${name} probity_${name} "")
        add_library(probity::internal_${name} ALIAS probity_${name})
        set(compiled probity_${name})
    endif()
    add_library(probity::${name} ALIAS probity_${name})
    set_target_properties(probity_${name} PROPERTIES EXPORT_NAME ${name})
    probity_compile_options(${compiled})
    probity_unite(${compiled} 8)

    set(needs ${ARG_ON} ${ARG_USES})
    set(PROBITY_LAYERS_OF_${name} ${ARG_LAYERS} PARENT_SCOPE)
    set(PROBITY_NEEDS_OF_${name} ${needs} PARENT_SCOPE)
    set(PROBITY_ON_OF_${name} ${ARG_ON} PARENT_SCOPE)
    set(PROBITY_USES_OF_${name} ${ARG_USES} PARENT_SCOPE)
    set(PROBITY_SAYS_OF_${name} ${ARG_SAYS} PARENT_SCOPE)
    set(PROBITY_COMPONENTS ${PROBITY_COMPONENTS} ${name} PARENT_SCOPE)
endfunction()

# Where the headers of a target are, and what it links: in a shared build PREFIX is "internal_" for the
# targets that see what is hidden. Called by probity_library alone, whose arguments it reads.
function(probity_describe_library name target prefix)
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_include_directories(${target}
        PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
               $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
        PRIVATE ${PROJECT_SOURCE_DIR}/src)
    list(TRANSFORM ARG_ON PREPEND probity::${prefix})
    list(TRANSFORM ARG_USES PREPEND probity::${prefix})
    target_link_libraries(${target} PUBLIC ${ARG_ON} ${ARG_PUBLIC} PRIVATE ${ARG_USES} ${ARG_PRIVATE})
endfunction()

# The shared library gives out what is public: the list is made from its objects.
function(probity_export_symbols name)
    set(objects ${PROJECT_BINARY_DIR}/exports/${name}.objects)
    set(list ${PROJECT_BINARY_DIR}/exports/${name}.list)
    file(GENERATE OUTPUT ${objects} CONTENT "$<JOIN:$<TARGET_OBJECTS:probity_${name}_objects>,\n>\n")
    if(APPLE)
        set(format mach)
        target_link_options(probity_${name} PRIVATE LINKER:-exported_symbols_list,${list})
    elseif(WIN32)
        # Their linkers give out all of a library that marks nothing.
        set_target_properties(probity_${name} PROPERTIES WINDOWS_EXPORT_ALL_SYMBOLS ON)
        return()
    else()
        set(format elf)
        target_link_options(probity_${name} PRIVATE LINKER:--version-script=${list} LINKER:-z,defs)
    endif()
    add_custom_command(
        OUTPUT ${list}
        COMMAND ${CMAKE_COMMAND} -DNM=${CMAKE_NM} -DOBJECTS=${objects} -DOUTPUT=${list} -DFORMAT=${format}
                -DNODE=PROBITY_${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
                -DBETWEEN=${PROJECT_SOURCE_DIR}/cmake/exported_detail.txt
                -P ${PROJECT_SOURCE_DIR}/cmake/exports.cmake
        DEPENDS $<TARGET_OBJECTS:probity_${name}_objects> ${objects}
                ${PROJECT_SOURCE_DIR}/cmake/exports.cmake ${PROJECT_SOURCE_DIR}/cmake/exported_detail.txt
        VERBATIM)
    target_sources(probity_${name} PRIVATE ${list})
    set_property(TARGET probity_${name} APPEND PROPERTY LINK_DEPENDS ${list})
endfunction()

# The shipped programmes and the schemas are part of the library: their text becomes a source file at
# build time.
function(probity_embed target)
    if(TARGET ${target}_objects)
        set(target ${target}_objects)
    endif()
    foreach(document IN LISTS ARGN)
        get_filename_component(name ${document} NAME_WE)
        string(MAKE_C_IDENTIFIER ${name} name)
        set(source ${PROJECT_BINARY_DIR}/embedded/${name}.cpp)
        add_custom_command(
            OUTPUT ${source}
            COMMAND ${CMAKE_COMMAND} -DINPUT=${PROJECT_SOURCE_DIR}/${document} -DOUTPUT=${source}
                    -DNAME=${name} -P ${PROJECT_SOURCE_DIR}/src/exchange/embed.cmake
            DEPENDS ${document} src/exchange/embed.cmake
            VERBATIM)
        target_sources(${target} PRIVATE ${source})
    endforeach()
endfunction()
