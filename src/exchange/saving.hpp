// Saving, with what the command line needs besides.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

#include "probity/exchange/save.hpp"

namespace probity::detail {

enum class FileFormat { by_name, document, lines };

struct SaveRequest {
    SaveOptions options = {};
    FileFormat format = FileFormat::by_name;
};

struct Saved {
    Programme programme;
    /// Where a file is that was replaced.
    std::optional<std::filesystem::path> kept = std::nullopt;
};

[[nodiscard]] Saved save(const Programme& programme, const std::filesystem::path& path,
                         const SaveRequest& request);
[[nodiscard]] Saved update(const std::filesystem::path& path,
                           const std::function<Programme(const Programme&)>& change,
                           const SaveRequest& request);

/// Writes a page, a table or a calendar. Throws DocumentError as write_file does, and for a file that
/// holds a programme: nothing else replaces one.
void write_output(const std::filesystem::path& path, std::string_view text);

}  // namespace probity::detail
