// Single cells: texts, lists and days.
#include <array>

#include "date/text.hpp"
#include "exchange/import_headings.hpp"

namespace probity::detail {
namespace {

using namespace std::string_view_literals;

/// The length of the blank or line end at the start of a text; 0 where there is none. Word
/// processors leave no-break blanks (U+00A0), Korean input ones of full width (U+3000).
std::size_t blank_length(std::string_view text) {
    if (text.empty()) return 0;
    if (" \t\r\n"sv.find(text.front()) != std::string_view::npos) return 1;
    for (const std::string_view blank : {"\u00a0"sv, "\u3000"sv}) {
        if (text.starts_with(blank)) return blank.size();
    }
    return 0;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

/// Year, month and day of a text that is written as a date, whether there is such a day or not.
std::optional<std::array<int, 3>> numbers_of(const std::string& written) {
    // 2026년 3월 18일 is 2026. 3. 18. in words.
    std::string text;
    for (const char c : replaced(replaced(replaced(written, "년", "."), "월", "."), "일", ".")) {
        if (c != ' ') text += c;
    }
    const std::size_t first = text.find_first_of("-./");
    if (first != 4) return std::nullopt;
    const char separator = text[first];
    if (separator == '.' && text.back() == '.') text.pop_back();
    const std::size_t second = text.find(separator, first + 1);
    if (second == std::string::npos) return std::nullopt;
    const auto number = [&](std::size_t begin, std::size_t end) {
        const std::string_view part = std::string_view(text).substr(begin, end - begin);
        return part.size() <= 4 ? digits(part) : std::nullopt;
    };
    const auto year = number(0, first), month = number(first + 1, second);
    const auto day = number(second + 1, text.size());
    if (!year || !month || !day || second - first > 3 || text.size() - second > 3) {
        return std::nullopt;
    }
    return std::array{*year, *month, *day};
}

}  // namespace

std::string clean(std::string_view text) {
    std::string out;
    bool pending = false;
    while (!text.empty()) {
        const std::size_t blank = blank_length(text);
        if (blank > 0) {
            pending = !out.empty();
            text.remove_prefix(blank);
            continue;
        }
        if (pending) out += ' ';
        pending = false;
        out += text.front();
        text.remove_prefix(1);
    }
    return out;
}

std::vector<std::string> entries(std::string_view cell) {
    std::vector<std::string> out;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find_first_of(";,\r\n"), cell.size());
        std::string entry = clean(cell.substr(0, end));
        if (!entry.empty()) out.push_back(std::move(entry));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return out;
}

std::optional<Date> day_of(const std::string& text, const CellPlace& place, Faults& faults) {
    const auto numbers = numbers_of(text);
    if (!numbers) {
        faults.add(
            place, text, {"날짜가 아닙니다", "is no date"},
            {"2026-03-18, 2026. 3. 18. 과 같은 날짜", "a date such as 2026-03-18 or 2026. 3. 18."});
        return std::nullopt;
    }
    const auto [year, month, day] = *numbers;
    try {
        return make_date(year, month, day);
    } catch (const DateError& error) {
        const std::string what = error.what();
        const std::size_t colon = what.find(": ");
        faults.add(place, text, {"없는 날짜입니다", "is no day"},
                   {"1400-01-01부터 9999-12-31까지의 실제 날짜",
                    colon == std::string::npos ? what : what.substr(colon + 2)});
        return std::nullopt;
    }
}

}  // namespace probity::detail
