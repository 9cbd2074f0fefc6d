#include "probity/date/weekday.hpp"

#include <array>
#include <ostream>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

constexpr std::array<std::string_view, 7> letters{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

}  // namespace

void Weekday::throw_bad_index(int index) {
    throw ProbityError(detail::sentence("weekday.index", {{"number", index}}));
}

void NthWeekday::throw_bad_ordinal(int n) {
    throw ProbityError(detail::sentence("weekday.ordinal", {{"number", n}}));
}

Weekday Weekday::parse(std::string_view text) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (text == letters[i]) return Weekday(static_cast<int>(i));
    }
    throw ProbityError(detail::sentence("weekday.unread", {{"text", detail::printable(text)}}));
}

Weekday weekday_of(const Date& date) {
    return Weekday::from_index(detail::weekday_index(day_number(date)));
}

std::optional<Date> nth_weekday(int year, int month, NthWeekday which) {
    const DayNumber first = day_number(make_date(year, month, 1));
    const int n = which.n();
    const int length = detail::days_in_month(year, month);
    const int wanted = which.weekday().index();
    int day;  // from 0
    if (n > 0) {
        day = (wanted - detail::weekday_index(first) + 7) % 7 + 7 * (n - 1);
    } else {
        const int last = length - 1;
        day = last - (detail::weekday_index(first + last) - wanted + 7) % 7 + 7 * (n + 1);
    }
    if (day < 0 || day >= length) return std::nullopt;
    return detail::unchecked_date(first + day);
}

std::string to_string(Weekday weekday) {
    return std::string(letters[static_cast<std::size_t>(weekday.index())]);
}

std::string to_string(NthWeekday which) {
    return std::to_string(which.n()) + to_string(which.weekday());
}

std::ostream& operator<<(std::ostream& out, Weekday weekday) { return out << to_string(weekday); }
std::ostream& operator<<(std::ostream& out, NthWeekday which) { return out << to_string(which); }

}  // namespace probity
