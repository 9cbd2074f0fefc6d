#include "work_calendar.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

void bind_properties(py::class_<WorkCalendar>& calendar) {
    calendar
        .def_property_readonly("horizon", getter(&WorkCalendar::horizon),
                               "The days for which it answers.")
        .def_property_readonly(
            "verified_from", getter(&WorkCalendar::verified_from),
            "The first day from which its holidays are verified against official "
            "sources; None if that is not known.")
        .def_property_readonly("as_known_on", getter(&WorkCalendar::as_known_on),
                               "The day whose knowledge of the law it has; None for the law as it "
                               "stands.")
        .def_property_readonly(
            "weekend", [](const WorkCalendar& self) { return self.weekend(); },
            "The days of the week that are not worked, Monday first: at the end of the horizon, if "
            "the law changes them.")
        .def(
            "weekend_on",
            [](const WorkCalendar& self, const Date& date) { return self.weekend(date); },
            py::arg("date"), "The days of the week that are not worked in the week of a date.");
}

void bind_days(py::class_<WorkCalendar>& calendar) {
    calendar
        .def("is_working_day", &is_working_day, py::arg("dates"),
             "Whether a date, or each of an array of dates, is a working day.")
        .def(
            "is_holiday", &is_holiday, py::arg("dates"),
            "Whether a date, or each of an array, is a public holiday: a listed one, or in Korea a "
            "Sunday. A Saturday is a day off but no public holiday.")
        .def("is_half_day", &WorkCalendar::is_half_day, py::arg("date"),
             "Whether a date is a working day that is worked until noon. It counts as one working "
             "day.")
        .def(
            "explain",
            [](const WorkCalendar& self, const Date& date, Language lang) {
                return self.explain(date, lang);
            },
            py::arg("date"), py::arg("lang") = Language::english,
            "Why the day is worked or not, in one sentence with the article.")
        .def("state", &WorkCalendar::state, py::arg("date"),
             "Whether the day is worked, and the holidays listed for it; of a working day the half "
             "days.")
        .def(
            "holidays",
            [](const WorkCalendar& self, const Date& begin, const std::optional<Date>& end) {
                return table_of(self.holidays(begin, end));
            },
            py::arg("begin"), py::arg("end") = py::none(),
            "The holidays listed in [begin, end), several on a date each for itself, as a Table. "
            "Plain Sundays are not listed.")
        .def(
            "half_days",
            [](const WorkCalendar& self, const Date& begin, const std::optional<Date>& end) {
                return table_of(self.half_days(begin, end));
            },
            py::arg("begin"), py::arg("end") = py::none(),
            "The half days in [begin, end) that are worked until noon, as a Table. None of them is "
            "among holidays().")
        .def(
            "working_days",
            [](const WorkCalendar& self, const py::object& begin, const std::optional<Date>& end) {
                if (py::isinstance<Interval>(begin)) {
                    return self.working_days(begin.cast<const Interval&>());
                }
                return self.working_days(date_from_python(begin.ptr()), end);
            },
            py::arg("begin"), py::arg("end") = py::none(),
            R"(The working days in [begin, end), or in an Interval, as a DateSet.

>>> len(WorkCalendar.korea().working_days(WeekConvention.ISO.week(2026, 2, 3)))
2)")
        .def(
            "working_days_of",
            [](const WorkCalendar& self, const Spans& spans, const Date& begin,
               const std::optional<Date>& end) { return self.working_days_of(spans, begin, end); },
            py::arg("spans"), py::arg("begin"), py::arg("end") = py::none(),
            "The working days of recurring spans in [begin, end).");
}

