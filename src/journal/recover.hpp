// Saving what is whole of a damaged journal.
#pragma once

#include <filesystem>

#include "probity/journal/journal.hpp"

namespace probity::detail {

/// See Journal::recover.
[[nodiscard]] Recovery recover_journal(const std::filesystem::path& path,
                                       const std::filesystem::path& to,
                                       const JournalOptions& options);

}  // namespace probity::detail
