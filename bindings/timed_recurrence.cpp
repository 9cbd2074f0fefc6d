#include "probity/times/timed_recurrence.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "convert.hpp"
#include "day_array.hpp"
#include "recurrence.hpp"
#include "text/sentence.hpp"
#include "times.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

using Step = TimedRecurrence::Step;
using Operation = Step::Operation;

// --- Times ----------------------------------------------------------------------------------------

/// UTC seconds or local ones, as datetime64[s], which knows no zone.
py::array numpy_of(const Times& times, bool local) {
    NewArray<std::int64_t> result({static_cast<py::ssize_t>(times.size())});
    const std::vector<std::int64_t>& seconds = times.seconds();
    if (local && times.zone()) {
        times.zone()->local(seconds, result.values);
    } else {
        std::copy(seconds.begin(), seconds.end(), result.values.begin());
    }
    return result.array.attr("view")("M8[s]");
}

py::object item_of(const Times& times, py::ssize_t i) {
    const auto size = static_cast<py::ssize_t>(times.size());
    const py::ssize_t at = i < 0 ? i + size : i;
    if (at < 0 || at >= size) {
        throw py::index_error("time " + std::to_string(i) + " of " + std::to_string(size));
    }
    return moment_to_python(times[static_cast<std::size_t>(at)]);
}

py::list list_of(const Times& times) {
    py::list list(times.size());
    for (std::size_t i = 0; i < times.size(); ++i) list[i] = moment_to_python(times[i]);
    return list;
}

std::vector<GivenTime> moments_from_python(const py::object& values) {
    std::vector<GivenTime> times;
    if (py::isinstance<py::str>(values)) {
        throw py::type_error(text_of(py::repr(values)) + " is one time: a list of times is wanted");
    }
    for (const py::handle value : values) times.push_back(moment_from_python(value));
    return times;
}

/// As text, with their distance from UTC if they have a zone.
py::list texts_of(const Times& times) {
    py::list texts;
    for (const py::handle time : list_of(times)) texts.append(time.attr("isoformat")());
    return texts;
}

/// The slice of a list: datetimes.
py::list slice_of(const Times& times, const py::slice& slice) {
    py::ssize_t start = 0;
    py::ssize_t stop = 0;
    py::ssize_t step = 0;
    py::ssize_t length = 0;
    if (!slice.compute(static_cast<py::ssize_t>(times.size()), &start, &stop, &step, &length)) {
        throw py::error_already_set();
    }
    py::list list;
    for (py::ssize_t i = 0; i < length; ++i, start += step) list.append(item_of(times, start));
    return list;
}

std::string repr_of(const Times& times) {
    constexpr std::size_t most = 6;
    std::string text = "<Times: " + std::to_string(times.size());
    text += times.zone() ? " in " + times.zone()->name() : " floating";
    for (std::size_t i = 0; i < std::min(most, times.size()); ++i) {
        text += (i == 0 ? ": " : ", ") + to_string(times[i].local());
    }
    return text + (times.size() > most ? ", ...>" : ">");
}

/// Of times in a zone: local ones are taken in it.
Times times_of(const py::object& values, const py::object& zone) {
    std::optional<Zone> used;
    if (!zone.is_none()) used = zone_from_python(zone);
    std::vector<std::int64_t> seconds;
    for (const GivenTime& time : moments_from_python(values)) {
        seconds.push_back(seconds_of(time, used));
    }
    std::sort(seconds.begin(), seconds.end());
    seconds.erase(std::unique(seconds.begin(), seconds.end()), seconds.end());
    return Times(std::move(seconds), std::move(used));
}

void bind_times(py::module_& m) {
    py::class_<Times> times(m, "Times", R"(Times of a recurrence, in order: a sequence of datetimes.

>>> r = TimedRecurrence("FREQ=WEEKLY", "2026-03-18T10:00", "Asia/Seoul")
>>> march = r.between("2026-03-01", "2026-04-01")
>>> march
<Times: 2 in Asia/Seoul: 2026-03-18T10:00:00, 2026-03-25T10:00:00>
>>> march[0]
datetime.datetime(2026, 3, 18, 10, 0, tzinfo=zoneinfo.ZoneInfo(key='Asia/Seoul'))
>>> march.to_numpy()
array(['2026-03-18T01:00:00', '2026-03-25T01:00:00'],
      dtype='datetime64[s]'))");
    times.def(py::init(&times_of), py::arg("times"), py::arg("zone") = py::none())
        .def("__len__", &Times::size)
        .def("__getitem__", &item_of, py::arg("index"))
        .def("__getitem__", &slice_of, py::arg("index"))
        .def("__iter__", [](const Times& self) { return py::iter(list_of(self)); })
        .def_property_readonly(
            "zone", [](const Times& self) { return self.zone(); }, "None if they float.")
        .def("to_numpy", &numpy_of, py::kw_only(), py::arg("local") = false,
             "An array of datetime64[s]: in UTC, or with `local` what clocks show. Local times "
             "if they float.")
        .def("__repr__", &repr_of);
    value_without_repr(times, [](const Times& self) {
        return py::make_tuple(py::tuple(texts_of(self)), self.zone());
    });
}

