#include "times.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "date/civil.hpp"
#include "datetime_api.hpp"
#include "instant.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"
#include "times/zone_table.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

// --- In -------------------------------------------------------------------------------------------

std::string shown(py::handle value) { return text_of(py::repr(value)); }

LocalTime local_of_datetime(PyObject* value) {
    const int microsecond = PyDateTime_DATE_GET_MICROSECOND(value);
    // A pandas.Timestamp is a datetime with nanoseconds besides.
    const bool is_whole =
        microsecond == 0 && (PyDateTime_CheckExact(value) != 0 ||
                             py::getattr(value, "nanosecond", py::int_(0)).equal(py::int_(0)));
    if (!is_whole) {
        throw DateError(
            detail::sentence("python.whole_seconds", {{"value", text_of(py::str(value))}}));
    }
    return make_time(PyDateTime_GET_YEAR(value), PyDateTime_GET_MONTH(value),
                     PyDateTime_GET_DAY(value), PyDateTime_DATE_GET_HOUR(value),
                     PyDateTime_DATE_GET_MINUTE(value), PyDateTime_DATE_GET_SECOND(value));
}

GivenTime time_of_datetime(PyObject* value) {
    if (std::string_view(Py_TYPE(value)->tp_name) == "NaTType") {
        throw DateError(detail::sentence("python.nat_time"));
    }
    return local_of_datetime(value);
}

std::chrono::seconds seconds_of_delta(const py::object& value) {
    load_datetime();
    if (PyDelta_Check(value.ptr()) == 0) {
        throw py::type_error(shown(value) + " is no datetime.timedelta");
    }
    if (PyDateTime_DELTA_GET_MICROSECONDS(value.ptr()) != 0) {
        throw DateError(detail::sentence("python.whole_seconds", {{"value", shown(value)}}));
    }
    return std::chrono::seconds{PyDateTime_DELTA_GET_DAYS(value.ptr()) * std::int64_t{86400} +
                                PyDateTime_DELTA_GET_SECONDS(value.ptr())};
}

// The distance of an aware datetime from UTC.
std::chrono::seconds offset_of(py::handle value) {
    const py::object away = value.attr("utcoffset")();
    if (away.is_none()) {
        throw DateError(detail::sentence("python.zone_knows_none", {{"value", shown(value)}}));
    }
    return seconds_of_delta(away);
}

GivenTime time_of_text(py::handle value) {
    const std::string text = text_of(value);
    py::object read;
    try {
        read = py::module_::import("datetime").attr("datetime").attr("fromisoformat")(value);
    } catch (py::error_already_set& error) {
        if (!error.matches(PyExc_ValueError)) throw;
        return LocalTime::parse(text);  // which throws, naming what is allowed
    }
    return moment_from_python(read);
}

// --- Out ------------------------------------------------------------------------------------------

py::object datetime_of(std::int64_t local, py::handle zone, bool is_second) {
    load_datetime();
    const std::int64_t day = detail::floor_div(local, 86400);
    const auto second = static_cast<int>(local - day * 86400);
    const auto [year, month, date] = detail::year_month_day(static_cast<DayNumber>(day));
    PyObject* const made = PyDateTimeAPI->DateTime_FromDateAndTimeAndFold(
        year, month, date, second / 3600, second / 60 % 60, second % 60, 0, zone.ptr(),
        is_second ? 1 : 0, PyDateTimeAPI->DateTimeType);
    if (made == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(made);
}

py::object utc_in_python() { return py::module_::import("datetime").attr("timezone").attr("utc"); }

// The tzinfo of each zone, by its table: tables of zones are kept, and so are these.
using Known = std::unordered_map<const detail::ZoneTable*, PyObject*>;
Known& known() {
    static Known all;
    return all;
}

// The files of zones that were found in folders of their own.
using Files = std::unordered_map<const detail::ZoneTable*, std::filesystem::path>;
Files& files() {
    static Files all;
    return all;
}

py::object make_tzinfo(const Zone& zone) {
    if (zone == Zone()) return utc_in_python();
    const py::object cls = py::module_::import("zoneinfo").attr("ZoneInfo");
    const auto file = files().find(zone.table().get());
    if (file == files().end()) return cls(zone.name());
    const py::object opened = py::module_::import("io").attr("open")(file->second.string(), "rb");
    const py::object made = cls.attr("from_file")(opened, py::arg("key") = zone.name());
    opened.attr("close")();
    return made;
}

py::handle tzinfo_of(const Zone& zone) {
    const detail::ZoneTable* const table = zone.table().get();
    const auto found = known().find(table);
    if (found != known().end()) return found->second;
    return known().emplace(table, make_tzinfo(zone).release().ptr()).first->second;
}

// --- Zones ----------------------------------------------------------------------------------------

std::filesystem::path folder_of(const py::object& folder) {
    return std::filesystem::path(
        text_of(py::str(py::module_::import("os").attr("fspath")(folder))));
}

Zone zone_in(const std::string& name, const std::filesystem::path& folder) {
    Zone zone = Zone::find(name, {folder});
    if (zone != Zone()) files().try_emplace(zone.table().get(), folder / zone.name());
    return zone;
}

// That of the system, else of the package tzdata.
Zone zone_named(const std::string& name) {
    try {
        return Zone::find(name);
    } catch (const ZoneError&) {
        py::object package;
        try {
            package = py::module_::import("tzdata");
        } catch (py::error_already_set& error) {
            if (!error.matches(PyExc_ImportError)) throw;
        }
        if (!package) throw;
        const std::filesystem::path init(text_of(package.attr("__file__")));
        return zone_in(name, init.parent_path() / "zoneinfo");
    }
}

py::list changes_of(const Zone& self, const py::object& begin, const py::object& end) {
    std::optional<LocalTime> last;
    if (!end.is_none()) last = local_time_from_python(end);
    py::list changes;
    for (const ZoneChange& change : self.changes(local_time_from_python(begin), last)) {
        changes.append(change);
    }
    return changes;
}

py::object timedelta_of(std::chrono::seconds time) {
    return py::module_::import("datetime").attr("timedelta")(0, time.count());
}

}  // namespace

