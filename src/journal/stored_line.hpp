// The lines of a journal as rows of its table, and how they become a history again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/chain.hpp"
#include "journal/sqlite.hpp"
#include "probity/history/history.hpp"
#include "probity/records/parts.hpp"

namespace probity::detail {

/// Writes lines behind one another.
class LineWriter {
  public:
    explicit LineWriter(Database& database);

    /// The founding document, whose JSON is given, and its digest.
    void write_founding(std::string_view json, std::string_view digest, int rules);
    void write(std::size_t number, const Event& event, std::string_view json,
               std::string_view digest);

  private:
    Statement insert_;
};

/// A line as it is kept.
struct StoredLine {
    std::size_t number = 0;
    /// Without the digest.
    std::string json = {};
    std::string digest = {};
};

/// The line with its digest, as a history has it. Throws JournalError if it cannot be one.
[[nodiscard]] std::string with_digest(const StoredLine& line);

/// The seal of a line, which is named as its event: "event 12".
[[nodiscard]] Seal seal_of(const StoredLine& line);

/// Reads the lines of a journal in their order.
class LineReader {
  public:
    LineReader(Database& database, std::size_t first);

    /// The next line as it is; null past the last. Throws SqlError.
    [[nodiscard]] std::optional<StoredLine> next();
    /// Throws JournalError if the columns of the line that was read do not say what its event does.
    void check_columns(const Event& event) const;

  private:
    [[nodiscard]] std::optional<std::string_view> column(int i) const;

    Statement select_;
};

/// The event that a line says. Throws JournalError if it cannot be read, says another number, or the
/// columns do not say the same.
[[nodiscard]] Event event_of(const LineReader& reader, const StoredLine& line, int usual_rules);

/// Reads the founding document with the line's seal, and keeps its JSON if it would be written
/// otherwise today. Throws JournalError.
[[nodiscard]] ProgrammeParts read_founding(LineReader& reader, SealReading& reading,
                                           History& history);
/// Reads the next event with its seal, and adds it; false past the last. Throws JournalError.
bool read_event(LineReader& reader, SealReading& reading, const ProgrammeParts& founding,
                History& history);

}  // namespace probity::detail
