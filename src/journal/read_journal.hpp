// A journal's lines read as a programme, each with its seal.
#pragma once

#include <cstddef>
#include <functional>

#include "exchange/chain.hpp"
#include "journal/sqlite.hpp"
#include "probity/history/history.hpp"
#include "programme/growing.hpp"

namespace probity::detail {

/// What a journal says.
struct ReadJournal {
    GrowingProgramme programme;
    /// The chain over all its lines.
    Chain chain;
};

/// Reads all lines. Each is held against its seal, and its columns against what it says; nothing is
/// taken from a column alone. Then calls `look_at_file`. Of many lines another thread reads the next, and
/// looks at the file, while those that were read are taken. Throws JournalError, naming the first line with
/// which something is wrong; else SqlError, or what `look_at_file` throws.
[[nodiscard]] ReadJournal read_journal(Database& database,
                                       const std::function<void()>& look_at_file);

/// Reads the lines behind those of a history, and adds them; `usual_rules` are those of its founding.
/// Throws as read_journal.
void read_on(Database& database, int usual_rules, History& history, Chain& chain);

}  // namespace probity::detail
