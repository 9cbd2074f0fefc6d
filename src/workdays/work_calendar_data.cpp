#include "workdays/work_calendar_data.hpp"

#include <algorithm>
#include <utility>

#include "date/civil.hpp"

namespace probity::detail {

std::shared_ptr<const WorkCalendarData> indexed(WorkCalendarData data) {
    data.index();
    return std::make_shared<const WorkCalendarData>(std::move(data));
}

namespace {

/// The first entry of a day or of a later one.
std::vector<DatedHoliday>::const_iterator first_from(const std::vector<DatedHoliday>& entries,
                                                     std::int64_t day) {
    return std::lower_bound(
        entries.begin(), entries.end(), day,
        [](const DatedHoliday& entry, std::int64_t from) { return entry.day < from; });
}

}  // namespace

bool same_holiday(const Holiday& a, const Holiday& b) {
    return a.name == b.name && a.kind == b.kind;
}

bool same_month(std::int64_t a, std::int64_t b) {
    const auto x = year_month_day(static_cast<DayNumber>(a));
    const auto y = year_month_day(static_cast<DayNumber>(b));
    return x.year == y.year && x.month == y.month;
}

std::string working_days_text(std::int64_t n) {
    return std::to_string(n) + (n == 1 || n == -1 ? " working day" : " working days");
}

bool WorkCalendarData::is_weekend(DayNumber day) const noexcept {
    return (week_of(day).weekend >> weekday_index(day) & 1) != 0;
}

bool WorkCalendarData::is_weekly_holiday(DayNumber day) const noexcept {
    return (week_of(day).holidays >> weekday_index(day) & 1) != 0;
}

bool WorkCalendarData::is_taken_out(DayNumber day) const noexcept {
    return std::binary_search(taken_out.begin(), taken_out.end(), day);
}

void WorkCalendarData::index() {
    const DayNumber first = day_number(horizon.begin());
    const auto size = static_cast<std::size_t>(horizon.days());
    holiday_bits.assign(size / 64 + 1, 0);
    for (const DatedHoliday& entry : holidays) {
        const auto i = static_cast<std::size_t>(entry.day - first);
        holiday_bits[i / 64] |= std::uint64_t{1} << (i % 64);
    }
    int weekday = weekday_index(first) - 1;
    auto next_week = weeks.begin();
    // The place from which the next week's days count, and the days of the present one.
    std::size_t next_place = 0;
    unsigned weekend = 0;
    unsigned weekly_holidays = 0;
    work_days = WorkDays(first, size, [&](std::size_t i) {
        weekday = weekday == 6 ? 0 : weekday + 1;
        while (i == next_place) {
            weekend = next_week->weekend;
            weekly_holidays = next_week->holidays;
            ++next_week;
            next_place =
                next_week == weeks.end() ? size : static_cast<std::size_t>(next_week->from - first);
        }
        std::uint64_t& word = holiday_bits[i / 64];
        word |= std::uint64_t{weekly_holidays >> weekday & 1u} << (i % 64);
        return ((word >> (i % 64) & 1) | (weekend >> weekday & 1u)) == 0;
    });
}

Holiday WorkCalendarData::holiday(const DatedHoliday& entry) const {
    Holiday holiday = *texts[entry.text];
    holiday.date = unchecked_date(entry.day);
    return holiday;
}

std::vector<DatedHoliday>::const_iterator WorkCalendarData::entry_from(std::int64_t day) const {
    return first_from(holidays, day);
}

std::span<const DatedHoliday> WorkCalendarData::half_day_entries(std::int64_t begin,
                                                                 std::int64_t end) const {
    if (begin >= end) return {};
    return {first_from(half_days, begin), first_from(half_days, end)};
}

std::string WorkCalendarData::horizon_text() const {
    return "the calendar's horizon, " + to_string(horizon.begin()) + " to " +
           to_string(horizon.last());
}

void WorkCalendarData::throw_outside(const Date& date) const {
    throw HorizonError(to_string(date) + " is outside " + horizon_text());
}

bool WorkCalendarData::lists(DayNumber day, const Holiday& text) const {
    for (auto entry = entry_from(day); entry != holidays.end() && entry->day == day; ++entry) {
        if (same_holiday(*texts[entry->text], text)) return true;
    }
    for (const DatedHoliday& entry : half_day_entries(day, std::int64_t{day} + 1)) {
        if (same_holiday(*texts[entry.text], text)) return true;
    }
    return false;
}

void WorkCalendarData::add(std::span<const Holiday> added) {
    for (const Holiday& holiday : added) {
        const DayNumber day = day_number(holiday.date);
        if (!horizon.contains(holiday.date)) {
            throw HorizonError("the holiday " + to_string(holiday) + " is outside " +
                               horizon_text());
        }
        if (lists(day, holiday)) continue;
        const DatedHoliday entry{day, static_cast<std::uint32_t>(texts.size())};
        std::vector<DatedHoliday>& entries =
            holiday.kind == HolidayKind::half_day ? half_days : holidays;
        entries.insert(first_from(entries, std::int64_t{day} + 1), entry);
        Holiday text = holiday;
        text.date = Date{};
        texts.push_back(std::make_shared<const Holiday>(std::move(text)));
    }
}

}  // namespace probity::detail
