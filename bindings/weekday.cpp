#include "probity/date/weekday.hpp"

#include <array>

#include "convert.hpp"
#include "module.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

constexpr std::array<Weekday, 7> all_weekdays{MO, TU, WE, TH, FR, SA, SU};

}  // namespace

void bind_weekday(py::module_& m) {
    py::class_<Weekday> weekday(m, "Weekday", R"(A day of the week: MO, TU, WE, TH, FR, SA or SU.

Called with a number it is the n-th one of a period.

>>> WE
WE
>>> WE(3), FR(-1)
(WE(3), FR(-1))
>>> Weekday("WE") == WE == Weekday(2)
True
>>> Weekday.of("2026-03-18")
WE

Weekdays have no order of their own: whether Sunday comes first is a WeekConvention's matter.
Raises ProbityError for a number outside 0 (Monday) to 6 (Sunday), or another text.)");
    weekday
        .def(py::init([](const std::variant<Number, py::str>& day) {
                 if (const auto* index = std::get_if<Number>(&day)) {
                     return Weekday::from_index(*index);
                 }
                 return Weekday::parse(text_of(std::get<py::str>(day)));
             }),
             py::arg("day"))
        .def_static("of", &weekday_of, py::arg("date"), "The weekday of a date.")
        .def_property_readonly("index", &Weekday::index, "0 for Monday to 6 for Sunday.")
        .def("__str__", [](Weekday self) { return to_string(self); })
        .def("__repr__", [](Weekday self) { return to_string(self); });
    value_without_repr(weekday, [](Weekday self) { return py::make_tuple(self.index()); });

    py::class_<NthWeekday> nth(m, "NthWeekday", R"(A weekday with its ordinal: the third Wednesday.

>>> third = WE(3)
>>> third.weekday, third.n
(WE, 3)
>>> str(third)
'3WE')");
    nth.def(py::init([](Weekday day, Number n) { return NthWeekday(day, n); }), py::arg("weekday"),
            py::arg("n"))
        .def_property_readonly("weekday", &NthWeekday::weekday, "The weekday.")
        .def_property_readonly("n", &NthWeekday::n, "1 is the first, -1 the last.")
        .def("__str__", [](NthWeekday self) { return to_string(self); })
        .def("__repr__", [](NthWeekday self) {
            return to_string(self.weekday()) + "(" + std::to_string(self.n()) + ")";
        });
    value_without_repr(nth,
                       [](NthWeekday self) { return py::make_tuple(self.weekday(), self.n()); });

    // Only here, so that its signature has NthWeekday by its name in Python.
    weekday.def(
        "__call__", [](Weekday self, Number n) { return self(n); }, py::arg("n"),
        "The n-th of a period: 1 the first, -1 the last. Raises ProbityError for 0 and beyond 53 "
        "either way.");

    for (const Weekday day : all_weekdays) m.attr(to_string(day).c_str()) = day;

    m.def(
        "nth_weekday",
        [](Number year, Number month, NthWeekday which) { return nth_weekday(year, month, which); },
        py::arg("year"), py::arg("month"), py::arg("which"),
        R"(The n-th such weekday of a month; None if the month has no such day.

>>> nth_weekday(2026, 3, WE(3))
datetime.date(2026, 3, 18)
>>> nth_weekday(2026, 2, MO(5)) is None
True

Raises DateError for a year or month that does not exist.)");
}

}  // namespace probity::python
