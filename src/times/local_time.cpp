#include "probity/times/local_time.hpp"

#include <ostream>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

using detail::day_seconds;
using detail::floor_div;
using detail::floor_mod;

[[noreturn]] void refuse(std::string_view text) {
    throw DateError(detail::sentence("local_time.unread", {{"text", detail::printable(text)}}));
}

void append_two_digits(std::string& out, int number) {
    out += static_cast<char>('0' + number / 10);
    out += static_cast<char>('0' + number % 10);
}

}  // namespace

LocalTime::LocalTime(const Date& date, int hour, int minute, int second) {
    const bool exists =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    if (!exists) {
        throw DateError(detail::sentence("local_time.range",
                                         {{"hour", hour}, {"minute", minute}, {"second", second}}));
    }
    seconds_ = day_number(date) * day_seconds + hour * 3600 + minute * 60 + second;
}

LocalTime LocalTime::parse(std::string_view text) {
    const bool has_seconds = text.size() == 19;
    if (!has_seconds && text.size() != 16) refuse(text);
    if ((text[10] != 'T' && text[10] != ' ') || text[13] != ':') refuse(text);
    if (has_seconds && text[16] != ':') refuse(text);
    const auto hour = detail::digits(text.substr(11, 2));
    const auto minute = detail::digits(text.substr(14, 2));
    const auto second = has_seconds ? detail::digits(text.substr(17, 2)) : std::optional(0);
    if (!hour || !minute || !second) refuse(text);
    return LocalTime(parse_date(text.substr(0, 10)), *hour, *minute, *second);
}

LocalTime LocalTime::of_seconds(std::int64_t seconds) {
    if (seconds < first_local_second || seconds > last_local_second) {
        throw DateError(detail::sentence("local_time.seconds", {{"seconds", seconds}}));
    }
    LocalTime time;
    time.seconds_ = seconds;
    return time;
}

Date LocalTime::date() const { return detail::unchecked_date(floor_div(seconds_, day_seconds)); }

int LocalTime::second_of_day() const noexcept {
    return static_cast<int>(floor_mod(seconds_, day_seconds));
}

LocalTime make_time(int year, int month, int day, int hour, int minute, int second) {
    return LocalTime(make_date(year, month, day), hour, minute, second);
}

std::string to_string(const LocalTime& time) {
    std::string out = to_string(time.date());
    out += 'T';
    append_two_digits(out, time.hour());
    out += ':';
    append_two_digits(out, time.minute());
    out += ':';
    append_two_digits(out, time.second());
    return out;
}

std::ostream& operator<<(std::ostream& out, const LocalTime& time) {
    return out << to_string(time);
}

}  // namespace probity
