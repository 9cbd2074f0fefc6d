// A programme as a JSON document.
//
//     Programme songpa = load("songpa.json");
//     save(songpa, "copy.json");                       // nothing half-written, whatever happens
//     read_programme(write_programme(songpa)) == songpa;
//
// What is written is canonical: one programme has one text, its keys in one order, in UTF-8. The
// JSON schema of the document (2020-12) is programme_schema().
//
// Reading is strict. An unknown or repeated key, a date that does not exist, a rule that cannot be
// read or an id used twice is a DocumentError, which names the place as a JSON pointer, the value
// and what is allowed there:
//
//     /observances/1/id: the id 'integrity-week' is already used at /observances/0/id; each id is
//     allowed once
//
// What happened to a programme is written with it: in a document as its list "history", or as JSON
// Lines, the founding document on the first line and then one event a line (a file *.jsonl). Each
// line carries a digest of itself and of the one before it, so that a change to what was recorded
// breaks the chain, and reading names the line. What a chain cannot show is that its last lines are
// missing: who must know keeps history_digest() elsewhere.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

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

/// The digest of the last line of the programme's history, 64 hexadecimal digits.
[[nodiscard]] std::string history_digest(const Programme& programme);

/// Reads a programme from a file. Throws DocumentError, also where the file cannot be read.
[[nodiscard]] Programme load(const std::filesystem::path& path);

/// Writes a programme to a file, as JSON Lines where its name ends in .jsonl. The file is replaced as a whole, or stays as it was. Throws
/// DocumentError where it cannot be written.
void save(const Programme& programme, const std::filesystem::path& path);

/// The JSON schema (2020-12) of a programme's document.
[[nodiscard]] std::string_view programme_schema() noexcept;

}  // namespace probity
