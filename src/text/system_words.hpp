// What the operating system says of a file that it does not open, read or write.
#pragma once

#include "probity/text/text.hpp"

namespace probity::detail {

/// The words for an error number (errno): in English the system's own.
[[nodiscard]] Text system_words(int error);

}  // namespace probity::detail
