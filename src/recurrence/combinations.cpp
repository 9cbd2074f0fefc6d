#include "recurrence/combinations.hpp"

#include <algorithm>
#include <utility>

#include "recurrence/forms/bits_form.hpp"

namespace probity::detail {

using Words = RankedBits::Words;

// --- Set operations -------------------------------------------------------------------------------

bool SetExpression::small_contains(std::int64_t day) const {
    switch (operation()) {
        case Operation::unite:
            return first().contains(day) || second().contains(day);
        case Operation::intersect:
            return first().contains(day) && second().contains(day);
        default:
            return first().contains(day) && !second().contains(day);
    }
}

void SetExpression::small_fill(DayRange window, std::uint64_t* words) const {
    // The first goes into place: however many are combined one after another, there is one set of
    // words beside.
    first().fill(window.begin, window.end, words);
    Words other = RankedBits::words_for(days_in(window));
    second().fill(window.begin, window.end, other.data());
    merge(words, other);
}

Words SetExpression::combined(DayRange window, DrawnDays a, const DrawnDays* b) const {
    Words words = cut(std::move(a), window);
    if (b->window == window) {
        merge(words.data(), b->words);
    } else {
        merge(words.data(), cut(*b, window));
    }
    return words;
}

void SetExpression::merge(std::uint64_t* words, const Words& other) const {
    for (std::size_t w = 0; w < other.size(); ++w) {
        switch (operation()) {
            case Operation::unite:
                words[w] |= other[w];
                break;
            case Operation::intersect:
                words[w] &= other[w];
                break;
            default:
                words[w] &= ~other[w];
                break;
        }
    }
}

DayRange SetExpression::range_by_parts() const {
    const DayRange a = first().range();
    if (operation() == Operation::subtract) return a;
    const DayRange b = second().range();
    if (operation() == Operation::intersect) {
        return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
    }
    return hull(a, b);
}

std::int64_t SetExpression::known_end_by_parts() const {
    const std::int64_t end = std::min(first().known_end(), second().known_end());
    // Past the last possible date there is nothing to be known.
    return end < range().end ? end : no_later_day;
}

std::optional<bool> SetExpression::finite_by_first(bool a_is_finite) const {
    switch (operation()) {
        case Operation::unite:
            return a_is_finite ? std::nullopt : std::optional(false);
        case Operation::intersect:
            return a_is_finite ? std::optional(true) : std::nullopt;
        default:
            return a_is_finite;
    }
}

// --- Of one part ----------------------------------------------------------------------------------

Words OnePartExpression::combined(DayRange window, DrawnDays part, const DrawnDays*) const {
    Words words = RankedBits::words_for(days_in(window));
    const DayRange needed = window_of_parts(window);
    if (days_in(needed) != 0) place(window, cut(std::move(part), needed), words.data());
    return words;
}

void OnePartExpression::small_fill(DayRange window, std::uint64_t* words) const {
    const DayRange needed = window_of_parts(window);
    if (days_in(needed) == 0) return;
    Words part = RankedBits::words_for(days_in(needed));
    first().fill(needed.begin, needed.end, part.data());
    place(window, std::move(part), words);
}

// --- Shift ----------------------------------------------------------------------------------------

ShiftExpression::ShiftExpression(ExpressionPointer base, std::int32_t days)
    : OnePartExpression(Operation::shift, days, std::move(base)),
      taken_{std::max<std::int64_t>(first_day_number, std::int64_t{first_day_number} - days),
             std::min(no_later_day, no_later_day - days)} {}

std::int64_t ShiftExpression::moved(std::int64_t base_day) const noexcept {
    return base_day >= taken_.begin && base_day < taken_.end ? base_day + days() : no_later_day;
}

// Dates of the base that would be moved to before the first date there is.
std::int64_t ShiftExpression::skipped() const {
    if (taken_.begin == first_day_number) return 0;
    return skipped_.get([this] { return first().rank(taken_.begin); });
}

bool ShiftExpression::small_contains(std::int64_t day) const {
    const std::int64_t base_day = day - days();
    return base_day >= taken_.begin && base_day < taken_.end && first().contains(base_day);
}

std::int64_t ShiftExpression::rank(std::int64_t day) const {
    if (!is_small()) return CombinedExpression::rank(day);
    if (taken_.begin >= taken_.end) return 0;
    return first().rank(std::clamp(day - days(), taken_.begin, taken_.end)) - skipped();
}

std::int64_t ShiftExpression::select(std::int64_t k) const {
    if (!is_small()) return CombinedExpression::select(k);
    if (taken_.begin >= taken_.end) return no_later_day;
    return moved(first().select(k + skipped()));
}

std::int64_t ShiftExpression::next_from(std::int64_t day) const {
    if (!is_small()) return CombinedExpression::next_from(day);
    const std::int64_t from = std::max(day - days(), taken_.begin);
    return from < taken_.end ? moved(first().next_from(from)) : no_later_day;
}

std::int64_t ShiftExpression::last_before(std::int64_t day) const {
    if (!is_small()) return CombinedExpression::last_before(day);
    const std::int64_t last = first().last_before(std::min(day - days(), taken_.end));
    return last >= taken_.begin && last < taken_.end ? last + days() : no_earlier_day;
}

std::size_t ShiftExpression::emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                                  std::size_t room) const {
    if (!is_small()) return CombinedExpression::emit(begin, end, out, room);
    const DayRange from = window_of_parts({begin, end});
    if (from.begin >= from.end) return 0;
    const std::size_t n = first().emit(from.begin, from.end, out, room);
    for (std::size_t i = 0; i < n; ++i) out[i] += days();
    return n;
}

