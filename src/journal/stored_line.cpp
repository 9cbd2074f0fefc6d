#include "journal/stored_line.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <utility>

#include "date/instant.hpp"
#include "date/interruption.hpp"
#include "date/text.hpp"
#include "exchange/json/event.hpp"
#include "exchange/json/programme_text.hpp"
#include "exchange/json/text.hpp"
#include "exchange/repeated.hpp"
#include "exchange/written_event.hpp"
#include "history/body.hpp"
#include "probity/journal/journal_error.hpp"
#include "text/sentence.hpp"

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

void bind_words(Statement& statement, Column column, std::string_view words) {
    if (words.empty()) {
        statement.bind_null(parameter(column));
    } else {
        statement.bind_lasting(parameter(column), words);
    }
}

[[noreturn]] void refuse_column(Column at, const std::optional<std::string>& kept,
                                std::string_view said) {
    constexpr std::array<const char*, 9> names = {"effective", "recorded", "clock",
                                                  "actor",     "kind",     "subject",
                                                  "reason",    "corrects", "rules"};
    const auto shown = [](std::string_view words) {
        return Text::in_any_language("'" + printable(words) + "'");
    };
    const Text nothing = sentence("journal.nothing");
    throw JournalError(sentence("journal.column",
                                {{"column", names[static_cast<std::size_t>(at - effective_column)]},
                                 {"kept", kept ? shown(*kept) : nothing},
                                 {"said", said.empty() ? nothing : shown(said)}}));
}

/// Throws JournalError if the columns of a line do not say what its event does.
void check_columns(const LineView& line, const Event& event) {
    const auto check = [&](Column at, std::string_view said) {
        const auto& kept = line.said[static_cast<std::size_t>(at - effective_column)];
        if (kept ? *kept == said && !said.empty() : said.empty()) return;
        refuse_column(at, kept ? std::optional<std::string>(*kept) : std::nullopt, said);
    };
    const auto check_number = [](Column at, const std::optional<std::int64_t>& kept,
                                 const std::optional<std::int64_t>& said) {
        if (kept == said) return;
        refuse_column(at, kept ? std::optional(std::to_string(*kept)) : std::nullopt,
                      said ? std::to_string(*said) : std::string());
    };
    check(effective_column, date_words(event.effective));
    check(recorded_column, event.recorded ? instant_words(*event.recorded) : "");
    check(clock_column, event.clock ? instant_words(*event.clock) : "");
    check(actor_column, event.actor);
    check(kind_column, to_string(event.kind));
    check(subject_column, event.subject);
    check(reason_column, event.reason);
    check_number(corrects_column, line.corrects,
                 event.corrects == 0 ? std::nullopt : std::optional<std::int64_t>(event.corrects));
    check_number(rules_column, line.rules, event.rules);
}

/// Does something with a line; a refusal names it.
template <class Work>
auto naming(const LineView& line, Work work) {
    try {
        return work();
    } catch (const ProbityError& error) {
        throw JournalError(sentence("event", {{"number", line.number}, {"message", error.text()}}));
    }
}

/// Refuses a line that is not the next of a history.
void check_number(const LineView& line, const History& history) {
    const std::size_t expected = history.size() + 1;
    if (line.number == expected) return;
    throw JournalError(sentence("journal.missing", {{"number", expected}, {"next", line.number}}));
}

