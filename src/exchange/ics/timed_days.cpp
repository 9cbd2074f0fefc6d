#include "exchange/ics/timed_days.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>

#include "exchange/ics/days.hpp"
#include "probity/recurrence/recurrence.hpp"

namespace probity::ics::detail {
namespace {

using std::chrono::year_month_day;

constexpr std::int64_t most_days_of_year = 366;

Clock clock_of(const Parts& parts, const Moment& start) {
    const std::chrono::hh_mm_ss time(start.time.value_or(midnight));
    const auto or_start = [](std::optional<std::vector<int>> found, std::int64_t of_start) {
        return found ? *std::move(found) : std::vector<int>{static_cast<int>(of_start)};
    };
    auto hours = or_start(numbers(parts, "BYHOUR", 0, 23), time.hours().count());
    auto within = or_start(numbers(parts, "BYSECOND", 0, 60), time.seconds().count());
    auto minutes = or_start(numbers(parts, "BYMINUTE", 0, 59), time.minutes().count());
    return {std::move(hours), std::move(minutes), shown_seconds(std::move(within))};
}

std::optional<Day> day_or_none(const year_month_day& date) {
    const Day day{date};
    return day <= last_day ? std::optional(day) : std::nullopt;
}

}  // namespace

TimedDays::TimedDays(const Parsed& rule, const Moment& start, std::optional<End> end, Steps& steps)
    : TimedRule(rule, start, end, steps),
      clock_(clock_of(rule.parts, start)),
      bare_(without_times(rule.parts)) {
    const std::optional<std::vector<int>> places = places_of(rule.parts);
    bare_ = bare_.without({"BYSETPOS"});
    if (places) place(*places);
    is_same_daily_ = positions_.empty() || is_daily();
}

// BYSETPOS ------------------------------------------------------------------------------------------

void TimedDays::place(const std::vector<int>& places) {
    const auto size = static_cast<std::int64_t>(clock_.size());
    for (const int each : places) {
        const std::int64_t day = (std::abs(each) - 1) / size;
        const std::int64_t index = (std::abs(each) - 1) % size;
        positions_[each > 0 ? day + 1 : -day - 1].insert(
            static_cast<std::size_t>(each > 0 ? index : size - 1 - index));
    }
    if (is_daily()) {
        const Indexes picked = of_day(1, 1);
        positions_ = {{1, picked}};
        is_empty_ = picked.empty();
        return;
    }
    std::erase_if(positions_,
                  [](const auto& each) { return std::abs(each.first) > most_days_of_year; });
    is_empty_ = positions_.empty();
    std::string among_days;
    for (const auto& [position, times] : positions_) {
        if (!among_days.empty()) among_days += ',';
        among_days += std::to_string(position);
    }
    bare_.set("BYSETPOS", among_days);
    const bool names_days = std::any_of(bare_.begin(), bare_.end(), [](const Parts::Part& part) {
        return part.first.starts_with("BY") && part.first != "BYSETPOS";
    });
    if (!names_days) name_day();
}

void TimedDays::name_day() {
    const year_month_day date{first()};
    if (bare_.frequency() == "WEEKLY") {
        bare_.set("BYDAY", std::string(weekday_names[weekday_place(first())]));
        return;
    }
    bare_.set("BYMONTHDAY", std::to_string(static_cast<unsigned>(date.day())));
    if (bare_.frequency() == "YEARLY") {
        bare_.set("BYMONTH", std::to_string(static_cast<unsigned>(date.month())));
    }
}

TimedDays::Indexes TimedDays::of_day(std::int64_t place, std::int64_t size) const {
    Indexes picked;
    for (const std::int64_t position : {place, place - size - 1}) {
        const auto found = positions_.find(position);
        if (found != positions_.end()) picked.insert(found->second.begin(), found->second.end());
    }
    return picked;
}

std::vector<std::size_t> TimedDays::indexes(Day day) const {
    std::vector<std::size_t> found;
    if (positions_.empty()) {
        for (std::size_t index = 0; index < clock_.size(); ++index) found.push_back(index);
        return found;
    }
    if (is_daily()) {
        const Indexes& picked = positions_.at(1);
        return {picked.begin(), picked.end()};
    }
    const auto [begin, end] = period_of(day);
    Parts among = bare_.without({"BYSETPOS"});
    among.set("INTERVAL", "1");
    const std::optional<Date> end_date = end ? std::optional(date_of(*end)) : std::nullopt;
    const DateSet days = recurrence_of(to_text(among), begin).between(date_of(begin), end_date);
    take_steps(20 + days.size() / 4);
    const Date date = date_of(day);
    if (!days.contains(date)) return found;
    const auto place = static_cast<std::int64_t>(days.count(date_of(begin), date)) + 1;
    const Indexes picked = of_day(place, static_cast<std::int64_t>(days.size()));
    return {picked.begin(), picked.end()};
}

std::pair<Day, std::optional<Day>> TimedDays::period_of(Day day) const {
    const year_month_day date{day};
    if (bare_.frequency() == "MONTHLY") {
        const year_month_day begin = date.year() / date.month() / 1;
        return {Day{begin}, day_or_none(begin + std::chrono::months{1})};
    }
    if (bare_.frequency() == "WEEKLY") {
        const std::string_view named = bare_.has("WKST") ? bare_.value("WKST") : "MO";
        const auto* const found = std::find(weekday_names.begin(), weekday_names.end(), named);
        const auto week_start = static_cast<std::size_t>(found - weekday_names.begin());
        const Day begin =
            later(day, -static_cast<std::int64_t>((weekday_place(day) + 7 - week_start) % 7));
        return {begin, day_or_none(begin + std::chrono::days{7})};
    }
    if (bare_.has("BYWEEKNO")) {
        throw RuleLost(sentence("ics.rule.weeks_and_places"));
    }
    const year_month_day begin = date.year() / 1 / 1;
    return {Day{begin}, day_or_none(begin + std::chrono::years{1})};
}

// Units of counting ---------------------------------------------------------------------------------

Recurrence TimedDays::endless() const {
    Recurrence all = recurrence_of(to_text(bare_), first());
    return is_empty_ ? none_of(all) : all;
}

std::vector<Second> TimedDays::seconds_of(Day day) const {
    if (is_same_daily_ && same_) return *same_;
    if (is_same_daily_) take_steps(clock_.size() / 100 + 1);
    std::vector<Second> found;
    for (const std::size_t index : indexes(day)) found.push_back(clock_.at(index));
    if (is_same_daily_) same_ = found;
    return found;
}

std::optional<std::vector<Second>> TimedDays::possible() const {
    if (clock_.size() > most_times) return std::nullopt;
    std::vector<Second> found;
    for (std::size_t index = 0; index < clock_.size(); ++index) found.push_back(clock_.at(index));
    return found;
}

std::optional<Recurrence> TimedDays::days_at(Second second) const {
    if (!is_same_daily_) throw RuleLost(sentence("ics.rule.places_differ"));
    const std::vector<Second> found = seconds_of(first());
    if (!std::binary_search(found.begin(), found.end(), second)) return std::nullopt;
    return endless();
}

TimedRule::At TimedDays::reached(const Recurrence& days, std::int64_t left) const {
    if (!is_same_daily_) return TimedRule::reached(days, left);
    const std::vector<Second> same = seconds_of(first());
    if (same.empty()) return {last_day, 0};
    const std::int64_t ahead = (left - 1) / std::ssize(same);
    const auto place = static_cast<std::size_t>((left - 1) % std::ssize(same));
    const bool skips_first = days.contains(date_of(first()));
    const std::optional<Date> last = days.nth(ahead + (skips_first ? 1 : 0));
    return {last ? day_of(*last) : last_day, same[place]};
}

}  // namespace probity::ics::detail
