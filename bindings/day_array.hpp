// Arrays of days: datetime64[D] and back, with NumPy loaded only when one is asked for.
//
// In: a NumPy array of datetime64 of any unit, or of objects or text; a pandas Series or Index, or
// whatever else NumPy makes an array of; a list or another iterable of dates. An array of
// datetime64[D] is read in place, without a copy. Values with a time of day are refused.
#pragma once

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include <cstdint>
#include <span>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/date_set.hpp"
#include "probity/recurrence/expand.hpp"

namespace probity::python {

namespace py = pybind11;

/// The day number that means NaT.
inline constexpr std::int64_t not_a_time = INT64_MIN;

/// The days of an array or iterable, as numbers since 1970-01-01, with the array's shape.
class DayArray {
  public:
    /// Throws DateError and TypeError that name the index at which they arose. NaT is left in.
    explicit DayArray(py::handle values);

    [[nodiscard]] std::span<const std::int64_t> days() const noexcept { return days_; }
    [[nodiscard]] const std::vector<py::ssize_t>& shape() const noexcept { return shape_; }

    /// Throws DateError naming the first value that is NaT or no date from 1400 to 9999.
    void check_dates() const;

  private:
    void read_array(py::object array);
    void read_dates(py::handle iterable);

    py::object keep_;
    std::vector<std::int64_t> own_;
    std::span<const std::int64_t> days_;
    std::vector<py::ssize_t> shape_;
};

/// An uninitialised array of datetime64[D], with its day numbers to be written.
struct NewDays {
    explicit NewDays(const std::vector<py::ssize_t>& shape);

    py::array array;
    std::span<std::int64_t> days;
};

/// An uninitialised array of T, with its values to be written.
template <class T>
struct NewArray {
    explicit NewArray(const std::vector<py::ssize_t>& shape)
        : array(shape),
          values(static_cast<T*>(array.mutable_data()), static_cast<std::size_t>(array.size())) {}

    py::array_t<T> array;
    std::span<T> values;
};

/// The dates as an array of datetime64[D].
[[nodiscard]] py::array to_array(const DateSet& dates);
[[nodiscard]] py::array to_array(std::span<const DayNumber> days);
/// Takes the numbers over, without a copy.
[[nodiscard]] py::array to_array(FlatArray<std::int64_t> days);

/// The set of the dates of an array or iterable.
[[nodiscard]] DateSet date_set_of(py::handle values);

/// The dates of an array or iterable, in its order.
[[nodiscard]] std::vector<Date> date_list_of(py::handle values);

}  // namespace probity::python
