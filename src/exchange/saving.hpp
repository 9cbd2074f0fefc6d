// Saving, with what the command line needs besides.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

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

}  // namespace probity::detail
