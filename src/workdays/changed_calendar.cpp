// Calendars made from others: with a day more or less, with another weekend, combined, compared.
#include <algorithm>
#include <initializer_list>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "date/names.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "text/sentence.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity {

using detail::same_holiday;
using detail::WorkCalendarData;

namespace {

void sort_by_day(std::vector<DatedHoliday>& holidays) {
    std::stable_sort(holidays.begin(), holidays.end(),
                     [](const DatedHoliday& a, const DatedHoliday& b) { return a.day < b.day; });
}

std::string weekdays_text(detail::WeekdaySet set) {
    std::string text;
    for (const Weekday weekday : detail::weekdays_in(set)) text += " " + to_string(weekday);
    return text.empty() ? "none" : text.substr(1);
}

/// "SU, SA SU from 2005-07-01".
std::string weekend_text(const detail::Weeks& weeks) {
    std::string text;
    const detail::Week* before = nullptr;
    for (const detail::Week& week : weeks) {
        if (before != nullptr && before->weekend == week.weekend) continue;
        if (before != nullptr) text += ", ";
        text += weekdays_text(week.weekend);
        if (before != nullptr) text += " from " + to_string(detail::unchecked_date(week.from));
        before = &week;
    }
    return text;
}

}  // namespace

WorkCalendar WorkCalendar::with_holiday(const Date& date, std::string name, HolidayKind kind,
                                        std::string name_en, std::string basis) const {
    const Holiday holiday{.date = date,
                          .name = {std::move(name), std::move(name_en)},
                          .kind = kind,
                          .basis = {std::move(basis)}};
    return with_holidays({&holiday, 1});
}

WorkCalendar WorkCalendar::with_holidays(std::span<const Holiday> holidays) const {
    WorkCalendarData data = *data_;
    std::vector<Holiday> known(holidays.begin(), holidays.end());
    if (data.as_known_on) {
        std::erase_if(known, [&](const Holiday& holiday) {
            return holiday.decided_on && *holiday.decided_on > *data.as_known_on;
        });
    }
    data.add(known);
    return WorkCalendar(detail::indexed(std::move(data)));
}

WorkCalendar WorkCalendar::without_holiday(const Date& date) const {
    static_cast<void>(data_->place_of(date));
    const DayNumber day = day_number(date);
    WorkCalendarData data = *data_;
    const auto on_day = [&](const DatedHoliday& entry) { return entry.day == day; };
    const std::size_t removed =
        std::erase_if(data.holidays, on_day) + std::erase_if(data.half_days, on_day);
    if (removed == 0) {
        throw ProbityError(
            detail::sentence("calendar.nothing_to_take_out", {{"date", detail::written(date)}}));
    }
    data.taken_out.insert(std::lower_bound(data.taken_out.begin(), data.taken_out.end(), day), day);
    return WorkCalendar(detail::indexed(std::move(data)));
}

WorkCalendar WorkCalendar::with_weekend(std::span<const Weekday> weekend) const {
    WorkCalendarData data = *data_;
    const detail::WeekdaySet set = detail::weekend_set(weekend);
    for (detail::Week& week : data.weeks) {
        week.weekend = set;
        week.holidays &= set;
    }
    data.weeks = detail::weeks_within(std::move(data.weeks), day_number(data.horizon.begin()),
                                      day_number(data.horizon.last()));
    const bool differs = std::any_of(data_->weeks.begin(), data_->weeks.end(),
                                     [&](const detail::Week& week) { return week.weekend != set; });
    if (differs && data.ground == detail::Ground::law) data.ground = detail::Ground::own_weekend;
    return WorkCalendar(detail::indexed(std::move(data)));
}

WorkCalendar WorkCalendar::with_weekend(std::initializer_list<Weekday> weekend) const {
    return with_weekend(std::span(weekend.begin(), weekend.size()));
}

