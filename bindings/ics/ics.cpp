#include "probity/exchange/ics.hpp"

#include <pybind11/stl.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "../convert.hpp"
#include "../module.hpp"
#include "../text.hpp"
#include "ics.hpp"
#include "zone.hpp"

namespace probity::python {
namespace {

using ics::IcsContent;

/// The octets of a text, half characters as Python writes them.
std::string octets_of(const py::str& text) {
    const auto bytes = py::reinterpret_steal<py::bytes>(
        PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass"));
    if (!bytes) throw py::error_already_set();
    return bytes;
}

/// Makes the values of probity.ics.content, which are dataclasses.
class Values {
  public:
    explicit Values(Moments moments) : moments_(std::move(moments)) {}

    py::object content(const IcsContent& content) {
        return type_("IcsContent")(content.name, list(content.recurrences), list(content.holidays),
                                   list(content.meetings), list(content.tasks),
                                   list(content.refused), list(content.mended));
    }

  private:
    template <class Value>
    py::list list(const std::vector<Value>& values) {
        py::list made(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) made[i] = value(values[i]);
        return made;
    }
    template <class Value, class Make>
    static py::object if_any(const std::optional<Value>& value, Make make) {
        return value.has_value() ? make(*value) : py::none();
    }

    py::object value(const ics::Refusal& refusal) {
        return refusal_(refusal.uid, refusal.line, text_to_python(refusal.reason));
    }
    py::object value(const ics::Moved& moved) {
        return moved_(day_to_python(moved.nominal), moments_.moment(moved.begin), moved.title,
                      moved.days);
    }
    py::object value(const ics::Series& series) {
        const py::object recurrence =
            std::visit([](const auto& days) { return py::cast(days); }, series.recurrence);
        return series_(series.id, series.uid, series.title, recurrence,
                       if_any(series.begins, clock_to_python),
                       if_any(series.duration, length_to_python), series.zone, series.location,
                       series.description, py::tuple(list(series.moved)), series.line,
                       series.is_task, series.has_guests);
    }
    py::object value(const ics::DayEvent& event) {
        return day_event_(event.uid, event.title, event.days, event.description,
                          py::tuple(py::cast(event.categories)), event.line);
    }
    py::object value(const ics::TimedEvent& meeting) {
        const auto moment = [this](const ics::Moment& end) { return moments_.moment(end); };
        return meeting_(meeting.uid, meeting.title, moment(meeting.begin),
                        if_any(meeting.end, moment), meeting.zone, meeting.location,
                        meeting.description, meeting.line);
    }
    py::object value(const ics::TaskRow& task) {
        return task_(task.uid, task.title, if_any(task.due, day_to_python), task.description,
                     task.done, task.line);
    }

    static py::object type_(const char* name) {
        return py::module_::import("probity.ics.content").attr(name);
    }

    Moments moments_;
    py::object refusal_ = type_("Refusal");
    py::object moved_ = type_("Moved");
    py::object series_ = type_("Series");
    py::object day_event_ = type_("DayEvent");
    py::object meeting_ = type_("TimedEvent");
    py::object task_ = type_("TaskRow");
};

py::object read(const py::bytes& data, const py::str& name, const py::object& zone,
                const std::vector<std::string>& zone_folders) {
    ics::ReadOptions options{.zone_folders = {zone_folders.begin(), zone_folders.end()},
                             .other_zones = &zone_of_zoneinfo,
                             .name = text_of(name)};
    Moments moments;
    if (py::isinstance<py::str>(zone)) {
        options.zone_name = text_of(zone);
    } else if (!zone.is_none()) {
        options.zone = zone_from_python(zone, zone_folders);
        moments.know(options.zone, zone);
    }
    const std::string_view bytes = data;
    const IcsContent content = [&] {
        const py::gil_scoped_release released;
        return ics::read(bytes, options);
    }();
    return Values(std::move(moments)).content(content);
}

/// The text and clients that all findings of a kind have.
struct Shared {
    py::tuple clients;
    py::str severity;
    py::str what;
    py::object advice;
};

py::list check(const py::bytes& data, const py::str& name,
               const std::vector<std::string>& zone_folders) {
    const std::string_view bytes = data;
    const ics::ReadOptions options{.zone_folders = {zone_folders.begin(), zone_folders.end()},
                                   .other_zones = &zone_of_zoneinfo,
                                   .name = text_of(name)};
    const std::vector<ics::Finding> findings = [&] {
        const py::gil_scoped_release released;
        return ics::check(bytes, options);
    }();
    const py::object type = py::module_::import("probity.ics.checking").attr("Finding");
    std::map<std::string_view, Shared> kinds;
    py::list made(findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const ics::Finding& finding = findings[i];
        auto kind = kinds.find(finding.what);
        if (kind == kinds.end()) {
            Shared shared{py::tuple(py::cast(finding.clients)),
                          py::str(to_string(finding.severity)), py::str(finding.what),
                          text_to_python(finding.advice)};
            kind = kinds.emplace(finding.what, std::move(shared)).first;
        }
        const auto& [clients, severity, what, advice] = kind->second;
        made[i] = type(finding.uid, finding.title, clients, severity, what,
                       text_to_python(finding.why), advice, finding.line);
    }
    return made;
}

// Members of values -------------------------------------------------------------------------------

std::variant<Recurrence, Spans> days_of(const py::object& recurrence) {
    if (py::isinstance<Spans>(recurrence)) return recurrence.cast<Spans>();
    return recurrence.cast<Recurrence>();
}

std::vector<Holiday> holidays_of_series(const py::object& given, const Date& begin, const Date& end,
                                        const std::string& kind) {
    const auto truth = [&](const char* name) { return given.attr(name).cast<bool>(); };
    ics::Series series{
        .title = given.attr("title").cast<std::string>(),
        .recurrence = days_of(given.attr("recurrence")),
        .is_task = truth("is_task"),
        .has_guests = truth("has_guests"),
    };
    if (!given.attr("begins").is_none()) series.begins = std::chrono::seconds{0};
    const py::object datetime = py::module_::import("datetime").attr("datetime");
    for (const py::handle moved : given.attr("moved")) {
        ics::Moved& one = series.moved.emplace_back();
        const py::object day = moved.attr("begin");
        one.begin.day = day_from_python(day);
        if (py::isinstance(day, datetime)) one.begin.time = std::chrono::seconds{0};
        one.title = moved.attr("title").cast<std::string>();
        one.days = moved.attr("days").cast<std::int64_t>();
    }
    return series.holidays(begin, end, parse_holiday_kind(kind));
}

std::vector<Holiday> holidays_of_days(const Interval& days, std::string title,
                                      const std::string& kind) {
    return ics::DayEvent{.title = std::move(title), .days = days}.holidays(
        parse_holiday_kind(kind));
}

std::string id_of_task(const py::str& uid, const py::str& title, const py::object& due) {
    ics::TaskRow task{.uid = octets_of(uid), .title = octets_of(title)};
    if (!due.is_none()) task.due = day_from_python(due);
    return task.id();
}

}  // namespace

void bind_ics(py::module_& m) {
    bind_ics_zone(m);
    m.attr("_largest_ics") = ics::largest_file;
    m.def("_read_ics", &read, py::arg("data"), py::arg("name"), py::arg("zone"),
          py::arg("zone_folders"),
          "The content of a calendar file (python/probity/ics/reading.py).");
    m.def("_check_ics", &check, py::arg("data"), py::arg("name"), py::arg("zone_folders"),
          "The findings of a calendar file (python/probity/ics/checking.py).");
    m.def("_holidays_of_series", &holidays_of_series, py::arg("series"), py::arg("begin"),
          py::arg("end"), py::arg("kind"));
    m.def("_holidays_of_days", &holidays_of_days, py::arg("days"), py::arg("title"),
          py::arg("kind"));
    m.def("_id_of_task", &id_of_task, py::arg("uid"), py::arg("title"), py::arg("due"));
}

}  // namespace probity::python
