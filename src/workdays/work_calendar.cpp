#include "probity/workdays/work_calendar.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <ostream>
#include <utility>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "probity/date/lunisolar.hpp"
#include "probity/workdays/korea.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity {

using detail::HolidayTexts;
using detail::WeekdaySet;
using detail::WorkCalendarData;
using detail::WorkDays;

namespace detail {

bool WorkCalendarData::is_weekend(DayNumber day) const noexcept {
    return (weekend >> weekday_index(day) & 1) != 0;
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
    const int weekday_of_first = weekday_index(first);
    work_days = WorkDays(first, size, [&, weekday = weekday_of_first - 1](std::size_t i) mutable {
        weekday = weekday == 6 ? 0 : weekday + 1;
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
    return std::lower_bound(
        holidays.begin(), holidays.end(), day,
        [](const DatedHoliday& entry, std::int64_t from) { return entry.day < from; });
}

std::string WorkCalendarData::horizon_text() const {
    return "the calendar's horizon, " + to_string(horizon.begin()) + " to " +
           to_string(horizon.last());
}

}  // namespace detail

namespace {

std::shared_ptr<const WorkCalendarData> indexed(WorkCalendarData data) {
    data.index();
    return std::make_shared<const WorkCalendarData>(std::move(data));
}

WeekdaySet weekday_set(std::span<const Weekday> weekdays) {
    unsigned set = 0;
    for (const Weekday weekday : weekdays) set |= 1u << weekday.index();
    return static_cast<WeekdaySet>(set);
}

WeekdaySet weekend_set(std::span<const Weekday> weekend) {
    const WeekdaySet set = weekday_set(weekend);
    if (set == detail::all_weekdays) {
        throw ProbityError(
            "a weekend of all seven days leaves no working day: name at most six days");
    }
    return set;
}

std::string weekend_text(const WorkCalendar& calendar) {
    std::string text;
    for (const Weekday weekday : calendar.weekend()) text += " " + to_string(weekday);
    return text.empty() ? "none" : text.substr(1);
}

/// The place of a date in the horizon. Throws HorizonError outside it.
std::uint64_t place_of(const WorkCalendarData& data, const Date& date) {
    const std::uint64_t place = data.work_days.place(day_number(date));
    if (place >= data.work_days.size()) {
        throw HorizonError(to_string(date) + " is outside " + data.horizon_text());
    }
    return place;
}

/// The place of an end, which may be the first day after the horizon; without an end, that day's.
std::uint64_t end_place_of(const WorkCalendarData& data, const std::optional<Date>& date) {
    if (!date) return data.work_days.size();
    const std::uint64_t place = data.work_days.place(day_number(*date));
    return place <= data.work_days.size() ? place : place_of(data, *date);
}

/// The end as a day number.
std::int64_t end_day_of(const WorkCalendarData& data, const std::optional<Date>& date) {
    return std::int64_t{data.work_days.first()} +
           static_cast<std::int64_t>(end_place_of(data, date));
}

std::uint64_t rank_of(const WorkCalendarData& data, std::uint64_t place) {
    return data.work_days.rank(place);
}

/// The k-th working day; `from` and `what` are for the message.
template <class What>
DayNumber working_day(const WorkCalendarData& data, std::int64_t k, const Date& from, What what) {
    const std::vector<DayNumber>& days = data.work_days.days();
    if (k < 0 || k >= static_cast<std::int64_t>(days.size())) {
        throw HorizonError(what() + " " + to_string(from) + " leaves " + data.horizon_text());
    }
    return days[static_cast<std::size_t>(k)];
}

/// Whether two entries tell of the same holiday.
bool same_holiday(const Holiday& a, const Holiday& b) {
    return a.name == b.name && a.kind == b.kind;
}

bool lists(const WorkCalendarData& data, DayNumber day, const Holiday& text) {
    for (auto entry = data.entry_from(day); entry != data.holidays.end() && entry->day == day;
         ++entry) {
        if (same_holiday(*data.texts[entry->text], text)) return true;
    }
    return false;
}

void sort_by_day(std::vector<DatedHoliday>& holidays) {
    std::stable_sort(holidays.begin(), holidays.end(),
                     [](const DatedHoliday& a, const DatedHoliday& b) { return a.day < b.day; });
}

/// Adds holidays, but for those that are there already.
void add_holidays(WorkCalendarData& data, std::span<const Holiday> holidays) {
    for (const Holiday& holiday : holidays) {
        const DayNumber day = day_number(holiday.date);
        if (!data.horizon.contains(holiday.date)) {
            throw HorizonError("the holiday " + to_string(holiday) + " is outside " +
                               data.horizon_text());
        }
        if (lists(data, day, holiday)) continue;
        const DatedHoliday entry{day, static_cast<std::uint32_t>(data.texts.size())};
        data.holidays.insert(data.entry_from(std::int64_t{day} + 1), entry);
        data.texts.push_back(std::make_shared<const Holiday>(holiday));
    }
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

WorkCalendarData of_rows(std::span<const HolidayRow> rows, const Interval& horizon,
                         const std::optional<Date>& as_known_on) {
    InterpretedLaw law = interpret(rows, horizon, as_known_on);
    WorkCalendarData data{.horizon = horizon,
                          .weekend = detail::saturday_bit | detail::sunday_bit,
                          .weekly_holidays = detail::sunday_bit,
                          .ground = detail::Ground::regulation,
                          .as_known_on = as_known_on,
                          .holidays = std::move(law.holidays)};
    data.texts.reserve(law.texts.size());
    for (Holiday& text : law.texts) {
        data.texts.push_back(std::make_shared<const Holiday>(std::move(text)));
    }
    return data;
}

/// Whether two days lie in one month of one year.
bool same_month(std::int64_t a, std::int64_t b) {
    const auto x = detail::year_month_day(static_cast<DayNumber>(a));
    const auto y = detail::year_month_day(static_cast<DayNumber>(b));
    return x.year == y.year && x.month == y.month;
}

}  // namespace

// Construction ------------------------------------------------------------------------------------

WorkCalendar WorkCalendar::korea(const std::optional<Date>& as_known_on) {
    const Interval horizon = korea::horizon();
    if (as_known_on && day_number(*as_known_on) < day_number(horizon.begin())) {
        throw HorizonError("Korea's public holidays as known on " + to_string(*as_known_on) +
                           ": the first regulation is of " + to_string(horizon.begin()));
    }
    WorkCalendarData data = of_rows(korea::holiday_rows(), horizon, as_known_on);
    data.verified_from = korea::verified_from();
    return WorkCalendar(indexed(std::move(data)));
}

WorkCalendar WorkCalendar::of_law(std::span<const HolidayRow> rows, const Interval& horizon,
                                  const std::optional<Date>& as_known_on) {
    return WorkCalendar(indexed(of_rows(rows, horizon, as_known_on)));
}

WorkCalendar WorkCalendar::from_holidays(std::span<const Holiday> holidays,
                                         std::span<const Weekday> weekend,
                                         const std::optional<Interval>& horizon) {
    WorkCalendarData data{.horizon = horizon ? *horizon : whole_years(holidays),
                          .weekend = weekend_set(weekend),
                          .weekly_holidays = 0};
    std::vector<Holiday> ordered(holidays.begin(), holidays.end());
    // In order, each one is added at the end.
    std::stable_sort(ordered.begin(), ordered.end(), [](const Holiday& a, const Holiday& b) {
        return day_number(a.date) < day_number(b.date);
    });
    add_holidays(data, ordered);
    return WorkCalendar(indexed(std::move(data)));
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

const Interval& WorkCalendar::horizon() const noexcept { return data_->horizon; }

const std::optional<Date>& WorkCalendar::verified_from() const noexcept {
    return data_->verified_from;
}

const std::optional<Date>& WorkCalendar::as_known_on() const noexcept { return data_->as_known_on; }

std::vector<Weekday> WorkCalendar::weekend() const {
    std::vector<Weekday> weekdays;
    for (int i = 0; i < 7; ++i) {
        if ((data_->weekend >> i & 1) != 0) weekdays.push_back(Weekday::from_index(i));
    }
    return weekdays;
}

// One day -----------------------------------------------------------------------------------------

bool WorkCalendar::is_working_day(const Date& date) const {
    return data_->is_worked(place_of(*data_, date));
}

bool WorkCalendar::is_holiday(const Date& date) const {
    return data_->is_holiday(place_of(*data_, date));
}

std::string WorkCalendar::explain(const Date& date, Language language) const {
    static_cast<void>(place_of(*data_, date));
    return detail::explain(*data_, day_number(date), language);
}

DayState WorkCalendar::state(const Date& date) const {
    DayState state{.working = is_working_day(date)};
    const DayNumber day = day_number(date);
    for (auto entry = data_->entry_from(day); entry != data_->holidays.end() && entry->day == day;
         ++entry) {
        state.holidays.push_back(data_->holiday(*entry));
    }
    return state;
}

// Arithmetic --------------------------------------------------------------------------------------

Date WorkCalendar::roll(const Date& date, RollConvention convention) const {
    const std::uint64_t place = place_of(*data_, date);
    if (convention == RollConvention::none || data_->is_worked(place)) return date;
    const auto before = static_cast<std::int64_t>(rank_of(*data_, place));
    const auto what = [&] { return "rolling (" + std::string(to_string(convention)) + ")"; };
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
            if (after < days.size() && same_month(days[after], day)) {
                return detail::unchecked_date(days[after]);
            }
            return detail::unchecked_date(previous());
        }
        case RollConvention::modified_preceding: {
            if (before > 0) {
                const std::int64_t earlier = previous();
                if (same_month(earlier, day)) return detail::unchecked_date(earlier);
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
    const std::uint64_t place = place_of(*data_, date);
    // Strictly after a working day means not counting it.
    const std::int64_t counted = n > 0 && data_->is_worked(place) ? 1 : 0;
    const std::int64_t before = static_cast<std::int64_t>(rank_of(*data_, place)) + counted;
    const auto what = [&] { return "adding " + std::to_string(n) + " working days to"; };
    // Kept from overflowing: no calendar has so many days.
    const std::int64_t limit = std::int64_t{last_day_number} - first_day_number + 1;
    const std::int64_t steps = std::clamp(n > 0 ? n - 1 : n, -limit, limit);
    return detail::unchecked_date(working_day(*data_, before + steps, date, what));
}

std::int64_t WorkCalendar::count(const Date& begin, const std::optional<Date>& end) const {
    return static_cast<std::int64_t>(rank_of(*data_, end_place_of(*data_, end))) -
           static_cast<std::int64_t>(rank_of(*data_, end_place_of(*data_, begin)));
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
    if (!same_month(day_number(day), day_number(first))) {
        throw ProbityError(to_string(first).substr(0, 7) + " has no working day");
    }
    return day;
}

Date WorkCalendar::last_working_day(int year, int month) const {
    const Date last =
        make_date(year, month, 1) + boost::gregorian::days(detail::days_in_month(year, month) - 1);
    const Date day = roll(last, RollConvention::preceding);
    if (!same_month(day_number(day), day_number(last))) {
        throw ProbityError(to_string(last).substr(0, 7) + " has no working day");
    }
    return day;
}

// Many days ---------------------------------------------------------------------------------------

std::vector<Holiday> WorkCalendar::holidays(const Date& begin,
                                            const std::optional<Date>& end) const {
    std::vector<Holiday> found;
    const std::int64_t from = end_day_of(*data_, begin);
    const std::int64_t to = end_day_of(*data_, end);
    for (auto entry = data_->entry_from(from); entry != data_->holidays.end() && entry->day < to;
         ++entry) {
        found.push_back(data_->holiday(*entry));
    }
    return found;
}

DateSet WorkCalendar::working_days(const Date& begin, const std::optional<Date>& end) const {
    const std::uint64_t from = rank_of(*data_, end_place_of(*data_, begin));
    const std::uint64_t to = rank_of(*data_, end_place_of(*data_, end));
    if (from >= to) return {};
    const auto days = data_->work_days.days().begin();
    return DateSet::of_day_numbers(
        {days + static_cast<std::ptrdiff_t>(from), days + static_cast<std::ptrdiff_t>(to)});
}

DateSet WorkCalendar::working_days(const Interval& interval) const {
    const std::uint64_t from = rank_of(*data_, place_of(*data_, interval.begin()));
    const std::uint64_t to = rank_of(*data_, place_of(*data_, interval.last()) + 1);
    const auto days = data_->work_days.days().begin();
    return DateSet::of_day_numbers(
        {days + static_cast<std::ptrdiff_t>(from), days + static_cast<std::ptrdiff_t>(to)});
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

// New calendars -----------------------------------------------------------------------------------

WorkCalendar WorkCalendar::with_holiday(const Date& date, std::string name, HolidayKind kind,
                                        std::string name_en, std::string basis) const {
    const Holiday holiday{.date = date,
                          .name = std::move(name),
                          .name_en = std::move(name_en),
                          .kind = kind,
                          .basis = std::move(basis)};
    return with_holidays({&holiday, 1});
}

WorkCalendar WorkCalendar::with_holidays(std::span<const Holiday> holidays) const {
    WorkCalendarData data = *data_;
    add_holidays(data, holidays);
    return WorkCalendar(indexed(std::move(data)));
}

WorkCalendar WorkCalendar::without_holiday(const Date& date) const {
    static_cast<void>(place_of(*data_, date));
    const DayNumber day = day_number(date);
    WorkCalendarData data = *data_;
    const std::size_t removed =
        std::erase_if(data.holidays, [&](const DatedHoliday& entry) { return entry.day == day; });
    if (removed == 0) {
        throw ProbityError(to_string(date) + " has no listed holiday to take out");
    }
    data.taken_out.insert(std::lower_bound(data.taken_out.begin(), data.taken_out.end(), day), day);
    return WorkCalendar(indexed(std::move(data)));
}

WorkCalendar WorkCalendar::with_weekend(std::span<const Weekday> weekend) const {
    WorkCalendarData data = *data_;
    data.weekend = weekend_set(weekend);
    data.weekly_holidays = data.weekly_holidays & data.weekend;
    if (data.weekend != data_->weekend && data.ground == detail::Ground::regulation) {
        data.ground = detail::Ground::own_weekend;
    }
    return WorkCalendar(indexed(std::move(data)));
}

WorkCalendar WorkCalendar::with_weekend(std::initializer_list<Weekday> weekend) const {
    return with_weekend(std::span(weekend.begin(), weekend.size()));
}

namespace {

/// The holidays of both calendars on the days that `keep` keeps, in the horizon that they share; on
/// one day the first one's come first. The weekend is left to the caller.
template <class Keep>
WorkCalendarData combine(const WorkCalendarData& a, const WorkCalendarData& b, Keep keep) {
    const std::optional<Interval> shared = a.horizon.meet(b.horizon);
    if (!shared) {
        throw HorizonError("calendars of " + to_string(a.horizon) + " and " + to_string(b.horizon) +
                           " have no day in common");
    }
    WorkCalendarData data{.horizon = *shared,
                          .weekend = 0,
                          .weekly_holidays = 0,
                          .ground = detail::Ground::combination};
    if (a.verified_from && b.verified_from) {
        data.verified_from = std::max(*a.verified_from, *b.verified_from);
    }
    if (a.as_known_on == b.as_known_on) data.as_known_on = a.as_known_on;
    data.texts = a.texts;
    data.texts.insert(data.texts.end(), b.texts.begin(), b.texts.end());
    const auto shift = static_cast<std::uint32_t>(a.texts.size());
    for (const DatedHoliday& entry : a.holidays) {
        if (shared->contains(detail::unchecked_date(entry.day)) && keep(entry.day)) {
            data.holidays.push_back(entry);
        }
    }
    for (const DatedHoliday& entry : b.holidays) {
        if (shared->contains(detail::unchecked_date(entry.day)) && keep(entry.day) &&
            !lists(a, entry.day, *b.texts[entry.text])) {
            data.holidays.push_back({entry.day, entry.text + shift});
        }
    }
    sort_by_day(data.holidays);
    return data;
}

}  // namespace

WorkCalendar operator|(const WorkCalendar& a, const WorkCalendar& b) {
    WorkCalendarData data = combine(*a.data_, *b.data_, [](DayNumber) { return true; });
    data.weekend = a.data_->weekend | b.data_->weekend;
    if (data.weekend == detail::all_weekdays) {
        throw ProbityError("the weekends " + weekend_text(a) + " and " + weekend_text(b) +
                           " have all seven days between them and leave no working day");
    }
    data.weekly_holidays = a.data_->weekly_holidays | b.data_->weekly_holidays;
    return WorkCalendar(indexed(std::move(data)));
}

WorkCalendar operator&(const WorkCalendar& a, const WorkCalendar& b) {
    const auto closed = [](const WorkCalendar& calendar, DayNumber day) {
        return !calendar.data_->is_worked(calendar.data_->work_days.place(day));
    };
    WorkCalendarData data = combine(
        *a.data_, *b.data_, [&](DayNumber day) { return closed(a, day) && closed(b, day); });
    data.weekend = a.data_->weekend & b.data_->weekend;
    data.weekly_holidays = (a.data_->weekly_holidays | b.data_->weekly_holidays) & data.weekend;
    return WorkCalendar(indexed(std::move(data)));
}

std::vector<DayChange> WorkCalendar::diff(const WorkCalendar& other, const Date& begin,
                                          const std::optional<Date>& end) const {
    std::vector<DayChange> changes;
    const std::int64_t from = end_day_of(*data_, begin);
    const std::int64_t to = end_day_of(*data_, end);
    static_cast<void>(end_day_of(*other.data_, begin));
    // The last day by which this calendar answers, the other must know too.
    if (from < to) static_cast<void>(place_of(*other.data_, detail::unchecked_date(to - 1)));
    const auto same = [](const DayState& a, const DayState& b) {
        return a.working == b.working &&
               std::equal(a.holidays.begin(), a.holidays.end(), b.holidays.begin(),
                          b.holidays.end(), same_holiday);
    };
    for (std::int64_t day = from; day < to; ++day) {
        const Date date = detail::unchecked_date(day);
        DayState before = state(date);
        DayState after = other.state(date);
        if (!same(before, after)) changes.push_back({date, std::move(before), std::move(after)});
    }
    return changes;
}

std::size_t WorkCalendar::hash() const noexcept {
    std::size_t hash = data_->weekend;
    const auto mix = [&](std::size_t value) {
        hash ^= value + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
    };
    mix(static_cast<std::size_t>(data_->work_days.first()));
    mix(data_->work_days.size());
    for (const DatedHoliday& entry : data_->holidays) {
        mix(static_cast<std::size_t>(entry.day));
        mix(std::hash<std::string>{}(data_->texts[entry.text]->name));
    }
    return hash;
}

bool operator==(const WorkCalendar& a, const WorkCalendar& b) {
    if (a.data_ == b.data_) return true;
    const WorkCalendarData& x = *a.data_;
    const WorkCalendarData& y = *b.data_;
    return x.horizon == y.horizon && x.weekend == y.weekend &&
           x.weekly_holidays == y.weekly_holidays &&
           std::equal(x.holidays.begin(), x.holidays.end(), y.holidays.begin(), y.holidays.end(),
                      [&](const DatedHoliday& p, const DatedHoliday& q) {
                          return p.day == q.day && *x.texts[p.text] == *y.texts[q.text];
                      });
}

std::string to_string(const WorkCalendar& calendar) {
    return "WorkCalendar(" + to_string(calendar.horizon()) + ", weekend " + weekend_text(calendar) +
           ", " + std::to_string(calendar.data_->holidays.size()) + " holidays" +
           (calendar.as_known_on() ? ", as known on " + to_string(*calendar.as_known_on()) : "") +
           ")";
}

std::ostream& operator<<(std::ostream& out, const WorkCalendar& calendar) {
    return out << to_string(calendar);
}

// Roll conventions --------------------------------------------------------------------------------

namespace {

constexpr std::array<std::pair<RollConvention, std::string_view>, 6> conventions{{
    {RollConvention::following, "following"},
    {RollConvention::modified_following, "modified_following"},
    {RollConvention::preceding, "preceding"},
    {RollConvention::modified_preceding, "modified_preceding"},
    {RollConvention::nearest, "nearest"},
    {RollConvention::none, "none"},
}};

}  // namespace

std::string_view to_string(RollConvention convention) noexcept {
    return conventions[static_cast<std::size_t>(convention)].second;
}

RollConvention parse_roll_convention(std::string_view text) {
    std::string known;
    for (const auto& [convention, name] : conventions) {
        if (name == text) return convention;
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throw ProbityError("\"" + detail::printable(text) + "\" is not a roll convention: " + known);
}

std::ostream& operator<<(std::ostream& out, RollConvention convention) {
    return out << to_string(convention);
}

}  // namespace probity
