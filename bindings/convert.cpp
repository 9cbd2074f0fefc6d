#include "convert.hpp"

#include <cstring>
#include <string_view>

#include "date/civil.hpp"
#include "date/interruption.hpp"
#include "date/text.hpp"
#include "datetime_api.hpp"
#include "probity/date/written_date.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

std::string shown(PyObject* value) { return text_of(py::repr(value)); }

bool has_type_name(PyObject* value, std::string_view name) {
    return name == Py_TYPE(value)->tp_name;
}

[[noreturn]] void throw_time_of_day(PyObject* value) {
    throw DateError(
        detail::sentence("python.date_with_time", {{"value", text_of(py::str(value))}}));
}

[[noreturn]] void throw_not_a_time() { throw DateError(detail::sentence("python.nat")); }

// The layout that NumPy's public header arrayscalars.h gives numpy.datetime64.
struct DatetimeScalar {
    PyObject_HEAD std::int64_t value;
    std::int32_t unit;
    std::int32_t multiple;
};

constexpr std::int64_t not_a_time = INT64_MIN;

// The units of NumPy's NPY_DATETIMEUNIT: Y, M, W, (unused), D, h, m, s, ms, us, ns, ps, fs, as.
enum : std::int32_t {
    years = 0,
    months = 1,
    weeks = 2,
    days = 4,
    hours = 5,
    minutes = 6,
    seconds = 7,
    picoseconds = 11
};

/// How many of a unit make a day; of picoseconds at the finest.
std::int64_t units_in_a_day(std::int32_t unit) {
    switch (unit) {
        case hours:
            return 24;
        case minutes:
            return 24 * 60;
        default:
            break;
    }
    std::int64_t units = 86'400;
    for (std::int32_t finer = seconds; finer < unit; ++finer) units *= 1000;
    return units;
}

Date date_of_months_since_1970(std::int64_t month) {
    return make_date(static_cast<int>(1970 + detail::floor_div(month, 12)),
                     static_cast<int>(detail::floor_mod(month, 12)) + 1, 1);
}

Date date_from_datetime64(PyObject* object) {
    const auto& scalar = *reinterpret_cast<const DatetimeScalar*>(object);
    if (scalar.value == not_a_time) throw_not_a_time();
    std::int64_t value = 0;
    if (__builtin_mul_overflow(scalar.value, std::int64_t{scalar.multiple}, &value)) {
        throw DateError(
            detail::sentence("python.datetime64", {{"value", scalar.value},
                                                   {"multiple", scalar.multiple},
                                                   {"range", detail::sentence("date.range")}}));
    }
    constexpr std::int64_t far = 1'000'000'000;  // beyond any date, in months or weeks
    if (scalar.unit <= weeks && (value > far || value < -far)) {
        return date_of(value > 0 ? INT64_MAX : INT64_MIN);
    }
    switch (scalar.unit) {
        case years:
            return date_of_months_since_1970(value * 12);
        case months:
            return date_of_months_since_1970(value);
        case weeks:
            return date_of(value * 7);
        case days:
            return date_of(value);
        default:
            break;
    }
    // A day has 8.64e19 femtoseconds, more than 64 bits hold: 0 is the only whole day there is.
    if (scalar.unit > picoseconds) {
        if (value != 0) throw_time_of_day(object);
        return date_of(0);
    }
    const std::int64_t day = units_in_a_day(scalar.unit);
    if (detail::floor_mod(value, day) != 0) throw_time_of_day(object);
    return date_of(detail::floor_div(value, day));
}

void check_midnight(PyObject* value) {
    if (has_type_name(value, "NaTType")) throw_not_a_time();
    const bool midnight =
        PyDateTime_DATE_GET_HOUR(value) == 0 && PyDateTime_DATE_GET_MINUTE(value) == 0 &&
        PyDateTime_DATE_GET_SECOND(value) == 0 && PyDateTime_DATE_GET_MICROSECOND(value) == 0;
    // A pandas.Timestamp is a datetime with nanoseconds besides.
    const bool whole = PyDateTime_CheckExact(value) != 0 ||
                       py::getattr(value, "nanosecond", py::int_(0)).equal(py::int_(0));
    if (!midnight || !whole) throw_time_of_day(value);
    if (PyDateTime_DATE_GET_TZINFO(value) != Py_None) {
        throw DateError(
            detail::sentence("python.date_with_zone", {{"value", text_of(py::str(value))}}));
    }
}

