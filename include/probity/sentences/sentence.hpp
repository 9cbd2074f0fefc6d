// A sentence that says when something recurs, and where its readings differ.
//
//     const Sentence rule = parse_korean("매월 셋째 주");
//     rule.readings.size();                            // 6
//     rule.differ(2026, 2027, {0, 2})[0].month;        // 2
#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "probity/sentences/reading.hpp"
#include "probity/text/language.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// A year, or a month of it, in which readings give other days.
struct ReadingDifference {
    int year = first_year;
    /// None of a year.
    std::optional<int> month = std::nullopt;
    /// The days of each reading that was compared, in their order; weeks are Intervals.
    std::vector<std::vector<DayOrSpan>> dates = {};

    friend bool operator==(const ReadingDifference&, const ReadingDifference&) = default;
};

/// A sentence that says when something recurs, and what it may mean: its readings, the usual one first.
struct Sentence {
    std::string text = {};
    Language language = Language::korean;
    /// At least one, of what parse_korean and parse_english give.
    std::vector<Reading> readings = {};
    /// The time of day at which the sentence says that it begins, and at which it ends or by which it
    /// is due, since midnight: std::chrono::hh_mm_ss has its parts.
    std::optional<std::chrono::seconds> time = std::nullopt;
    std::optional<std::chrono::seconds> ends = std::nullopt;
    /// Whether the periods in which the readings are compared are years; else they are months.
    bool yearly = false;

    /// The days of the usual reading. Throws as Reading::recurrence does.
    [[nodiscard]] Recurrence recurrence(
        const Date& start, const std::optional<WorkCalendar>& workdays = std::nullopt) const;

    /// Where readings give other days, in the years [begin_year, end_year): years of a yearly rule,
    /// months of another. `chosen` are indexes of those to compare, if none is named all of them.
    /// Steps of so many periods are counted from the first of January of begin_year.
    ///
    /// Throws DateError for years that are not in 1400 to 9999, and ProbityError for a reading that there
    /// is not and as Reading::between does.
    [[nodiscard]] std::vector<ReadingDifference> differ(
        int begin_year, int end_year, const std::vector<std::size_t>& chosen = {},
        const std::optional<WorkCalendar>& workdays = std::nullopt) const;

    friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// Its text.
[[nodiscard]] std::string to_string(const Sentence& sentence);
std::ostream& operator<<(std::ostream& out, const Sentence& sentence);

static_assert(std::regular<Sentence> && std::regular<ReadingDifference>);

}  // namespace probity