// --- What it is -----------------------------------------------------------------------------------

TimedRecurrence make(const py::object& rule, const py::object& start, const py::object& zone,
                     const py::object& rdates, const py::object& exdates) {
    const std::optional<Zone> of_start = zone_of_datetime(start);
    std::optional<Zone> used = of_start;
    if (!zone.is_none()) {
        used = zone_from_python(zone);
        if (of_start && of_start != used) {
            throw ProbityError(detail::sentence(
                "python.two_zones", {{"start", of_start->name()}, {"zone", used->name()}}));
        }
    }
    const LocalTime begin =
        of_start ? local_time_from_python(start.attr("replace")(py::arg("tzinfo") = py::none()))
                 : local_time_from_python(start);
    return TimedRecurrence(rule_of(rule), begin, used, moments_from_python(rdates),
                           moments_from_python(exdates));
}

py::tuple rule_arguments(const TimedRecurrence& self) {
    return py::make_tuple(to_string(*self.rule()), to_string(*self.start()), self.zone(),
                          texts_of(self.extra_times()), texts_of(self.excepted_times()));
}

std::string rule_repr(const TimedRecurrence& self) {
    std::string text = "TimedRecurrence(" + text_of(py::repr(py::str(to_string(*self.rule()))));
    text += ", " + text_of(py::repr(py::str(to_string(*self.start()))));
    if (const auto zone = self.zone()) text += ", " + text_of(py::repr(py::str(zone->name())));
    const auto list = [&](const char* name, const Times& times) {
        if (!times.empty()) text += name + text_of(py::repr(texts_of(times)));
    };
    list(", rdates=", self.extra_times());
    list(", exdates=", self.excepted_times());
    return text + ")";
}

constexpr std::array<const char*, 4> operation_names{"rule", "|", "&", "-"};

/// The call that gives the recurrence back; of one that would be written with very many parts how
/// many they are, in angle brackets.
std::string repr(const TimedRecurrence& self) {
    if (self.rule()) return rule_repr(self);
    const std::string text = to_string(self);
    if (text.starts_with('<')) return text;
    std::vector<std::string> written;
    for (const Step& step : self.steps()) {
        const char* const sign = operation_names[static_cast<std::size_t>(step.operation)];
        written.push_back(step.rule
                              ? rule_repr(*step.rule)
                              : "(" + written[step.a] + " " + sign + " " + written[step.b] + ")");
    }
    return written.back();
}

/// A rule is pickled as the arguments that make it; a combination as its steps, each part once:
/// ("rule", arguments), ("|", a, b) with places of earlier steps for a and b.
py::tuple reduce(const py::object& value) {
    const py::object cls = py::type::of<TimedRecurrence>();
    const auto& self = value.cast<const TimedRecurrence&>();
    if (self.rule()) return class_call(value, cls, rule_arguments(self));
    py::list steps;
    for (const Step& step : self.steps()) {
        const char* const name = operation_names[static_cast<std::size_t>(step.operation)];
        if (step.rule) {
            steps.append(py::make_tuple(name, rule_arguments(*step.rule)));
        } else {
            steps.append(py::make_tuple(name, step.a, step.b));
        }
    }
    return method_call(cls, "_of_steps", steps);
}

TimedRecurrence of_steps(const py::list& given) {
    const py::object cls = py::type::of<TimedRecurrence>();
    std::vector<TimedRecurrence> made;
    for (const py::handle each : given) {
        const auto step = py::cast<py::tuple>(each);
        const auto name = step[0].cast<std::string>();
        if (name == "rule") {
            made.push_back(cls(*step[1].cast<py::tuple>()).cast<TimedRecurrence>());
            continue;
        }
        const TimedRecurrence& a = made.at(step[1].cast<std::size_t>());
        const TimedRecurrence& b = made.at(step[2].cast<std::size_t>());
        made.push_back(name == "|" ? a | b : name == "&" ? a & b : a - b);
    }
    if (made.empty()) throw ProbityError(detail::sentence("python.pickle_steps"));
    return made.back();
}

