#include "exchange/json/programme_text.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "date/interruption.hpp"
#include "exchange/json/archive.hpp"
#include "exchange/json/event.hpp"
#include "exchange/json/text.hpp"
#include "exchange/lines.hpp"
#include "records/check.hpp"
#include "records/check_fields.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

constexpr const char* format_name = "probity-programme/1";
constexpr const char* history_format_name = "probity-history/1";

void check_format(StrictObject& object, const char* format) {
    const std::string found = read_string(object.require("format"), object.at("format"));
    if (found != format) {
        refuse(object.at("format"),
               sentence("json.format", {{"found", printable(found)}, {"wanted", format}}));
    }
}

// The founding ---------------------------------------------------------------------------------

/// The records of a document; a key that the caller takes besides, such as its history, is asked for
/// before. Faults are added to the others, if there are any with those of what was read. Throws
/// DocumentError if the document is another one.
ProgrammeParts read_parts(StrictObject& object, DocumentFaults& faults) {
    check_format(object, format_name);
    ProgrammeParts parts;
    read_fields(object, description_of<ProgrammeParts>(), &parts, faults);
    object.finish(faults);
    if (!faults.empty()) {
        try {
            check(parts, faults);
        } catch (const DocumentError& error) {
            faults.add_others(error);
        }
    }
    return parts;
}

ordered_json document_of(const ProgrammeParts& parts) {
    ordered_json document;
    document["format"] = format_name;
    write_fields(document, description_of<ProgrammeParts>(), &parts);
    return document;
}

/// The JSON of a first line that holds a document.
std::string founding_text(ordered_json document, int rules) {
    ordered_json line;
    line["format"] = history_format_name;
    write_rules(line, rules);
    line["founding"] = std::move(document);
    return line.dump();
}

std::string founding_text(const ProgrammeParts& parts) {
    return founding_text(document_of(parts), parts.rules);
}

/// Words below the faults of a history's events.
Text note_on_faults(const DocumentFaults& faults) {
    const Text seals = sentence("faults.note_seals");
    if (!faults.full()) return seals;
    return sentence("faults.note_stopped") + Text::in_any_language(" ") + seals;
}

// Lines ----------------------------------------------------------------------------------------

/// The seal of a line. The usual case, a line that is just what would be written, needs no more
/// parsing.
Seal seal_of(const Line& line, std::size_t event, std::string digest, const std::string& written,
             const SealReading& reading) {
    Seal seal{.name = {.number = line.number},
              .place = "/" + std::to_string(line.number),
              .event = event,
              .digest = std::move(digest)};
    if (line.text == with_digest(written, seal.digest)) {
        seal.json = written;
        return seal;
    }
    seal.json = without_digest(ordered_json::parse(line.text));
    if (line.text != with_digest(seal.json, seal.digest)) {
        reading.say(Oddity::spaced, line.number);
    }
    return seal;
}

ProgrammeParts read_founding(const Line& line, SealReading& reading, History& history) {
    StrictObject object(line.value, "/1");
    check_format(object, history_format_name);
    const int rules = read_rules(object);
    StrictObject document(object.require("founding"), "/1/founding");
    DocumentFaults faults;
    ProgrammeParts parts = read_parts(document, faults);
    faults.raise();
    parts.rules = reading.chain.rules = rules;
    std::string digest = read_string(object.require("digest"), object.at("digest"));
    object.finish();
    const std::string written = founding_text(parts);
    std::string kept =
        check_seal(reading, seal_of(line, 0, std::move(digest), written, reading), written);
    if (!kept.empty()) history.keep_line(0, std::move(kept));
    return parts;
}

/// Reads the lines of a history. Its events are sealed and appended as long as nothing is wrong;
/// after that the rest is read only, to name what else is wrong with it.
class LinesReader {
  public:
    LinesReader(std::string_view text, SealReading& reading)
        : lines_(text, reading), reading_(reading) {}

    ProgrammeText read() && {
        read_next([&](const Line& line) { parts_ = read_founding(line, reading_, history_); });
        while (!at_end_ && !faults_.full()) {
            interruption_point();
            ++number_;
            read_next([&](const Line& line) { take(line); });
        }
        faults_.raise(faults_of_events_ ? note_on_faults(faults_) : Text{});
        return {std::move(parts_), std::move(history_)};
    }

