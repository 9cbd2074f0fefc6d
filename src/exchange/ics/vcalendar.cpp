#include "exchange/ics/vcalendar.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "exchange/ics/days.hpp"
#include "exchange/ics/rules.hpp"
#include "exchange/ics/text.hpp"

namespace probity::ics::detail {
namespace {

using Words = std::vector<std::string_view>;

struct Kind {
    std::string_view name;
    std::string_view frequency;
};
constexpr auto kinds = std::to_array<Kind>({
    {"MP", "MONTHLY"},
    {"MD", "MONTHLY"},
    {"YM", "YEARLY"},
    {"YD", "YEARLY"},
    {"D", "DAILY"},
    {"W", "WEEKLY"},
});

/// How a rule begins: "MP1".
struct Head {
    const Kind* kind;
    std::string_view interval;
};

std::optional<Head> head_of(std::string_view word) {
    for (const Kind& kind : kinds) {
        if (!word.starts_with(kind.name)) continue;
        const std::string_view interval = word.substr(kind.name.size());
        if (is_number(interval, 4)) return Head{&kind, interval};
    }
    return std::nullopt;
}

bool is_weekday(std::string_view word) {
    return std::ranges::find(weekday_names, word) != weekday_names.end();
}

std::string_view weekday_name(Day day) { return weekday_names[weekday_place(day)]; }

std::chrono::year_month_day date_of_start(const Moment& start) { return {start.day}; }

int day_of_month(const Moment& start) {
    return static_cast<int>(static_cast<unsigned>(date_of_start(start).day()));
}

std::string joined(const std::vector<std::string>& pieces) {
    std::string text;
    for (const std::string& piece : pieces) text += (text.empty() ? "" : ",") + piece;
    return text;
}

std::vector<std::string> texts_of(const Words& given) { return {given.begin(), given.end()}; }

bool all_numbers(const Words& given, std::size_t most) {
    return std::ranges::all_of(given, [=](std::string_view word) { return is_number(word, most); });
}

/// "1+", "2-": a place in the month from its beginning or its end; none for another word.
std::optional<std::string> place_of_word(std::string_view word) {
    if (word.size() != 2 || word[0] < '1' || word[0] > '5') return std::nullopt;
    if (word[1] != '+' && word[1] != '-') return std::nullopt;
    return (word[1] == '-' ? "-" : "") + std::string(1, word[0]);
}

/// "1+ TU 2- FR" as 1TU, -2FR.
std::vector<std::string> places(const Words& given, const Moment& start) {
    std::vector<std::string> found;
    std::vector<std::string> numbers;
    Words days;
    const auto end_group = [&] {
        if (days.empty()) days = {weekday_name(start.day)};
        for (const std::string& number : numbers) {
            for (const std::string_view day : days) found.push_back(number + std::string(day));
        }
        numbers.clear();
        days.clear();
    };
    for (const std::string_view word : given) {
        const std::optional<std::string> place = place_of_word(word);
        if (place.has_value()) {
            if (!days.empty()) end_group();
            numbers.push_back(*place);
        } else if (is_weekday(word) && !numbers.empty()) {
            days.push_back(word);
        } else {
            throw RuleLost(
                sentence("ics.rule.not_read_behind", {{"words", shortened(word)}, {"kind", "MP"}}));
        }
    }
    end_group();
    if (!found.empty()) return found;
    return {std::to_string((day_of_month(start) + 6) / 7) + std::string(weekday_name(start.day))};
}

std::string day_of_month(std::string_view word) {
    if (word == "LD") return "-1";
    const bool is_back = word.ends_with('-');
    const bool is_signed = is_back || word.ends_with('+');
    const std::string_view number = word.substr(0, word.size() - (is_signed ? 1 : 0));
    if (!is_number(number, 2))
        throw RuleLost(sentence("ics.rule.no_day_of_month", {{"words", shortened(word)}}));
    return (is_back ? "-" : "") + std::string(number);
}

std::string days_of_month(const Words& given, const Moment& start) {
    std::vector<std::string> days;
    for (const std::string_view word : given) days.push_back(day_of_month(word));
    if (days.empty()) days.push_back(std::to_string(day_of_month(start)));
    return joined(days);
}

std::string day_of_year(const Moment& start) {
    const Day new_year{date_of_start(start).year() / 1 / 1};
    return std::to_string((start.day - new_year).count() + 1);
}

/// Returns the words that a rule has behind its frequency, or DTSTART for it.
std::string named(std::string_view kind, const Words& given, const Moment& start) {
    if (kind == "D" && given.empty()) return {};
    if (kind == "W" && std::ranges::all_of(given, is_weekday)) {
        return ";BYDAY=" +
               (given.empty() ? std::string(weekday_name(start.day)) : joined(texts_of(given)));
    }
    if (kind == "MP") return ";BYDAY=" + joined(places(given, start));
    if (kind == "MD") return ";BYMONTHDAY=" + days_of_month(given, start);
    if (kind == "YM" && all_numbers(given, 2)) {
        const auto month = static_cast<unsigned>(date_of_start(start).month());
        return ";BYMONTH=" + (given.empty() ? std::to_string(month) : joined(texts_of(given))) +
               ";BYMONTHDAY=" + std::to_string(day_of_month(start));
    }
    if (kind == "YD" && all_numbers(given, 3)) {
        return ";BYYEARDAY=" + (given.empty() ? day_of_year(start) : joined(texts_of(given)));
    }
    std::string words;
    for (const std::string_view word : given) words.append(words.empty() ? "" : " ").append(word);
    throw RuleLost(
        sentence("ics.rule.not_read_behind", {{"words", shortened(words)}, {"kind", kind}}));
}

/// Times of day, "0900 1430".
std::string times(const Words& given, const Moment& start) {
    if (given.empty() || !start.is_time()) return {};
    std::set<std::string> hours;
    std::set<std::string> minutes;
    for (const std::string_view word : given) {
        hours.emplace(word.substr(0, 2));
        minutes.emplace(word.substr(2));
    }
    if (hours.size() > 1 && minutes.size() > 1) {
        throw RuleLost(sentence("ics.rule.different_minutes"));
    }
    if (hours.size() == 1 && minutes.size() == 1 &&
        *hours.begin() + ":" + *minutes.begin() == clock_text(*start.time)) {
        return {};
    }
    return ";BYHOUR=" + joined({hours.begin(), hours.end()}) +
           ";BYMINUTE=" + joined({minutes.begin(), minutes.end()});
}

/// ";COUNT=4" or ";UNTIL=20261231", from the last word that says so; twice if none does.
std::string ending(const Words& ends) {
    const std::string_view last = ends.empty() ? "#2" : ends.back();
    if (!last.starts_with('#')) return ";UNTIL=" + std::string(last);
    if (!is_number(last.substr(1))) {
        throw RuleLost(sentence("ics.rule.no_number_of_times", {{"words", head(last, 20)}}));
    }
    const std::size_t digit = last.find_first_not_of('0', 1);
    return digit == std::string_view::npos ? "" : ";COUNT=" + std::string(last.substr(digit));
}

/// The rule in capitals, with "MP1 3WE", "MP1+ 3WE" and "MP1 3+WE" as "MP1 3+ WE".
std::string spelled_out(std::string_view value) {
    std::string given = upper(stripped(value));
    std::erase(given, '$');
    if (given.starts_with("MP")) {
        const std::size_t sign = given.find_first_not_of("0123456789", 2);
        if (sign != std::string::npos && sign > 2 && given[sign] == '+') given.erase(sign, 1);
    }
    std::string text;
    for (std::size_t i = 0; i < given.size(); ++i) {
        text += given[i];
        if (given[i] < '1' || given[i] > '5') continue;
        const bool is_signed = i + 1 < given.size() && (given[i + 1] == '+' || given[i + 1] == '-');
        const std::size_t day = i + (is_signed ? 2 : 1);
        if (day >= given.size() || !is_weekday(std::string_view(given).substr(day, 2))) continue;
        text += is_signed ? given[i + 1] : '+';
        text.append(" ").append(given, day, 2);
        i = day + 1;
    }
    return text;
}

bool begins_with_date(std::string_view word) {
    return word.size() >= 8 && is_number(word.substr(0, 8));
}

}  // namespace

bool is_of_version_1(std::string_view value) {
    const std::string text = upper(stripped(value));
    const Words given = words(text);
    return !given.empty() && head_of(given.front()).has_value();
}

std::string rule_of_version_1(std::string_view value, const Moment& start) {
    const std::string text = spelled_out(value);
    const Words given = words(text);
    const std::optional<Head> head = given.empty() ? std::nullopt : head_of(given.front());
    if (!head.has_value())
        throw RuleLost(sentence("ics.rule.not_of_version_1", {{"words", shortened(value)}}));
    const std::string_view kind = head->kind->name;
    const bool has_times = kind == "D" || kind == "W" || kind == "MP";
    Words ends;
    Words clock;
    Words others;
    for (const std::string_view word : std::span(given).subspan(1)) {
        if (word.starts_with('#') || begins_with_date(word)) {
            ends.push_back(word);
        } else if (has_times && word.size() == 4 && is_number(word)) {
            clock.push_back(word);
        } else {
            others.push_back(word);
        }
    }
    std::string rule = "FREQ=" + std::string(head->kind->frequency);
    rule += ";INTERVAL=" + std::string(head->interval);
    rule += named(kind, others, start);
    rule += times(clock, start);
    return rule += ending(ends);
}

}  // namespace probity::ics::detail