py::object time_or_none(const std::optional<ZonedTime>& time) {
    return time ? moment_to_python(*time) : py::none();
}

std::optional<GivenTime> end_from_python(const py::object& end) {
    if (end.is_none()) return std::nullopt;
    return moment_from_python(end);
}

/// Walks in order, some times at once.
struct TimedIterator {
    TimedRecurrence recurrence;
    std::optional<ZonedTime> next;
    bool begun = false;

    py::object advance() {
        if (!begun) {
            next = recurrence.nth(0);
        } else if (next) {
            next = recurrence.next_after(next->instant() ? GivenTime(*next->instant())
                                                         : GivenTime(next->local()));
        }
        begun = true;
        if (!next) throw py::stop_iteration();
        return moment_to_python(*next);
    }
};

py::tuple expand_times(const py::object& recurrences, const py::object& begin,
                       const py::object& end) {
    std::vector<TimedRecurrence> all;
    for (const py::handle each : recurrences) {
        if (!py::isinstance<TimedRecurrence>(each)) {
            throw py::type_error("recurrence " + std::to_string(all.size()) +
                                 " is a TimedRecurrence, not " + text_of(py::repr(each)));
        }
        all.push_back(each.cast<const TimedRecurrence&>());
    }
    const GivenTime from = moment_from_python(begin);
    const std::optional<GivenTime> to = end_from_python(end);
    std::vector<std::int64_t> seconds;
    std::vector<std::int64_t> offsets{0};
    {
        const py::gil_scoped_release released;
        for (const TimedRecurrence& each : all) {
            const Times times = each.between(from, to);
            seconds.insert(seconds.end(), times.seconds().begin(), times.seconds().end());
            offsets.push_back(static_cast<std::int64_t>(seconds.size()));
        }
    }
    NewArray<std::int64_t> ends({static_cast<py::ssize_t>(offsets.size())});
    std::copy(offsets.begin(), offsets.end(), ends.values.begin());
    NewArray<std::int64_t> values({static_cast<py::ssize_t>(seconds.size())});
    std::copy(seconds.begin(), seconds.end(), values.values.begin());
    return py::make_tuple(std::move(ends.array), values.array.attr("view")("M8[s]"));
}

}  // namespace

