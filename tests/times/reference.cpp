#include "tests/times/reference.hpp"

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>

namespace probity::testing {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year_month_day;

constexpr std::int64_t day_length = 86400;

enum class Freq { secondly, minutely, hourly, daily, weekly, monthly, yearly };

struct NamedDay {
    int n;        // 0: without an ordinal
    int weekday;  // 0 Monday
};

struct Parts {
    Freq freq = Freq::yearly;
    std::int64_t interval = 1;
    std::optional<std::int64_t> count;
    std::string until;
    std::set<int> month, week_no, year_day, month_day, hour, minute, second, set_pos;
    std::vector<NamedDay> day;
    int week_start = 0;
};

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> pieces(1);
    for (const char c : text) {
        if (c == separator) {
            pieces.emplace_back();
        } else {
            pieces.back() += c;
        }
    }
    return pieces;
}

std::int64_t number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        throw std::invalid_argument("no number: " + std::string(text));
    }
    return value;
}

std::set<int> numbers(std::string_view list) {
    std::set<int> set;
    for (const std::string& item : split(list, ',')) set.insert(static_cast<int>(number(item)));
    return set;
}

int weekday_number(std::string_view name) {
    static const std::map<std::string_view, int> names{{"MO", 0}, {"TU", 1}, {"WE", 2}, {"TH", 3},
                                                       {"FR", 4}, {"SA", 5}, {"SU", 6}};
    return names.at(name);
}

Parts read(std::string_view rule) {
    static const std::map<std::string, Freq> frequencies{
        {"SECONDLY", Freq::secondly}, {"MINUTELY", Freq::minutely}, {"HOURLY", Freq::hourly},
        {"DAILY", Freq::daily},       {"WEEKLY", Freq::weekly},     {"MONTHLY", Freq::monthly},
        {"YEARLY", Freq::yearly}};
    Parts parts;
    for (const std::string& part : split(rule, ';')) {
        const std::size_t equals = part.find('=');
        const std::string name = part.substr(0, equals);
        const std::string value = part.substr(equals + 1);
        if (name == "FREQ") {
            parts.freq = frequencies.at(value);
        } else if (name == "INTERVAL") {
            parts.interval = number(value);
        } else if (name == "COUNT") {
            parts.count = number(value);
        } else if (name == "UNTIL") {
            parts.until = value;
        } else if (name == "WKST") {
            parts.week_start = weekday_number(value);
        } else if (name == "BYDAY") {
            for (const std::string& item : split(value, ',')) {
                const std::string ordinal = item.substr(0, item.size() - 2);
                parts.day.push_back(
                    {ordinal.empty() ? 0 : static_cast<int>(number(ordinal)),
                     weekday_number(std::string_view(item).substr(ordinal.size()))});
            }
        } else {
            std::map<std::string, std::set<int>*> lists{
                {"BYMONTH", &parts.month},      {"BYWEEKNO", &parts.week_no},
                {"BYYEARDAY", &parts.year_day}, {"BYMONTHDAY", &parts.month_day},
                {"BYHOUR", &parts.hour},        {"BYMINUTE", &parts.minute},
                {"BYSECOND", &parts.second},    {"BYSETPOS", &parts.set_pos}};
            const auto list = lists.find(name);
            if (list == lists.end()) throw std::invalid_argument("no part: " + name);
            *list->second = numbers(value);
        }
    }
    // Reading: the 60th second of a minute is its last that clocks show.
    if (parts.second.erase(60) != 0) parts.second.insert(59);
    return parts;
}

// --- Days -----------------------------------------------------------------------------------------

int weekday_of(sys_days day) { return static_cast<int>(weekday(day).iso_encoding()) - 1; }

sys_days first_of_year(int year) {
    return sys_days(std::chrono::year(year) / std::chrono::January / 1);
}

sys_days first_of_month(int year, int month) {
    return sys_days(std::chrono::year(year) / month / 1);
}

sys_days week_begin(sys_days day, int week_start) {
    return day - days((weekday_of(day) - week_start + 7) % 7);
}

// Week 1 of a year is the first with at least four days in it.
sys_days first_week(int year, int week_start) {
    return week_begin(first_of_year(year) + days(3), week_start);
}

// The days of the period of which `day` is one: [first, last).
struct Days {
    sys_days first;
    sys_days last;
};

bool is_nth(sys_days day, int n, Days period) {
    const auto before = (day - period.first).count() / 7;
    const auto after = (period.last - day).count() - 1;
    return n > 0 ? before + 1 == n : after / 7 + 1 == -n;
}

bool is_listed(const std::set<int>& list, int from_first, int length) {
    return list.contains(from_first) || list.contains(from_first - length - 1);
}

