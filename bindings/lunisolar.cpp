#include "probity/date/lunisolar.hpp"

#include "convert.hpp"
#include "module.hpp"
#include "value.hpp"

namespace probity::python {

void bind_lunisolar(py::module_& m) {
    py::class_<LunarDate> lunar(m, "LunarDate",
                                R"(A date of the Korean lunisolar calendar (dangi, 음력).

>>> LunarDate(2026, 1, 1).to_date()                  # Seollal
datetime.date(2026, 2, 17)
>>> LunarDate.of("2026-09-25")                       # Chuseok
LunarDate(2026, 8, 15)
>>> LunarDate(2025, 6, 1, leap_month=True).to_date()
datetime.date(2025, 7, 25)

The lunar years 1900 to 2100 are known: outside them HorizonError. Raises DateError if the year
has no such month or day.)");
    lunar
        .def(py::init([](Number year, Number month, Number day, bool leap_month) {
                 return LunarDate(year, month, day, leap_month);
             }),
             py::arg("year"), py::arg("month"), py::arg("day"), py::arg("leap_month") = false)
        .def_static("of", &LunarDate::of, py::arg("date"), "The lunar date of a day.")
        .def_static(
            "parse", [](const py::str& text) { return LunarDate::parse(text_of(text)); },
            py::arg("text"), "Reads \"lunar 2025-06L-01\", as str() writes it.")
        .def("to_date", &LunarDate::to_date, "The same day of the Gregorian calendar.")
        .def_property_readonly("year", &LunarDate::year)
        .def_property_readonly("month", &LunarDate::month,
                               "1 to 12; a leap month bears the number of the month before it.")
        .def_property_readonly("day", &LunarDate::day, "1 to 30.")
        .def_property_readonly("leap_month", &LunarDate::leap_month,
                               "Whether its month is a leap month.")
        .def("__str__", [](const LunarDate& self) { return to_string(self); })
        .def("__repr__", [](const LunarDate& self) {
            return "LunarDate(" + std::to_string(self.year()) + ", " +
                   std::to_string(self.month()) + ", " + std::to_string(self.day()) +
                   (self.leap_month() ? ", leap_month=True)" : ")");
        });
    value_without_repr(lunar, [](const LunarDate& self) {
        return py::make_tuple(self.year(), self.month(), self.day(), self.leap_month());
    });
    ordered(lunar);
}

}  // namespace probity::python