  private:
    /// Does something with the next line, if there is one.
    template <class Work>
    void read_next(Work work) {
        std::optional<Line> line;
        try {
            line = lines_.next();
            at_end_ = !line;
            if (line) work(*line);
        } catch (const DocumentError& error) {
            faults_.add(error, line && number_ > 0
                                   ? sentence("faults.of_line", {{"number", line->number}})
                                   : Text{});
            faults_of_events_ = faults_of_events_ || number_ > 0;
        }
    }

    void take(const Line& line) {
        const std::string place = "/" + std::to_string(line.number);
        auto [event, digest] = read_event(line.value, place, number_, reading_.chain.rules,
                                          static_cast<bool>(reading_.judged));
        if (!faults_.empty()) {
            check_event_at(event, place);
            return;
        }
        const std::string written = event_text(event, number_, reading_.chain.rules);
        append_sealed(reading_, seal_of(line, number_, std::move(digest), written, reading_),
                      written, event, history_);
    }

    Lines lines_;
    SealReading& reading_;
    ProgrammeParts parts_;
    History history_;
    DocumentFaults faults_;
    bool faults_of_events_ = false;
    /// The number of the last event, as it says it.
    std::size_t number_ = 0;
    bool at_end_ = false;
};

ProgrammeText read_lines(std::string_view text, SealReading& reading) {
    return LinesReader(text, reading).read();
}

// Documents ------------------------------------------------------------------------------------

/// The JSON of the first line that a document's history goes on from: what was read, or what is
/// written today where only the order of the members differs and the first event was sealed on that.
std::string sealed_founding(const ordered_json& document, const ProgrammeParts& parts,
                            const std::string& first_written, const SealReading& reading) {
    ordered_json founding = document;
    founding.erase("rules");
    const ordered_json first = document["history"].front();
    founding.erase("history");
    std::string read = founding_text(std::move(founding), parts.rules);
    std::string written = founding_text(parts);
    if (read == written) return written;
    const auto seals_the_first = [&](const std::string& line) {
        Chain chain;
        chain.advance(chain.next(line));
        const ordered_json& digest = first["digest"];
        return ordered_json(chain.next(without_digest(first))) == digest ||
               ordered_json(chain.next(first_written)) == digest;
    };
    if (seals_the_first(read) || json::parse(read) != json::parse(written)) return read;
    if (seals_the_first(written)) reading.say(Oddity::reordered, 0);
    return seals_the_first(written) ? written : read;
}

struct ReadEvent {
    Event event;
    std::string digest;
    /// As it says it.
    std::size_t number;
};
using ReadEvents = std::vector<ReadEvent>;

/// The events of a document's list with their digests; what is wrong with them is added to the
/// faults. Returns whether nothing is.
bool read_events(const json& events, const SealReading& reading, ReadEvents& read,
                 DocumentFaults& faults) {
    bool whole = true;
    std::size_t number = 0;
    for (std::size_t i = 0; i < events.size() && !faults.full(); ++i) {
        interruption_point();
        const std::string place = "/history/" + std::to_string(i);
        try {
            auto [event, digest] = read_event(events[i], place, ++number, reading.chain.rules,
                                              static_cast<bool>(reading.judged));
            if (!faults.empty()) check_event_at(event, place);
            read.push_back({std::move(event), std::move(digest), number});
        } catch (const DocumentError& error) {
            faults.add(error, sentence("faults.of_event", {{"number", i + 1}}));
            whole = false;
        }
    }
    return whole;
}

/// Checks the seals of events that were read, at least one, and appends them.
void append_events(const ReadEvents& events, std::string_view text, const ProgrammeParts& parts,
                   SealReading& reading, History& history) {
    // The members were sealed in their order.
    const ordered_json document = ordered_json::parse(text);
    std::string founding =
        sealed_founding(document, parts, event_text(events.front().event, 1, parts.rules), reading);
    reading.go_on(reading.chain.next(founding));
    if (founding != founding_text(parts)) history.keep_line(0, std::move(founding));
    for (std::size_t i = 0; i < events.size(); ++i) {
        interruption_point();
        const auto& [event, digest, number] = events[i];
        const Seal seal{.name = {.number = i + 1, .kind = "verify.listed"},
                        .place = "/history/" + std::to_string(i) + "/digest",
                        .event = number,
                        .json = without_digest(document["history"][i]),
                        .digest = digest};
        append_sealed(reading, seal, event_text(event, number, parts.rules), event, history);
    }
}

