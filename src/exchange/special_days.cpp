#include "exchange/special_days.hpp"

#include <algorithm>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <cctype>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include "date/text.hpp"
#include "probity/exchange/json.hpp"
#include "records/refusal.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

using nlohmann::json;
using Tree = boost::property_tree::ptree;

// Elements within elements. Answers have five levels.
constexpr int deepest = 32;

/// Refuses XML that is too deep for a parser that calls itself for each level. Counts too many levels
/// rather than too few.
void check_depth(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] == '/' && text[i + 1] == '>') --depth;
        if (text[i] != '<') continue;
        const char next = text[i + 1];
        if (next == '/') --depth;
        if (next != '/' && next != '!' && next != '?') ++depth;
        if (depth > deepest) {
            refuse("", sentence("portal.too_deep", {{"most", deepest}, {"byte", i}}));
        }
    }
}

/// An element as JSON: a text, or an object of its elements. Several of a name become a list.
json as_json(const Tree& tree) {
    if (tree.empty()) return tree.data();
    json object = json::object();
    for (const auto& [name, child] : tree) {
        if (name == "<xmlattr>" || name == "<xmlcomment>") continue;
        json value = as_json(child);
        const auto found = object.find(name);
        if (found == object.end()) {
            object[name] = std::move(value);
        } else if (found->is_array()) {
            found->push_back(std::move(value));
        } else {
            json list = json::array({std::move(*found), std::move(value)});
            *found = std::move(list);
        }
    }
    return object;
}

json parse_xml(std::string_view text) {
    if (text.size() > longest_document) {
        refuse("", sentence("json.too_long", {{"size", text.size()}, {"most", longest_document}}));
    }
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_length(text.substr(i));
        if (length == 0) refuse("", sentence("portal.byte", {{"byte", i}}));
        i += length;
    }
    check_depth(text);
    std::istringstream in{std::string(text)};
    Tree tree;
    try {
        boost::property_tree::read_xml(in, tree,
                                       boost::property_tree::xml_parser::trim_whitespace |
                                           boost::property_tree::xml_parser::no_comments);
    } catch (const boost::property_tree::xml_parser_error& error) {
        refuse("",
               sentence("portal.no_xml", {{"reason", error.message()}, {"line", error.line()}}));
    }
    return as_json(tree);
}

/// A text or a number as text.
std::string text_of(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    return value.is_number() ? value.dump() : std::string();
}

const json* find(const json& value, const char* key) {
    if (!value.is_object()) return nullptr;
    const auto found = value.find(key);
    return found == value.end() ? nullptr : &*found;
}

std::string text_at(const json& value, const char* key) {
    const json* found = find(value, key);
    return found == nullptr ? std::string() : text_of(*found);
}

/// The message of an answer by which the portal refuses a key or a question.
void check_result(const json& document) {
    if (const json* service = find(document, "OpenAPI_ServiceResponse")) {
        const json* header = find(*service, "cmmMsgHeader");
        const std::string message =
            header == nullptr ? std::string() : text_at(*header, "returnAuthMsg");
        refuse(
            "/OpenAPI_ServiceResponse",
            sentence("portal.refused", {{"reason", printable(message.empty() ? "?" : message)}}));
    }
    const json* response = find(document, "response");
    const json* header = response == nullptr ? nullptr : find(*response, "header");
    const std::string code = header == nullptr ? std::string() : text_at(*header, "resultCode");
    if (code == "00") return;
    if (header == nullptr) refuse("/response/header", sentence("portal.not_whole"));
    refuse("/response/header/resultCode",
           sentence("portal.code", {{"code", printable(code)},
                                    {"message", printable(text_at(*header, "resultMsg"))}}));
}

Date read_day(const json& item, const std::string& place) {
    const std::string text = text_at(item, "locdate");
    const bool eight = text.size() == 8;
    const auto year = eight ? digits(text.substr(0, 4)) : std::nullopt;
    const auto month = eight ? digits(text.substr(4, 2)) : std::nullopt;
    const auto day = eight ? digits(text.substr(6)) : std::nullopt;
    if (!year || !month || !day) {
        refuse(place + "/locdate", sentence("portal.no_day", {{"text", printable(text)}}));
    }
    try {
        return make_date(*year, *month, *day);
    } catch (const DateError& error) {
        refuse(place + "/locdate", error.text());
    }
}

/// The portal names no kind: it follows from the name.
HolidayKind kind_of(const std::string& name) {
    const auto has = [&](const char* word) { return name.find(word) != std::string::npos; };
    if (has("대체")) return HolidayKind::substitute;
    if (has("임시")) return HolidayKind::temporary;
    if (has("선거")) return HolidayKind::election;
    return HolidayKind::public_holiday;
}

