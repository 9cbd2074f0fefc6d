#include "instant.hpp"

#include "probity/date/error.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

py::object datetime_named(const char* name) { return py::module_::import("datetime").attr(name); }

py::object datetime_of(py::handle value) {
    const py::object datetime = datetime_named("datetime");
    if (py::isinstance(value, datetime)) return py::reinterpret_borrow<py::object>(value);
    if (!py::isinstance<py::str>(value)) {
        throw py::type_error("an instant is a datetime.datetime with a time zone or its text, " +
                             ("not " + std::string(py::str(py::type::of(value).attr("__name__")))));
    }
    try {
        return datetime.attr("fromisoformat")(value);
    } catch (const py::error_already_set& error) {
        if (!error.matches(PyExc_ValueError)) throw;
        throw ProbityError(detail::sentence("python.no_instant", {{"text", text_of(value)}}));
    }
}

}  // namespace

Instant instant_from_python(py::handle value) {
    const py::object time = datetime_of(value);
    if (time.attr("utcoffset")().is_none()) {
        throw ProbityError(
            detail::sentence("python.instant_zone", {{"value", std::string(py::str(time))}}));
    }
    const py::object utc = datetime_named("timezone").attr("utc");
    const py::object since = time - datetime_named("datetime")(1970, 1, 1, 0, 0, 0, 0, utc);
    const auto seconds =
        (since.attr("days").cast<long long>() * 86400) + since.attr("seconds").cast<long long>();
    return Instant(std::chrono::seconds(seconds));
}

py::object instant_to_python(Instant instant) {
    const py::object utc = datetime_named("timezone").attr("utc");
    const py::object epoch = datetime_named("datetime")(1970, 1, 1, 0, 0, 0, 0, utc);
    return epoch + datetime_named("timedelta")(0, instant.time_since_epoch().count());
}

}  // namespace probity::python
