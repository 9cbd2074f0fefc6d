#include "sentences/english/hours.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "probity/date/time_of_day.hpp"
#include "sentences/code_points.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {
namespace {

const Pattern clock_pattern(
    U"([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?::00)? ?(a[.]?m[.]?|p[.]?m[.]?)?(?![0-9a-z:]|[.][0-9])");

enum class Half : std::uint8_t { none, am, pm };

struct Clock {
    int hour = 0;
    int minute = 0;
    Half half = Half::none;
    /// Whether it reads as a time by itself, as 14:00 does and 2 does not.
    bool by_itself = false;
};

std::optional<Clock> read_clock(Scanner& s) {
    if (s.take(U"noon", U"midday")) return Clock{12, 0, Half::pm, true};
    if (s.take(U"midnight")) return Clock{0, 0, Half::none, true};
    const auto found = s.match(clock_pattern);
    if (!found) return std::nullopt;
    Clock clock{static_cast<int>(number_of((*found)[1])), static_cast<int>(number_of((*found)[2]))};
    if (found->has(3)) clock.half = (*found)[3].front() == U'a' ? Half::am : Half::pm;
    const bool o_clock = s.take(U"o'clock", U"hours", U"hrs");
    clock.by_itself = found->has(2) || o_clock;
    return clock;
}

TimeOfDay time_of(Scanner& s, const Clock& clock, Half half, std::size_t place) {
    int hour = clock.hour;
    if (half != Half::none) {
        if (hour < 1 || hour > 12) s.fail(sentence("rule.twelve_hours"), place);
        hour = hour % 12 + (half == Half::pm ? 12 : 0);
    }
    if (hour > 23 || clock.minute > 59) s.fail(sentence("rule.time_of_day"), place);
    return {hour, clock.minute};
}

/// An hour up to six is of the morning or of the afternoon; one that is bare is of either.
void check_half(Scanner& s, std::size_t place, int hour = 1) {
    if (hour <= 6 &&
        (s.done() || s.ahead(U",", U")", U";", U".", U"every", U"each", U"on", U"of", U"in"))) {
        s.fail(sentence("rule.morning_en"), place);
    }
}

/// The word before a time of day: at, from, by.
enum class Before : std::uint8_t { nothing, at, from, between, end };

Before read_before(Scanner& s) {
    if (s.take(U"at")) return Before::at;
    if (s.take(U"from")) return Before::from;
    if (s.take(U"between")) return Before::between;
    const bool is_end = s.take(U"by", U"until", U"till", U"no later than", U"not later than");
    return is_end ? Before::end : Before::nothing;
}

std::optional<Clock> read_end(Scanner& s, Before before) {
    const std::size_t mark = s.at;
    const bool goes_on =
        before == Before::between ? s.take(U"and") : s.take(U"to", U"until", U"till", U"-");
    const auto clock = goes_on ? read_clock(s) : std::nullopt;
    if (!clock) s.at = mark;
    return clock;
}

}  // namespace

bool read_time_of_day(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    const bool bracket = s.take(U"(");
    s.take(U",");
    const Before before = read_before(s);
    const std::size_t inner = s.at;
    const auto begins = read_clock(s);
    if (!begins) {
        if (before != Before::nothing && s.number()) check_half(s, start);
        return false;
    }
    const auto passed = [&](std::size_t from) {
        return std::u32string_view(s.text).substr(from, s.at - from);
    };
    if (before == Before::nothing && begins->half == Half::none &&
        passed(inner).find(U'.') != std::u32string_view::npos) {
        return false;  // 15.03 may be a date
    }
    const std::size_t mark = s.at;
    const auto ends = read_end(s, before);
    const Half half = begins->half == Half::none && ends ? ends->half : begins->half;
    if (half == Half::none && !begins->by_itself) {
        const std::size_t word = start + (s.stands_at(U" ", start) ? 1 : 0);
        if (s.stands_at(U"at ", word) || s.stands_at(U"from ", word)) check_half(s, start);
        return false;  // a number with nothing that makes it an hour
    }
    if (half == Half::none && stripped(passed(start)).ends_with(U"o'clock")) {
        check_half(s, start, begins->hour);
    }
    if (plan.time || plan.ends) s.fail(sentence("rule.one_time"), start);
    TimeOfDay first = time_of(s, *begins, half, start);
    std::optional<TimeOfDay> last;
    if (ends) {
        last = time_of(s, *ends, ends->half, start);
        if (*last <= first && begins->half == Half::none) {
            first = time_of(s, *begins, Half::none, start);  // 11 to 1 pm
        }
        if (*last <= first) s.fail(sentence("rule.ends_before"), mark);
    }
    if (bracket && !s.take(U")")) return false;
    if (before == Before::end && !last) {
        plan.ends = first;
    } else {
        plan.time = first;
        plan.ends = last;
    }
    return true;
}

}  // namespace probity::detail::english
