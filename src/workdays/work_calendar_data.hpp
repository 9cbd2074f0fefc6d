// The content of a WorkCalendar: its holidays and weekend, and the working days that follow from
// them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/weekday.hpp"
#include "probity/workdays/holiday.hpp"
#include "probity/workdays/holiday_law.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "workdays/weeks.hpp"
#include "workdays/work_days.hpp"

namespace probity::detail {

/// Names, kinds and grounds, shared by the calendars made from one another. Their dates are not
/// set.
using HolidayTexts = std::vector<std::shared_ptr<const Holiday>>;

/// By what the days are worked on which no holiday is listed, for explanations to say.
enum class Ground : std::uint8_t {
    /// Lists of an institution's own.
    own_lists,
    /// A law, with the weekend that it has.
    law,
    /// A law, but with another weekend.
    own_weekend,
    /// Two calendars together.
    combination,
};

/// The text that explanations cite for days that are no public holidays; see HolidayLaw.
struct Citations {
    std::string working_days = {};
    std::string working_days_en = {};
    std::string weekend = {};
    std::string weekend_en = {};
};

struct WorkCalendarData {
    Interval horizon;
    Weeks weeks;
    Ground ground = Ground::own_lists;
    std::optional<Date> verified_from = std::nullopt;
    std::optional<Date> as_known_on = std::nullopt;
    Citations citations = {};
    HolidayTexts texts = {};
    /// Ascending by day.
    std::vector<DatedHoliday> holidays = {};
    /// Days that are worked until noon, if they are worked; ascending.
    std::vector<DatedHoliday> half_days = {};
    /// Days whose holidays were taken out, ascending: what the law says of them no longer holds here.
    std::vector<DayNumber> taken_out = {};

    // The numbers that follow from the above; see index().
    WorkDays work_days = {};
    /// Days with a listed holiday or a weekly one, as bits from the horizon's first day on.
    std::vector<std::uint64_t> holiday_bits = {};

    /// Fills in what follows from the rest.
    void index();

    /// Adds holidays, but for those that are there already. Throws HorizonError for one outside the
    /// horizon; index() is to be called afterwards.
    void add(std::span<const Holiday> added);

    [[nodiscard]] bool is_worked(std::uint64_t place) const noexcept {
        return WorkDays::worked(work_days.cells(), place) != 0;
    }
    [[nodiscard]] bool is_holiday(std::uint64_t place) const noexcept {
        return (holiday_bits[place / 64] >> (place % 64) & 1) != 0;
    }
    [[nodiscard]] const Week& week_of(DayNumber day) const noexcept {
        return detail::week_of(weeks, day);
    }
    [[nodiscard]] bool is_weekend(DayNumber day) const noexcept;
    /// Whether the law makes every such day of the week a public holiday.
    [[nodiscard]] bool is_weekly_holiday(DayNumber day) const noexcept;
    [[nodiscard]] bool is_taken_out(DayNumber day) const noexcept;
    /// The listed holiday with its date.
    [[nodiscard]] Holiday holiday(const DatedHoliday& entry) const;
    /// The first entry of a day or, if the day has none, of a later one.
    [[nodiscard]] std::vector<DatedHoliday>::const_iterator entry_from(std::int64_t day) const;
    /// The entries of half days in [begin, end), worked or not.
    [[nodiscard]] std::span<const DatedHoliday> half_day_entries(std::int64_t begin,
                                                                 std::int64_t end) const;

    /// Whether a day has a holiday or half day of this one's name and kind.
    [[nodiscard]] bool lists(DayNumber day, const Holiday& text) const;

    // Places count the horizon's days. A date outside it is a HorizonError.

    [[nodiscard]] std::uint64_t place_of(const Date& date) const {
        const std::uint64_t place = work_days.place(day_number(date));
        if (place >= work_days.size()) throw_outside(date);
        return place;
    }
    /// An end may be the first day after the horizon; without one it is that day.
    [[nodiscard]] std::uint64_t end_place_of(const std::optional<Date>& date) const {
        if (!date) return work_days.size();
        const std::uint64_t place = work_days.place(day_number(*date));
        if (place > work_days.size()) throw_outside(*date);
        return place;
    }
    /// The end as a day number.
    [[nodiscard]] std::int64_t end_day_of(const std::optional<Date>& date) const {
        return std::int64_t{work_days.first()} + static_cast<std::int64_t>(end_place_of(date));
    }
    /// How many days before a place are worked.
    [[nodiscard]] std::int64_t rank(std::uint64_t place) const noexcept {
        return static_cast<std::int64_t>(work_days.rank(place));
    }

    [[noreturn]] void throw_outside(const Date& date) const;
    /// "the calendar's horizon, 1949-06-04 to 2100-12-31".
    [[nodiscard]] Text horizon_text() const;
};

[[nodiscard]] std::shared_ptr<const WorkCalendarData> indexed(WorkCalendarData data);

/// For what writes a calendar down and makes it again, such as a pickle.
struct WorkCalendarAccess {
    [[nodiscard]] static const WorkCalendarData& data(const WorkCalendar& calendar) noexcept {
        return *calendar.data_;
    }
    [[nodiscard]] static WorkCalendar calendar(WorkCalendarData data) {
        return WorkCalendar(indexed(std::move(data)));
    }
};

/// Whether two entries tell of the same holiday.
[[nodiscard]] bool same_holiday(const Holiday& a, const Holiday& b);

/// Whether two days lie in one month of one year.
[[nodiscard]] bool same_month(std::int64_t a, std::int64_t b);

/// "adding 1 working day to", "adding -3 working days to", as refusals have it.
[[nodiscard]] Text adding_text(std::int64_t n);
/// "rolling (following)", as refusals have it.
[[nodiscard]] Text rolling_text(RollConvention convention);
/// Refuses the month of a date, in which nobody works.
[[noreturn]] void throw_no_working_day(const Date& date);

/// "2026-05-25 is a public holiday: ..."; the day lies in the horizon.
[[nodiscard]] std::string explain(const WorkCalendarData& data, DayNumber day, Language language);

}  // namespace probity::detail
