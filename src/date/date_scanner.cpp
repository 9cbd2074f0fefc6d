#include "date/date_scanner.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "date/compatibility.hpp"
#include "date/names.hpp"

namespace probity::detail {
namespace {

using namespace std::string_view_literals;

constexpr std::array chinese_letters{"月"sv, "火"sv, "水"sv, "木"sv, "金"sv, "土"sv, "日"sv};
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool starts_alike(std::string_view text, std::string_view name) {
    return text.size() >= name.size() &&
           std::equal(name.begin(), name.end(), text.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace

std::string usual_signs(std::string_view text) {
    std::string out = without_width(text);
    constexpr std::array replaced{
        std::pair{"\u2010"sv, "-"sv}, std::pair{"\u2012"sv, "-"sv}, std::pair{"\u2013"sv, "-"sv},
        std::pair{"\u2014"sv, "-"sv}, std::pair{"\u2015"sv, "-"sv}, std::pair{"\u2212"sv, "-"sv},
        std::pair{"\u2044"sv, "/"sv}, std::pair{"\u2215"sv, "/"sv}, std::pair{"\u2018"sv, "'"sv},
        std::pair{"\u2019"sv, "'"sv}, std::pair{"\u201b"sv, "'"sv}, std::pair{"`"sv, "'"sv},
        std::pair{"\u2032"sv, "'"sv}, std::pair{"\u3002"sv, "."sv}, std::pair{"\u223c"sv, "~"sv},
        std::pair{"\u301c"sv, "~"sv}};
    for (const auto& [from, to] : replaced) {
        for (std::size_t at = 0; (at = out.find(from, at)) != std::string::npos; at += to.size()) {
            out.replace(at, from.size(), to);
        }
    }
    return out;
}

bool DateScanner::blanks() {
    const std::size_t end = std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size());
    rest_.remove_prefix(end);
    return end > 0;
}

bool DateScanner::skip(std::string_view wanted) {
    if (!starts_alike(rest_, wanted)) return false;
    rest_.remove_prefix(wanted.size());
    return true;
}

bool DateScanner::skip_one_of(std::initializer_list<std::string_view> wanted) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [this](std::string_view each) { return skip(each); });
}

std::string_view DateScanner::number() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_decimal);
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    const std::string_view out = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return out;
}

std::optional<Weekday> DateScanner::weekday() {
    for (std::size_t i = 0; i < korean_weekdays.size(); ++i) {
        const std::string_view name = english_weekdays[i];
        const bool english = skip(name) || skip(name.substr(0, 3));
        if (!english && !skip(korean_weekdays[i]) && !skip(chinese_letters[i])) continue;
        if (english) {
            skip(".");
        } else {
            skip_one_of({"요일", "曜日"});
        }
        return Weekday::from_index(static_cast<int>(i));
    }
    return std::nullopt;
}

}  // namespace probity::detail