/// The event that the JSON of a line says.
Event said_event(const LineView& line, int usual_rules) {
    if (auto event = read_written_event(line.json, line.number, usual_rules)) {
        return *std::move(event);
    }
    std::size_t number = line.number;
    return read_event(parse_json(with_digest(line)), "", number, usual_rules).first;
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
    const std::string clock = event.clock ? instant_text(*event.clock) : "";
    insert_.bind(parameter(number_column), static_cast<std::int64_t>(number))
        .bind_lasting(parameter(json_column), text)
        .bind_lasting(parameter(digest_column), digest)
        .bind_lasting(parameter(effective_column), date_words(event.effective));
    bind_words(insert_, recorded_column, event.recorded ? instant_words(*event.recorded) : "");
    bind_words(insert_, clock_column, clock);
    insert_.bind_lasting(parameter(actor_column), event.actor)
        .bind_lasting(parameter(kind_column), to_string(event.kind));
    bind_words(insert_, subject_column, event.subject);
    bind_words(insert_, reason_column, event.reason);
    if (event.corrects != 0) {
        insert_.bind(parameter(corrects_column), std::int64_t{event.corrects});
    } else {
        insert_.bind_null(parameter(corrects_column));
    }
    insert_.bind(parameter(rules_column), std::int64_t{event.rules}).run();
}

// Reading ------------------------------------------------------------------------------------------

void check_is_object(std::string_view text) {
    if (!text.ends_with('}')) throw JournalError(sentence("journal.no_object"));
}

Seal seal_of(std::size_t number, std::string_view text, std::string_view digest) {
    return {
        .name = {.number = number, .kind = number == 0 ? "verify.of_founding" : "verify.numbered"},
        .place = {},
        .event = number,
        .json = std::string(text),
        .digest = std::string(digest)};
}

LineReader::LineReader(Database& database, std::size_t first)
    : select_(database.prepare(std::string("SELECT ") + columns +
                               " FROM event WHERE number >= ? ORDER BY number")) {
    select_.bind(1, static_cast<std::int64_t>(first));
}

const LineView* LineReader::next() {
    interruption_point();
    if (!select_.step()) return nullptr;
    line_.number = static_cast<std::size_t>(select_.integer(number_column));
    line_.json = select_.text(json_column);
    line_.digest = select_.text(digest_column);
    for (std::size_t i = 0; i < said_columns; ++i) {
        line_.said[i] = select_.text_or_null(effective_column + static_cast<int>(i));
    }
    line_.corrects = select_.integer_or_null(corrects_column);
    line_.rules = select_.integer_or_null(rules_column);
    return &line_;
}

Event event_of(const LineView& line, int usual_rules) {
    return naming(line, [&] {
        Event event = said_event(line, usual_rules);
        check_columns(line, event);
        return event;
    });
}

ProgrammeParts read_founding(LineReader& reader, SealReading& reading, History& history) {
    const LineView* const line = reader.next();
    if (line == nullptr || line->number != 0) {
        throw JournalError(sentence("journal.founding_missing"));
    }
    try {
        ProgrammeText text = read_text(with_digest(*line) + "\n", reading);
        history = std::move(text.history);
        return std::move(text.founding);
    } catch (const ProbityError& error) {
        throw JournalError(sentence("journal.founding", {{"message", error.text()}}));
    }
}

void read_event(const LineView& line, SealReading& reading, int usual_rules, History& history) {
    check_number(line, history);
    naming(line, [&] {
        const auto written = read_written_event(line.json, line.number, usual_rules);
        if (written && reading.chain.holds(line.json, line.digest)) {
            check_columns(line, *written);
            reading.go_on(line.digest);
            history.append(*written);
            return;
        }
        const Event event = said_event(line, usual_rules);
        append_sealed(reading, seal_of(line), event_text(event, line.number, usual_rules), event,
                      history);
        check_columns(line, event);
    });
}

std::optional<Event> sealed_event(const LineView& line, std::string_view sealed, int usual_rules) {
    try {
        auto event = read_written_event(line.json, line.number, usual_rules);
        if (!event || !is_digest_of(sealed, line.digest)) return std::nullopt;
        check_columns(line, *event);
        check_event(*event);
        return event;
    } catch (const ProbityError&) {
        return std::nullopt;
    }
}

void add_sealed(const LineView& line, Event&& event, SealReading& reading, History& history) {
    check_number(line, history);
    naming(line, [&] {
        reading.go_on(line.digest);
        history.append_checked(std::move(event));
    });
}

}  // namespace probity::detail
