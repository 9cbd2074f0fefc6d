#include "probity/workdays/holiday.hpp"

#include "convert.hpp"
#include "module.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

std::string repr(const Holiday& self) {
    std::string text = "Holiday(" + std::string(py::repr(date_text(self.date))) + ", " +
                       std::string(py::repr(py::str(self.name.korean)));
    const auto keyword = [&](const char* name, std::string_view value) {
        if (!value.empty()) text += name + std::string(py::repr(py::str(std::string(value))));
    };
    keyword(", name_en=", self.name.english);
    keyword(", kind=", to_string(self.kind));
    keyword(", basis=", self.basis.korean);
    keyword(", basis_en=", self.basis.english);
    if (self.decided_on) keyword(", decided_on=", to_string(*self.decided_on));
    return text + ")";
}

}  // namespace

void bind_holiday(py::module_& m) {
    py::class_<Holiday> holiday(m, "Holiday",
                                R"doc(One named holiday on one date, with the ground for it.

>>> day = WorkCalendar.korea().holidays("2026-05-25", "2026-05-26")[0]
>>> day.name, day.name_en, day.kind
('대체공휴일(부처님 오신 날)', "Substitute holiday (Buddha's Birthday)", 'substitute')

`kind` is "national_day", "traditional", "public_holiday", "substitute", "election", "temporary",
"closure" or "half_day".)doc");
    holiday
        .def(py::init([](const Date& date, std::string name, std::string name_en,
                         const std::string& kind, std::string basis, std::string basis_en,
                         const std::optional<Date>& decided_on) {
                 return Holiday{date,
                                {std::move(name), std::move(name_en)},
                                parse_holiday_kind(kind),
                                {std::move(basis), std::move(basis_en)},
                                decided_on};
             }),
             py::arg("date"), py::arg("name") = "", py::arg("name_en") = "",
             py::arg("kind") = "public_holiday", py::arg("basis") = "", py::arg("basis_en") = "",
             py::arg("decided_on") = py::none())
        .def_readonly("date", &Holiday::date)
        .def_property_readonly(
            "name", [](const Holiday& self) { return self.name.korean; },
            "The official name, in Korean for Korea.")
        .def_property_readonly(
            "name_en", [](const Holiday& self) { return self.name.english; },
            "The name in English; empty if there is none.")
        .def_property_readonly(
            "kind", [](const Holiday& self) { return std::string(to_string(self.kind)); },
            "The sort of holiday that it is.")
        .def_property_readonly(
            "basis", [](const Holiday& self) { return self.basis.korean; },
            "By what it is a holiday: article and decree, or decision.")
        .def_property_readonly(
            "basis_en", [](const Holiday& self) { return self.basis.english; },
            "The same in English.")
        .def_readonly("decided_on", &Holiday::decided_on,
                      "The day on which that was decided; None if it is not known.")
        .def("__str__", [](const Holiday& self) { return to_string(self); })
        .def("__repr__", &repr);
    value_without_repr(holiday, [](const Holiday& self) {
        return py::make_tuple(
            date_text(self.date), self.name.korean, self.name.english,
            std::string(to_string(self.kind)), self.basis.korean, self.basis.english,
            self.decided_on ? py::object(date_text(*self.decided_on)) : py::none());
    });
    m.def(
        "_holiday_kind_title",
        [](const std::string& kind, Language lang) {
            return std::string(title(parse_holiday_kind(kind), lang));
        },
        py::arg("kind"), py::arg("lang"));
}

}  // namespace probity::python
