// Refusing a document: the message names the place, the value and what is allowed.
#pragma once

#include <string>

#include "probity/date/error.hpp"

namespace probity::detail {

/// Throws DocumentError; the place is a JSON pointer, empty for the whole document.
[[noreturn]] inline void refuse(const std::string& place, const std::string& message) {
    throw DocumentError((place.empty() ? "the document" : place) + ": " + message, place);
}

}  // namespace probity::detail
