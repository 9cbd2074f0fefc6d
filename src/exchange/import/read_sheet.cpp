// Tables from text: CSV and JSON Lines.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "date/interruption.hpp"
#include "exchange/import/cells.hpp"
#include "exchange/import/headings.hpp"
#include "exchange/json/text.hpp"
#include "probity/exchange/import.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

using detail::CellPlace;
using detail::Faults;

// No table of an office has more; what stands further right is a fault.
constexpr std::size_t most_columns = 100;

std::string_view without_mark(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    return text;
}

bool is_short_enough(SheetKind kind, std::string_view text, Faults& faults) {
    if (text.size() <= longest_sheet) return true;
    faults.add({.sheet = kind}, "", detail::sentence("import.table_size", {{"size", text.size()}}),
               detail::sentence("import.at_most_bytes", {{"most", longest_sheet}}));
    return false;
}

/// Reads the records of a CSV text one after the other (RFC 4180, section 2).
class CsvReader {
  public:
    CsvReader(SheetKind kind, std::string_view text, char separator, Faults& faults)
        : kind_(kind),
          text_(text),
          separator_(separator),
          ends_{separator, '\r', '\n'},
          faults_(faults) {}

    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

    SheetRow record() {
        SheetRow row{.number = ++number_, .cells = {}};
        std::size_t column = 0, beyond = 0;
        do {
            std::string read = cell();
            if (++column <= most_columns) {
                row.cells.push_back(std::move(read));
            } else if (beyond == 0 && !detail::says_nothing(read)) {
                beyond = column;
            }
        } while (skip(separator_));
        if (beyond > 0) add_too_far(beyond);
        static_cast<void>(skip('\r'));
        static_cast<void>(skip('\n'));
        if (row.cells == std::vector<std::string>{""}) row.cells.clear();
        return row;
    }

  private:
    bool skip(char c) {
        if (at_end() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    std::string cell() {
        if (!skip('"')) {
            const std::size_t end = std::min(text_.find_first_of(ends_, at_), text_.size());
            std::string out(text_.substr(at_, end - at_));
            at_ = end;
            return out;
        }
        std::string out;
        while (true) {
            const std::size_t quote = text_.find('"', at_);
            if (quote == std::string_view::npos) {
                fault(out + std::string(text_.substr(at_, 60)),
                      detail::sentence("import.quote_not_closed"));
                at_ = text_.size();
                return out;
            }
            out += text_.substr(at_, quote - at_);
            at_ = quote + 1;
            if (!skip('"')) break;
            out += '"';
        }
        const std::size_t end = std::min(text_.find_first_of(ends_, at_), text_.size());
        if (end > at_) {
            out += text_.substr(at_, end - at_);
            at_ = end;
            fault(out, detail::sentence("import.behind_quote"));
        }
        return out;
    }

    void add_too_far(std::size_t column) {
        faults_.add({.sheet = kind_, .row = number_}, "",
                    detail::sentence("import.too_far", {{"column", column}}),
                    detail::sentence("import.at_most_columns", {{"most", most_columns}}));
    }

    void fault(const std::string& value, Text problem) {
        faults_.add(
            {.sheet = kind_, .row = number_}, value, std::move(problem),
            detail::sentence("import.doubled_quotes", {{"cell", Text{"\"그는 \"\"예\"\"라고 했다\"",
                                                                     "\"he said \"\"yes\"\"\""}}}));
    }

    SheetKind kind_;
    std::string_view text_;
    char separator_;
    /// The characters that end a cell.
    std::string ends_;
    Faults& faults_;
    std::size_t at_ = 0;
    int number_ = 0;
};

/// The separator that the first line names, "sep=;", which spreadsheets do not show as a row; the text
/// then begins behind it. None if the line names none.
std::optional<char> named_separator(std::string_view& text) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    const bool quoted = line.size() > 1 && line.front() == '"' && line.back() == '"';
    if (quoted) line = line.substr(1, line.size() - 2);
    constexpr std::string_view name = "sep=";
    const bool named = line.size() == name.size() + 1 &&
                       std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
                           return a == (b >= 'A' && b <= 'Z' ? b + 32 : b);
                       });
    if (!named || line.back() == '"') return std::nullopt;
    text.remove_prefix(end);
    if (text.starts_with('\r')) text.remove_prefix(1);
    if (text.starts_with('\n')) text.remove_prefix(1);
    return line.back();
}

/// The first rows of a text that say something, and the place of each among all rows.
struct Top {
    std::vector<std::vector<std::string>> rows = {};
    std::vector<std::size_t> places = {};
};

Top top_of(SheetKind kind, std::string_view text, char separator) {
    // Titles are short; what looks for headings in a long text looks at its beginning.
    constexpr std::size_t most_rows_read = 1000;
    Faults passed_over;
    CsvReader reader(kind, text, separator, passed_over);
    Top top;
    for (std::size_t i = 0; i < most_rows_read && !reader.at_end(); ++i) {
        SheetRow row = reader.record();
        const bool says_nothing =
            std::all_of(row.cells.begin(), row.cells.end(),
                        [](const std::string& cell) { return detail::clean(cell).empty(); });
        if (says_nothing) continue;
        top.rows.push_back(std::move(row.cells));
        top.places.push_back(i);
        if (top.rows.size() == detail::most_rows_above) break;
    }
    return top;
}

