#include "zone.hpp"

#include <datetime.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "../convert.hpp"
#include "../module.hpp"
#include "exchange/ics/file_zone.hpp"
#include "exchange/ics/values.hpp"
#include "exchange/ics/zone.hpp"
#include "ics.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

using ics::Zone;
using ics::detail::Day;
using std::chrono::local_seconds;
using std::chrono::seconds;
using std::chrono::sys_seconds;

py::object own(PyObject* made) {
    if (made == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(made);
}

/// A datetime.datetime of what clocks show.
py::object datetime_of(const Zone::Local& local, py::handle zone) {
    const auto day = std::chrono::floor<std::chrono::days>(local.time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{local.time - day};
    return own(PyDateTimeAPI->DateTime_FromDateAndTimeAndFold(
        static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
        static_cast<int>(static_cast<unsigned>(date.day())), static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()), 0,
        zone.ptr(), local.again ? 1 : 0, PyDateTimeAPI->DateTimeType));
}

/// The wall-clock time of a datetime.datetime, without its zone and its microseconds.
Zone::Local local_of(py::handle datetime) {
    PyObject* object = datetime.ptr();
    const seconds time{PyDateTime_DATE_GET_HOUR(object) * 3600 +
                       PyDateTime_DATE_GET_MINUTE(object) * 60 +
                       PyDateTime_DATE_GET_SECOND(object)};
    return {local_seconds{day_from_python(datetime).time_since_epoch()} + time,
            PyDateTime_DATE_GET_FOLD(object) != 0};
}

py::handle checked_datetime(py::handle when) {
    if (PyDateTime_Check(when.ptr()) == 0) {
        throw py::type_error("a zone is asked for a datetime.datetime");
    }
    return when;
}

seconds seconds_of(py::handle delta) {
    PyObject* object = delta.ptr();
    return std::chrono::days{PyDateTime_DELTA_GET_DAYS(object)} +
           seconds{PyDateTime_DELTA_GET_SECONDS(object)};
}

/// A zone that is any datetime.tzinfo. It is asked with the interpreter's lock, which reading does
/// not hold.
class PythonZone final : public Zone {
  public:
    explicit PythonZone(py::object zone) : zone_(std::move(zone)) {}
    PythonZone(const PythonZone&) = delete;
    PythonZone& operator=(const PythonZone&) = delete;
    ~PythonZone() override {
        const py::gil_scoped_acquire acquire;
        zone_ = py::object();
    }

    /// Its key, as ZoneInfo has one, or the name that it has of no certain time.
    [[nodiscard]] std::string name() const override {
        const py::gil_scoped_acquire acquire;
        const py::object key = py::getattr(zone_, "key", py::none());
        if (py::isinstance<py::str>(key)) return text_of(key);
        const py::object name = zone_.attr("tzname")(py::none());
        return py::isinstance<py::str>(name) ? text_of(name) : std::string();
    }
    [[nodiscard]] seconds offset(const Local& local) const override {
        const py::gil_scoped_acquire acquire;
        const py::object offset = zone_.attr("utcoffset")(datetime_of(local, zone_));
        if (PyDelta_Check(offset.ptr()) == 0) {
            throw ProbityError(
                detail::sentence("python.zone_distance",
                                 {{"zone", text_of(py::repr(zone_))},
                                  {"time", text_of(py::str(datetime_of(local, py::none())))}}));
        }
        return seconds_of(offset);
    }
    [[nodiscard]] Local local(sys_seconds instant) const override {
        const py::gil_scoped_acquire acquire;
        const Local utc{local_seconds{instant.time_since_epoch()}, false};
        try {
            return local_of(checked_datetime(zone_.attr("fromutc")(datetime_of(utc, zone_))));
        } catch (const py::error_already_set& error) {
            if (error.matches(PyExc_OverflowError)) throw ics::detail::BeyondDates();
            throw;
        }
    }
    [[nodiscard]] const py::object& object() const noexcept { return zone_; }

  private:
    py::object zone_;
};

py::object zoneinfo_of(const std::string& key) {
    return py::module_::import("zoneinfo").attr("ZoneInfo")(key);
}

/// The key of a ZoneInfo that any other would get for it; none of another object.
std::optional<std::string> common_key(py::handle zone) {
    if (!py::type::of(zone).is(py::module_::import("zoneinfo").attr("ZoneInfo"))) {
        return std::nullopt;
    }
    const py::object key = zone.attr("key");
    if (!py::isinstance<py::str>(key)) return std::nullopt;
    return zoneinfo_of(text_of(key)).is(zone) ? std::optional(text_of(key)) : std::nullopt;
}

py::object fixed_to_python(const ics::detail::FixedZone& zone) {
    const py::object offset = length_to_python(zone.offset());
    if (!zone.is_named()) return own(PyTimeZone_FromOffset(offset.ptr()));
    return own(PyTimeZone_FromOffsetAndName(offset.ptr(), py::str(zone.name()).ptr()));
}

// The zone of a file ------------------------------------------------------------------------------

using ics::detail::FileZone;
using FileZonePointer = std::shared_ptr<const FileZone>;

py::tuple observance_to_python(const ics::detail::Observance& observance) {
    return py::make_tuple(observance.days, clock_to_python(observance.time),
                          length_to_python(observance.before), length_to_python(observance.after));
}

ics::detail::Observance observance_from_python(py::handle given) {
    const auto [days, time, before, after] =
        given.cast<std::tuple<Recurrence, py::object, py::object, py::object>>();
    if (PyTime_Check(time.ptr()) == 0 || PyDelta_Check(before.ptr()) == 0 ||
        PyDelta_Check(after.ptr()) == 0) {
        throw py::type_error("an observance has a Recurrence, a time and two timedeltas");
    }
    const seconds clock{PyDateTime_TIME_GET_HOUR(time.ptr()) * 3600 +
                        PyDateTime_TIME_GET_MINUTE(time.ptr()) * 60 +
                        PyDateTime_TIME_GET_SECOND(time.ptr())};
    return {days, clock, seconds_of(before), seconds_of(after)};
}

void bind_file_zone(py::module_& m) {
    py::class_<FileZone, std::shared_ptr<FileZone>>(
        m, "_FileZone", "A zone that a calendar file defines (python/probity/ics/zones.py).")
        .def(py::init([](const std::string& name, const py::iterable& observances) {
                 std::vector<ics::detail::Observance> read;
                 for (const py::handle each : observances) {
                     read.push_back(observance_from_python(each));
                 }
                 if (read.empty())
                     throw ProbityError(detail::sentence("python.zone_empty", {{"name", name}}));
                 return std::make_shared<FileZone>(name, std::move(read));
             }),
             py::arg("name"), py::arg("observances"))
        .def_property_readonly("key", &FileZone::name)
        .def_property_readonly(
            "observances",
            [](const FileZone& zone) {
                py::list observances;
                for (const auto& each : zone.observances()) {
                    observances.append(observance_to_python(each));
                }
                return observances;
            },
            "(days, time, offset before, offset after) of each.")
        .def(
            "offset",
            [](const FileZone& zone, const py::object& when) {
                return length_to_python(zone.offset(local_of(checked_datetime(when))));
            },
            py::arg("when"), "The distance from UTC at what clocks show.")
        .def(
            "local",
            [](const FileZone& zone, const py::object& when) {
                const sys_seconds instant{local_of(checked_datetime(when)).time.time_since_epoch()};
                const Zone::Local local = zone.local(instant);
                return py::make_tuple(
                    length_to_python(local.time.time_since_epoch() - instant.time_since_epoch()),
                    local.again);
            },
            py::arg("when"),
            "The distance from UTC at a time in UTC, and whether clocks then show the same time "
            "for "
            "the second time.");
}

}  // namespace

