#include "workdays/work_calendar_data.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "date/civil.hpp"
#include "date/names.hpp"
#include "text/sentence.hpp"

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

/// Sets the bits of some days of the week among the places [from, to); the day at place 0 is of
/// weekday `first`.
void set_weekdays(std::vector<std::uint64_t>& words, WeekdaySet set, int first, std::size_t from,
                  std::size_t to) {
    if (set == 0) return;
    // The word that begins with each day of the week.
    std::array<std::uint64_t, 7> patterns{};
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
        for (std::size_t i = 0; i < 64; ++i) {
            patterns[weekday] |= std::uint64_t{set >> (weekday + i) % 7 & 1u} << i;
        }
    }
    for (std::size_t begin = from / 64 * 64; begin < to; begin += 64) {
        std::uint64_t bits = patterns[(static_cast<std::size_t>(first) + begin) % 7];
        if (begin < from) bits &= ~std::uint64_t{0} << (from - begin);
        if (to - begin < 64) bits &= (std::uint64_t{1} << (to - begin)) - 1;
        words[begin / 64] |= bits;
    }
}

}  // namespace

bool same_holiday(const Holiday& a, const Holiday& b) {
    return a.name.in(Language::korean) == b.name.in(Language::korean) && a.kind == b.kind;
}

bool same_month(std::int64_t a, std::int64_t b) {
    const auto x = year_month_day(static_cast<DayNumber>(a));
    const auto y = year_month_day(static_cast<DayNumber>(b));
    return x.year == y.year && x.month == y.month;
}

Text adding_text(std::int64_t n) {
    const bool one = n == 1 || n == -1;
    return sentence(
        "horizon.adding",
        {{"days", sentence(one ? "working_days.one" : "working_days", {{"number", n}})}});
}

Text rolling_text(RollConvention convention) {
    return sentence("horizon.rolling", {{"convention", to_string(convention)}});
}

void throw_no_working_day(const Date& date) {
    throw ProbityError(
        sentence("calendar.no_working_day", {{"month", to_string(date).substr(0, 7)}}));
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
    std::vector<std::uint64_t> off = holiday_bits;
    const int weekday = weekday_index(first);
    for (auto week = weeks.begin(); week != weeks.end(); ++week) {
        const auto place = [&](DayNumber day) {
            return static_cast<std::size_t>(std::max(day, first) - first);
        };
        const std::size_t from = place(week->from);
        const std::size_t to = week + 1 == weeks.end() ? size : place((week + 1)->from);
        set_weekdays(holiday_bits, week->holidays, weekday, from, to);
        set_weekdays(off, week->off(), weekday, from, to);
    }
    work_days = WorkDays(first, size, off);
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

Text WorkCalendarData::horizon_text() const {
    return sentence("horizon",
                    {{"first", written(horizon.begin())}, {"last", written(horizon.last())}});
}

void WorkCalendarData::throw_outside(const Date& date) const {
    throw HorizonError(sentence("horizon.outside", {{"day", written(date)},
                                                    {"first", written(horizon.begin())},
                                                    {"last", written(horizon.last())}}));
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
            throw HorizonError(sentence(
                "horizon.holiday", {{"holiday", to_string(holiday)}, {"horizon", horizon_text()}}));
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
