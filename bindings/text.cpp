#include "text.hpp"

#include <pybind11/gil_safe_call_once.h>

#include "date/text.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

/// A text as it will be recorded. Throws ProbityError for half a character, which no file can hold.
std::string recorded_text(py::handle str) {
    const auto bytes = py::reinterpret_steal<py::bytes>(PyUnicode_AsUTF8String(str.ptr()));
    if (bytes) return std::string(bytes);
    PyErr_Clear();
    throw ProbityError(
        detail::sentence("python.surrogate", {{"text", detail::printable(text_of(str))}}));
}

}  // namespace

py::object text_to_kept(const Text& text) {
    if (text.plain) return py::str(text.in(Language::korean));
    py::dict given;
    for (const Language language : languages) {
        if (text.given(language).empty()) continue;
        given[py::str(std::string(code(language)))] = text.given(language);
    }
    return given;
}

py::object text_to_python(const Text& text) {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> made;
    made.call_once_and_store_result(
        [] { return py::object(py::module_::import("probity.text").attr("_made")); });
    return made.get_stored()(text_to_kept(text));
}

namespace {

/// The words by language; nothing for a dict of anything else.
std::optional<Text> text_of_words(const py::dict& given) {
    Text text;
    for (const auto& [key, words] : given) {
        if (!py::isinstance<py::str>(key) || !py::isinstance<py::str>(words)) return std::nullopt;
        const auto language = parse_language(text_of(key));
        if (!language) return std::nullopt;
        text.given(*language) = recorded_text(words);
    }
    return text;
}

}  // namespace

std::optional<Text> text_from_python(py::handle value) {
    if (py::isinstance<py::str>(value)) {
        if (!py::hasattr(value, "given")) return Text::in_any_language(recorded_text(value));
        const auto given = py::reinterpret_borrow<py::dict>(value.attr("given"));
        if (given.empty()) return Text::in_any_language(recorded_text(value));
        return text_of_words(given);
    }
    if (py::isinstance<py::dict>(value)) {
        return text_of_words(py::reinterpret_borrow<py::dict>(value));
    }
    if (!py::isinstance<py::tuple>(value) || py::len(value) != 2) return std::nullopt;
    const auto pair = py::reinterpret_borrow<py::tuple>(value);
    for (const py::handle each : pair) {
        if (!py::isinstance<py::str>(each)) return std::nullopt;
    }
    return Text{recorded_text(pair[0]), recorded_text(pair[1])};
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
        throw ProbityError(
            detail::sentence("python.time_on_minute", {{"value", std::string(py::str(value))}}));
    }
    return {value.attr("hour").cast<int>(), value.attr("minute").cast<int>()};
}

}  // namespace probity::python
