// The loops of a WorkCalendar over arrays of day numbers.
//
//     const std::size_t done = add_same(table, days, 5, answers);
//     // done == days.size(), or the index of the first element that has no answer
//
// The caller finds out what to say of an element without an answer, so that the loops stay small.
// They can be interrupted (date/interruption.hpp).
//
// There are two ways to an answer. Counted, it takes a population count and a load from the list of
// working days. Where many times more days are asked for than the calendar has, the answer for each
// of its days is found once and then looked up: a hundred years are 73 KB of two bytes a day, which
// the second level of cache holds, and a lookup is less than half the work.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "probity/workdays/work_calendar.hpp"
#include "workdays/work_days.hpp"

namespace probity::detail {

using Days = std::span<const std::int64_t>;
using Answers = std::span<std::int64_t>;

/// The part of a calendar that the loops need, by value.
struct WorkTable {
    explicit WorkTable(const WorkDays& work_days)
        : cells(work_days.cells()),
          days(work_days.days().data()),
          worked(static_cast<std::int64_t>(work_days.days().size())),
          first(static_cast<std::uint64_t>(std::int64_t{work_days.first()})),
          size(work_days.size()) {}

    const std::uint64_t* cells;
    const DayNumber* days;
    /// How many days are worked.
    std::int64_t worked;
    std::uint64_t first;
    std::uint64_t size;
};

/// Whether each day's bit is set, in words whose first bit is the table's first day.
[[nodiscard]] std::size_t test_bits(const WorkTable& table, const std::uint64_t* words, Days days,
                                    bool* answers);
[[nodiscard]] std::size_t test_worked(const WorkTable& table, Days days, bool* answers);
[[nodiscard]] std::size_t count_pairs(const WorkTable& table, Days begins, Days ends,
                                      Answers answers);
[[nodiscard]] std::size_t add_same(const WorkTable& table, Days days, std::int64_t n,
                                   Answers answers);
[[nodiscard]] std::size_t add_each(const WorkTable& table, Days days, Days ns, Answers answers);
[[nodiscard]] std::size_t roll_days(const WorkTable& table, Days days, RollConvention convention,
                                    Answers answers);

}  // namespace probity::detail
