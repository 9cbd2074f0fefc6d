// A WorkCalendar's arithmetic on arrays of day numbers.
//
// Each loop returns the index of the first element that it cannot answer, or the length; what to
// say of that element is found out afterwards, so that the loops stay small.
#include <algorithm>
#include <limits>
#include <string>

#include "date/civil.hpp"
#include "date/popcount.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity {
namespace {

using detail::WorkCalendarData;
using detail::WorkDays;

constexpr std::int64_t not_a_time = std::numeric_limits<std::int64_t>::min();

void require_same_length(std::size_t days, std::size_t answers, const char* of_what) {
    if (days != answers) {
        throw ProbityError("arrays of " + std::to_string(days) + " days and " +
                           std::to_string(answers) + " " + of_what +
                           " do not fit together: they must be of one length");
    }
}

std::string day_text(std::int64_t day) {
    if (day >= first_day_number && day <= last_day_number) {
        return to_string(detail::unchecked_date(day));
    }
    return "day " + std::to_string(day) + " counted from 1970-01-01";
}

/// Throws for a day that cannot be answered for, unless it can: `end_allowed` for ends, which may
/// be the first day after the horizon.
void require_known(const WorkCalendarData& data, std::size_t index, std::int64_t day,
                   bool end_allowed = false) {
    const std::string element = "element " + std::to_string(index);
    if (day == not_a_time) {
        throw DateError(element + " is not a time (NaT): only dates can be answered for");
    }
    const std::uint64_t place = data.work_days.place(day);
    if (place < data.work_days.size() + (end_allowed ? 1 : 0)) return;
    throw HorizonError(element + ", " + day_text(day) + ", is outside " + data.horizon_text());
}

[[noreturn]] void throw_left_horizon(const WorkCalendarData& data, std::size_t index,
                                     std::int64_t day, const std::string& what) {
    throw HorizonError("element " + std::to_string(index) + ": " + what + " " + day_text(day) +
                       " leaves " + data.horizon_text());
}

// The loops ---------------------------------------------------------------------------------------

/// What the loops need of a calendar, by value.
struct Table {
    explicit Table(const WorkDays& work_days)
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

std::size_t test_bits(const std::uint64_t* words, std::uint64_t first, std::uint64_t size,
                      const std::int64_t* days, bool* answers, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - first;
        if (place >= size) return i;
        answers[i] = (words[place / 64] >> (place % 64) & 1) != 0;
    }
    return n;
}

std::size_t test_cells(const Table table, const std::int64_t* days, bool* answers, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - table.first;
        if (place >= table.size) return i;
        answers[i] = WorkDays::worked(table.cells, place) != 0;
    }
    return n;
}

PROBITY_POPCNT std::size_t count_pairs(const Table table, const std::int64_t* begins,
                                       const std::int64_t* ends, std::int64_t* answers,
                                       std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint64_t begin = static_cast<std::uint64_t>(begins[i]) - table.first;
        const std::uint64_t end = static_cast<std::uint64_t>(ends[i]) - table.first;
        if (begin > table.size || end > table.size) return i;
        answers[i] = static_cast<std::int64_t>(WorkDays::rank(table.cells, end) -
                                               WorkDays::rank(table.cells, begin));
    }
    return n;
}

/// The index into the working days of a day moved by n of them.
inline std::int64_t moved(const Table& table, std::uint64_t place, std::int64_t n) {
    // Strictly after a working day means not counting it.
    const auto forward = static_cast<std::uint64_t>(n > 0);
    const std::uint64_t counted = WorkDays::worked(table.cells, place) & forward;
    const std::uint64_t before = WorkDays::rank(table.cells, place) + counted - forward;
    // Unsigned, since the sum of a huge n overflows: it is then out of range either way, since no
    // calendar has 2^62 days.
    return static_cast<std::int64_t>(before + static_cast<std::uint64_t>(n));
}

