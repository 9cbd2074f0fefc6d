// Whole files in and out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "probity/date/error.hpp"
#include "records/refusal.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

/// The bytes of a file. Throws DocumentError if it cannot be read or has more than `limit`.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, std::size_t limit);

/// The value that `read` makes of a file's text. A DocumentError that it throws is given the file's
/// name; its faults stay.
template <class Read>
[[nodiscard]] auto read_document(const std::filesystem::path& path, std::size_t limit, Read read) {
    const std::string text = read_file(path, limit);
    try {
        return read(text);
    } catch (const DocumentError& error) {
        throw DocumentRefusal(
            sentence("file.message", {{"path", path.string()}, {"message", error.text()}}),
            error.faults(), fault_texts(error));
    }
}

/// Whether a file is there that begins as a database of SQLite, as journals do.
[[nodiscard]] bool begins_as_database(const std::filesystem::path& path);

/// Replaces a file as a whole: the text is written beside it, made durable, and takes its name, which
/// is made durable too where the file system can do that. A reader sees the old file or the new one,
/// never a part; what is no regular file, such as a pipe, is written to instead. Throws
/// DocumentError if that fails; the old file is then untouched.
void write_file(const std::filesystem::path& path, std::string_view text);

/// The same for a file that is not there yet; false if there is one, which stays as it is. Of several
/// that write at once, one succeeds.
[[nodiscard]] bool write_new_file(const std::filesystem::path& path, std::string_view text);

/// Where symbolic links lead, also if there is no file yet; the path itself if it is none. Throws
/// DocumentError for links that lead in a circle.
[[nodiscard]] std::filesystem::path target_of(const std::filesystem::path& path);

}  // namespace probity::detail
