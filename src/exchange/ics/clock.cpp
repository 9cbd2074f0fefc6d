#include "exchange/ics/clock.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "exchange/ics/text.hpp"

namespace probity::ics::detail {
namespace {

constexpr Second last_second = seconds_a_day - 1;

Second second_of(const Time& time) { return time ? time->count() : 0; }

Times times_of(const std::vector<Second>& found) {
    Times times;
    times.reserve(found.size());
    for (const Second second : found) times.emplace_back(seconds{second});
    return times;
}

}  // namespace

// Expansion -----------------------------------------------------------------------------------------

Times Expansion::times(Day day) const { return timed ? timed->times(day) : Times{time}; }

Times Expansion::clock() const { return timed ? timed->clock() : Times{time}; }

std::optional<Recurrence> Expansion::at(const Time& asked) const {
    if (timed && asked) return timed->at(*asked);
    if (timed || asked != time) return std::nullopt;
    return days;
}

// Numbers -------------------------------------------------------------------------------------------

std::optional<std::vector<int>> numbers(const Parts& parts, std::string_view name, int least,
                                        int most) {
    const std::string* const text = parts.find(name);
    if (text == nullptr) return std::nullopt;
    std::set<int> found;
    for (const std::string_view piece : split(*text, ',')) {
        const bool is_negative = piece.starts_with('-');
        std::string_view digits = piece;
        if (is_negative) {
            digits.remove_prefix(1);
        } else {
            digits.remove_prefix(std::min(digits.find_first_not_of('+'), digits.size()));
        }
        if (!is_number(digits, 6)) {
            throw RuleLost(sentence("ics.no_number", {{"what", std::string(name) + "=" +
                                                                   std::string(head(piece, 20))}}));
        }
        const int number = (is_negative ? -1 : 1) * std::stoi(std::string(digits));
        if (number < least || number > most) {
            throw RuleLost(sentence("ics.number_out_of_range",
                                    {{"what", std::string(name) + "=" + std::to_string(number)},
                                     {"least", least},
                                     {"most", most}}));
        }
        found.insert(number);
    }
    return std::vector<int>(found.begin(), found.end());
}

std::optional<std::vector<int>> places_of(const Parts& parts) {
    constexpr int furthest = 366'000;
    std::optional<std::vector<int>> places = numbers(parts, "BYSETPOS", -furthest, furthest);
    if (places && std::binary_search(places->begin(), places->end(), 0)) {
        throw RuleLost(sentence("ics.number_out_of_range",
                                {{"what", "BYSETPOS=0"}, {"least", 1}, {"most", 366}}));
    }
    return places;
}

Clock::Clock(std::vector<int> hours, std::vector<int> minutes, std::vector<int> seconds_of_minute)
    : hours_(std::move(hours)),
      minutes_(std::move(minutes)),
      seconds_(std::move(seconds_of_minute)) {}

Second Clock::at(std::size_t index) const {
    const std::size_t minutes = index / seconds_.size();
    return Second{hours_[minutes / minutes_.size()]} * 3600 +
           Second{minutes_[minutes % minutes_.size()]} * 60 + seconds_[index % seconds_.size()];
}

std::vector<int> shown_seconds(std::vector<int> found) {
    for (int& second : found) second = std::min(second, 59);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

// A rule --------------------------------------------------------------------------------------------

TimedRule::TimedRule(Parsed rule, const Moment& start, std::optional<End> end, Steps& steps)
    : rule_(std::move(rule)),
      first_(start.day),
      begin_(second_of(start.time)),
      end_(end),
      steps_(&steps) {}

void TimedRule::take_steps(std::size_t steps) const {
    steps_->take(static_cast<std::int64_t>(steps));
}

TimedRule::At TimedRule::reached(const Recurrence& days, std::int64_t left) const {
    Day day = first();
    while (const std::optional<Date> next = days.next_after(date_of(day))) {
        day = day_of(*next);
        take_steps();
        const auto size = static_cast<std::int64_t>(size_of(day));
        if (left <= size) return {day, seconds_of(day)[static_cast<std::size_t>(left - 1)]};
        left -= size;
    }
    return {last_day, last_second};
}

Times TimedRule::times(Day day) const {
    if (day == first() && !gives_first_) return {seconds{begin()}};
    std::vector<Second> found = seconds_of(day);
    take_steps(found.size() / 20 + 1);
    std::erase_if(found, [&](Second second) {
        return At(day, second) < At(first(), begin()) || !is_before_end(day, second);
    });
    return times_of(found);
}

Times TimedRule::clock() const {
    const std::optional<std::vector<Second>> found = possible();
    if (!found) throw RuleLost(sentence("ics.some_times_out"));
    return times_of(*found);
}

std::optional<Recurrence> TimedRule::at(seconds time) const {
    const Second second = time.count();
    std::optional<Recurrence> days = days_at(second);
    if (!days) return std::nullopt;
    if (second < begin() && days->contains(date_of(first()))) days = *days - once(first());
    if (last_) {
        const auto& [day, last] = *last_;
        days = until_day(*days, second <= last ? day : later(day, -1));
    }
    return days;
}

Expansion TimedRule::expansion(std::shared_ptr<TimedRule> rule, bool with_start) {
    Expansion expanded = rule->expand(with_start);
    expanded.timed = std::move(rule);
    return expanded;
}

Expansion TimedRule::expand(bool with_start) {
    const seconds start{begin()};
    if (const std::optional<Recurrence> all = walked()) {
        last_ = reached(*all, rule().count.value_or(1));
        return {*all, true, start};
    }
    Recurrence days = endless();
    std::vector<Second> on_first;
    gives_first_ = days.contains(date_of(first()));
    if (gives_first_) on_first = seconds_of(first());
    std::erase_if(on_first, [this](Second second) { return second < begin(); });
    const bool holds = !on_first.empty() && on_first.front() == begin();
    if (with_start && !holds) on_first.insert(on_first.begin(), begin());
    last_ = last_of(days, on_first);
    std::erase_if(on_first, [this](Second second) { return !is_before_end(first(), second); });
    days = cut(days);
    const bool has_first = days.contains(date_of(first()));
    if ((!on_first.empty() || with_start) && !has_first) {
        days = with_day(days, first());
    } else if (on_first.empty() && !with_start && has_first) {
        days = days - once(first());
    }
    return {std::move(days), holds && !on_first.empty(), start};
}

bool TimedRule::is_before_end(Day day, Second second) const {
    return !last_ || At(day, second) <= *last_;
}

std::optional<TimedRule::At> TimedRule::last_of(const Recurrence& days,
                                                const std::vector<Second>& on_first) const {
    std::optional<At> last;
    if (end()) last = At(end()->day, end()->time ? second_of(end()->time) : last_second);
    if (!rule().count) return last;
    const std::int64_t count = *rule().count;
    const std::int64_t left = count - std::ssize(on_first);
    const At counted =
        left > 0 ? reached(days, left) : At(first(), on_first[static_cast<std::size_t>(count - 1)]);
    return last ? std::min(*last, counted) : counted;
}

Recurrence TimedRule::cut(const Recurrence& days) const {
    if (!last_) return days;
    Day day = last_->first;
    if (days.contains(date_of(day)) && day > first()) {
        const std::vector<Second> found = seconds_of(day);
        const bool all_later = std::all_of(
            found.begin(), found.end(), [this](Second second) { return second > last_->second; });
        if (all_later) day = later(day, -1);
    }
    return until_day(days, day);
}

}  // namespace probity::ics::detail
