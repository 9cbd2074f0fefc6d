#include "text.hpp"

#include <pybind11/gil_safe_call_once.h>

namespace probity::python {

py::object text_to_python(const Text& text) {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> cls;
    cls.call_once_and_store_result(
        [] { return py::object(py::module_::import("probity.text").attr("Text")); });
    return cls.get_stored()(text.korean, text.english);
}

Text text_from_python(py::handle str) {
    if (!py::hasattr(str, "korean")) return {.korean = text_of(str), .english = text_of(str)};
    return {.korean = text_of(str.attr("korean")), .english = text_of(str.attr("english"))};
}

py::object time_to_python(const std::optional<TimeOfDay>& time) {
    if (!time) return py::none();
    return py::module_::import("datetime").attr("time")(time->hour(), time->minute());
}

}  // namespace probity::python