inline bool in_range(const Table& table, std::int64_t index) {
    return static_cast<std::uint64_t>(index) < static_cast<std::uint64_t>(table.worked);
}

PROBITY_POPCNT std::size_t add_same(const Table table, const std::int64_t* days, std::int64_t n,
                                    std::int64_t* answers, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - table.first;
        if (place >= table.size) return i;
        const std::int64_t index = moved(table, place, n);
        if (!in_range(table, index)) return i;
        answers[i] = table.days[index];
    }
    return length;
}

PROBITY_POPCNT std::size_t add_each(const Table table, const std::int64_t* days,
                                    const std::int64_t* ns, std::int64_t* answers,
                                    std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - table.first;
        if (place >= table.size) return i;
        const std::int64_t index = moved(table, place, ns[i]);
        if (!in_range(table, index)) return i;
        answers[i] = table.days[index];
    }
    return length;
}

// Rolling asks for the working day at or after a day, or at or before it; a working day is both.
// Without branches, since a third of all days are off and no processor guesses which.

/// The index of the first working day at or after a place; as many as there are where there is
/// none.
inline std::uint64_t index_after(const Table& table, std::uint64_t place) {
    return WorkDays::rank(table.cells, place);
}

/// The index of the last working day at or before a place; the largest number where there is none.
inline std::uint64_t index_before(const Table& table, std::uint64_t place) {
    return WorkDays::rank(table.cells, place) + WorkDays::worked(table.cells, place) - 1;
}

PROBITY_POPCNT std::size_t roll_following(const Table table, const std::int64_t* days,
                                          std::int64_t* answers, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - table.first;
        if (place >= table.size) return i;
        const std::uint64_t index = index_after(table, place);
        if (index >= static_cast<std::uint64_t>(table.worked)) return i;
        answers[i] = table.days[index];
    }
    return length;
}

PROBITY_POPCNT std::size_t roll_preceding(const Table table, const std::int64_t* days,
                                          std::int64_t* answers, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - table.first;
        if (place >= table.size) return i;
        const std::uint64_t index = index_before(table, place);
        if (index >= static_cast<std::uint64_t>(table.worked)) return i;
        answers[i] = table.days[index];
    }
    return length;
}

PROBITY_POPCNT std::size_t roll_nearest(const Table table, const std::int64_t* days,
                                        std::int64_t* answers, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::int64_t day = days[i];
        const std::uint64_t place = static_cast<std::uint64_t>(day) - table.first;
        if (place >= table.size) return i;
        const std::uint64_t after = index_after(table, place);
        const std::uint64_t before = index_before(table, place);
        if (std::max(after, before) >= static_cast<std::uint64_t>(table.worked)) return i;
        const std::int64_t later = table.days[after];
        const std::int64_t earlier = table.days[before];
        answers[i] = later - day <= day - earlier ? later : earlier;
    }
    return length;
}

inline bool same_month(std::int64_t a, std::int64_t b) {
    return detail::year_month_day(static_cast<DayNumber>(a)).month ==
           detail::year_month_day(static_cast<DayNumber>(b)).month;
}

PROBITY_POPCNT std::size_t roll_within_month(const Table table, const std::int64_t* days,
                                             bool forward, std::int64_t* answers,
                                             std::size_t length) {
    const auto worked = static_cast<std::uint64_t>(table.worked);
    for (std::size_t i = 0; i < length; ++i) {
        const std::int64_t day = days[i];
        const std::uint64_t place = static_cast<std::uint64_t>(day) - table.first;
        if (place >= table.size) return i;
        // Months are told apart only for days off, which is the dear part.
        if (WorkDays::worked(table.cells, place) != 0) {
            answers[i] = day;
            continue;
        }
        const std::uint64_t after = index_after(table, place);
        const std::uint64_t before = index_before(table, place);
        const std::uint64_t wanted = forward ? after : before;
        const bool stays = wanted < worked && same_month(table.days[wanted], day);
        const std::uint64_t index = stays ? wanted : forward ? before : after;
        if (index >= worked) return i;
        answers[i] = table.days[index];
    }
    return length;
}