namespace {

/// The weeks of both calendars by `combine_weeks`, and the holidays and half days of both on the
/// days that `keep` and `keep_half` keep, in the horizon that they share; on one day the first one's come first.
template <class CombineWeeks, class Keep, class KeepHalf>
WorkCalendarData combine(const WorkCalendarData& a, const WorkCalendarData& b,
                         CombineWeeks combine_weeks, Keep keep, KeepHalf keep_half) {
    const std::optional<Interval> shared = a.horizon.meet(b.horizon);
    if (!shared) {
        throw HorizonError(
            detail::sentence("horizon.nothing_shared",
                             {{"first", to_string(a.horizon)}, {"second", to_string(b.horizon)}}));
    }
    WorkCalendarData data{
        .horizon = *shared,
        .weeks = detail::combined_weeks(a.weeks, b.weeks, day_number(shared->begin()),
                                        day_number(shared->last()), combine_weeks),
        .ground = detail::Ground::combination};
    if (a.verified_from && b.verified_from) {
        data.verified_from = std::max(*a.verified_from, *b.verified_from);
    }
    if (a.as_known_on == b.as_known_on) data.as_known_on = a.as_known_on;
    data.texts = a.texts;
    data.texts.insert(data.texts.end(), b.texts.begin(), b.texts.end());
    const auto shift = static_cast<std::uint32_t>(a.texts.size());
    const auto take = [&](std::vector<DatedHoliday> WorkCalendarData::*entries, auto kept) {
        for (const DatedHoliday& entry : a.*entries) {
            if (shared->contains(detail::unchecked_date(entry.day)) && kept(entry.day)) {
                (data.*entries).push_back(entry);
            }
        }
        for (const DatedHoliday& entry : b.*entries) {
            if (shared->contains(detail::unchecked_date(entry.day)) && kept(entry.day) &&
                !a.lists(entry.day, *b.texts[entry.text])) {
                (data.*entries).push_back({entry.day, entry.text + shift});
            }
        }
        sort_by_day(data.*entries);
    };
    take(&WorkCalendarData::holidays, keep);
    take(&WorkCalendarData::half_days, keep_half);
    return data;
}

bool is_worked(const WorkCalendarData& data, DayNumber day) {
    return data.is_worked(data.work_days.place(day));
}

bool is_half(const WorkCalendarData& data, DayNumber day) {
    return !data.half_day_entries(day, std::int64_t{day} + 1).empty();
}

}  // namespace

WorkCalendar operator|(const WorkCalendar& a, const WorkCalendar& b) {
    const auto either = [](const detail::Week& x, const detail::Week& y) {
        const detail::Week week{
            .from = x.from,
            .weekend = static_cast<detail::WeekdaySet>(x.weekend | y.weekend),
            .holidays = static_cast<detail::WeekdaySet>(x.holidays | y.holidays)};
        if (week.off() == detail::all_weekdays) {
            throw ProbityError(detail::sentence(
                "calendar.no_working_day_left",
                {{"first", weekdays_text(x.off())}, {"second", weekdays_text(y.off())}}));
        }
        return week;
    };
    const auto all = [](DayNumber) { return true; };
    return WorkCalendar(detail::indexed(combine(*a.data_, *b.data_, either, all, all)));
}

WorkCalendar operator&(const WorkCalendar& a, const WorkCalendar& b) {
    const WorkCalendarData& x = *a.data_;
    const WorkCalendarData& y = *b.data_;
    // Days of the week on which neither works; a holiday of one of the two is a holiday of both there.
    const auto both = [](const detail::Week& p, const detail::Week& q) {
        const auto off = static_cast<detail::WeekdaySet>(p.off() & q.off());
        return detail::Week{
            .from = p.from,
            .weekend = off,
            .holidays = static_cast<detail::WeekdaySet>((p.holidays | q.holidays) & off)};
    };
    const auto closed = [&](DayNumber day) { return !is_worked(x, day) && !is_worked(y, day); };
    // Half of the day is free in both, and in one of them no more than half.
    const auto half = [&](DayNumber day) {
        return (is_half(x, day) || !is_worked(x, day)) && (is_half(y, day) || !is_worked(y, day));
    };
    return WorkCalendar(detail::indexed(combine(x, y, both, closed, half)));
}

