#include "probity/workdays/work_calendar.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "date/civil.hpp"
#include "date/names.hpp"
#include "probity/date/lunisolar.hpp"
#include "probity/workdays/korea.hpp"
#include "text/sentence.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity {

using detail::WorkCalendarData;

namespace {

/// The k-th working day; `from` and `what` are for the message.
template <class What>
DayNumber working_day(const WorkCalendarData& data, std::int64_t k, const Date& from, What what) {
    const std::vector<DayNumber>& days = data.work_days.days();
    if (k < 0 || k >= static_cast<std::int64_t>(days.size())) {
        throw HorizonError(detail::sentence(
            "horizon.left",
            {{"step", what()}, {"from", detail::written(from)}, {"horizon", data.horizon_text()}}));
    }
    return days[static_cast<std::size_t>(k)];
}

/// The whole years from the first date to the last.
Interval whole_years(std::span<const Holiday> holidays) {
    if (holidays.empty()) {
        return Interval::closed(make_date(first_lunar_year, 1, 1),
                                make_date(last_lunar_year, 12, 31));
    }
    const auto [first, last] = std::minmax_element(
        holidays.begin(), holidays.end(),
        [](const Holiday& a, const Holiday& b) { return day_number(a.date) < day_number(b.date); });
    return Interval::closed(make_date(detail::year_day(day_number(first->date)).year, 1, 1),
                            make_date(detail::year_day(day_number(last->date)).year, 12, 31));
}

/// The calendar of what was interpreted: its holidays with its half days set apart.
WorkCalendarData of_interpreted(InterpretedLaw law, std::span<const WeekendTerm> weekends,
                                const Interval& horizon, const std::optional<Date>& as_known_on) {
    const DayNumber known_until = as_known_on ? day_number(*as_known_on) : last_day_number;
    const DayNumber first = day_number(horizon.begin());
    const DayNumber last = day_number(horizon.last());
    WorkCalendarData data{.horizon = horizon,
                          .weeks = detail::weeks_of(weekends, first, last, known_until, first),
                          .ground = detail::Ground::law,
                          .as_known_on = as_known_on};
    const auto is_half = [&](const DatedHoliday& entry) {
        return law.texts[entry.text].kind == HolidayKind::half_day;
    };
    std::copy_if(law.holidays.begin(), law.holidays.end(), std::back_inserter(data.half_days),
                 is_half);
    if (!data.half_days.empty()) std::erase_if(law.holidays, is_half);
    data.holidays = std::move(law.holidays);
    data.texts.reserve(law.texts.size());
    for (Holiday& text : law.texts) {
        data.texts.push_back(std::make_shared<const Holiday>(std::move(text)));
    }
    return data;
}

}  // namespace

// Construction ------------------------------------------------------------------------------------

WorkCalendar WorkCalendar::korea(const std::optional<Date>& as_known_on) {
    const Interval horizon = korea::horizon();
    if (as_known_on && day_number(*as_known_on) < day_number(horizon.begin())) {
        throw HorizonError(detail::sentence(
            "horizon.as_known_on",
            {{"on", detail::written(*as_known_on)}, {"first", detail::written(horizon.begin())}}));
    }
    return of_law(korea::law(), horizon, as_known_on);
}

WorkCalendar WorkCalendar::of_law(const HolidayLaw& law, const Interval& horizon,
                                  const std::optional<Date>& as_known_on) {
    WorkCalendarData data =
        of_interpreted(interpret(law, horizon, as_known_on), law.weekends, horizon, as_known_on);
    data.verified_from = law.verified_from;
    data.citations = {
        .working_days = law.cited_as,
        .working_days_en = law.cited_as_en,
        .weekend = law.weekend_cited_as.empty() ? law.cited_as : law.weekend_cited_as,
        .weekend_en = law.weekend_cited_as_en.empty() ? law.cited_as_en : law.weekend_cited_as_en};
    return WorkCalendar(detail::indexed(std::move(data)));
}

WorkCalendar WorkCalendar::of_law(std::span<const HolidayRow> rows, const Interval& horizon,
                                  const std::optional<Date>& as_known_on) {
    const WeekendTerm saturdays_and_sundays;
    return WorkCalendar(detail::indexed(of_interpreted(
        interpret(rows, horizon, as_known_on), {&saturdays_and_sundays, 1}, horizon, as_known_on)));
}

