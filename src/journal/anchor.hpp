// The short line by which a journal's state can be proved later.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "probity/journal/journal.hpp"

namespace probity::detail {

/// Half a digest: nobody finds another line with the same 32 hexadecimal digits.
inline constexpr std::size_t anchor_digits = 32;

struct Anchor {
    std::size_t number = 0;
    /// The first digits of the digest of that event, at least `anchor_digits`.
    std::string digits = {};
};

/// "2026-03-18 304 e5ddbccec471ab7e-2339e6b03ab4532d", with the day of the last stamp in Seoul; without
/// it if nothing was stamped.
[[nodiscard]] std::string anchor_text(const std::optional<std::chrono::sys_seconds>& recorded,
                                      const JournalHead& head);

/// Reads what anchor_text writes, as people copy it: blanks, capitals and other dashes do not
/// matter. A whole digest alone is taken too, with number 0: that of any line. Throws ProbityError.
[[nodiscard]] Anchor parse_anchor(std::string_view text);

}  // namespace probity::detail
