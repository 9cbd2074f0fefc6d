#include "journal/stored_line.hpp"

#include <chrono>
#include <utility>

#include "date/instant.hpp"
#include "date/interruption.hpp"
#include "date/text.hpp"
#include "exchange/event_json.hpp"
#include "exchange/json_text.hpp"
#include "exchange/programme_text.hpp"
#include "probity/journal/journal_error.hpp"

namespace probity::detail {
namespace {

// The columns, in the order in which they are read and, as parameters from 1, written.
enum Column : int {
    number_column,
    json_column,
    digest_column,
    effective_column,
    recorded_column,
    clock_column,
    actor_column,
    kind_column,
    subject_column,
    reason_column,
    corrects_column,
    rules_column,
};
constexpr const char* columns =
    "number, json, digest, effective, recorded, clock, actor, kind, subject, reason, corrects, "
    "rules";

constexpr int parameter(Column column) { return column + 1; }

std::optional<std::string> text_of(const std::optional<std::chrono::sys_seconds>& instant) {
    return instant ? std::optional(instant_text(*instant)) : std::nullopt;
}

void bind_text(Statement& statement, Column column, const std::optional<std::string>& text) {
    if (text && !text->empty()) {
        statement.bind(parameter(column), *text);
    } else {
        statement.bind_null(parameter(column));
    }
}

}  // namespace

// Writing ------------------------------------------------------------------------------------------

LineWriter::LineWriter(Database& database)
    : insert_(database.prepare(std::string("INSERT INTO event (") + columns +
                               ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {}

void LineWriter::write_founding(std::string_view text, std::string_view digest, int rules) {
    insert_.bind(parameter(number_column), std::int64_t{0})
        .bind(parameter(json_column), text)
        .bind(parameter(digest_column), digest)
        .bind(parameter(rules_column), std::int64_t{rules})
        .run();
}

void LineWriter::write(std::size_t number, const Event& event, std::string_view text,
                       std::string_view digest) {
    insert_.bind(parameter(number_column), static_cast<std::int64_t>(number))
        .bind(parameter(json_column), text)
        .bind(parameter(digest_column), digest)
        .bind(parameter(effective_column), to_string(event.effective));
    bind_text(insert_, recorded_column, text_of(event.recorded));
    bind_text(insert_, clock_column, text_of(event.clock));
    insert_.bind(parameter(actor_column), event.actor)
        .bind(parameter(kind_column), to_string(event.kind));
    bind_text(insert_, subject_column, event.subject);
    bind_text(insert_, reason_column, event.reason);
    if (event.corrects != 0) {
        insert_.bind(parameter(corrects_column), std::int64_t{event.corrects});
    }
    insert_.bind(parameter(rules_column), std::int64_t{event.rules}).run();
}

// Reading ------------------------------------------------------------------------------------------

std::string with_digest(const StoredLine& line) {
    if (!line.json.ends_with('}')) throw JournalError("it is no JSON object");
    return with_digest(line.json, line.digest);
}

Seal seal_of(const StoredLine& line) {
    const std::string number = std::to_string(line.number);
    const Text name = line.number == 0 ? Text{"처음 문서", "the founding document"}
                                       : Text{number + "번 사건", "event " + number};
    return {.number = line.number,
            .name = name,
            .place = {},
            .event = line.number,
            .json = line.json,
            .digest = line.digest};
}

LineReader::LineReader(Database& database, std::size_t first)
    : select_(database.prepare(std::string("SELECT ") + columns +
                               " FROM event WHERE number >= ? ORDER BY number")) {
    select_.bind(1, static_cast<std::int64_t>(first));
}

std::optional<StoredLine> LineReader::next() {
    interruption_point();
    if (!select_.step()) return std::nullopt;
    return StoredLine{.number = static_cast<std::size_t>(select_.integer(number_column)),
                      .json = std::string(select_.text(json_column)),
                      .digest = std::string(select_.text(digest_column))};
}

std::optional<std::string_view> LineReader::column(int i) const {
    return select_.is_null(i) ? std::nullopt : std::optional(select_.text(i));
}

void LineReader::check_columns(const Event& event) const {
    const auto check = [&](Column at, const std::optional<std::string>& said, const char* name) {
        const auto kept = column(at);
        const bool is_said = said && !said->empty();
        if (kept.has_value() == is_said && (!kept || *kept == *said)) return;
        throw JournalError(
            "its column `" + std::string(name) + "` says " +
            (kept ? "'" + printable(*kept) + "'" : "nothing") + ", and its sealed line " +
            (is_said ? "'" + printable(*said) + "'" : "nothing") + ": the column was changed");
    };
    check(effective_column, to_string(event.effective), "effective");
    check(recorded_column, text_of(event.recorded), "recorded");
    check(clock_column, text_of(event.clock), "clock");
    check(actor_column, event.actor, "actor");
    check(kind_column, std::string(to_string(event.kind)), "kind");
    check(subject_column, event.subject, "subject");
    check(reason_column, event.reason, "reason");
    check(corrects_column,
          event.corrects == 0 ? std::nullopt : std::optional(std::to_string(event.corrects)),
          "corrects");
    check(rules_column, std::to_string(event.rules), "rules");
}

Event event_of(const LineReader& reader, const StoredLine& line, int usual_rules) {
    try {
        std::size_t number = line.number;
        Event event = read_event(parse_json(with_digest(line)), "", number, usual_rules).first;
        reader.check_columns(event);
        return event;
    } catch (const ProbityError& error) {
        throw JournalError("event " + std::to_string(line.number) + ": " + error.what());
    }
}

ProgrammeParts read_founding(LineReader& reader, SealReading& reading, History& history) {
    const auto line = reader.next();
    if (!line || line->number != 0) throw JournalError("the founding document is missing");
    try {
        ProgrammeText text = read_text(with_digest(*line) + "\n", reading);
        history = std::move(text.history);
        return std::move(text.founding);
    } catch (const ProbityError& error) {
        throw JournalError("the founding document: " + std::string(error.what()));
    }
}

bool read_event(LineReader& reader, SealReading& reading, const ProgrammeParts& founding,
                History& history) {
    const std::size_t expected = history.size() + 1;
    const auto line = reader.next();
    if (!line) return false;
    if (line->number != expected) {
        throw JournalError("event " + std::to_string(expected) +
                           " is missing: the next that is there is event " +
                           std::to_string(line->number));
    }
    const Event event = event_of(reader, *line, founding.rules);
    try {
        append_sealed(reading, seal_of(*line), event_text(event, line->number, founding.rules),
                      event, history);
    } catch (const ProbityError& error) {
        throw JournalError("event " + std::to_string(line->number) + ": " + error.what());
    }
    return true;
}

}  // namespace probity::detail