namespace {

/// The days in [begin, end) on which one of the calendars lists a holiday or half day, ascending.
std::vector<std::int64_t> listed_days(std::initializer_list<const WorkCalendarData*> calendars,
                                      std::int64_t begin, std::int64_t end) {
    std::vector<std::int64_t> days;
    for (const WorkCalendarData* data : calendars) {
        for (auto entry = data->entry_from(begin);
             entry != data->holidays.end() && entry->day < end; ++entry) {
            days.push_back(entry->day);
        }
        for (const DatedHoliday& entry : data->half_day_entries(begin, end)) {
            days.push_back(entry.day);
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

}  // namespace

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
    const std::vector<std::int64_t> listed =
        listed_days({data_.get(), other.data_.get()}, from, to);
    auto next_listed = listed.begin();
    const auto worked = [](const WorkCalendarData& data, std::int64_t day) {
        return data.is_worked(data.work_days.place(day));
    };
    for (std::int64_t day = from; day < to; ++day) {
        const bool is_listed = next_listed != listed.end() && *next_listed == day;
        if (is_listed) {
            ++next_listed;
        } else if (worked(*data_, day) == worked(*other.data_, day)) {
            continue;
        }
        const Date date = detail::unchecked_date(day);
        DayState before = state(date);
        DayState after = other.state(date);
        if (!same(before, after)) changes.push_back({date, std::move(before), std::move(after)});
    }
    return changes;
}

std::size_t WorkCalendar::hash() const noexcept {
    std::size_t hash = 0;
    const auto mix = [&](std::size_t value) {
        hash ^= value + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
    };
    for (const detail::Week& week : data_->weeks) {
        mix(static_cast<std::size_t>(week.from));
        mix(static_cast<std::size_t>(week.weekend) << 8 | week.holidays);
    }
    mix(static_cast<std::size_t>(data_->work_days.first()));
    mix(data_->work_days.size());
    for (const DatedHoliday& entry : data_->holidays) {
        mix(static_cast<std::size_t>(entry.day));
        mix(std::hash<std::string>{}(data_->texts[entry.text]->name.in(Language::korean)));
    }
    return hash;
}

bool operator==(const WorkCalendar& a, const WorkCalendar& b) {
    if (a.data_ == b.data_) return true;
    const WorkCalendarData& x = *a.data_;
    const WorkCalendarData& y = *b.data_;
    const auto same = [&](const std::vector<DatedHoliday>& p, const std::vector<DatedHoliday>& q) {
        return std::equal(p.begin(), p.end(), q.begin(), q.end(),
                          [&](const DatedHoliday& m, const DatedHoliday& n) {
                              return m.day == n.day && *x.texts[m.text] == *y.texts[n.text];
                          });
    };
    return x.horizon == y.horizon && detail::same_weeks(x.weeks, y.weeks) &&
           same(x.holidays, y.holidays) && same(x.half_days, y.half_days);
}

std::string to_string(const WorkCalendar& calendar) {
    const std::size_t holidays = calendar.data_->holidays.size();
    return "WorkCalendar(" + to_string(calendar.horizon()) + ", weekend " +
           weekend_text(calendar.data_->weeks) + ", " + std::to_string(holidays) +
           (holidays == 1 ? " holiday" : " holidays") +
           (calendar.as_known_on() ? ", as known on " + to_string(*calendar.as_known_on()) : "") +
           ")";
}

std::ostream& operator<<(std::ostream& out, const WorkCalendar& calendar) {
    return out << to_string(calendar);
}

}  // namespace probity