void bind_arithmetic(py::class_<WorkCalendar>& calendar) {
    calendar
        .def("roll", &roll, py::arg("dates"), py::arg("how"),
             R"(The date itself if it is a working day, else the one to which the convention takes
it.

`how` is "following", "modified_following" (but in the same month), "preceding",
"modified_preceding", "nearest" (forward where both are equally near) or "none". An array of dates
gives an array, a Recurrence its pairs (nominal, adjusted), lazily.

>>> kr = WorkCalendar.korea()
>>> kr.roll("2026-05-24", "following")
datetime.date(2026, 5, 26)
>>> month_ends = Recurrence("FREQ=MONTHLY;BYMONTHDAY=-1", start="2026-01-01")
>>> next(iter(kr.roll(month_ends, "preceding")))
(datetime.date(2026, 1, 31), datetime.date(2026, 1, 30)))")
        .def("add", &add, py::arg("dates"), py::arg("n"),
             R"(The n-th working day strictly after a date, strictly before it where n is negative.

add(d, 0) is d, rolled to the following working day. Arrays of dates or of numbers give an array.

>>> WorkCalendar.korea().add("2026-02-13", 1)        # Seollal lies between
datetime.date(2026, 2, 19))")
        .def("count", &count, py::arg("begin"), py::arg("end") = py::none(),
             R"(How many working days lie in [begin, end), negative where end is before begin.

Arrays of dates, on either side or on both, give an array.

>>> WorkCalendar.korea().count("2026-02-16", "2026-02-23")
2)")
        .def(
            "due",
            [](const WorkCalendar& self, const Date& date, LongNumber n) {
                return self.due(date, n);
            },
            py::arg("date"), py::arg("n"), "add(), and the holidays passed over.")
        .def(
            "first_working_day",
            [](const WorkCalendar& self, Number year, Number month) {
                return self.first_working_day(year, month);
            },
            py::arg("year"), py::arg("month"), "The first working day of a month.")
        .def(
            "last_working_day",
            [](const WorkCalendar& self, Number year, Number month) {
                return self.last_working_day(year, month);
            },
            py::arg("year"), py::arg("month"), "The last working day of a month.")
        .def(
            "diff",
            [](const WorkCalendar& self, const WorkCalendar& other, const Date& begin,
               const std::optional<Date>& end) { return table_of(self.diff(other, begin, end)); },
            py::arg("other"), py::arg("begin"), py::arg("end") = py::none(),
            "The days in [begin, end) on which this calendar and another differ, with what each "
            "says, as a Table of DayChanges.")
        .def("to_busdaycalendar", &to_busdaycalendar, py::arg("begin") = py::none(),
             py::arg("end") = py::none(),
             R"(The same working days from begin on, up to end, as a numpy.busdaycalendar.

Without them it is for the whole horizon. Of days outside, NumPy knows the weekend alone, and does
not say so.

>>> import numpy
>>> busdays = WorkCalendar.korea().to_busdaycalendar("2026-01-01", "2027-01-01")
>>> numpy.busday_count("2026-02-16", "2026-02-23", busdaycal=busdays)
np.int64(2))")
        .def("to_pandas_offset", &to_pandas_offset, py::arg("begin") = py::none(),
             py::arg("end") = py::none(),
             R"(The same working days from begin on, up to end, as a pandas CustomBusinessDay
offset.

>>> import pandas
>>> pandas.Timestamp("2026-02-13") + WorkCalendar.korea().to_pandas_offset()
Timestamp('2026-02-19 00:00:00'))");
}

}  // namespace

void bind_work_calendar(py::module_& m) {
    bind_due(m);
    bind_rolled_dates(m);
    bind_deadline(m);

    py::class_<WorkCalendar> calendar(m, "WorkCalendar",
                                      R"(Which days offices work, and arithmetic in working days.

>>> kr = WorkCalendar.korea()
>>> kr.is_working_day("2026-05-25")                  # substitute for Buddha's Birthday
False
>>> kr.add("2026-02-13", 1)                          # Seollal lies between
datetime.date(2026, 2, 19)

A calendar is immutable and answers for a fixed horizon, outside which it raises HorizonError. Where
a date is asked for, an array, a list or a pandas Series of dates gives an array of answers.)");
    bind_making(calendar);
    bind_pickle(calendar);
    bind_properties(calendar);
    bind_days(calendar);
    bind_arithmetic(calendar);
    bind_deadlines(calendar);
    shown_as_html(calendar, "work_calendar");
    value_without_repr(calendar, OwnReduce{});
}

}  // namespace probity::python
