#include "tests/times/random_timed_rule.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <set>
#include <string_view>
#include <vector>

#include "probity/times/local_time.hpp"

namespace probity::testing {
namespace {

class Chooser {
  public:
    explicit Chooser(std::mt19937_64& random) : random_(random) {}

    [[nodiscard]] std::int64_t from(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
    }
    [[nodiscard]] bool in(int of_hundred) { return from(1, 100) <= of_hundred; }
    template <class T>
    [[nodiscard]] T one_of(std::initializer_list<T> choices) {
        return *(choices.begin() + from(0, static_cast<std::int64_t>(choices.size()) - 1));
    }

    // A list of one to `most` numbers, of which a part may be counted from the end.
    [[nodiscard]] std::string list(std::int64_t low, std::int64_t high, int most, bool is_signed) {
        std::set<std::int64_t> numbers;
        for (std::int64_t n = from(1, most); n > 0; --n) {
            const std::int64_t number = from(low, high);
            numbers.insert(is_signed && in(40) ? -number : number);
        }
        std::string text;
        for (const std::int64_t number : numbers) {
            text += (text.empty() ? "" : ",") + std::to_string(number);
        }
        return text;
    }

  private:
    std::mt19937_64& random_;
};

struct Place {
    std::string_view zone;
    std::vector<std::string_view> days;  // about which clocks change
};

const std::array<Place, 7>& places() {
    static const std::array<Place, 7> all{{
        {"", {"2026-03-18"}},
        {"UTC", {"2026-03-18"}},
        {"Asia/Seoul", {"1987-05-10", "1988-05-08", "1988-10-09", "1961-08-09", "1908-03-31"}},
        {"America/New_York",
         {"2026-03-08", "2025-11-02", "2037-03-08", "2400-03-12", "7026-03-08"}},
        {"Europe/London", {"2026-03-29", "1995-10-22", "1968-02-18", "1941-05-04"}},
        {"Pacific/Apia", {"2011-12-29", "2011-12-30", "2010-09-26", "2012-04-01"}},
        {"Australia/Lord_Howe", {"2025-10-05", "2026-04-05"}},
    }};
    return all;
}

constexpr std::array<std::string_view, 7> names{"SECONDLY", "MINUTELY", "HOURLY", "DAILY",
                                                "WEEKLY",   "MONTHLY",  "YEARLY"};

std::string random_weekdays(Chooser& choose, bool may_count) {
    constexpr std::array<std::string_view, 7> weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    std::string text;
    std::set<std::string> taken;
    for (std::int64_t n = choose.from(1, 4); n > 0; --n) {
        std::string day(weekdays[static_cast<std::size_t>(choose.from(0, 6))]);
        if (may_count && choose.in(50)) {
            const std::int64_t most = choose.in(85) ? 5 : 53;
            day = (choose.in(40) ? "-" : "") + std::to_string(choose.from(1, most)) + day;
        }
        if (taken.insert(day).second) text += (text.empty() ? "" : ",") + day;
    }
    return text;
}

// Hours at which clocks change, mostly.
std::string random_hours(Chooser& choose) {
    if (choose.in(60)) return choose.list(0, 4, 4, false);
    return choose.in(80) ? choose.list(0, 23, 4, false) : choose.list(0, 23, 20, false);
}

std::string random_minutes(Chooser& choose) {
    if (choose.in(50)) return choose.one_of<std::string>({"0", "30", "0,30", "15,45", "0,20,40"});
    return choose.list(0, 59, 4, false);
}

std::string date_text(std::int64_t time) {
    std::string text = to_string(LocalTime::of_seconds(time));
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

}  // namespace

TimedCase random_timed_rule(std::mt19937_64& random) {
    Chooser choose(random);
    TimedCase made;
    const Place& place = places()[static_cast<std::size_t>(choose.from(0, 6))];
    made.zone = place.zone;

    // The start: near a change of clocks, or anywhere in two centuries.
    const auto near = LocalTime::parse(
        std::string(*(place.days.begin() +
                      choose.from(0, static_cast<std::int64_t>(place.days.size()) - 1))) +
        "T00:00");
    made.start = choose.in(70) ? near.seconds() + choose.from(-2, 2) * 86400
                               : make_time(1850, 1, 1).seconds() + choose.from(0, 73000) * 86400;
    made.start += choose.in(70) ? choose.from(0, 4) * 3600 : choose.from(0, 23) * 3600;
    made.start += choose.one_of<std::int64_t>({0, 0, 1800, choose.from(0, 3599)});

    const auto freq = static_cast<int>(choose.from(0, 6));
    const bool is_part_of_day = freq < 3;
    std::int64_t interval = 1;
    if (choose.in(50)) {
        interval = is_part_of_day
                       ? choose.one_of<std::int64_t>(
                             {2,  3,  5,  6,   7,   11,   12,   15,   24,   25,    30,    36,
                              45, 60, 90, 100, 168, 1000, 1440, 3600, 5400, 10080, 86400, 100000})
                       : choose.from(2, 7);
    }
    std::string rule;
    bool has_part = false;
    const auto add = [&](std::string_view name, const std::string& value) {
        rule += ';';
        rule += name;
        rule += '=';
        rule += value;
        has_part = has_part || name.starts_with("BY");
    };
    if (interval != 1) add("INTERVAL", std::to_string(interval));
    if (choose.in(25)) add("BYMONTH", choose.list(1, 12, 5, false));
    const bool has_weeks = freq == 6 && choose.in(15);
    if (has_weeks) add("BYWEEKNO", choose.list(1, 53, 4, true));
    if ((freq == 6 || is_part_of_day) && choose.in(10))
        add("BYYEARDAY", choose.list(1, 366, 8, true));
    if (freq != 4 && choose.in(20)) add("BYMONTHDAY", choose.list(1, 31, 6, true));
    if (choose.in(35)) add("BYDAY", random_weekdays(choose, freq >= 5 && !has_weeks));
    if (choose.in(45)) add("BYHOUR", random_hours(choose));
    if (choose.in(35)) add("BYMINUTE", random_minutes(choose));
    if (choose.in(20)) add("BYSECOND", choose.in(30) ? "60" : choose.list(0, 60, 3, false));
    if (has_part && choose.in(25))
        add("BYSETPOS", choose.list(1, choose.in(70) ? 6 : 366, 4, true));
    if (choose.in(20)) add("WKST", choose.one_of<std::string>({"SU", "WE", "SA"}));

    // How far it is looked at: so many periods.
    constexpr std::array<std::int64_t, 7> lengths{1,         60,         3600,       86400,
                                                  86400 * 7, 86400 * 31, 86400 * 366};
    constexpr std::array<std::int64_t, 7> periods{6000, 3000, 2000, 600, 150, 48, 10};
    const auto f = static_cast<std::size_t>(freq);
    made.last =
        std::min(made.start + lengths[f] * interval * periods[f], make_time(9990, 1, 1).seconds());

    const std::int64_t end = choose.from(0, 99);
    if (end < 25) {
        add("COUNT", std::to_string(choose.in(60) ? choose.from(1, 20) : choose.from(1, 3000)));
    } else if (end < 50) {
        const std::int64_t until = choose.in(30)
                                       ? made.start + choose.from(0, 200000)
                                       : made.start + choose.from(0, made.last - made.start);
        const std::string text = date_text(until);
        const bool is_utc = !made.zone.empty() && choose.in(40);
        add("UNTIL", is_utc ? text + "Z" : choose.in(50) ? text : text.substr(0, 8));
    }
    made.rule = "FREQ=" + std::string(names[f]) + rule;
    return made;
}

}  // namespace probity::testing