/// How a text is to be read: by which separator, and in which of its rows the headings end.
struct Layout {
    char separator = ',';
    std::size_t heading_place = 0;
    /// The headings, if they stand in several rows.
    std::vector<std::string> headings = {};
};

/// The separator by which most headings are known; without any, the comma and the first row.
Layout layout_of(SheetKind kind, std::string_view text, std::optional<char> named) {
    std::optional<Layout> best;
    std::size_t known = 0;
    const std::string candidates = named ? std::string(1, *named) : std::string(",;\t|");
    for (const char separator : candidates) {
        const Top top = top_of(kind, text, separator);
        const auto found = detail::heading_rows(kind, top.rows);
        if (!best) {
            best = Layout{separator, top.places.empty() ? 0 : top.places.front()};
            // Headings of which few are known are those that stand in a row of several cells.
            for (std::size_t i = 0; i < top.rows.size(); ++i) {
                if (!detail::names_any(kind, top.rows[i])) continue;
                best->heading_place = top.places[i];
                break;
            }
        }
        if (found && found->known > known) {
            known = found->known;
            best = Layout{separator, top.places[found->place + found->height - 1]};
            if (found->height > 1) best->headings = found->headings;
        }
    }
    return *best;
}

/// A value of a row of JSON as a cell; a list by its separators. None if it can't be one.
std::optional<std::string> cell_text(const nlohmann::json& value) {
    if (value.is_null()) return "";
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_integer()) return value.dump();
    if (!value.is_array()) return std::nullopt;
    std::string out;
    for (const auto& entry : value) {
        if (!entry.is_string()) return std::nullopt;
        out += entry.get<std::string>() + ";";
    }
    return out;
}

/// Reads rows of JSON into a table whose headings are the keys, in the order in which they appear.
class JsonLinesReader {
  public:
    JsonLinesReader(SheetKind kind, Faults& faults) : faults_(faults) { sheet_.kind = kind; }

    void read(int number, std::string_view line) {
        const CellPlace place{.sheet = sheet_.kind, .row = number};
        nlohmann::json object;
        try {
            object = detail::parse_json(line);
        } catch (const DocumentError& error) {
            faults_.add(place, "", detail::sentence("import.no_json", {{"message", error.text()}}));
            return;
        }
        if (!object.is_object()) {
            faults_.add(place, object.dump().substr(0, 60), detail::sentence("import.no_object"),
                        Text::in_any_language("{\"id\": \"T-01\"}"));
            return;
        }
        SheetRow row{.number = number, .cells = {}};
        for (const auto& [key, value] : object.items()) add(row, place, key, value);
        sheet_.rows.push_back(std::move(row));
    }

    Sheet take() {
        for (SheetRow& row : sheet_.rows) row.cells.resize(sheet_.headings.size());
        return std::move(sheet_);
    }

  private:
    void add(SheetRow& row, CellPlace place, const std::string& key, const nlohmann::json& value) {
        place.heading = key;
        const auto found = std::find(sheet_.headings.begin(), sheet_.headings.end(), key);
        place.column = static_cast<std::size_t>(found - sheet_.headings.begin());
        if (place.column >= most_columns) {
            faults_.add(place, key, detail::sentence("import.one_key_more"),
                        detail::sentence("import.at_most_keys", {{"most", most_columns}}));
            return;
        }
        if (found == sheet_.headings.end()) sheet_.headings.push_back(key);
        const std::optional<std::string> text = cell_text(value);
        if (!text) {
            faults_.add(place, value.dump().substr(0, 60), detail::sentence("import.no_cell"),
                        detail::sentence("import.a_cell"));
        }
        if (row.cells.size() <= place.column) row.cells.resize(place.column + 1);
        row.cells[place.column] = text.value_or("");
    }

    Sheet sheet_;
    Faults& faults_;
};

}  // namespace

Sheet read_csv(SheetKind kind, std::string_view text) {
    Faults faults;
    Sheet sheet{.kind = kind};
    if (is_short_enough(kind, text, faults)) {
        text = without_mark(text);
        const std::optional<char> named = named_separator(text);
        const Layout layout = layout_of(kind, text, named);
        CsvReader reader(kind, text, layout.separator, faults);
        for (std::size_t i = 0; i < layout.heading_place; ++i) static_cast<void>(reader.record());
        if (!reader.at_end()) {
            SheetRow last = reader.record();
            sheet.headings = layout.headings.empty() ? std::move(last.cells) : layout.headings;
            sheet.heading_row = last.number;
        }
        while (!reader.at_end()) {
            if (sheet.rows.size() == most_rows) {
                faults.add_too_many_rows(kind, sheet.heading_row + static_cast<int>(most_rows) + 1);
                break;
            }
            detail::interruption_point();
            sheet.rows.push_back(reader.record());
        }
    }
    sheet.faults = faults.take();
    return sheet;
}

Sheet read_json_lines(SheetKind kind, std::string_view text) {
    Faults faults;
    JsonLinesReader reader(kind, faults);
    text = is_short_enough(kind, text, faults) ? without_mark(text) : "";
    for (int number = 1; !text.empty(); ++number) {
        detail::interruption_point();
        if (number > static_cast<int>(most_rows)) {
            faults.add_too_many_rows(kind, number);
            break;
        }
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (line.find_first_not_of(" \t\r") != std::string_view::npos) reader.read(number, line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    Sheet sheet = reader.take();
    sheet.heading_row = 0;
    sheet.faults = faults.take();
    return sheet;
}

}  // namespace probity
