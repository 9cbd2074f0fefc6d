// The reasons of the operating system for not opening, reading or writing a file, in words.
#pragma once

#include "probity/text/text.hpp"

namespace probity::detail {

/// The words for an error number (errno): in English the system's own.
[[nodiscard]] Text system_words(int error);

}  // namespace probity::detail