// Whether a day satisfies the parts of days, those that the start fills in among them.
bool takes_day(const Parts& p, sys_days day, sys_days start) {
    const year_month_day date(day);
    const year_month_day started(start);
    const int year = static_cast<int>(date.year());
    const auto month = static_cast<unsigned>(date.month());
    const Days whole_month{
        first_of_month(year, static_cast<int>(month)),
        month == 12 ? first_of_year(year + 1) : first_of_month(year, static_cast<int>(month) + 1)};
    const Days whole_year{first_of_year(year), first_of_year(year + 1)};

    std::set<int> months = p.month;
    std::set<int> month_days = p.month_day;
    std::vector<NamedDay> named = p.day;
    if (p.freq >= Freq::weekly && p.day.empty() && p.month_day.empty() && p.year_day.empty()) {
        if (p.freq == Freq::weekly || !p.week_no.empty()) {
            named.push_back({0, weekday_of(start)});
        } else {
            month_days.insert(static_cast<int>(static_cast<unsigned>(started.day())));
            if (p.freq == Freq::yearly && months.empty()) {
                months.insert(static_cast<int>(static_cast<unsigned>(started.month())));
            }
        }
    }
    if (!months.empty() && !months.contains(static_cast<int>(month))) return false;
    if (!p.week_no.empty()) {
        // Reading: the week belongs to its own year.
        int of = year + 1;
        while (first_week(of, p.week_start) > day) --of;
        const auto length =
            (first_week(of + 1, p.week_start) - first_week(of, p.week_start)).count();
        const auto week = (day - first_week(of, p.week_start)).count() / 7 + 1;
        if (!is_listed(p.week_no, static_cast<int>(week), static_cast<int>(length / 7)))
            return false;
    }
    if (!p.year_day.empty() &&
        !is_listed(p.year_day, static_cast<int>((day - whole_year.first).count()) + 1,
                   static_cast<int>((whole_year.last - whole_year.first).count()))) {
        return false;
    }
    if (!month_days.empty() &&
        !is_listed(month_days, static_cast<int>((day - whole_month.first).count()) + 1,
                   static_cast<int>((whole_month.last - whole_month.first).count()))) {
        return false;
    }
    if (named.empty()) return true;
    // Reading: an ordinal counts in the month, if there is one to count in.
    const bool in_month = p.freq == Freq::monthly || !p.month.empty();
    return std::any_of(named.begin(), named.end(), [&](const NamedDay& n) {
        return n.weekday == weekday_of(day) &&
               (n.n == 0 || is_nth(day, n.n, in_month ? whole_month : whole_year));
    });
}

// --- Periods --------------------------------------------------------------------------------------

sys_days day_of(std::int64_t time) {
    return sys_days(std::chrono::floor<days>(std::chrono::seconds(time)));
}
std::int64_t midnight(sys_days day) { return day.time_since_epoch().count() * day_length; }

// The k-th period that INTERVAL selects, as days; of a period of a day or longer.
Days period(const Parts& p, sys_days start, std::int64_t k) {
    const year_month_day date(start);
    const std::int64_t steps = k * p.interval;
    switch (p.freq) {
        case Freq::daily:
            return {start + days(steps), start + days(steps + 1)};
        case Freq::weekly: {
            const sys_days first = week_begin(start, p.week_start) + days(7 * steps);
            return {first, first + days(7)};
        }
        case Freq::monthly: {
            const std::int64_t month = static_cast<int>(date.year()) * std::int64_t{12} +
                                       static_cast<unsigned>(date.month()) - 1 + steps;
            const auto first_of = [](std::int64_t m) {
                return first_of_month(static_cast<int>(m / 12), static_cast<int>(m % 12) + 1);
            };
            return {first_of(month), first_of(month + 1)};
        }
        default: {
            // Reading: with BYWEEKNO years are those of weeks.
            int year = static_cast<int>(date.year());
            if (!p.week_no.empty()) {
                ++year;
                while (first_week(year, p.week_start) > start) --year;
                year += static_cast<int>(steps);
                return {first_week(year, p.week_start), first_week(year + 1, p.week_start)};
            }
            year += static_cast<int>(steps);
            return {first_of_year(year), first_of_year(year + 1)};
        }
    }
}

bool allows(const std::set<int>& list, std::int64_t value) {
    return list.empty() || list.contains(static_cast<int>(value));
}

std::set<int> or_value(const std::set<int>& list, std::int64_t value) {
    return list.empty() ? std::set<int>{static_cast<int>(value)} : list;
}

// What was said of the day that was asked about last.
struct LastDay {
    std::optional<sys_days> day;
    bool is_taken = false;
};

