#include "probity/exchange/json.hpp"

#include <nlohmann/json.hpp>

#include "date/text.hpp"
#include "exchange/archive.hpp"
#include "exchange/embedded.hpp"
#include "exchange/event_json.hpp"
#include "exchange/file.hpp"
#include "exchange/json_text.hpp"
#include "probity/history/history.hpp"
#include "programme/check_fields.hpp"

namespace probity {
namespace detail {
namespace {

constexpr const char* format_name = "probity-programme/1";
constexpr const char* history_format_name = "probity-history/1";

void check_format(StrictObject& object, const char* format) {
    const std::string found = read_string(object.require("format"), object.at("format"));
    if (found != format) {
        refuse(object.at("format"),
               in_quotes(found) + " is not a format that is read here; " + format + " is");
    }
}

/// The records of a document; its history, where the caller takes one, is left to be read.
ProgrammeParts read_parts(StrictObject& object) {
    check_format(object, format_name);
    ProgrammeParts parts;
    Reader reader(object);
    fields(reader, parts);
    return parts;
}

/// With the version of the rules, unless the line that holds the document names it.
ordered_json document_of(const ProgrammeParts& parts, bool with_rules) {
    ordered_json document;
    document["format"] = format_name;
    if (with_rules) write_rules(document, parts.rules);
    Writer writer(document);
    fields(writer, parts);
    return document;
}

/// A programme whose history may be illegal; the refusal is that of the document.
Programme programme_of(ProgrammeParts parts, History history) {
    if (history.empty()) return Programme(std::move(parts));
    try {
        return Programme(std::move(parts), std::move(history));
    } catch (const DocumentError&) {
        throw;
    } catch (const ProbityError& error) {
        refuse("/history", error.what());
    }
}

void check_whole(const Programme& programme) {
    if (programme.stands_on()) {
        throw ProbityError("this is the programme as it stood on " +
                           to_string(*programme.stands_on()) +
                           "; what is written is the programme itself, with its whole history");
    }
}

/// The founding line, and how many bytes it has.
ProgrammeParts read_founding(std::string_view line, Chain& chain) {
    const json value = parse_line(line, 1);
    StrictObject object(value, "/1");
    check_format(object, history_format_name);
    const int rules = read_rules(object);
    StrictObject document(object.require("founding"), "/1/founding");
    ProgrammeParts parts = read_parts(document);
    document.finish();
    parts.rules = rules;
    static_cast<void>(read_string(object.require("digest"), object.at("digest")));
    object.finish();
    check_line(line, 1, founding_line(parts, chain));
    return parts;
}

Programme read_lines(std::string_view text) {
    Chain chain;
    std::optional<ProgrammeParts> parts;
    History history;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        ++number;
        if (end == std::string_view::npos) {
            refuse("/" + std::to_string(number),
                   "line " + std::to_string(number) + " has no end: the file was cut off there");
        }
        text.remove_prefix(end + 1);
        if (number == 1) {
            parts = read_founding(line, chain);
        } else {
            read_event_line(line, number, chain, history);
        }
    }
    return programme_of(std::move(*parts), std::move(history));
}

bool is_history(std::string_view text) {
    return text.starts_with("{\"format\":\"" + std::string(history_format_name) + "\"");
}

}  // namespace

std::string founding_line(const ProgrammeParts& parts, Chain& chain) {
    ordered_json line;
    line["format"] = history_format_name;
    write_rules(line, parts.rules);
    line["founding"] = document_of(parts, false);
    chain.rules = parts.rules;
    return chain.sealed(std::move(line));
}

}  // namespace detail

Programme read_programme(std::string_view text) {
    if (detail::is_history(text)) return detail::read_lines(text);
    const nlohmann::json document = detail::parse_json(text);
    detail::StrictObject object(document, "");
    ProgrammeParts parts = detail::read_parts(object);
    parts.rules = detail::read_rules(object);
    History history;
    if (const nlohmann::json* events = object.find("history")) {
        detail::Chain chain;
        static_cast<void>(detail::founding_line(parts, chain));
        detail::read_events(*events, "/history", chain, history);
    }
    object.finish();
    return detail::programme_of(std::move(parts), std::move(history));
}

std::string write_programme(const Programme& programme) {
    detail::check_whole(programme);
    nlohmann::ordered_json document = detail::document_of(programme.founding(), true);
    if (!programme.history().empty()) {
        detail::Chain chain;
        static_cast<void>(detail::founding_line(programme.founding(), chain));
        nlohmann::ordered_json& events = document["history"] = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < programme.history().size(); ++i) {
            events.push_back(detail::sealed_event(programme.history()[i], i + 1, chain));
        }
    }
    return detail::json_text(document);
}

std::string write_history(const Programme& programme) {
    detail::check_whole(programme);
    detail::Chain chain;
    std::string out = detail::founding_line(programme.founding(), chain) + "\n";
    for (std::size_t i = 0; i < programme.history().size(); ++i) {
        out += detail::sealed_event(programme.history()[i], i + 1, chain).dump() + "\n";
    }
    return out;
}

std::string history_digest(const Programme& programme) {
    detail::Chain chain;
    static_cast<void>(detail::founding_line(programme.founding(), chain));
    for (std::size_t i = 0; i < programme.history().size(); ++i) {
        static_cast<void>(detail::sealed_event(programme.history()[i], i + 1, chain));
    }
    return chain.digest();
}

Programme load(const std::filesystem::path& path) {
    return detail::read_document(path, longest_history,
                                 [](const std::string& text) { return read_programme(text); });
}

void save(const Programme& programme, const std::filesystem::path& path) {
    const bool lines = path.extension() == ".jsonl";
    detail::write_file(path, lines ? write_history(programme) : write_programme(programme));
}

std::string_view programme_schema() noexcept { return embedded::programme(); }

}  // namespace probity