// Dates and times ---------------------------------------------------------------------------------

py::object day_to_python(Day day) {
    const std::chrono::year_month_day date{day};
    return own(PyDate_FromDate(static_cast<int>(date.year()),
                               static_cast<int>(static_cast<unsigned>(date.month())),
                               static_cast<int>(static_cast<unsigned>(date.day()))));
}

Day day_from_python(py::handle date) {
    PyObject* object = date.ptr();
    if (PyDate_Check(object) == 0) {
        throw py::type_error("a day is a datetime.date, not " +
                             std::string(py::str(py::type::of(date).attr("__name__"))));
    }
    return std::chrono::year{PyDateTime_GET_YEAR(object)} / PyDateTime_GET_MONTH(object) /
           PyDateTime_GET_DAY(object);
}

py::object clock_to_python(seconds time) {
    const std::chrono::hh_mm_ss clock{time};
    return own(PyTime_FromTime(static_cast<int>(clock.hours().count()),
                               static_cast<int>(clock.minutes().count()),
                               static_cast<int>(clock.seconds().count()), 0));
}

py::object length_to_python(seconds length) {
    const auto days = std::chrono::floor<std::chrono::days>(length);
    return own(PyDelta_FromDSU(static_cast<int>(days.count()),
                               static_cast<int>((length - days).count()), 0));
}

