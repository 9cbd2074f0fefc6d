// Looking a journal's file over.
#pragma once

#include <optional>
#include <string>

#include "journal/schema.hpp"
#include "journal/sqlite.hpp"
#include "probity/exchange/verify.hpp"

namespace probity::detail {

/// The findings about a journal that is to have the tables of a schema: see Journal::verify.
[[nodiscard]] Verification verify_journal(Database& database, const Schema& schema,
                                          const std::optional<std::string>& anchor);

}  // namespace probity::detail