/// A public holiday; null for a day that is none.
std::optional<Holiday> read_item(const json& item, const std::string& place) {
    const std::string off = text_at(item, "isHoliday");
    if (off != "Y" && off != "N") {
        refuse(place + "/isHoliday", sentence("portal.neither", {{"text", printable(off)}}));
    }
    Holiday holiday{.date = read_day(item, place), .name = {text_at(item, "dateName")}};
    const std::string& name = holiday.name.korean;
    if (name.empty() || name.size() > 500 || printable(name, 500) != name) {
        refuse(place + "/dateName", sentence("portal.no_name", {{"text", printable(name)}}));
    }
    if (off == "N") return std::nullopt;
    holiday.kind = kind_of(name);
    holiday.basis = sentence("portal.basis");
    return holiday;
}

/// Whether a text has the form of numbers with so many digits, "2025-05-05".
bool has_form(std::string_view text, std::string_view form) {
    return text.size() == form.size() &&
           std::equal(text.begin(), text.end(), form.begin(),
                      [](char c, char f) { return f == '0' ? c >= '0' && c <= '9' : c == f; });
}

constexpr std::string_view day_form = "0000-00-00";
constexpr std::string_view year_form = "0000";

/// A JSON pointer's part for a key of a document.
std::string pointer_to(const std::string& key) {
    std::string out = "/";
    for (const char c : key) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

void read_almanac_day(const std::string& key, const json& names, const std::string& place,
                      std::vector<Holiday>& holidays) {
    if (!has_form(key, day_form))
        refuse(place, sentence("almanac.no_day", {{"text", printable(key)}}));
    Date date;
    try {
        date = parse_date(key);
    } catch (const DateError& error) {
        refuse(place, error.text());
    }
    const json list = names.is_array() ? names : json::array({names});
    if (list.empty()) refuse(place, sentence("portal.no_name", {{"text", ""}}));
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string name = list[i].is_string() ? list[i].get<std::string>() : std::string();
        if (name.empty() || name.size() > 500 || printable(name, 500) != name) {
            refuse(place + (names.is_array() ? "/" + std::to_string(i) : ""),
                   sentence("portal.no_name", {{"text", printable(name)}}));
        }
        Holiday holiday{.date = date, .name = {name}};
        holiday.kind = kind_of(name);
        holiday.basis = {"월력요항", "the official almanac"};
        holidays.push_back(std::move(holiday));
    }
}

}  // namespace

bool is_almanac(const json& document) {
    if (!document.is_object() || document.empty()) return false;
    const std::string first = document.begin().key();
    return has_form(first, day_form) ||
           (has_form(first, year_form) && document.begin()->is_object());
}

std::vector<Holiday> read_almanac(const json& document) {
    std::vector<Holiday> holidays;
    DocumentFaults faults;
    for (const auto& [key, value] : document.items()) {
        const std::string place = pointer_to(key);
        if (has_form(key, year_form) && value.is_object()) {
            for (const auto& [day, names] : value.items()) {
                faults.attempt([&, &names = names, &day = day] {
                    read_almanac_day(day, names, place + pointer_to(day), holidays);
                });
            }
            continue;
        }
        faults.attempt(
            [&, &key = key, &value = value] { read_almanac_day(key, value, place, holidays); });
    }
    faults.raise();
    return holidays;
}

bool is_xml(std::string_view text) noexcept {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) {
        text.remove_prefix(1);
    }
    return text.starts_with('<');
}

bool is_special_days(const json& document) {
    return find(document, "response") != nullptr ||
           find(document, "OpenAPI_ServiceResponse") != nullptr;
}

std::vector<Holiday> read_special_days(const json& document) {
    check_result(document);
    const json* body = find(document["response"], "body");
    if (body == nullptr) refuse("/response/body", sentence("portal.not_whole"));
    const json* items = find(*body, "items");
    const json* item = items == nullptr ? nullptr : find(*items, "item");
    const json none = json::array();
    const json list = item == nullptr ? none : item->is_array() ? *item : json::array({*item});
    const std::optional<int> total = digits(text_at(*body, "totalCount"));
    if (!total) refuse("/response/body/totalCount", sentence("portal.no_number"));
    if (static_cast<std::size_t>(*total) != list.size()) {
        refuse("/response/body/items",
               sentence("portal.in_part", {{"here", list.size()}, {"total", *total}}));
    }
    std::vector<Holiday> holidays;
    DocumentFaults faults;
    for (std::size_t i = 0; i < list.size(); ++i) {
        faults.attempt([&] {
            auto holiday = read_item(list[i], "/response/body/items/item/" + std::to_string(i));
            if (holiday) holidays.push_back(*std::move(holiday));
        });
    }
    faults.raise();
    return holidays;
}

std::vector<Holiday> read_special_days_xml(std::string_view text) {
    const json document = parse_xml(text);
    if (!is_special_days(document)) {
        refuse("", sentence("portal.no_answer"));
    }
    return read_special_days(document);
}

}  // namespace probity::detail