void bind_timed_recurrence(py::module_& m) {
    bind_times(m);
    py::class_<TimedIterator>(m, "_TimedIterator")
        .def("__iter__", [](py::object self) { return self; })
        .def("__next__", &TimedIterator::advance);

    py::class_<TimedRecurrence> recurrence(
        m, "TimedRecurrence",
        R"(A rule with the local time from which it counts, in a zone or in none: an infinite ordered set.

>>> r = TimedRecurrence("FREQ=WEEKLY;BYHOUR=10,14", "2026-03-18T10:00", "Asia/Seoul")
>>> r.next_after("2026-03-18T10:00")
datetime.datetime(2026, 3, 18, 14, 0, tzinfo=zoneinfo.ZoneInfo(key='Asia/Seoul'))
>>> r.count("2026-01-01", "2027-01-01")
84
>>> r.nth(100_000).year
2984
>>> "2026-03-25T01:00Z" in r
True

Every frequency and every part of RFC 5545 is taken, in wall time. Nothing is walked, but for `nth`
and `count` of combinations.

`zone` is the name of one of the tz database, a Zone, a ZoneInfo or timezone.utc; None if the start
has none either, and then times float: datetimes without a zone. A time that is asked about is a datetime,
which is an instant if it has a zone and else a local time of the recurrence's, the text of either, or
a date, which is its midnight.

A local time that clocks skip has the distance from UTC before the gap; one that comes twice is the first.
Equal instants are one before COUNT counts. UNTIL as a date is all of its local day; as a local time it is
compared with local times, as one of UTC with instants.

a | b, a & b and a - b combine recurrences in the same zone as sets of instants. a == b is structural;
a.same_dates(b) compares the times.)");
    recurrence
        .def(py::init(&make), py::arg("rule"), py::arg("start"), py::arg("zone") = py::none(),
             py::arg("rdates") = py::tuple(), py::arg("exdates") = py::tuple())
        .def_property_readonly("rule", &TimedRecurrence::rule, "The rule; None for a combination.")
        .def_property_readonly(
            "start",
            [](const TimedRecurrence& self) -> py::object {
                const auto start = self.start();
                return start ? local_time_to_python(*start) : py::none();
            },
            "The local time from which the rule counts, as a datetime without a zone; None for a "
            "combination.")
        .def_property_readonly("zone", &TimedRecurrence::zone, "The Zone; None if it floats.")
        .def_property_readonly(
            "rdates", [](const TimedRecurrence& self) { return list_of(self.extra_times()); },
            "The extra times, ascending.")
        .def_property_readonly(
            "exdates", [](const TimedRecurrence& self) { return list_of(self.excepted_times()); },
            "The excepted times, ascending.")
        .def(
            "between",
            [](const TimedRecurrence& self, const py::object& begin, const py::object& end) {
                const GivenTime from = moment_from_python(begin);
                const std::optional<GivenTime> to = end_from_python(end);
                const py::gil_scoped_release released;
                return self.between(from, to);
            },
            py::arg("begin"), py::arg("end") = py::none(), "The times in [begin, end), as Times.")
        .def(
            "next_after",
            [](const TimedRecurrence& self, const py::object& time) {
                return time_or_none(self.next_after(moment_from_python(time)));
            },
            py::arg("time"), "The first time after this one; None past the end.")
        .def(
            "last_before",
            [](const TimedRecurrence& self, const py::object& time) {
                return time_or_none(self.last_before(moment_from_python(time)));
            },
            py::arg("time"), "The last time before this one; None before the start.")
        .def(
            "nth",
            [](const TimedRecurrence& self, LongNumber k) { return time_or_none(self.nth(k)); },
            py::arg("k"),
            "The k-th time, from 0; None past the end. Raises ProbityError for a negative k.")
        .def(
            "count",
            [](const TimedRecurrence& self, const py::object& begin, const py::object& end) {
                return self.count(moment_from_python(begin), end_from_python(end));
            },
            py::arg("begin"), py::arg("end") = py::none(), "How many times lie in [begin, end).")
        .def(
            "__contains__",
            [](const TimedRecurrence& self, const py::object& time) {
                return self.contains(moment_from_python(time));
            },
            py::arg("time"))
        .def("__iter__", [](const TimedRecurrence& self) { return TimedIterator{self, {}}; })
        .def_property_readonly("is_finite", &TimedRecurrence::is_finite,
                               "Whether it ends by COUNT or UNTIL, or matches nothing.")
        .def(
            "same_dates", &TimedRecurrence::same_dates, py::arg("other"),
            py::call_guard<py::gil_scoped_release>(),
            "Whether two recurrences, however made, have the same times. Goes through all of them.")
        .def(
            "__or__", [](const TimedRecurrence& a, const TimedRecurrence& b) { return a | b; },
            py::is_operator(), py::arg("other"))
        .def(
            "__and__", [](const TimedRecurrence& a, const TimedRecurrence& b) { return a & b; },
            py::is_operator(), py::arg("other"))
        .def(
            "__sub__", [](const TimedRecurrence& a, const TimedRecurrence& b) { return a - b; },
            py::is_operator(), py::arg("other"))
        .def("__str__", [](const TimedRecurrence& self) { return to_string(self); })
        .def("__repr__", &repr);
    recurrence.def_static("_of_steps", &of_steps);
    recurrence.def("__reduce__", &reduce);
    value_without_repr(recurrence, OwnReduce{});

    m.def("expand_times", &expand_times, py::arg("recurrences"), py::arg("begin"), py::arg("end"),
          R"(The times in [begin, end) of many recurrences at once, as two flat arrays.

The times of recurrence i are times[offsets[i]:offsets[i + 1]], in UTC as datetime64[s]; local times of
those that float. A local time for begin or end is one of each recurrence's zone.

>>> daily = TimedRecurrence("FREQ=DAILY", "2026-03-18T10:00", "Asia/Seoul")
>>> yearly = TimedRecurrence("FREQ=YEARLY", "2026-03-18T09:00", "Europe/London")
>>> offsets, times = expand_times([daily, yearly], "2026-03-18", "2026-03-20")
>>> offsets
array([0, 2, 3])
>>> times
array(['2026-03-18T01:00:00', '2026-03-19T01:00:00',
       '2026-03-18T09:00:00'], dtype='datetime64[s]'))");
}

}  // namespace probity::python
