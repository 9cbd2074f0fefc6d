#include "probity/date/time_of_day.hpp"

#include <ostream>

#include "date/text.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

bool exists(int hour, int minute) { return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59; }

std::string two_digits(int number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

TimeOfDay::TimeOfDay(int hour, int minute) : minutes_(0) {
    if (!exists(hour, minute)) {
        throw ProbityError(detail::sentence("time.range", {{"hour", hour}, {"minute", minute}}));
    }
    minutes_ = hour * 60 + minute;
}

TimeOfDay TimeOfDay::parse(std::string_view text) {
    const auto hour = text.size() == 5 ? detail::digits(text.substr(0, 2)) : std::nullopt;
    const auto minute = text.size() == 5 ? detail::digits(text.substr(3)) : std::nullopt;
    if (!hour || !minute || text[2] != ':' || !exists(*hour, *minute)) {
        throw ProbityError(detail::sentence("time.unread", {{"text", detail::printable(text)}}));
    }
    return {*hour, *minute};
}

std::string to_string(TimeOfDay time) {
    return two_digits(time.hour()) + ":" + two_digits(time.minute());
}

std::ostream& operator<<(std::ostream& out, TimeOfDay time) { return out << to_string(time); }

}  // namespace probity
