// Time zones and times of calendar files, to and from Python's datetime.
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "probity/exchange/ics.hpp"

namespace probity::python {

namespace py = pybind11;

/// The zone of a datetime.tzinfo: UTC itself, one of the tz database in some folders, one that a
/// file defined, or one that asks the object. To be called with the interpreter's lock.
[[nodiscard]] ics::ZonePointer zone_from_python(py::handle zone,
                                                const std::vector<std::string>& folders);

/// A zone of Python's zoneinfo, which reads the package tzdata, too; null if it has none. To be called
/// without the interpreter's lock.
[[nodiscard]] ics::ZonePointer zone_of_zoneinfo(const std::string& name);

/// Makes the objects of zones, dates and times, one for each zone. With the interpreter's lock.
class Moments {
  public:
    Moments();
    /// The object from which a zone was made, to stand for it.
    void know(const ics::ZonePointer& zone, py::object object);

    /// A datetime.tzinfo; None without a zone.
    [[nodiscard]] py::object zone(const ics::ZonePointer& zone);
    /// A datetime.date or a datetime.datetime.
    [[nodiscard]] py::object moment(const ics::Moment& moment);

  private:
    std::unordered_map<ics::ZonePointer, py::object> zones_;
};

/// A datetime.date of any year from 1 to 9999.
[[nodiscard]] py::object day_to_python(std::chrono::sys_days day);
[[nodiscard]] std::chrono::sys_days day_from_python(py::handle date);
/// A datetime.time without a zone.
[[nodiscard]] py::object clock_to_python(std::chrono::seconds time);
/// A datetime.timedelta.
[[nodiscard]] py::object length_to_python(std::chrono::seconds length);

}  // namespace probity::python
