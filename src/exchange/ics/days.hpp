// Days as recurrences: those of a rule without times, some days, days to a last one.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "exchange/ics/rules.hpp"
#include "exchange/ics/values.hpp"
#include "probity/exchange/ics_moment.hpp"
#include "probity/recurrence/recurrence.hpp"

namespace probity::ics::detail {

/// The weekdays as rules name them, from Monday.
inline constexpr std::array<std::string_view, 7> weekday_names{"MO", "TU", "WE", "TH",
                                                               "FR", "SA", "SU"};
/// The place of the weekday of a day: 0 for Monday.
[[nodiscard]] inline std::size_t weekday_place(Day day) {
    return std::chrono::weekday(day).iso_encoding() - 1;
}
/// The year of a day.
[[nodiscard]] inline int year_of(Day day) {
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

/// The last day of a rule by its UNTIL; of the times on it those to `time` are left.
struct End {
    Day day;
    std::optional<seconds> time = std::nullopt;
};

/// UNTIL in the time of DTSTART; none without it. `zone` is that of whole days which a server wrote
/// in UTC. Throws BeyondDates.
[[nodiscard]] std::optional<End> end_of(const std::optional<Written>& until, const Moment& start,
                                        const ZonePointer& zone = nullptr);

/// A recurrence by the text of its rule. Throws ProbityError.
[[nodiscard]] Recurrence recurrence_of(std::string_view rule, Day start);

/// The days of a rule that has no times, from a day on, cut at COUNT and at `end`. Throws
/// ProbityError.
[[nodiscard]] Recurrence days_of(const Parsed& rule, Day start, std::optional<Day> end);

/// One day.
[[nodiscard]] Recurrence once(Day day);
/// Some days, in any order; at least one.
[[nodiscard]] Recurrence of_days(std::vector<Day> days);
/// No day: some days without themselves.
[[nodiscard]] inline Recurrence none_of(const Recurrence& days) { return days - days; }
/// The days to a last one.
[[nodiscard]] Recurrence until_day(const Recurrence& days, Day last);
/// Some days, and one more.
[[nodiscard]] Recurrence with_day(const Recurrence& days, Day day);

}  // namespace probity::ics::detail
