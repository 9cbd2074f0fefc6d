// The two programmes that come with the library: those of two district offices of Seoul, with every
// fact that they announced and no other.
//
//     Programme songpa = examples::songpa();       // announced 2023-03-15
//     Programme yongsan = examples::yongsan();     // announced 2025-07-27
//
// What the announcements leave open is listed in each document's not_published.
#pragma once

#include <string_view>

#include "probity/programme/programme.hpp"

namespace probity::examples {

/// Songpa-gu: Integrity Week and Day, 11 bands, 39 tasks.
[[nodiscard]] Programme songpa();
/// Yongsan-gu: the Integrity Council with three regular meetings a year.
[[nodiscard]] Programme yongsan();

/// Their documents, as they are shipped.
[[nodiscard]] std::string_view songpa_document() noexcept;
[[nodiscard]] std::string_view yongsan_document() noexcept;

}  // namespace probity::examples