ProgrammeText read_document(std::string_view text, SealReading& reading) {
    const json document = parse_json(text);
    if (text.find("\r\n") != std::string_view::npos) reading.say(Oddity::carriage_returns, 1);
    StrictObject object(document, "");
    DocumentFaults faults;
    int rules = 1;
    faults.attempt([&] { rules = read_rules(object); });
    reading.chain.rules = rules;
    const json* events = object.find("history");
    faults.attempt([&] {
        if (events != nullptr && !events->is_array()) {
            refuse("/history", sentence("json.no_list_of_events"));
        }
    });
    ProgrammeText out;
    ReadEvents read;
    faults.attempt([&] { out.founding = read_parts(object, faults); });
    const bool is_read = faults.empty();
    const bool whole =
        events == nullptr || !events->is_array() || read_events(*events, reading, read, faults);
    out.founding.rules = rules;
    if (is_read && !whole) faults.attempt([&] { check(out.founding); });
    faults.raise(whole ? Text{} : note_on_faults(faults));
    if (read.empty()) {
        reading.go_on(reading.chain.next(founding_text(out.founding)));
    } else {
        append_events(read, text, out.founding, reading, out.history);
    }
    return out;
}

/// Whether a text of JSON names a format somewhere: its members may stand in any order.
bool names_format(std::string_view text, const std::string& format) {
    const std::size_t name = text.find("\"" + format + "\"");
    if (name == std::string_view::npos) return false;
    const std::size_t colon = text.find_last_not_of(" \t\r\n", name - 1);
    if (name == 0 || colon == std::string_view::npos || text[colon] != ':') return false;
    const std::string_view before = text.substr(0, text.find_last_not_of(" \t\r\n", colon - 1) + 1);
    return before.ends_with("\"format\"");
}

/// Whether a text is a history as JSON Lines, and no document.
bool is_history(std::string_view text) { return names_format(text, history_format_name); }

}  // namespace

bool is_programme(std::string_view text) {
    return is_history(text) || names_format(text, format_name);
}

ProgrammeText read_text(std::string_view text, SealReading& reading) {
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
        refuse("", sentence("json.utf16"));
    }
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (text.starts_with(byte_order_mark)) {
        reading.say(Oddity::byte_order_mark, 1);
        text.remove_prefix(byte_order_mark.size());
    }
    return is_history(text) ? read_lines(text, reading) : read_document(text, reading);
}

Programme programme_of(ProgrammeText text) {
    const std::size_t events = text.history.size();
    try {
        return Programme(std::move(text.founding), std::move(text.history));
    } catch (const DocumentError&) {
        throw;
    } catch (const ProbityError& error) {
        refuse("/history",
               events > 1 ? sentence("json.not_tried", {{"message", error.text()}}) : error.text());
    }
}

std::string line_text(const ProgrammeParts& founding, const History& history, std::size_t line) {
    if (const auto kept = history.kept_line(line)) return *kept;
    return line == 0 ? founding_text(founding)
                     : event_text(history[line - 1], line, founding.rules);
}

std::string write_lines(const ProgrammeParts& founding, const History& history) {
    Chain chain;
    std::string out;
    for (std::size_t line = 0; line <= history.size(); ++line) {
        interruption_point();
        out += chain.seal(line_text(founding, history, line));
        out += '\n';
    }
    return out;
}

std::string write_document(const ProgrammeParts& founding, const History& history) {
    // Without events nothing seals the founding.
    const std::string first =
        history.empty() ? founding_text(founding) : line_text(founding, history, 0);
    const ordered_json sealed = ordered_json::parse(first);
    ordered_json document;
    for (const auto& [key, value] : sealed["founding"].items()) {
        document[key] = value;
        if (key == "format") write_rules(document, founding.rules);
    }
    if (!history.empty()) {
        Chain chain;
        chain.advance(chain.next(first));
        ordered_json& events = document["history"] = ordered_json::array();
        for (std::size_t line = 1; line <= history.size(); ++line) {
            interruption_point();
            events.push_back(ordered_json::parse(chain.seal(line_text(founding, history, line))));
        }
    }
    return json_text(document);
}

}  // namespace probity::detail