GivenTime moment_from_python(py::handle value) {
    load_datetime();
    PyObject* const object = value.ptr();
    if (PyDateTime_Check(object) != 0) [[likely]] {
        const GivenTime local = PyDateTime_CheckExact(object) != 0
                                    ? GivenTime(local_of_datetime(object))
                                    : time_of_datetime(object);
        if (PyDateTime_DATE_GET_TZINFO(object) == Py_None) return local;
        return std::chrono::sys_seconds{std::chrono::seconds{std::get<LocalTime>(local).seconds()} -
                                        offset_of(value)};
    }
    if (PyUnicode_Check(object) != 0) return time_of_text(value);
    if (std::string_view(Py_TYPE(object)->tp_name) == "numpy.datetime64") {
        // To whole seconds, if it is on one.
        const py::object whole = value.attr("astype")("datetime64[s]");
        if (!whole.equal(value)) {
            throw DateError(
                detail::sentence("python.whole_seconds", {{"value", text_of(py::str(value))}}));
        }
        return moment_from_python(whole.attr("tolist")());
    }
    if (PyDate_Check(object) != 0) return LocalTime(date_from_python(object));
    throw py::type_error(shown(value) + " of type " + Py_TYPE(object)->tp_name +
                         " is no time: a datetime, or text such as \"2026-03-18T10:00\" is wanted");
}

LocalTime local_time_from_python(py::handle value) {
    const GivenTime time = moment_from_python(value);
    if (const auto* local = std::get_if<LocalTime>(&time)) return *local;
    throw DateError(detail::sentence("python.local_wanted", {{"value", shown(value)}}));
}

std::int64_t seconds_of(const GivenTime& time, const std::optional<Zone>& zone) {
    if (const auto* local = std::get_if<LocalTime>(&time)) {
        return zone ? zone->instant(*local).time_since_epoch().count() : local->seconds();
    }
    const auto instant = std::get<std::chrono::sys_seconds>(time);
    if (!zone) {
        throw ProbityError(detail::sentence(
            "python.times_float", {{"value", text_of(py::str(instant_to_python(instant)))}}));
    }
    return instant.time_since_epoch().count();
}

py::object local_time_to_python(const LocalTime& time) {
    return datetime_of(time.seconds(), py::none(), false);
}

py::object moment_to_python(const ZonedTime& time) {
    if (!time.zone()) return local_time_to_python(time.local());
    return datetime_of(time.local().seconds(), tzinfo_of(*time.zone()), time.is_second());
}

Zone zone_from_python(py::handle value) {
    if (py::isinstance<Zone>(value)) return value.cast<Zone>();
    if (py::isinstance<py::str>(value)) return zone_named(text_of(value));
    if (value.is(utc_in_python())) return Zone();
    const py::object key = py::getattr(value, "key", py::none());
    if (py::isinstance<py::str>(key)) return zone_named(text_of(key));
    throw py::type_error(shown(value) + " of type " + Py_TYPE(value.ptr())->tp_name +
                         " is no zone: a Zone, its name such as \"Asia/Seoul\", a ZoneInfo or "
                         "timezone.utc is wanted");
}