WorkCalendar WorkCalendar::from_holidays(std::span<const Holiday> holidays,
                                         std::span<const Weekday> weekend,
                                         const std::optional<Interval>& horizon) {
    WorkCalendarData data{.horizon = horizon ? *horizon : whole_years(holidays), .weeks = {}};
    data.weeks = {
        {.from = day_number(data.horizon.begin()), .weekend = detail::weekend_set(weekend)}};
    std::vector<Holiday> ordered(holidays.begin(), holidays.end());
    // In order, each one is added at the end.
    std::stable_sort(ordered.begin(), ordered.end(), [](const Holiday& a, const Holiday& b) {
        return day_number(a.date) < day_number(b.date);
    });
    data.add(ordered);
    return WorkCalendar(detail::indexed(std::move(data)));
}

WorkCalendar WorkCalendar::from_holidays(std::span<const Date> dates,
                                         std::span<const Weekday> weekend,
                                         const std::optional<Interval>& horizon) {
    std::vector<Holiday> holidays;
    holidays.reserve(dates.size());
    for (const Date& date : dates) holidays.push_back({.date = date});
    return from_holidays(std::span<const Holiday>(holidays), weekend, horizon);
}

// What it is --------------------------------------------------------------------------------------

const Interval& WorkCalendar::horizon() const& noexcept { return data_->horizon; }

const std::optional<Date>& WorkCalendar::verified_from() const& noexcept {
    return data_->verified_from;
}

const std::optional<Date>& WorkCalendar::as_known_on() const& noexcept {
    return data_->as_known_on;
}

std::vector<Weekday> WorkCalendar::weekend() const {
    return detail::weekdays_in(data_->weeks.back().weekend);
}

std::vector<Weekday> WorkCalendar::weekend(const Date& date) const {
    static_cast<void>(data_->place_of(date));
    return detail::weekdays_in(data_->week_of(day_number(date)).weekend);
}

// One day -----------------------------------------------------------------------------------------

bool WorkCalendar::is_working_day(const Date& date) const {
    return data_->is_worked(data_->place_of(date));
}

bool WorkCalendar::is_holiday(const Date& date) const {
    return data_->is_holiday(data_->place_of(date));
}

bool WorkCalendar::is_half_day(const Date& date) const {
    const DayNumber day = day_number(date);
    return data_->is_worked(data_->place_of(date)) &&
           !data_->half_day_entries(day, std::int64_t{day} + 1).empty();
}

std::string WorkCalendar::explain(const Date& date, Language language) const {
    static_cast<void>(data_->place_of(date));
    return detail::explain(*data_, day_number(date), language);
}

DayState WorkCalendar::state(const Date& date) const {
    DayState state{.working = is_working_day(date)};
    const DayNumber day = day_number(date);
    for (auto entry = data_->entry_from(day); entry != data_->holidays.end() && entry->day == day;
         ++entry) {
        state.holidays.push_back(data_->holiday(*entry));
    }
    if (!state.working) return state;
    for (const DatedHoliday& entry : data_->half_day_entries(day, std::int64_t{day} + 1)) {
        state.holidays.push_back(data_->holiday(entry));
    }
    return state;
}

// Arithmetic --------------------------------------------------------------------------------------

Date WorkCalendar::roll(const Date& date, RollConvention convention) const {
    const std::uint64_t place = data_->place_of(date);
    if (convention == RollConvention::none || data_->is_worked(place)) return date;
    const std::int64_t before = data_->rank(place);
    const auto what = [&] { return detail::rolling_text(convention); };
    const auto next = [&] { return std::int64_t{working_day(*data_, before, date, what)}; };
    const auto previous = [&] { return std::int64_t{working_day(*data_, before - 1, date, what)}; };
    const std::int64_t day = day_number(date);
    switch (convention) {
        case RollConvention::following:
            return detail::unchecked_date(next());
        case RollConvention::preceding:
            return detail::unchecked_date(previous());
        case RollConvention::modified_following: {
            // A month's end may be the horizon's: the next month is then not asked for.
            const auto after = static_cast<std::size_t>(before);
            const std::vector<DayNumber>& days = data_->work_days.days();
            if (after < days.size() && detail::same_month(days[after], day)) {
                return detail::unchecked_date(days[after]);
            }
            return detail::unchecked_date(previous());
        }
        case RollConvention::modified_preceding: {
            if (before > 0) {
                const std::int64_t earlier = previous();
                if (detail::same_month(earlier, day)) return detail::unchecked_date(earlier);
            }
            return detail::unchecked_date(next());
        }
        case RollConvention::nearest: {
            const std::int64_t later = next();
            const std::int64_t earlier = previous();
            return detail::unchecked_date(later - day <= day - earlier ? later : earlier);
        }
        case RollConvention::none:
            break;
    }
    return date;
}