DayRange ShiftExpression::window_of_parts(DayRange window) const {
    return {std::max(window.begin - days(), taken_.begin),
            std::min(window.end - days(), taken_.end)};
}

void ShiftExpression::place(DayRange window, Words base, std::uint64_t* words) const {
    const DayRange from = window_of_parts(window);
    or_bits(words, static_cast<std::size_t>(from.begin + days() - window.begin), base.data(),
            days_in(from));
}

DayRange ShiftExpression::range_by_parts() const {
    const DayRange base = first().range();
    return {std::max(base.begin, taken_.begin) + days(), std::min(base.end, taken_.end) + days()};
}

std::int64_t ShiftExpression::known_end_by_parts() const {
    const std::int64_t end = first().known_end();
    return end < taken_.end ? end + days() : no_later_day;
}

// --- Days of spans --------------------------------------------------------------------------------

// A span that would go on past the last date there is, is none.
std::int64_t SpanDaysExpression::fitting_end() const noexcept { return no_later_day - days() + 1; }

bool SpanDaysExpression::small_contains(std::int64_t day) const {
    // Whether a span that fits begins on the day, or so shortly before it that it lasts.
    const std::int64_t earliest = std::max<std::int64_t>(day - days() + 1, first_day_number);
    const std::int64_t first_day = first().next_from(earliest);
    return first_day <= day && first_day < fitting_end();
}

// Spans that began before the first day may reach into it.
DayRange SpanDaysExpression::window_of_parts(DayRange window) const {
    const std::int64_t from = std::max<std::int64_t>(window.begin - days() + 1, first_day_number);
    return {from, std::max(from, window.end)};
}

void SpanDaysExpression::place(DayRange window, Words covered, std::uint64_t* words) const {
    const std::int64_t from = window_of_parts(window).begin;
    const auto size = static_cast<std::size_t>(window.end - from);
    for (std::int64_t day = std::max(from, fitting_end()); day < window.end; ++day) {
        const auto bit = static_cast<std::size_t>(day - from);
        covered[bit / word_bits] &= ~(std::uint64_t{1} << (bit % word_bits));
    }
    // Each round doubles how far every first day reaches, up to the length.
    for (std::int32_t reach = 1; reach < days();) {
        const std::int32_t by = std::min(reach, days() - reach);
        Words moved = covered;
        const std::size_t room = size - std::min<std::size_t>(size, static_cast<std::size_t>(by));
        or_bits(moved.data(), static_cast<std::size_t>(by), covered.data(), room);
        covered = std::move(moved);
        reach += by;
    }
    copy_bits(from, size, covered, window.begin, window.end, words);
}

DayRange SpanDaysExpression::range_by_parts() const {
    const DayRange first_days = first().range();
    if (first_days.begin >= first_days.end) return first_days;
    return {first_days.begin, std::min(first_days.end + days() - 1, no_later_day)};
}

std::int64_t SpanDaysExpression::known_end_by_parts() const { return first().known_end(); }

}  // namespace probity::detail
