#include "exchange/ics/stepping.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <set>
#include <string_view>

#include "date/civil.hpp"
#include "exchange/ics/days.hpp"
#include "exchange/ics/text.hpp"

namespace probity::ics::detail {
namespace {

using probity::detail::floor_div;
using probity::detail::floor_mod;

/// So many daily rules at most make up one that steps by hours.
constexpr std::size_t most_parts = 48;
constexpr std::array<std::string_view, 3> day_filters{"BYMONTH", "BYMONTHDAY", "BYDAY"};
constexpr std::array<std::string_view, 8> parts_of_steps{
    "FREQ", "INTERVAL", "WKST", "BYYEARDAY", "BYSETPOS", "BYHOUR", "BYMINUTE", "BYSECOND"};

std::int64_t unit_of(std::string_view frequency) {
    if (frequency == "HOURLY") return 3600;
    return frequency == "MINUTELY" ? 60 : 1;
}

std::int64_t interval_of(const Parts& parts) {
    const std::string_view text = parts.has("INTERVAL") ? parts.value("INTERVAL") : "1";
    if (!is_number(text)) {
        throw RuleLost(
            sentence("ics.rule.interval", {{"part", "INTERVAL=" + std::string(head(text, 20))}}));
    }
    return std::max(1, std::stoi(std::string(text)));
}

bool holds(const std::optional<std::vector<int>>& numbers, std::int64_t number) {
    return !numbers || std::binary_search(numbers->begin(), numbers->end(), number);
}

/// The number whose product with another is 1 modulo a third; they have no common divisor.
std::int64_t inverse_of(std::int64_t number, std::int64_t modulus) {
    std::int64_t a = number % modulus;
    std::int64_t b = modulus;
    std::int64_t of_a = 1;
    std::int64_t of_b = 0;
    while (b != 0) {
        const std::int64_t quotient = a / b;
        a = std::exchange(b, a - quotient * b);
        of_a = std::exchange(of_b, of_a - quotient * of_b);
    }
    return floor_mod(of_a, modulus);
}

Recurrence every(std::int64_t period, const std::string& filter, Day first) {
    const std::string interval = period == 1 ? "" : ";INTERVAL=" + std::to_string(period);
    return recurrence_of("FREQ=DAILY" + interval + filter, first);
}

}  // namespace

Stepping::Stepping(const Parsed& rule, const Moment& start, std::optional<End> end, Steps& steps)
    : TimedRule(rule, start, end, steps),
      unit_(unit_of(rule.parts.frequency())),
      a_day_(seconds_a_day / unit_),
      interval_(interval_of(rule.parts)),
      tick_(begin() / unit_),
      hours_(numbers(rule.parts, "BYHOUR", 0, 23)),
      period_(interval_ / std::gcd(interval_, a_day_)),
      is_plain_(!rule.parts.has("BYHOUR") && !rule.parts.has("BYMINUTE") &&
                !rule.parts.has("BYSECOND") && !rule.parts.has("BYSETPOS") &&
                !rule.parts.has("BYYEARDAY")) {
    const Numbers minutes = numbers(rule.parts, "BYMINUTE", 0, 59);
    const Numbers within = numbers(rule.parts, "BYSECOND", 0, 60);
    if (unit_ < 3600) minutes_ = minutes;
    if (unit_ < 60) seconds_ = within;
    const auto minute = static_cast<int>(begin() / 60 % 60);
    const auto second = static_cast<int>(begin() % 60);
    picked_ = picked_of(
        Clock({0}, unit_ == 3600 ? minutes.value_or(std::vector{minute}) : std::vector{0},
              unit_ > 1 ? shown_seconds(within.value_or(std::vector{second})) : std::vector{0}));
}

std::vector<Second> Stepping::picked_of(const Clock& within) const {
    const auto size = static_cast<std::int64_t>(within.size());
    std::set<std::int64_t> indexes;
    if (const Numbers places = places_of(parts())) {
        for (const int place : *places) indexes.insert(place > 0 ? place - 1 : size + place);
    } else {
        for (std::int64_t index = 0; index < size; ++index) indexes.insert(index);
    }
    std::vector<Second> picked;
    for (const std::int64_t index : indexes) {
        if (index >= 0 && index < size) {
            picked.push_back(within.at(static_cast<std::size_t>(index)));
        }
    }
    return picked;
}

// One day -------------------------------------------------------------------------------------------

std::int64_t Stepping::residue_after(std::int64_t days_ahead) const {
    return floor_mod(tick_ - days_ahead * a_day_, interval_);
}

std::int64_t Stepping::residue_of(Day day) const { return residue_after((day - first()).count()); }

std::vector<std::int64_t> Stepping::ticks(std::int64_t residue, std::int64_t least) const {
    std::int64_t tick = residue;
    if (least > residue) tick += (least - residue + interval_ - 1) / interval_ * interval_;
    const std::int64_t count = tick < a_day_ ? (a_day_ - 1 - tick) / interval_ + 1 : 0;
    take_steps(static_cast<std::size_t>(count / 20 + 1));
    std::vector<std::int64_t> found;
    for (; tick < a_day_; tick += interval_) {
        if (passes_all() || passes(tick * unit_)) found.push_back(tick);
    }
    return found;
}

bool Stepping::passes(Second second) const {
    return holds(hours_, second / 3600) && holds(minutes_, second / 60 % 60) &&
           holds(seconds_, second % 60);
}

std::vector<Second> Stepping::seconds_of(Day day) const {
    std::vector<Second> found;
    for (const std::int64_t tick : ticks(residue_of(day), day == first() ? tick_ : 0)) {
        for (const Second more : picked_) found.push_back(tick * unit_ + more);
    }
    return found;
}

std::size_t Stepping::size_at(std::int64_t residue) const {
    const auto known = sizes_.find(residue);
    if (known != sizes_.end()) return known->second;
    const std::size_t size = ticks(residue, 0).size() * picked_.size();
    sizes_.emplace(residue, size);
    return size;
}

std::optional<std::vector<Second>> Stepping::possible() const {
    const std::int64_t together = std::gcd(interval_, a_day_);
    const auto most = static_cast<std::int64_t>(most_times);
    if (passes_all() && a_day_ / together > most) return std::nullopt;
    take_steps(static_cast<std::size_t>(a_day_ / together / 20 + 1));
    std::vector<Second> found;
    for (std::int64_t tick = tick_ % together; tick < a_day_; tick += together) {
        if (!passes(tick * unit_)) continue;
        for (const Second more : picked_) found.push_back(tick * unit_ + more);
        if (found.size() > most_times) return std::nullopt;
    }
    return found;
}

std::optional<Recurrence> Stepping::days_at(Second second) const {
    const std::int64_t tick = second / unit_;
    const std::int64_t together = std::gcd(interval_, a_day_);
    const bool is_picked = std::binary_search(picked_.begin(), picked_.end(), second % unit_);
    if (!is_picked || !passes(tick * unit_)) return std::nullopt;
    if (floor_mod(tick_ - tick, together) != 0) return std::nullopt;
    // The days d with d * a_day = tick of DTSTART - tick, modulo the interval.
    const std::int64_t ahead = floor_mod(floor_div(tick_ - tick, together), period_);
    const std::int64_t first_one = ahead * inverse_of(a_day_ / together, period_) % period_;
    const std::string days = filter();
    if (first_one > days_left()) return std::nullopt;
    return in_year(every(period_, days, later(first(), first_one)));
}

// Its days ------------------------------------------------------------------------------------------

std::int64_t Stepping::days_left() const { return (last_day - first()).count(); }

std::string Stepping::filter() const {
    std::string text;
    for (const auto& [name, value] : parts()) {
        const auto is = [&part = name](std::string_view each) { return each == part; };
        if (std::none_of(day_filters.begin(), day_filters.end(), is) &&
            std::none_of(parts_of_steps.begin(), parts_of_steps.end(), is)) {
            throw RuleLost(sentence("ics.rule.no_meaning",
                                    {{"name", name}, {"frequency", parts().frequency()}}));
        }
    }
    for (const std::string_view name : day_filters) {
        if (const std::string* const value = parts().find(name)) {
            text += ";" + std::string(name) + "=" + *value;
        }
    }
    return text;
}

bool Stepping::is_unfiltered() const { return is_plain_ && filter().empty(); }

Recurrence Stepping::endless() const {
    const std::string days = filter();
    if (picked_.empty()) return none_of(once(first()));
    if (passes_all() && interval_ <= a_day_) return in_year(every(1, days, first()));
    return in_year(of_residues(days));
}

Recurrence Stepping::in_year(Recurrence all) const {
    const std::string* const year_days = parts().find("BYYEARDAY");
    if (year_days == nullptr) return all;
    return all & recurrence_of("FREQ=YEARLY;BYYEARDAY=" + *year_days, first());
}

Recurrence Stepping::of_residues(const std::string& filter) const {
    std::vector<std::int64_t> hit;
    for (std::int64_t day = 0; day < period_; ++day) {
        take_steps();
        const std::int64_t residue = residue_after(day);
        if (residue < a_day_ && size_at(residue) > 0) hit.push_back(day);
        if (hit.size() > most_parts && std::ssize(hit) <= day) {
            throw RuleLost(sentence("ics.rule.too_many_days"));
        }
    }
    if (std::ssize(hit) == period_) return every(1, filter, first());
    std::optional<Recurrence> found;
    for (const std::int64_t day : hit) {
        if (day > days_left()) break;
        const Recurrence part = every(period_, filter, later(first(), day));
        found = found ? *found | part : part;
    }
    return found ? *found : none_of(once(first()));
}

TimedRule::At Stepping::reached(const Recurrence& days, std::int64_t left) const {
    if (picked_.empty()) return {last_day, 0};
    if (!is_unfiltered() || !rule().count) return TimedRule::reached(days, left);
    const std::int64_t last = tick_ + (std::int64_t{*rule().count} - 1) * interval_;
    return {later(first(), std::min(last / a_day_, days_left())),
            last % a_day_ * unit_ + picked_.front()};
}

std::optional<Recurrence> Stepping::walked() const {
    if (!rule().count || end() || interval_ <= a_day_) return std::nullopt;
    if (!is_unfiltered() || picked_.empty()) return std::nullopt;
    take_steps(static_cast<std::size_t>(*rule().count));
    std::vector<Day> found;
    for (std::int64_t number = 0; number < *rule().count; ++number) {
        const std::int64_t ahead = (tick_ + number * interval_) / a_day_;
        if (ahead > days_left()) break;
        found.push_back(later(first(), ahead));
    }
    return of_days(std::move(found));
}

}  // namespace probity::ics::detail