// Zones -------------------------------------------------------------------------------------------

ics::ZonePointer zone_from_python(py::handle zone, const std::vector<std::string>& folders) {
    if (zone.ptr() == PyDateTime_TimeZone_UTC) return ics::utc();
    if (PyTZInfo_Check(zone.ptr()) == 0) {
        throw py::type_error("zone is a name or a datetime.tzinfo, not " +
                             std::string(py::str(py::type::of(zone).attr("__name__"))));
    }
    if (const std::optional<std::string> key = common_key(zone)) {
        ics::detail::TzDatabase database({folders.begin(), folders.end()});
        if (ics::ZonePointer found = database.find(*key)) return found;
    }
    return std::make_shared<PythonZone>(py::reinterpret_borrow<py::object>(zone));
}

ics::ZonePointer zone_of_zoneinfo(const std::string& name) {
    const py::gil_scoped_acquire acquire;
    try {
        return std::make_shared<PythonZone>(zoneinfo_of(name));
    } catch (const py::error_already_set& error) {
        // ZoneInfoNotFoundError is a KeyError.
        for (PyObject* refusal : {PyExc_KeyError, PyExc_ValueError, PyExc_OSError}) {
            if (error.matches(refusal)) return nullptr;
        }
        throw;
    }
}

Moments::Moments() {
    zones_[nullptr] = py::none();
    zones_[ics::utc()] = py::reinterpret_borrow<py::object>(PyDateTime_TimeZone_UTC);
}

void Moments::know(const ics::ZonePointer& zone, py::object object) {
    zones_[zone] = std::move(object);
}

py::object Moments::zone(const ics::ZonePointer& zone) {
    const auto [at, is_new] = zones_.try_emplace(zone);
    if (!is_new) return at->second;
    if (const auto* fixed = dynamic_cast<const ics::detail::FixedZone*>(zone.get())) {
        at->second = fixed_to_python(*fixed);
    } else if (const auto file = std::dynamic_pointer_cast<const FileZone>(zone)) {
        at->second = py::module_::import("probity.ics.zones")
                         .attr("FileZone")
                         .attr("_of")(std::const_pointer_cast<FileZone>(file));
    } else if (const auto* python = dynamic_cast<const PythonZone*>(zone.get())) {
        at->second = python->object();
    } else {
        at->second = zoneinfo_of(zone->name());
    }
    return at->second;
}

py::object Moments::moment(const ics::Moment& moment) {
    if (!moment.is_time()) return day_to_python(moment.day);
    return datetime_of({ics::detail::wall(moment), moment.again}, zone(moment.zone));
}

void bind_ics_zone(py::module_& m) {
    PyDateTime_IMPORT;
    bind_file_zone(m);
}

}  // namespace probity::python
