#include "exchange/json/text.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "date/text.hpp"
#include "probity/exchange/json.hpp"
#include "records/refusal.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

void check_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_length(text.substr(i));
        if (length == 0) {
            refuse("",
                   sentence("json.byte", {{"byte", i}, {"found", printable(text.substr(i, 1))}}));
        }
        i += length;
    }
}

/// Follows the parser through the document: knows its place, and which keys it has seen.
class Guard {
  public:
    bool operator()(int, json::parse_event_t event, const json& parsed) {
        using Event = json::parse_event_t;
        switch (event) {
            case Event::object_start:
            case Event::array_start:
                enter_value();
                push(event == Event::object_start);
                break;
            case Event::object_end:
            case Event::array_end:
                levels_.pop_back();
                break;
            case Event::key:
                enter_key(parsed.get_ref<const std::string&>());
                break;
            case Event::value:
                enter_value();
                break;
        }
        return true;
    }

  private:
    struct Level {
        bool object = false;
        std::string key = {};
        std::set<std::string> keys = {};
        std::size_t entered = 0;
    };

    void push(bool object) {
        if (levels_.size() >= static_cast<std::size_t>(deepest_document)) {
            refuse(place(), sentence("json.too_deep", {{"most", deepest_document}}));
        }
        levels_.push_back({.object = object});
    }

    void enter_value() {
        if (!levels_.empty()) ++levels_.back().entered;
    }

    void enter_key(const std::string& key) {
        levels_.back().key = key;
        if (!levels_.back().keys.insert(key).second) {
            refuse(place(), sentence("json.key_twice", {{"key", printable(key)}}));
        }
    }

    [[nodiscard]] std::string place() const {
        std::string out;
        for (const Level& level : levels_) {
            const std::size_t index = level.entered > 0 ? level.entered - 1 : 0;
            out += "/" + (level.object ? pointer_step(level.key) : std::to_string(index));
        }
        return out;
    }

    std::vector<Level> levels_;
};

/// The line and the column of a byte, both from 1; columns count bytes.
std::pair<std::size_t, std::size_t> position_of(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    return {static_cast<std::size_t>(lines) + 1, before.size() - line_start + 1};
}

/// The parser's message without its own prefix: what it met, and what it expected.
std::string reason_of(std::string_view message) {
    const std::size_t found = message.find("syntax error");
    return printable(found == std::string_view::npos ? message : message.substr(found), 200);
}

std::string one_line(const ordered_json& value) {
    if (!value.is_structured() || value.empty()) return value.dump();
    std::string out(1, value.is_object() ? '{' : '[');
    for (auto it = value.begin(); it != value.end(); ++it) {
        if (it != value.begin()) out += ", ";
        if (value.is_object()) out += ordered_json(it.key()).dump() + ": ";
        out += one_line(*it);
    }
    return out + (value.is_object() ? '}' : ']');
}

constexpr std::size_t widest_line = 100;

/// `used` is what stands on the line before the value, and is to stand after it.
void append(std::string& out, const ordered_json& value, std::size_t indent, std::size_t used) {
    const std::string line = one_line(value);
    const bool whole_document = indent == 0;
    if (!value.is_structured() || value.empty() ||
        (used + line.size() <= widest_line && !whole_document)) {
        out += line;
        return;
    }
    const std::string margin(indent + 2, ' ');
    out += value.is_object() ? "{" : "[";
    for (auto it = value.begin(); it != value.end(); ++it) {
        out += it == value.begin() ? "\n" : ",\n";
        out += margin;
        const std::string key = value.is_object() ? ordered_json(it.key()).dump() + ": " : "";
        out += key;
        append(out, *it, indent + 2, margin.size() + key.size() + 1);
    }
    out += "\n" + std::string(indent, ' ') + (value.is_object() ? "}" : "]");
}

}  // namespace

json parse_json(std::string_view text) {
    if (text.size() > longest_document) {
        refuse("", sentence("json.too_long", {{"size", text.size()}, {"most", longest_document}}));
    }
    check_utf8(text);
    try {
        return json::parse(text, Guard());
    } catch (const json::parse_error& error) {
        const std::size_t byte = error.byte > 0 ? error.byte - 1 : 0;
        const auto [line, column] = position_of(text, byte);
        refuse("",
               sentence("json.no_json_at",
                        {{"line", line}, {"column", column}, {"reason", reason_of(error.what())}}));
    } catch (const json::exception& error) {
        refuse("", sentence("json.unreadable", {{"reason", reason_of(error.what())}}));
    }
}

std::string json_text(const ordered_json& value) {
    std::string out;
    append(out, value, 0, 0);
    return out + "\n";
}

std::string pointer_step(std::string_view key) {
    std::string out;
    for (const char c : printable(key)) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace probity::detail
