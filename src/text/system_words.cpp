#include "text/system_words.hpp"

#include <cerrno>
#include <string_view>
#include <system_error>

#include "text/sentence.hpp"

namespace probity::detail {
namespace {

std::string_view kind_of(int error) {
    switch (error) {
        case ENOENT:
            return "system.not_there";
        case EACCES:
        case EPERM:
            return "system.no_access";
        case EISDIR:
            return "system.directory";
        case ENOTDIR:
            return "system.no_directory";
        case EEXIST:
            return "system.there_already";
        case EROFS:
            return "system.read_only";
        case ENOSPC:
            return "system.full";
        case ELOOP:
            return "system.loop";
        case ENAMETOOLONG:
            return "system.name_too_long";
        case EIO:
            return "system.failed";
        default:
            return "system.unknown";
    }
}

}  // namespace

Text system_words(int error) {
    return sentence(kind_of(error),
                    {{"words", std::generic_category().message(error)}, {"number", error}});
}

}  // namespace probity::detail