// The times of a period, before BYSETPOS.
std::vector<std::int64_t> times_of_period(const Parts& p, std::int64_t start, std::int64_t k,
                                          LastDay& last) {
    const std::int64_t second_of_day = start - midnight(day_of(start));
    const std::int64_t hour = second_of_day / 3600;
    const std::int64_t minute = second_of_day / 60 % 60;
    const std::int64_t second = second_of_day % 60;
    std::vector<std::int64_t> times;
    if (p.freq >= Freq::daily) {
        const Days all = period(p, day_of(start), k);
        for (sys_days day = all.first; day < all.last; day += days(1)) {
            if (!takes_day(p, day, day_of(start))) continue;
            for (const int h : or_value(p.hour, hour)) {
                for (const int m : or_value(p.minute, minute)) {
                    for (const int s : or_value(p.second, second)) {
                        times.push_back(midnight(day) + h * 3600 + m * 60 + s);
                    }
                }
            }
        }
        return times;
    }
    const std::int64_t unit = p.freq == Freq::hourly ? 3600 : p.freq == Freq::minutely ? 60 : 1;
    const std::int64_t first =
        midnight(day_of(start)) + second_of_day / unit * unit + k * p.interval * unit;
    if (last.day != day_of(first))
        last = {day_of(first), takes_day(p, day_of(first), day_of(start))};
    if (!last.is_taken) return times;
    const std::int64_t at = first - midnight(day_of(first));
    if (!allows(p.hour, at / 3600)) return times;
    if (p.freq == Freq::secondly) {
        if (allows(p.minute, at / 60 % 60) && allows(p.second, at % 60)) times.push_back(first);
    } else if (p.freq == Freq::minutely) {
        if (!allows(p.minute, at / 60 % 60)) return times;
        for (const int s : or_value(p.second, second)) times.push_back(first + s);
    } else {
        for (const int m : or_value(p.minute, minute)) {
            for (const int s : or_value(p.second, second)) times.push_back(first + m * 60 + s);
        }
    }
    return times;
}

std::int64_t instant_of(const cctz::time_zone* zone, std::int64_t local) {
    if (zone == nullptr) return local;
    // Reading: section 3.3.5 gives a skipped time the distance before the gap, and of one that comes
    // twice the first; cctz calls that "pre".
    return zone->lookup(cctz::civil_second() + local).pre.time_since_epoch().count();
}

}  // namespace

std::vector<std::int64_t> reference_times(std::string_view rule, std::int64_t start,
                                          const cctz::time_zone* zone, std::int64_t last) {
    const Parts p = read(rule);
    const std::int64_t first_instant = instant_of(zone, start);
    std::set<std::int64_t> instants;
    LastDay last_day;
    for (std::int64_t k = 0;; ++k) {
        const std::int64_t unit = p.freq == Freq::hourly ? 3600 : p.freq == Freq::minutely ? 60 : 1;
        const std::int64_t begin =
            p.freq >= Freq::daily
                ? midnight(period(p, day_of(start), k).first)
                : start - (start - midnight(day_of(start))) % unit + k * p.interval * unit;
        if (begin > last) break;
        std::vector<std::int64_t> times = times_of_period(p, start, k, last_day);
        if (!p.set_pos.empty()) {
            const auto n = static_cast<int>(times.size());
            std::vector<std::int64_t> picked;
            for (int i = 0; i < n; ++i) {
                if (is_listed(p.set_pos, i + 1, n))
                    picked.push_back(times[static_cast<std::size_t>(i)]);
            }
            times = picked;
        }
        for (const std::int64_t time : times) {
            // Reading: nothing lies before the start, by wall time and by instant.
            const std::int64_t instant = instant_of(zone, time);
            if (time < start || instant < first_instant) continue;
            if (!p.until.empty()) {
                const int date = static_cast<int>(number(p.until.substr(0, 8)));
                const std::int64_t day = midnight(
                    sys_days(std::chrono::year(date / 10000) / (date / 100 % 100) / (date % 100)));
                if (p.until.size() == 8) {
                    // Reading: a date is all of its local day.
                    if (time >= day + day_length) continue;
                } else {
                    const int hms = static_cast<int>(number(p.until.substr(9, 6)));
                    const std::int64_t until =
                        day + hms / 10000 * 3600 + hms / 100 % 100 * 60 + std::min(hms % 100, 59);
                    // Reading: a local UNTIL is compared with wall times, one of UTC with instants.
                    if ((p.until.size() == 16 ? instant : time) > until) continue;
                }
            }
            instants.insert(instant);
        }
    }
    std::vector<std::int64_t> all(instants.begin(), instants.end());
    if (p.count && static_cast<std::int64_t>(all.size()) > *p.count) {
        all.resize(static_cast<std::size_t>(*p.count));
    }
    return all;
}

}  // namespace probity::testing
