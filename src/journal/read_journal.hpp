// A journal's lines read as a programme, each with its seal.
#pragma once

#include <cstddef>
#include <functional>

#include "exchange/chain.hpp"
#include "journal/sqlite.hpp"
#include "probity/history/history.hpp"
#include "probity/records/parts.hpp"

namespace probity::detail {

/// The content of a journal, not yet folded.
struct JournalText {
    ProgrammeParts founding = {};
    History history = {};
    /// The chain over all its lines.
    Chain chain = {};
};

/// Reads all lines. Each is held against its seal, and its columns against what it says; nothing is
/// taken from a column alone. Then calls `look_at_file`, while the last lines of many are still being
/// taken by another thread. Throws JournalError, naming the first line with which something is wrong, and
/// SqlError.
[[nodiscard]] JournalText read_journal(Database& database,
                                       const std::function<void()>& look_at_file);

/// Reads the lines behind those of a text, and adds them. Throws as read_journal.
void read_on(Database& database, JournalText& text);

}  // namespace probity::detail
