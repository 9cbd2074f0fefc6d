#include "random_rule.hpp"

#include <algorithm>

namespace probity::testing {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

namespace {
const std::string weekday_names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
}

// The remainder favours low values by less than one part in 10^12 for the ranges in use.
std::int64_t RandomRules::number(std::int64_t low, std::int64_t high) {
    const auto width = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<std::int64_t>(bits_() % width);
}

RandomRule RandomRules::next() { return make(chance(12) ? Kind::Gregorian : Kind::Plain); }
RandomRule RandomRules::next_plain() { return make(Kind::Plain); }
RandomRule RandomRules::next_korean() { return make(Kind::Korean); }

sys_days RandomRules::start(Kind kind) {
    int first = 1900;
    int last = 2100;
    if (kind == Kind::Korean) {
        first = 1905;
        last = 2090;
    } else if (chance(4)) {
        first = 1400;
        last = 1500;
    } else if (chance(4)) {
        first = 9900;
        last = 9998;
    }
    const sys_days begin(year(first) / 1 / 1);
    const sys_days end(year(last) / 12 / 31);
    // Days at the edges of months and years, where rules go wrong, are worth more than others.
    if (chance(25)) {
        const year in(static_cast<int>(number(first, last)));
        switch (number(0, 5)) {
            case 0:
                return sys_days(in / 1 / 1);
            case 1:
                return sys_days(in / 12 / 31);
            case 2:
                return sys_days(in / 2 / std::chrono::last);
            case 3:
                return sys_days(in / 1 / static_cast<int>(number(1, 7)));
            case 4:
                return sys_days(in / 12 / static_cast<int>(number(25, 31)));
            default:
                return sys_days(in / static_cast<int>(number(1, 12)) / std::chrono::last);
        }
    }
    return begin + days(number(0, (end - begin).count()));
}

// Up to `most` numbers, mostly within [1, typical], sometimes up to `extreme`, a third of them
// counted from the end.
std::string RandomRules::numbers(int most, std::int64_t typical, std::int64_t extreme) {
    std::string text;
    const std::int64_t count = chance(55) ? 1 : number(1, most);
    for (std::int64_t i = 0; i < count; ++i) {
        std::int64_t value = number(1, typical);
        if (chance(20)) value = number(std::max<std::int64_t>(1, extreme - 3), extreme);
        if (chance(33)) value = -value;
        if (!text.empty()) text += ',';
        text += std::to_string(value);
    }
    return text;
}

std::string RandomRules::months(Kind kind) {
    std::string text;
    const std::int64_t count = chance(50) ? 1 : number(1, 5);
    for (std::int64_t i = 0; i < count; ++i) {
        if (!text.empty()) text += ',';
        text += std::to_string(number(1, 12));
        if (kind == Kind::Korean && chance(35)) text += 'L';
    }
    return text;
}

std::string RandomRules::weekdays(bool ordinals, std::int64_t most_ordinal) {
    std::string text;
    const std::int64_t count = chance(40) ? 1 : number(1, 4);
    const int style = static_cast<int>(number(0, 2));  // plain, with ordinals, mixed
    for (std::int64_t i = 0; i < count; ++i) {
        if (!text.empty()) text += ',';
        if (ordinals && (style == 1 || (style == 2 && chance(50)))) {
            std::int64_t ordinal = number(1, 5);
            if (chance(25)) ordinal = number(1, most_ordinal);
            text += std::to_string(chance(40) ? -ordinal : ordinal);
        }
        text += weekday_names[number(0, 6)];
    }
    return text;
}

RandomRule RandomRules::make(Kind kind) {
    RandomRule rule;
    rule.start = start(kind);
    std::vector<std::string> parts;

    const std::int64_t frequency = number(0, 99);
    const bool daily = frequency < 15;
    const bool weekly = !daily && frequency < 32;
    const bool monthly = !daily && !weekly && frequency < 60;
    const bool yearly = !daily && !weekly && !monthly;
    std::string text = "FREQ=";
    text += daily ? "DAILY" : weekly ? "WEEKLY" : monthly ? "MONTHLY" : "YEARLY";

    bool by_any = false;
    const auto by = [&](const std::string& name, const std::string& value) {
        parts.push_back(name + "=" + value);
        by_any = true;
    };
    const bool weeks = yearly && chance(24);
    if (chance(kind == Kind::Korean ? 45 : 35)) by("BYMONTH", months(kind));
    if (weeks) by("BYWEEKNO", numbers(6, 52, 53));
    if (yearly && chance(weeks ? 6 : 14)) by("BYYEARDAY", numbers(8, 365, 366));
    if (!weekly && chance(weeks ? 8 : 35)) {
        by("BYMONTHDAY", numbers(6, kind == Kind::Korean ? 30 : 31, 31));
    }
    if (chance(50)) {
        const bool ordinals = (monthly || yearly) && !weeks;
        by("BYDAY", weekdays(ordinals, monthly ? 6 : 53));
    }
    if (by_any && chance(28)) by("BYSETPOS", numbers(4, weekly ? 4 : 12, chance(20) ? 366 : 5));

    if (chance(45)) {
        const std::int64_t interval = chance(88)   ? number(2, 5)
                                      : chance(70) ? number(6, 60)
                                                   : number(61, 1000);
        parts.push_back("INTERVAL=" + std::to_string(interval));
    }
    if (chance(35)) parts.push_back("WKST=" + weekday_names[number(0, 6)]);
    if (chance(18)) {
        const std::int64_t count = chance(85) ? number(1, 40) : number(41, 900);
        parts.push_back("COUNT=" + std::to_string(count));
    } else if (chance(15)) {
        const sys_days last =
            std::min<sys_days>(rule.start + days(chance(70) ? number(0, 3000) : number(0, 20000)),
                               year(9999) / 12 / 31);
        const std::chrono::year_month_day until(last);
        const std::int64_t stamp = static_cast<int>(until.year()) * 10000 +
                                   static_cast<int>(static_cast<unsigned>(until.month())) * 100 +
                                   static_cast<int>(static_cast<unsigned>(until.day()));
        parts.push_back("UNTIL=" + std::to_string(stamp) +
                        (kind != Kind::Plain && chance(50) ? "T090000Z" : ""));
    }

    // The order of the parts says nothing; only FREQ is put first in plain rules, as old readers
    // want it.
    for (std::size_t i = parts.size(); i > 1; --i) {
        std::swap(parts[i - 1],
                  parts[static_cast<std::size_t>(number(0, static_cast<std::int64_t>(i) - 1))]);
    }
    rule.text = text;
    for (const std::string& part : parts) rule.text += ";" + part;
    if (kind != Kind::Plain) {
        const std::string skips[] = {"", ";SKIP=OMIT", ";SKIP=BACKWARD", ";SKIP=FORWARD"};
        const std::int64_t skip = chance(75) ? number(2, 3) : number(0, 1);
        rule.text = (kind == Kind::Korean ? "RSCALE=DANGI;" : "RSCALE=GREGORIAN;") + rule.text +
                    skips[skip];
    }
    return rule;
}

}  // namespace probity::testing
