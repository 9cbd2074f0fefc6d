// How dates, numbers and text come in from Python, and how dates go out.
//
// Where an argument is a date, these all do: datetime.date; datetime.datetime and pandas.Timestamp
// at midnight and without a zone; numpy.datetime64 of any unit, on a whole day; text that read_date
// takes, "2026-03-18" or "2026. 3. 18.(수)". A time of day is refused rather than dropped, as are NaT
// and years outside 1400 to 9999.
//
// NumPy is neither linked nor imported for it: a datetime64 is known by its type's name.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstdint>
#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/recurrence/rule.hpp"

namespace probity::python {

namespace py = pybind11;

/// Reads a date argument. Throws DateError for a value that is no date, TypeError for a type that
/// cannot be one.
[[nodiscard]] Date date_from_python(PyObject* value);

/// A new datetime.date.
[[nodiscard]] PyObject* date_to_python(const Date& date);

/// Whether a value stands for one date, and not for an array of them.
[[nodiscard]] bool is_one_date(PyObject* value);

/// The dates of any iterable. An error names the index at which it arose.
[[nodiscard]] std::vector<Date> dates_from_python(py::handle iterable);

/// A whole number. Throws ProbityError naming a value that no int holds.
[[nodiscard]] int number_from_python(PyObject* value);
[[nodiscard]] std::int64_t long_number_from_python(PyObject* value);

/// The text of a str; what UTF-8 cannot hold is escaped, for a parser to refuse by name.
[[nodiscard]] std::string text_of(py::handle str);

/// "en" or "ko".
[[nodiscard]] Language language_of(const std::string& name);

/// "'2026-03-18'": what repr shows for a date, and what reads back as one.
[[nodiscard]] py::str date_text(const Date& date);

/// A whole number among the arguments: an int in all but the size that Python's may have.
struct Number {
    int value = 0;
    operator int() const noexcept { return value; }  // NOLINT: it is one
};

/// The same for numbers that may be as great as days can be told apart.
struct LongNumber {
    std::int64_t value = 0;
    operator std::int64_t() const noexcept { return value; }  // NOLINT: it is one
};

}  // namespace probity::python

namespace pybind11::detail {

template <>
struct type_caster<probity::Date> {
    PYBIND11_TYPE_CASTER(probity::Date, io_name("DateLike", "datetime.date"));

    bool load(handle source, bool) {
        value = probity::python::date_from_python(source.ptr());
        return true;
    }
    static handle cast(const probity::Date& date, return_value_policy, handle) {
        return probity::python::date_to_python(date);
    }
};

template <>
struct type_caster<probity::python::Number> {
    PYBIND11_TYPE_CASTER(probity::python::Number, const_name("int"));

    bool load(handle source, bool) {
        if (PyIndex_Check(source.ptr()) == 0) return false;
        value.value = probity::python::number_from_python(source.ptr());
        return true;
    }
    static handle cast(const probity::python::Number& number, return_value_policy, handle) {
        return PyLong_FromLong(number.value);
    }
};

template <>
struct type_caster<probity::python::LongNumber> {
    PYBIND11_TYPE_CASTER(probity::python::LongNumber, const_name("int"));

    bool load(handle source, bool) {
        if (PyIndex_Check(source.ptr()) == 0) return false;
        value.value = probity::python::long_number_from_python(source.ptr());
        return true;
    }
    static handle cast(const probity::python::LongNumber& number, return_value_policy, handle) {
        return PyLong_FromLongLong(number.value);
    }
};

template <>
struct type_caster<probity::Language> {
    PYBIND11_TYPE_CASTER(probity::Language, const_name("Language"));

    bool load(handle source, bool) {
        if (!isinstance<str>(source)) return false;
        value = probity::python::language_of(probity::python::text_of(source));
        return true;
    }
    static handle cast(probity::Language language, return_value_policy, handle) {
        const std::string_view code = probity::code(language);
        return str(code.data(), code.size()).release();
    }
};

}  // namespace pybind11::detail
