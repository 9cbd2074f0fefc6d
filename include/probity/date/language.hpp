// The languages in which the library writes names and sentences.
#pragma once

#include <cstdint>

namespace probity {

/// A language of names, sentences and titles.
enum class Language : std::uint8_t { english, korean };

}  // namespace probity
