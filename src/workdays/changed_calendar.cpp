// Calendars made from others: with a day more or less, with another weekend, combined, compared.
#include <algorithm>
#include <ostream>
#include <string>
#include <utility>

#include "probity/workdays/work_calendar.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity {

using detail::same_holiday;
using detail::WorkCalendarData;

namespace {

void sort_by_day(std::vector<DatedHoliday>& holidays) {
    std::stable_sort(holidays.begin(), holidays.end(),
                     [](const DatedHoliday& a, const DatedHoliday& b) { return a.day < b.day; });
}

std::string weekend_text(const WorkCalendar& calendar) {
    std::string text;
    for (const Weekday weekday : calendar.weekend()) text += " " + to_string(weekday);
    return text.empty() ? "none" : text.substr(1);
}

}  // namespace

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
    data.add(holidays);
    return WorkCalendar(detail::indexed(std::move(data)));
}

WorkCalendar WorkCalendar::without_holiday(const Date& date) const {
    static_cast<void>(data_->place_of(date));
    const DayNumber day = day_number(date);
    WorkCalendarData data = *data_;
    const std::size_t removed =
        std::erase_if(data.holidays, [&](const DatedHoliday& entry) { return entry.day == day; });
    if (removed == 0) {
        throw ProbityError(to_string(date) + " has no listed holiday to take out");
    }
    data.taken_out.insert(std::lower_bound(data.taken_out.begin(), data.taken_out.end(), day), day);
    return WorkCalendar(detail::indexed(std::move(data)));
}

WorkCalendar WorkCalendar::with_weekend(std::span<const Weekday> weekend) const {
    WorkCalendarData data = *data_;
    data.weekend = detail::weekend_set(weekend);
    data.weekly_holidays = data.weekly_holidays & data.weekend;
    if (data.weekend != data_->weekend && data.ground == detail::Ground::regulation) {
        data.ground = detail::Ground::own_weekend;
    }
    return WorkCalendar(detail::indexed(std::move(data)));
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
            !a.lists(entry.day, *b.texts[entry.text])) {
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
    return WorkCalendar(detail::indexed(std::move(data)));
}

WorkCalendar operator&(const WorkCalendar& a, const WorkCalendar& b) {
    const auto closed = [](const WorkCalendar& calendar, DayNumber day) {
        return !calendar.data_->is_worked(calendar.data_->work_days.place(day));
    };
    WorkCalendarData data = combine(
        *a.data_, *b.data_, [&](DayNumber day) { return closed(a, day) && closed(b, day); });
    data.weekend = a.data_->weekend & b.data_->weekend;
    data.weekly_holidays = (a.data_->weekly_holidays | b.data_->weekly_holidays) & data.weekend;
    return WorkCalendar(detail::indexed(std::move(data)));
}

std::vector<DayChange> WorkCalendar::diff(const WorkCalendar& other, const Date& begin,
                                          const std::optional<Date>& end) const {
    std::vector<DayChange> changes;
    const std::int64_t from = data_->end_day_of(begin);
    const std::int64_t to = data_->end_day_of(end);
    static_cast<void>(other.data_->end_day_of(begin));
    // The last day by which this calendar answers, the other must know too.
    if (from < to) static_cast<void>(other.data_->place_of(detail::unchecked_date(to - 1)));
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
    const std::size_t holidays = calendar.data_->holidays.size();
    return "WorkCalendar(" + to_string(calendar.horizon()) + ", weekend " + weekend_text(calendar) +
           ", " + std::to_string(holidays) + (holidays == 1 ? " holiday" : " holidays") +
           (calendar.as_known_on() ? ", as known on " + to_string(*calendar.as_known_on()) : "") +
           ")";
}

std::ostream& operator<<(std::ostream& out, const WorkCalendar& calendar) {
    return out << to_string(calendar);
}

}  // namespace probity
