#include "probity/date/date.hpp"

#include "convert.hpp"
#include "module.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

// The days of an interval, one after another.
struct IntervalIterator {
    DayNumber next;
    DayNumber last;
};

py::tuple arguments(const Interval& interval) {
    const auto end = interval.end();
    if (!end) return py::make_tuple(date_text(interval.begin()));
    return py::make_tuple(date_text(interval.begin()), date_text(*end));
}

}  // namespace

void bind_date(py::module_& m) {
    py::class_<IntervalIterator>(m, "_IntervalIterator")
        .def("__iter__", [](py::object self) { return self; })
        .def("__next__", [](IntervalIterator& self) {
            if (self.next > self.last) throw py::stop_iteration();
            return detail::unchecked_date(self.next++);
        });

    py::class_<Interval> interval(m, "Interval", R"(A run of at least one day, [begin, end).

Its end is the first day no longer in it. Without an end it goes on to 9999-12-31, the last date
there is; reaching that day and having no end are the same thing.

>>> week = Interval("2026-03-16", "2026-03-23")
>>> len(week), week.last
(7, datetime.date(2026, 3, 22))
>>> "2026-03-18" in week
True
>>> week & Interval("2026-03-21", "2026-04-01")
Interval('2026-03-21', '2026-03-23')
>>> week & Interval("2026-03-23") is None
True

Raises DateError unless begin < end.)");
    interval
        .def(py::init([](const Date& begin, const std::optional<Date>& end) {
                 return Interval(begin, end);
             }),
             py::arg("begin"), py::arg("end") = py::none())
        .def_static("closed", &Interval::closed, py::arg("first"), py::arg("last"),
                    "The interval from first to last, both in it.")
        .def_static(
            "of_days",
            [](const Date& begin, LongNumber days) { return Interval::of_days(begin, days); },
            py::arg("begin"), py::arg("days"), "So many days from begin on, cut at 9999-12-31.")
        .def_property_readonly("begin", &Interval::begin, "The first day.")
        .def_property_readonly("end", &Interval::end,
                               "The first day after it; None if it reaches 9999-12-31.")
        .def_property_readonly("last", &Interval::last, "The last day.")
        .def("meet", &Interval::meet, py::arg("other"),
             "The days in both; None if they do not meet.")
        .def("__and__", &Interval::meet, py::arg("other"), py::is_operator())
        .def("__len__", &Interval::days)
        .def("__contains__", &Interval::contains, py::arg("date"))
        .def("__iter__",
             [](const Interval& self) {
                 return IntervalIterator{day_number(self.begin()), day_number(self.last())};
             })
        .def("__str__", [](const Interval& self) { return to_string(self); });
    value(interval, arguments, [](const Interval& self) {
        return py::ssize_t{day_number(self.begin())} * 1'000'003 + self.days();
    });
    ordered(interval);
}

}  // namespace probity::python
