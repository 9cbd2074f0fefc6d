// libical as a filter, by the same protocol as reference_dates.
#include <libical/ical.h>

#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>

namespace {

icaltimetype read_day(const std::string& text) {
    const std::string digits = text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2);
    return icaltime_from_string(digits.c_str());
}

std::string answer(const std::string& line) {
    std::istringstream fields(line);
    std::string rule, start, from, to;
    std::getline(fields, rule, '\t');
    std::getline(fields, start, '\t');
    std::getline(fields, from, '\t');
    std::getline(fields, to, '\t');

    icalerror_clear_errno();
    icalrecurrencetype parts = icalrecurrencetype_from_string(rule.c_str());
    if (icalerrno != ICAL_NO_ERROR || parts.freq == ICAL_NO_RECURRENCE) {
        return "error: " + std::string(icalerror_strerror(icalerrno));
    }
    icalrecur_iterator* iterator = icalrecur_iterator_new(parts, read_day(start));
    if (iterator == nullptr) return "error: " + std::string(icalerror_strerror(icalerrno));

    std::string dates;
    const icaltimetype begin = read_day(from);
    const icaltimetype end = read_day(to);
    for (;;) {
        const icaltimetype time = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(time) || icaltime_compare_date_only(time, end) >= 0) break;
        if (icaltime_compare_date_only(time, begin) < 0) continue;
        char buffer[40];
        std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", time.year, time.month, time.day);
        if (!dates.empty()) dates += ' ';
        dates += buffer;
    }
    icalrecur_iterator_free(iterator);
    return dates;
}

}  // namespace

int main() {
    icalerror_set_errors_are_fatal(false);
    for (std::string line; std::getline(std::cin, line);) std::cout << answer(line) << std::endl;
}
