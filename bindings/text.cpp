#include "text.hpp"

#include <pybind11/gil_safe_call_once.h>

#include "probity/date/error.hpp"

namespace probity::python {

py::object text_to_python(const Text& text) {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> cls;
    cls.call_once_and_store_result(
        [] { return py::object(py::module_::import("probity.text").attr("Text")); });
    return cls.get_stored()(text.korean, text.english);
}

std::optional<Text> text_from_python(py::handle value) {
    if (py::isinstance<py::str>(value)) {
        if (!py::hasattr(value, "korean")) return Text{text_of(value), text_of(value)};
        return Text{text_of(value.attr("korean")), text_of(value.attr("english"))};
    }
    if (!py::isinstance<py::tuple>(value) || py::len(value) != 2) return std::nullopt;
    const auto pair = py::reinterpret_borrow<py::tuple>(value);
    for (const py::handle each : pair) {
        if (!py::isinstance<py::str>(each)) return std::nullopt;
    }
    return Text{text_of(pair[0]), text_of(pair[1])};
}

py::object time_to_python(const std::optional<TimeOfDay>& time) {
    if (!time) return py::none();
    return py::module_::import("datetime").attr("time")(time->hour(), time->minute());
}

TimeOfDay time_from_python(py::handle value) {
    if (py::isinstance<py::str>(value)) return TimeOfDay::parse(text_of(value));
    if (!py::isinstance(value, py::module_::import("datetime").attr("time"))) {
        throw py::type_error("a time of day is a datetime.time or its text, not " +
                             std::string(py::str(py::type::of(value).attr("__name__"))));
    }
    const bool on_the_minute =
        value.attr("second").cast<int>() == 0 && value.attr("microsecond").cast<int>() == 0;
    if (!on_the_minute || !value.attr("tzinfo").is_none()) {
        throw ProbityError("the time of day " + std::string(py::str(value)) +
                           ": it is a whole minute, and without a zone");
    }
    return {value.attr("hour").cast<int>(), value.attr("minute").cast<int>()};
}

}  // namespace probity::python
