// The lines of a journal as rows of its table, and how they become a history again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

/// Throws JournalError for what does not end as an object of JSON.
void check_is_object(std::string_view text);
[[nodiscard]] Seal seal_of(std::size_t number, std::string_view text, std::string_view digest);

/// How many columns of text say what the line of an event says, beside it.
inline constexpr std::size_t said_columns = 7;

/// A line as it stands in the table; its texts belong to whoever gives it.
struct LineView {
    std::size_t number = 0;
    /// Without the digest.
    std::string_view json = {};
    std::string_view digest = {};
    /// effective, recorded, clock, actor, kind, subject and reason; null if empty.
    std::array<std::optional<std::string_view>, said_columns> said = {};
    std::optional<std::int64_t> corrects = std::nullopt;
    std::optional<std::int64_t> rules = std::nullopt;
};

/// A line that is kept.
struct StoredLine {
    std::size_t number = 0;
    /// Without the digest.
    std::string json = {};
    std::string digest = {};

    StoredLine() = default;
    explicit StoredLine(const LineView& line)
        : number(line.number), json(line.json), digest(line.digest) {}
};

/// The line with its digest, as a history has it. Throws JournalError if it cannot be one.
template <class Line>
[[nodiscard]] std::string with_digest(const Line& line) {
    check_is_object(line.json);
    return with_digest(line.json, line.digest);
}

/// The seal of a line, which is named as its event: "event 12".
template <class Line>
[[nodiscard]] Seal seal_of(const Line& line) {
    return seal_of(line.number, line.json, line.digest);
}

/// Reads the lines of a journal in their order.
class LineReader {
  public:
    LineReader(Database& database, std::size_t first);

    /// The next line as it is, good until the next but one; null past the last. Throws SqlError.
    [[nodiscard]] const LineView* next();

  private:
    Statement select_;
    LineView line_;
};

/// The event that a line says. Throws JournalError if it cannot be read, says another number, or the
/// columns do not say the same.
[[nodiscard]] Event event_of(const LineView& line, int usual_rules);

/// Reads the founding document with the line's seal, and keeps its JSON if it would be written
/// otherwise today. Throws JournalError.
[[nodiscard]] ProgrammeParts read_founding(LineReader& reader, SealReading& reading,
                                           History& history);
/// Reads the event of a line with its seal, and adds it. Throws JournalError.
void read_event(const LineView& line, SealReading& reading, int usual_rules, History& history);

/// The event of a line that stands as it would be written today, whose digest is that of `sealed`, the text
/// in which it follows the line before it (is_digest_of), and whose columns say the same: nearly all are so.
/// Null for any other, which read_event takes or refuses. It depends on no other line, so that lines may be
/// looked at by several threads.
[[nodiscard]] std::optional<Event> sealed_event(const LineView& line, std::string_view sealed,
                                                int usual_rules);
/// Adds such an event. Throws JournalError as read_event does of its line.
void add_sealed(const LineView& line, Event&& event, SealReading& reading, History& history);

}  // namespace probity::detail