std::size_t check_places(const Table table, const std::int64_t* days, std::int64_t* answers,
                         std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        if (static_cast<std::uint64_t>(days[i]) - table.first >= table.size) return i;
        answers[i] = days[i];
    }
    return length;
}

std::size_t roll_days(const Table& table, const std::int64_t* days, RollConvention convention,
                      std::int64_t* answers, std::size_t length) {
    switch (convention) {
        case RollConvention::following:
            return roll_following(table, days, answers, length);
        case RollConvention::preceding:
            return roll_preceding(table, days, answers, length);
        case RollConvention::modified_following:
            return roll_within_month(table, days, true, answers, length);
        case RollConvention::modified_preceding:
            return roll_within_month(table, days, false, answers, length);
        case RollConvention::nearest:
            return roll_nearest(table, days, answers, length);
        case RollConvention::none:
            break;
    }
    return check_places(table, days, answers, length);
}

}  // namespace

void WorkCalendar::is_working_day(std::span<const std::int64_t> days,
                                  std::span<bool> answers) const {
    require_same_length(days.size(), answers.size(), "answers");
    const std::size_t done =
        test_cells(Table(data_->work_days), days.data(), answers.data(), days.size());
    if (done < days.size()) require_known(*data_, done, days[done]);
}

void WorkCalendar::is_holiday(std::span<const std::int64_t> days, std::span<bool> answers) const {
    require_same_length(days.size(), answers.size(), "answers");
    const Table table(data_->work_days);
    const std::size_t done = test_bits(data_->holiday_bits.data(), table.first, table.size,
                                       days.data(), answers.data(), days.size());
    if (done < days.size()) require_known(*data_, done, days[done]);
}

void WorkCalendar::roll(std::span<const std::int64_t> days, RollConvention convention,
                        std::span<std::int64_t> answers) const {
    require_same_length(days.size(), answers.size(), "answers");
    const std::size_t done =
        roll_days(Table(data_->work_days), days.data(), convention, answers.data(), days.size());
    if (done == days.size()) return;
    require_known(*data_, done, days[done]);
    throw_left_horizon(*data_, done, days[done],
                       "rolling (" + std::string(to_string(convention)) + ")");
}

void WorkCalendar::add(std::span<const std::int64_t> days, std::int64_t n,
                       std::span<std::int64_t> answers) const {
    require_same_length(days.size(), answers.size(), "answers");
    const std::size_t done =
        add_same(Table(data_->work_days), days.data(), n, answers.data(), days.size());
    if (done == days.size()) return;
    require_known(*data_, done, days[done]);
    throw_left_horizon(*data_, done, days[done],
                       "adding " + std::to_string(n) + " working days to");
}

void WorkCalendar::add(std::span<const std::int64_t> days, std::span<const std::int64_t> ns,
                       std::span<std::int64_t> answers) const {
    require_same_length(days.size(), ns.size(), "numbers of working days");
    require_same_length(days.size(), answers.size(), "answers");
    const std::size_t done =
        add_each(Table(data_->work_days), days.data(), ns.data(), answers.data(), days.size());
    if (done == days.size()) return;
    require_known(*data_, done, days[done]);
    throw_left_horizon(*data_, done, days[done],
                       "adding " + std::to_string(ns[done]) + " working days to");
}

void WorkCalendar::count(std::span<const std::int64_t> begins, std::span<const std::int64_t> ends,
                         std::span<std::int64_t> answers) const {
    require_same_length(begins.size(), ends.size(), "ends");
    require_same_length(begins.size(), answers.size(), "answers");
    const std::size_t done = count_pairs(Table(data_->work_days), begins.data(), ends.data(),
                                         answers.data(), begins.size());
    if (done == begins.size()) return;
    require_known(*data_, done, begins[done], true);
    require_known(*data_, done, ends[done], true);
}

}  // namespace probity
