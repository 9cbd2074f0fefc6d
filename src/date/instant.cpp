#include "date/instant.hpp"

#include <algorithm>

#include "date/text.hpp"
#include "probity/date/date.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

[[noreturn]] void refuse(std::string_view text) {
    throw DateError(sentence("date.instant", {{"text", printable(text)}}));
}

/// A character that stands before a number, [0, 99], and the number in two digits.
void append_part(std::string& out, char before, int number) {
    out += before;
    out += static_cast<char>('0' + number / 10);
    out += static_cast<char>('0' + number % 10);
}

}  // namespace

std::chrono::sys_seconds parse_instant(std::string_view text) {
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text[19] != 'Z') {
        refuse(text);
    }
    const auto hour = digits(text.substr(11, 2));
    const auto minute = digits(text.substr(14, 2));
    const auto second = digits(text.substr(17, 2));
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) refuse(text);
    return to_sys_days(parse_date(text.substr(0, 10))) + std::chrono::hours(*hour) +
           std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

std::string instant_text(std::chrono::sys_seconds instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const auto seconds = static_cast<int>((instant - day).count());  // [0, 86399]
    std::string out;
    out.reserve(20);
    out += to_string(to_date(day));
    append_part(out, 'T', seconds / 3600);
    append_part(out, ':', seconds / 60 % 60);
    append_part(out, ':', seconds % 60);
    out += 'Z';
    return out;
}

Date day_in_seoul(std::chrono::sys_seconds instant) {
    return to_date(std::chrono::floor<std::chrono::days>(instant + std::chrono::hours(9)));
}

std::string basic_instant_text(std::chrono::sys_seconds instant) {
    std::string text = instant_text(instant);
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

}  // namespace probity::detail