Date WorkCalendar::add(const Date& date, std::int64_t n) const {
    const std::uint64_t place = data_->place_of(date);
    // Strictly after a working day means not counting it.
    const std::int64_t counted = n > 0 && data_->is_worked(place) ? 1 : 0;
    const std::int64_t before = data_->rank(place) + counted;
    const auto what = [&] { return detail::adding_text(n); };
    // Kept from overflowing: no calendar has so many days.
    const std::int64_t limit = std::int64_t{last_day_number} - first_day_number + 1;
    const std::int64_t steps = std::clamp(n > 0 ? n - 1 : n, -limit, limit);
    return detail::unchecked_date(working_day(*data_, before + steps, date, what));
}

std::int64_t WorkCalendar::count(const Date& begin, const std::optional<Date>& end) const {
    const std::int64_t before = data_->rank(data_->end_place_of(begin));
    return data_->rank(data_->end_place_of(end)) - before;
}

Due WorkCalendar::due(const Date& date, std::int64_t n) const {
    Due due{.date = add(date, n)};
    const DayNumber from = day_number(date);
    const DayNumber to = day_number(due.date);
    const std::int64_t low = n > 0 ? from + 1 : n < 0 ? to + 1 : from;
    const std::int64_t high = n < 0 ? from : to;
    for (auto entry = data_->entry_from(low); entry != data_->holidays.end() && entry->day < high;
         ++entry) {
        if (!data_->is_weekend(entry->day)) due.skipped.push_back(data_->holiday(*entry));
    }
    return due;
}

Date WorkCalendar::first_working_day(int year, int month) const {
    const Date first = make_date(year, month, 1);
    const Date day = roll(first, RollConvention::following);
    if (!detail::same_month(day_number(day), day_number(first))) {
        detail::throw_no_working_day(first);
    }
    return day;
}

Date WorkCalendar::last_working_day(int year, int month) const {
    const Date last =
        make_date(year, month, 1) + boost::gregorian::days(detail::days_in_month(year, month) - 1);
    const Date day = roll(last, RollConvention::preceding);
    if (!detail::same_month(day_number(day), day_number(last))) {
        detail::throw_no_working_day(last);
    }
    return day;
}

// Many days ---------------------------------------------------------------------------------------

std::vector<Holiday> WorkCalendar::holidays(const Date& begin,
                                            const std::optional<Date>& end) const {
    std::vector<Holiday> found;
    const std::int64_t from = data_->end_day_of(begin);
    const std::int64_t to = data_->end_day_of(end);
    for (auto entry = data_->entry_from(from); entry != data_->holidays.end() && entry->day < to;
         ++entry) {
        found.push_back(data_->holiday(*entry));
    }
    return found;
}

std::vector<Holiday> WorkCalendar::half_days(const Date& begin,
                                             const std::optional<Date>& end) const {
    std::vector<Holiday> found;
    for (const DatedHoliday& entry :
         data_->half_day_entries(data_->end_day_of(begin), data_->end_day_of(end))) {
        if (data_->is_worked(data_->work_days.place(entry.day))) {
            found.push_back(data_->holiday(entry));
        }
    }
    return found;
}

DateSet WorkCalendar::working_days(const Date& begin, const std::optional<Date>& end) const {
    const std::int64_t from = data_->rank(data_->end_place_of(begin));
    const std::int64_t to = data_->rank(data_->end_place_of(end));
    if (from >= to) return {};
    const auto days = data_->work_days.days().begin();
    return DateSet::of_day_numbers({days + from, days + to});
}

DateSet WorkCalendar::working_days(const Interval& interval) const {
    const std::int64_t from = data_->rank(data_->place_of(interval.begin()));
    const std::int64_t to = data_->rank(data_->place_of(interval.last()) + 1);
    const auto days = data_->work_days.days().begin();
    return DateSet::of_day_numbers({days + from, days + to});
}

DateSet WorkCalendar::working_days_of(const Spans& spans, const Date& begin,
                                      const std::optional<Date>& end) const {
    return working_days(begin, end) & spans.days().between(begin, end ? end : horizon().end());
}

RolledDates WorkCalendar::roll(const Recurrence& recurrence, RollConvention convention) const {
    return RolledDates(*this, recurrence, convention);
}

std::vector<RolledDate> RolledDates::between(const Date& begin,
                                             const std::optional<Date>& end) const {
    std::vector<RolledDate> rolled;
    for (const Date& nominal : recurrence_.between(begin, end)) {
        rolled.push_back({nominal, calendar_.roll(nominal, convention_)});
    }
    return rolled;
}

}  // namespace probity