std::optional<Zone> zone_of_datetime(py::handle value) {
    load_datetime();
    if (PyDateTime_Check(value.ptr()) == 0) return std::nullopt;
    PyObject* const tzinfo = PyDateTime_DATE_GET_TZINFO(value.ptr());
    if (tzinfo == Py_None) return std::nullopt;
    return zone_from_python(tzinfo);
}

void bind_zone(py::module_& m) {
    py::class_<ZoneChange> change(
        m, "ZoneChange",
        R"(A change of a zone's clocks: an instant from which local time is another.

>>> change = Zone("America/New_York").changes("2026-01-01", "2027-01-01")[0]
>>> change
<ZoneChange: 2026-03-08T02:00:00 to 2026-03-08T03:00:00 are skipped>
>>> change.instant
datetime.datetime(2026, 3, 8, 7, 0, tzinfo=datetime.timezone.utc))");
    change
        .def(py::init(
                 [](const py::object& instant, const py::object& before, const py::object& after) {
                     const GivenTime at = moment_from_python(instant);
                     if (std::holds_alternative<LocalTime>(at)) {
                         throw DateError(detail::sentence("python.instant_wanted",
                                                          {{"value", shown(instant)}}));
                     }
                     return ZoneChange{std::get<std::chrono::sys_seconds>(at),
                                       seconds_of_delta(before), seconds_of_delta(after)};
                 }),
             py::arg("instant"), py::arg("before"), py::arg("after"))
        .def_property_readonly(
            "instant", [](const ZoneChange& self) { return instant_to_python(self.instant); },
            "The first instant of the new distance from UTC, as a datetime in UTC.")
        .def_property_readonly(
            "before", [](const ZoneChange& self) { return timedelta_of(self.before); },
            "Local time less UTC before, as a timedelta.")
        .def_property_readonly(
            "after", [](const ZoneChange& self) { return timedelta_of(self.after); },
            "Local time less UTC from then on, as a timedelta.")
        .def_property_readonly("is_gap", &ZoneChange::is_gap,
                               "Whether local times are skipped; else they come twice.")
        .def_property_readonly(
            "begin", [](const ZoneChange& self) { return local_time_to_python(self.begin()); },
            "The first local time that is skipped or comes twice.")
        .def_property_readonly(
            "end", [](const ZoneChange& self) { return local_time_to_python(self.end()); },
            "The first local time behind those.")
        .def("__repr__", [](const ZoneChange& self) {
            return "<ZoneChange: " + to_string(self.begin()) + " to " + to_string(self.end()) +
                   (self.is_gap() ? " are skipped>" : " come twice>");
        });
    value_without_repr(change, [](const ZoneChange& self) {
        return py::make_tuple(instant_to_python(self.instant), timedelta_of(self.before),
                              timedelta_of(self.after));
    });

    py::class_<Zone> zone(m, "Zone", R"(A time zone of the tz database, by its name.

>>> seoul = Zone("Asia/Seoul")
>>> seoul.changes("1988-01-01")
[<ZoneChange: 1988-05-08T02:00:00 to 1988-05-08T03:00:00 are skipped>, <ZoneChange: 1988-10-09T02:00:00 to 1988-10-09T03:00:00 come twice>]

The database is read from `folder`, else from where the system keeps it, else from the package tzdata.
A name has letters, digits, "_", "+" and "-", with "/" between its parts; or it is one of Windows, by
CLDR's table, and stands for the zone of the tz database:

>>> Zone("Korea Standard Time")
Zone('Asia/Seoul')

Raises ZoneError for another name, and for a zone that is not there.)");
    zone.def(py::init([](const std::string& name, const py::object& folder) {
                 return folder.is_none() ? zone_named(name) : zone_in(name, folder_of(folder));
             }),
             py::arg("name"), py::arg("folder") = py::none())
        .def_property_readonly(
            "name", [](const Zone& self) { return self.name(); }, "Its name.")
        .def_property_readonly(
            "tzinfo",
            [](const Zone& self) { return py::reinterpret_borrow<py::object>(tzinfo_of(self)); },
            "The zone for datetimes: a zoneinfo.ZoneInfo, or datetime.timezone.utc.")
        .def(
            "changes", &changes_of, py::arg("begin"), py::arg("end") = py::none(),
            "The changes at which local times in [begin, end) are skipped or come twice, in order; "
            "without an end to 9999-12-31.")
        .def("__str__", [](const Zone& self) { return self.name(); });
    value(zone, [](const Zone& self) -> py::tuple {
        const auto file = files().find(self.table().get());
        if (file == files().end()) return py::make_tuple(self.name());
        std::filesystem::path folder = file->second;
        for (const auto& part : std::filesystem::path(self.name())) {
            static_cast<void>(part);
            folder = folder.parent_path();
        }
        return py::make_tuple(self.name(), folder.string());
    });
}

}  // namespace probity::python
