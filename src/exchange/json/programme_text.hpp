// A programme as text: its document, or its history as JSON Lines.
#pragma once

#include <string>
#include <string_view>

#include "exchange/chain.hpp"
#include "probity/history/history.hpp"
#include "probity/programme/programme.hpp"

namespace probity::detail {

/// The content of a text: the records with which it begins and the events since, not yet folded.
struct ProgrammeText {
    ProgrammeParts founding;
    History history;
};

/// Whether a text says that it is a programme's document or history.
[[nodiscard]] bool is_programme(std::string_view text);

/// Reads either. Throws DocumentError.
[[nodiscard]] ProgrammeText read_text(std::string_view text, SealReading& reading);

/// A history that is folded, and may be illegal; the refusal is that of the document.
[[nodiscard]] Programme programme_of(ProgrammeText text);

/// The JSON of a line, 0 for the founding, without its digest: as it was sealed if that was kept,
/// else as it is written today.
[[nodiscard]] std::string line_text(const ProgrammeParts& founding, const History& history,
                                    std::size_t line);

[[nodiscard]] std::string write_lines(const ProgrammeParts& founding, const History& history);
[[nodiscard]] std::string write_document(const ProgrammeParts& founding, const History& history);

}  // namespace probity::detail