// A datetime.date, whose parts exist together because Python has checked them.
Date date_of_parts(PyObject* value) {
    const int year = PyDateTime_GET_YEAR(value);
    const int month = PyDateTime_GET_MONTH(value);
    const int day = PyDateTime_GET_DAY(value);
    if (year < first_year) return make_date(year, month, day);  // which throws
    return detail::unchecked_date(detail::day_number_of(year, month, day));
}

[[noreturn]] void throw_not_a_date(PyObject* value) {
    throw py::type_error(shown(value) + " of type " + Py_TYPE(value)->tp_name +
                         " is no date: a datetime.date, numpy.datetime64, pandas.Timestamp or text "
                         "such as \"2026-03-18\" is wanted");
}

Date date_of_other(PyObject* value) {
    if (PyUnicode_Check(value) != 0) {
        Py_ssize_t size = 0;
        const char* text = PyUnicode_AsUTF8AndSize(value, &size);
        if (text == nullptr) {
            PyErr_Clear();
            return read_date(text_of(value));  // which throws, showing what stands there
        }
        return read_date({text, static_cast<std::size_t>(size)});
    }
    if (PyDateTime_Check(value) != 0) check_midnight(value);
    if (PyDate_Check(value) != 0) return date_of_parts(value);
    if (has_type_name(value, "numpy.datetime64")) return date_from_datetime64(value);
    throw_not_a_date(value);
}

}  // namespace

Date date_from_python(PyObject* value) {
    load_datetime();
    if (PyDate_CheckExact(value) != 0) [[likely]]
        return date_of_parts(value);
    return date_of_other(value);
}

PyObject* date_to_python(const Date& date) {
    load_datetime();
    const auto [year, month, day] = detail::year_month_day(day_number(date));
    return PyDate_FromDate(year, month, day);
}

bool is_one_date(PyObject* value) {
    load_datetime();
    return PyDate_Check(value) != 0 || PyUnicode_Check(value) != 0 ||
           has_type_name(value, "numpy.datetime64") || has_type_name(value, "NaTType");
}

namespace {

py::iterator iterator_of(py::handle iterable) {
    PyObject* const iterator = PyObject_GetIter(iterable.ptr());
    if (iterator != nullptr) return py::reinterpret_steal<py::iterator>(iterator);
    PyErr_Clear();
    throw py::type_error(shown(iterable.ptr()) + " of type " + Py_TYPE(iterable.ptr())->tp_name +
                         " is neither a date nor an array or list of dates");
}

}  // namespace

std::vector<Date> dates_from_python(py::handle iterable) {
    if (is_one_date(iterable.ptr())) {
        throw py::type_error(shown(iterable.ptr()) + " is one date: a list of dates is wanted");
    }
    std::vector<Date> dates;
    std::size_t index = 0;
    for (const py::handle value : iterator_of(iterable)) {
        detail::interruption_point(index);
        try {
            dates.push_back(date_from_python(value.ptr()));
        } catch (const DateError& error) {
            throw DateError(
                detail::sentence("python.at_index", {{"index", index}, {"message", error.text()}}));
        } catch (const py::type_error& error) {
            throw py::type_error("at index " + std::to_string(index) + ": " + error.what());
        }
        ++index;
    }
    return dates;
}

std::int64_t long_number_from_python(PyObject* value) {
    const auto number = py::reinterpret_steal<py::object>(PyNumber_Index(value));
    if (!number) throw py::error_already_set();
    int overflow = 0;
    const long long read = PyLong_AsLongLongAndOverflow(number.ptr(), &overflow);
    if (overflow != 0)
        throw ProbityError(detail::sentence("python.too_large", {{"value", shown(number.ptr())}}));
    return read;
}

int number_from_python(PyObject* value) {
    const std::int64_t number = long_number_from_python(value);
    if (number > INT32_MAX || number < INT32_MIN) {
        throw ProbityError(detail::sentence("python.too_large", {{"value", number}}));
    }
    return static_cast<int>(number);
}

std::string text_of(py::handle str) {
    const auto bytes = py::reinterpret_steal<py::bytes>(
        PyUnicode_AsEncodedString(str.ptr(), "utf-8", "backslashreplace"));
    if (!bytes) throw py::error_already_set();
    return std::string(bytes);
}

Language language_of(const std::string& name) {
    if (const auto language = parse_language(name)) return *language;
    std::string known;
    for (const Language each : languages) {
        known += (known.empty() ? "\"" : " or \"") + std::string(code(each)) + "\"";
    }
    throw ProbityError(detail::sentence("python.language",
                                        {{"value", detail::printable(name)}, {"known", known}}));
}

py::str date_text(const Date& date) { return py::str(to_string(date)); }

}  // namespace probity::python
