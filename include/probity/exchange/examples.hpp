// The two programmes that come with the library: those of two district offices of Seoul, with every
// fact that they announced and no other.
//
//     Programme songpa = examples::songpa();       // announced 2023-03-15
//     Programme yongsan = examples::yongsan();     // announced 2025-07-27
//
// Each document's not_published lists what the announcements leave open.
//
// Each has an **illustrative** version beside it: a whole year of life on the same facts, to show
// what a programme can hold. All that is added is made up. The programme says so in its id, its
// title and its institution's name, is marked so (ProgrammeParts::illustrative), and names the
// source "illustrative" wherever a record is none that was announced.
//
//     Programme year = examples::songpa_illustrative();
//     year.title().english;                          // "Songpa-gu integrity programme (illustrative)"
//     year.as_of(make_date(2026, 9, 1)).task("T-11").state;     // TaskState::in_progress
#pragma once

#include <string_view>

#include "probity/programme/programme.hpp"

namespace probity::examples {

/// Songpa-gu: Integrity Week and Day, 11 bands, 39 tasks.
[[nodiscard]] Programme songpa();
/// Yongsan-gu: the Integrity Council with three regular meetings a year.
[[nodiscard]] Programme yongsan();

/// The statutory year of a Korean public institution: each duty as an obligation, with the article, the
/// number and the day of the text that was read, who owes it and what proves it. An office takes those
/// that concern it: take_obligations (programme/obligation_commands.hpp).
[[nodiscard]] Programme statutory_year();

/// A made-up 2026 of Songpa-gu: 44 units in 11 bands, 39 tasks, a council of the bands, a
/// reorganisation on 1 July, education and assessment.
[[nodiscard]] Programme songpa_illustrative();
/// A made-up September 2025 to November 2026 of Yongsan-gu: the council with a charter and members,
/// its measures with areas and owners, action items, education and assessment.
[[nodiscard]] Programme yongsan_illustrative();

/// The documents of the announced programmes, as they are shipped.
[[nodiscard]] std::string_view songpa_document() noexcept;
[[nodiscard]] std::string_view yongsan_document() noexcept;

}  // namespace probity::examples
