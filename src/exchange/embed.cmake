# Turns a document into a source file: cmake -DINPUT=songpa.json -DOUTPUT=songpa.cpp -DNAME=songpa
# -P embed.cmake. The bytes stand in an array, for which compilers set no limit of length as they do
# for string literals.
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
string(REGEX REPLACE "((0x..,){20})" "    \\1\n" bytes "${bytes}")
file(WRITE ${OUTPUT} "// Made from a document by src/exchange/embed.cmake.
#include \"exchange/embedded.hpp\"

namespace probity::embedded {
namespace {
constexpr unsigned char ${NAME}_bytes[] = {
${bytes}
};
}  // namespace

std::string_view ${NAME}() noexcept {
    return {reinterpret_cast<const char*>(${NAME}_bytes), sizeof ${NAME}_bytes};
}
}  // namespace probity::embedded
")
