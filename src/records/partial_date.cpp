#include "probity/records/partial_date.hpp"

#include <ostream>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

[[noreturn]] void refuse(std::string_view text) {
    throw DateError(detail::sentence("date.partial", {{"text", detail::printable(text)}}));
}

}  // namespace

PartialDate::PartialDate(int year, std::optional<int> month, std::optional<int> day)
    : year_(year), month_(month), day_(day) {
    if (day && !month) {
        throw DateError(
            detail::sentence("date.day_without_month", {{"year", year}, {"day", *day}}));
    }
    // Refuses what does not exist.
    static_cast<void>(make_date(year, month.value_or(1), day.value_or(1)));
}

PartialDate PartialDate::parse(std::string_view text) {
    const bool year_only = text.size() == 4;
    const bool month_too = text.size() == 7 && text[4] == '-';
    if (!year_only && !month_too) {
        if (text.size() != 10) refuse(text);
        const auto date = detail::year_month_day(day_number(parse_date(text)));
        return PartialDate(date.year, date.month, date.day);
    }
    const auto year = detail::digits(text.substr(0, 4));
    const auto month = month_too ? detail::digits(text.substr(5)) : std::nullopt;
    if (!year || (month_too && !month)) refuse(text);
    return PartialDate(*year, month);
}

Interval PartialDate::days() const {
    const int month = month_.value_or(1);
    const int last_month = month_.value_or(12);
    const int last_day = day_.value_or(detail::days_in_month(year_, last_month));
    return Interval::closed(make_date(year_, month, day_.value_or(1)),
                            make_date(year_, last_month, last_day));
}

std::string to_string(const PartialDate& date) {
    const std::size_t length = date.day() ? 10 : date.month() ? 7 : 4;
    return to_string(date.days().begin()).substr(0, length);
}

std::ostream& operator<<(std::ostream& out, const PartialDate& date) {
    return out << to_string(date);
}

}  // namespace probity
