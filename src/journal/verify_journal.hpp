// Looking a journal's file over.
#pragma once

#include <optional>
#include <string>

#include "journal/sqlite.hpp"
#include "probity/exchange/verify.hpp"

namespace probity::detail {

/// The findings about a journal: see Journal::verify.
[[nodiscard]] Verification verify_journal(Database& database,
                                          const std::optional<std::string>& anchor);

}  // namespace probity::detail
