// A programme as a JSON document.
//
//     Programme songpa = load("songpa.json");
//     save(songpa, "copy.json");                       // save.hpp: nothing half-written or lost
//     read_programme(write_programme(songpa)) == songpa;
//
// The text that is written is canonical: one programme has one text, its keys in one order, in
// UTF-8. The JSON schema of the document (2020-12) is programme_schema().
//
// Reading is strict. An unknown or repeated key, a date that does not exist, a rule that cannot be
// read or an id used twice is a DocumentError, which names the place as a JSON pointer, the value
// and what is allowed there:
//
//     /observances/1/id: the id 'integrity-week' is already used at /observances/0/id; each
//     observance has its own
//
// The events of a programme are written with it: in a document as its list "history", or as JSON
// Lines, the founding document on the first line and then one event a line (a file *.jsonl). Each
// line carries a digest of itself and of the one before it, so that a change to what was recorded
// breaks the chain, and reading names the line. A digest covers the JSON of its line: the members
// in the order in which they stand, without the blanks between them. The text that was sealed is
// kept, and written again as it was. A chain cannot show that its last lines are missing: to know,
// keep history_digest() elsewhere.
//
// Line ends of Windows, a byte-order mark, blank lines, a last line without an end and other blanks
// in the JSON change nothing that was recorded: such a file is read, and verify() names them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "probity/exchange/save.hpp"
#include "probity/programme/programme.hpp"

namespace probity {

/// The longest document, or line of a history, that is read, in bytes, and the deepest nesting.
inline constexpr std::size_t longest_document = 16 * 1024 * 1024;
/// The longest history that is read, in bytes.
inline constexpr std::size_t longest_history = 512 * 1024 * 1024;
inline constexpr int deepest_document = 32;

/// Reads a programme from the text of its document or of its history. Throws DocumentError.
[[nodiscard]] Programme read_programme(std::string_view text);

/// The programme's document, canonical: it depends on nothing but the programme.
[[nodiscard]] std::string write_programme(const Programme& programme);

/// The programme's history as canonical JSON Lines: the founding, then one event a line.
[[nodiscard]] std::string write_history(const Programme& programme);

/// The digest of the last line of the programme's history, 64 hexadecimal digits. It is that of the
/// file if all events are stamped, as those of what save() returns are.
[[nodiscard]] std::string history_digest(const Programme& programme);

/// Reads a programme from a file. Throws DocumentError, also where the file cannot be read.
[[nodiscard]] Programme load(const std::filesystem::path& path);

/// The JSON schema (2020-12) of a programme's document.
[[nodiscard]] std::string_view programme_schema() noexcept;

}  // namespace probity
