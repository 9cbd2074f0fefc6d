// The documents that embed.cmake made part of the library.
#pragma once

#include <string_view>

namespace probity::embedded {

[[nodiscard]] std::string_view songpa() noexcept;
[[nodiscard]] std::string_view yongsan() noexcept;
[[nodiscard]] std::string_view statutory_year() noexcept;
[[nodiscard]] std::string_view songpa_illustrative() noexcept;
[[nodiscard]] std::string_view yongsan_illustrative() noexcept;
/// The JSON schemas.
[[nodiscard]] std::string_view programme() noexcept;
[[nodiscard]] std::string_view overlay() noexcept;

}  // namespace probity::embedded
