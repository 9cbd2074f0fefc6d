// The computable form of a rule with times: its local times, without the bounds of start, UNTIL and
// COUNT.
//
//     DayTimesForm     DAILY to YEARLY; steps of a day's part   days of a date rule times a day's pattern
//     UnionForm        the same with BYSETPOS over times        one DayTimesForm for some of the day's times
//     CycleForm        HOURLY and finer without parts of days   ranked bits over one cycle of the steps
//     DaysCycleForm    the same with parts of days              a CycleForm on days, counted by blocks of them
//
// Times are seconds of the local clock since 1970-01-01T00:00:00. A form may be asked about times from
// its rule's start on only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>

#include "date/civil.hpp"
#include "probity/recurrence/rule.hpp"
#include "probity/times/local_time.hpp"
#include "recurrence/forms/form.hpp"

namespace probity::detail {

/// The answer of next_from past the last time, and of last_before before the first.
inline constexpr std::int64_t no_later_time = std::numeric_limits<std::int64_t>::max() / 2;
inline constexpr std::int64_t no_earlier_time = -no_later_time;

/// After so many leaps, from one set of times to another and back, that did not meet, other ways are
/// taken.
inline constexpr int most_leaps = 16;

class TimeForm {
  public:
    virtual ~TimeForm() = default;

    [[nodiscard]] virtual bool contains(std::int64_t time) const = 0;
    /// How many times are before `time`, up to a constant that is the same for all.
    [[nodiscard]] virtual std::int64_t rank(std::int64_t time) const = 0;
    /// The time that has `k` before it in the sense of rank; past the last, no_later_time or a time
    /// past 9999.
    [[nodiscard]] virtual std::int64_t select(std::int64_t k) const = 0;
    /// The first time from `time` on; past the last, no_later_time or a time past 9999.
    [[nodiscard]] virtual std::int64_t next_from(std::int64_t time) const = 0;
    /// The last before `time`; one before the rule's start is as good as none.
    [[nodiscard]] virtual std::int64_t last_before(std::int64_t time) const = 0;
    /// Writes the times in [begin, end), at most `room`, and says how many.
    virtual std::size_t emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                             std::size_t room) const = 0;

    /// A number that is the same for runs of so many seconds in which the form has the same times, if it
    /// has any there; none if that is not told.
    [[nodiscard]] virtual std::optional<std::int64_t> pattern_of(std::int64_t /*begin*/,
                                                                 std::int64_t /*length*/) const {
        return std::nullopt;
    }

    /// The first time of which nothing is known; no_later_time if all is.
    [[nodiscard]] virtual std::int64_t known_end() const { return no_later_time; }
};

/// The first time of which nothing is known, by the days of which nothing is.
[[nodiscard]] inline std::int64_t known_end_of(const Form& days) {
    const std::int64_t end = days.known_end();
    return end == no_later_day ? no_later_time : end * day_seconds;
}

/// The form of a rule that counts from a local start. Throws HorizonError for a lunisolar rule whose
/// start lies outside what is known.
[[nodiscard]] std::unique_ptr<const TimeForm> make_time_form(const Rule& rule, std::int64_t start);

}  // namespace probity::detail
