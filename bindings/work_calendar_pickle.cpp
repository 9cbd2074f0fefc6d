#include <algorithm>
#include <memory>

#include "convert.hpp"
#include "text/sentence.hpp"
#include "value.hpp"
#include "work_calendar.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity::python {
namespace {

using detail::WorkCalendarAccess;
using detail::WorkCalendarData;

/// A calendar with a holiday list of its own on some days.
WorkCalendar changed(WorkCalendar calendar, const std::vector<Weekday>& weekend,
                     const std::vector<Date>& dates, const std::vector<Holiday>& holidays) {
    for (const Date& date : dates) {
        if (!calendar.state(date).holidays.empty()) calendar = calendar.without_holiday(date);
    }
    if (calendar.weekend() != weekend) calendar = calendar.with_weekend(weekend);
    return holidays.empty() ? calendar : calendar.with_holidays(holidays);
}

/// The days on which the holidays listed differ from those of the law, and what they are.
std::pair<std::vector<Date>, std::vector<Holiday>> changes_from(const WorkCalendar& law,
                                                                const WorkCalendar& self) {
    std::pair<std::vector<Date>, std::vector<Holiday>> changes;
    const Interval horizon = self.horizon();
    std::vector<Holiday> before = law.holidays(horizon.begin());
    std::vector<Holiday> after = self.holidays(horizon.begin());
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        const Date date =
            b == after.end() || (a != before.end() && a->date < b->date) ? a->date : b->date;
        const auto on_date = [&](const Holiday& holiday) { return holiday.date == date; };
        const auto a_end = std::find_if_not(a, before.end(), on_date);
        const auto b_end = std::find_if_not(b, after.end(), on_date);
        if (!std::equal(a, a_end, b, b_end)) {
            changes.first.push_back(date);
            changes.second.insert(changes.second.end(), b, b_end);
        }
        a = a_end;
        b = b_end;
    }
    return changes;
}

/// Weeks, half days, grounds and all else that the other calls do not give back.
py::tuple state_of(const WorkCalendar& self) {
    const WorkCalendarData& data = WorkCalendarAccess::data(self);
    py::list weeks;
    for (const detail::Week& week : data.weeks) {
        weeks.append(
            py::make_tuple(week.from, week.weekend, week.holidays, week.basis, week.basis_en));
    }
    // Half days are written down whether they are worked or not.
    std::vector<Holiday> days = self.holidays(data.horizon.begin());
    for (const DatedHoliday& entry : data.half_days) days.push_back(data.holiday(entry));
    const detail::Citations& cited = data.citations;
    return py::make_tuple(
        data.horizon, weeks, days, data.taken_out, static_cast<int>(data.ground),
        py::make_tuple(cited.working_days, cited.working_days_en, cited.weekend, cited.weekend_en),
        data.verified_from, data.as_known_on);
}

WorkCalendar restored(const py::tuple& state) {
    if (state.size() != 8) throw ProbityError(detail::sentence("python.pickle_calendar"));
    WorkCalendarData data{.horizon = state[0].cast<Interval>(), .weeks = {}};
    for (const py::handle item : state[1]) {
        const auto week = item.cast<py::tuple>();
        data.weeks.push_back({.from = week[0].cast<DayNumber>(),
                              .weekend = week[1].cast<detail::WeekdaySet>(),
                              .holidays = week[2].cast<detail::WeekdaySet>(),
                              .basis = week[3].cast<std::string>(),
                              .basis_en = week[4].cast<std::string>()});
    }
    const DayNumber first = day_number(data.horizon.begin());
    data.weeks =
        detail::weeks_within(std::move(data.weeks), first, day_number(data.horizon.last()));
    const int ground = state[4].cast<int>();
    const bool known = ground >= 0 && ground <= static_cast<int>(detail::Ground::combination);
    if (data.weeks.empty() || data.weeks.front().from != first || !known) {
        throw ProbityError(detail::sentence("python.pickle_calendar"));
    }
    data.ground = static_cast<detail::Ground>(ground);
    data.taken_out = state[3].cast<std::vector<DayNumber>>();
    const auto cited = state[5].cast<py::tuple>();
    data.citations = {.working_days = cited[0].cast<std::string>(),
                      .working_days_en = cited[1].cast<std::string>(),
                      .weekend = cited[2].cast<std::string>(),
                      .weekend_en = cited[3].cast<std::string>()};
    data.verified_from = state[6].cast<std::optional<Date>>();
    data.as_known_on = state[7].cast<std::optional<Date>>();
    data.add(state[2].cast<std::vector<Holiday>>());
    return WorkCalendarAccess::calendar(std::move(data));
}

/// A call that gives the calendar back: Korea's with what was changed, one of listed holidays, or all
/// that it holds.
py::tuple reduce(const WorkCalendar& self) {
    const py::object cls = py::type::of<WorkCalendar>();
    const WorkCalendarData& data = WorkCalendarAccess::data(self);
    if (data.half_days.empty()) {
        const WorkCalendar law = WorkCalendar::korea(self.as_known_on());
        if (self == law && data.ground == detail::Ground::law) {
            return method_call(cls, "korea", self.as_known_on());
        }
        if (self.horizon() == law.horizon() && data.ground != detail::Ground::combination) {
            const auto [dates, holidays] = changes_from(law, self);
            if (changed(law, self.weekend(), dates, holidays) == self) {
                return method_call(cls, "_changed", law, self.weekend(), dates, holidays);
            }
        }
        if (data.ground == detail::Ground::own_lists && data.taken_out.empty()) {
            const std::vector<Holiday> listed = self.holidays(self.horizon().begin());
            return method_call(cls, "from_holidays", listed, self.weekend(), self.horizon());
        }
    }
    return method_call(cls, "_restored", state_of(self));
}

}  // namespace

void bind_pickle(py::class_<WorkCalendar>& calendar) {
    calendar.def_static("_changed", &changed)
        .def_static("_restored", &restored)
        .def("__reduce__", &reduce);
}

}  // namespace probity::python
