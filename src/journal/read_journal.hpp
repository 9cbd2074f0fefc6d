// A journal's lines read as a programme, each with its seal.
#pragma once

#include <cstddef>
#include <functional>

#include "exchange/chain.hpp"
#include "journal/sqlite.hpp"
#include "probity/history/history.hpp"
#include "programme/growing.hpp"

namespace probity::detail {

/// What is done with a journal beside reading it.
struct JournalReading {
    /// Looks at the file as a whole. Of many lines another thread reads the next, and then does this, while
    /// those that were read are taken.
    std::function<void()> look_at_file;
    /// Gets the programme after all lines, perhaps while the file is still looked at.
    std::function<void(GrowingProgramme programme)> take;
};

/// Reads all lines, and returns the chain over them. Each is held against its seal, and its columns against
/// what it says; nothing is taken from a column alone. Throws JournalError, naming the first line with which
/// something is wrong; else SqlError, or what `look_at_file` throws; else what `take` throws.
[[nodiscard]] Chain read_journal(Database& database, const JournalReading& reading);

/// Reads the lines behind those of a history, and adds them; `usual_rules` are those of its founding.
/// Throws as read_journal.
void read_on(Database& database, int usual_rules, History& history, Chain& chain);

}  // namespace probity::detail
