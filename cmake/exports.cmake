# Writes the list of the symbols that a shared library gives out, from its objects:
#
#     cmake -DNM=nm -DOBJECTS=objects.txt -DOUTPUT=list -DFORMAT=elf -DNODE=PROBITY_0.1
#           -DBETWEEN=exported_detail.txt -P exports.cmake
#
# What is in namespace probity is given out, what is in a namespace detail is not; what is neither, such as
# templates of the standard library, stays inside. So no header has to say which of its names are public.
# A few details are between the libraries themselves: the file BETWEEN names them, and on ELF they have a
# version of their own, NODE with _PRIVATE behind it, by which a package sees that a program uses them.
# A linker takes names as they stand in objects, and prefers no pattern over another: hence a list.
file(STRINGS ${OBJECTS} objects)
list(FILTER objects EXCLUDE REGEX "[.][gp]ch$")  # precompiled headers stand among them
execute_process(COMMAND ${NM} -g ${objects} OUTPUT_VARIABLE listing COMMAND_ERROR_IS_FATAL ANY)

# "probity::detail::Sha256" begins, as a symbol, with 7probity6detail6Sha256.
file(STRINGS ${BETWEEN} lines REGEX "^[a-z]")
set(between)
foreach(line IN LISTS lines)
    string(REPLACE "::" ";" parts ${line})
    set(mangled)
    foreach(part IN LISTS parts)
        string(LENGTH ${part} length)
        string(APPEND mangled ${length}${part})
    endforeach()
    list(APPEND between ${mangled})
endforeach()
list(JOIN between "|" between)

# Functions that a header defines (W) are in each program that calls them; what has to be one in all,
# such as the type of an exception (V, or W in its table), is not.
string(REGEX MATCHALL "[0-9a-f]+ [TBDRSVu] _*Z[^\n]+|[0-9a-f]+ W _*ZT[^\n]+" symbols "${listing}")
list(TRANSFORM symbols REPLACE "^[0-9a-f]+ [A-Za-z] " "")
list(SORT symbols)
list(REMOVE_DUPLICATES symbols)
set(inside "^_+Z(T[VTIS]|GVZ?|TH|TW|Z)?N?[VKRO]*")
set(public ${symbols})
list(FILTER public INCLUDE REGEX "${inside}7probity")
list(FILTER public EXCLUDE REGEX "${inside}7probity([0-9]+[a-z]+)?6detail")
set(private ${symbols})
list(FILTER private INCLUDE REGEX "${inside}(${between})")

if(FORMAT STREQUAL "mach")
    list(JOIN public "\n" text)
    list(JOIN private "\n" more)
    file(WRITE ${OUTPUT} "${text}\n${more}\n")
else()
    list(JOIN public ";\n        " text)
    set(script "${NODE} {\n    global:\n        ${text};\n    local: *;\n};\n")
    if(private)
        list(JOIN private ";\n        " text)
        string(APPEND script "${NODE}_PRIVATE {\n    global:\n        ${text};\n};\n")
    endif()
    file(WRITE ${OUTPUT} "${script}")
endif()
