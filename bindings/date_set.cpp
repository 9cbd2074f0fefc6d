#include "probity/date/date_set.hpp"

#include "arrow.hpp"
#include "convert.hpp"
#include "date/interruption.hpp"
#include "day_array.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "text/sentence.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

// Walks a set from its end.
struct ReversedDates {
    DateSet set;
    std::size_t left;
};

// Walks a set from its start; it holds the set, which may outlive its name in Python.
struct Dates {
    DateSet set;
    DateSet::Iterator next;
    DateSet::Iterator end;

    explicit Dates(const DateSet& dates) : set(dates), next(set.begin()), end(set.end()) {}
    Dates(const Dates&) = delete;
    Dates& operator=(const Dates&) = delete;
};

Date item(const DateSet& set, py::ssize_t index) {
    const auto size = static_cast<py::ssize_t>(set.size());
    const py::ssize_t from_start = index < 0 ? index + size : index;
    if (from_start < 0 || from_start >= size) {
        throw py::index_error("index " + std::to_string(index) + ": the set has " +
                              std::to_string(size) + " dates");
    }
    return set[static_cast<std::size_t>(from_start)];
}

DateSet sliced(const DateSet& set, const py::slice& slice) {
    py::ssize_t start = 0;
    py::ssize_t stop = 0;
    py::ssize_t step = 0;
    py::ssize_t length = 0;
    if (!slice.compute(static_cast<py::ssize_t>(set.size()), &start, &stop, &step, &length)) {
        throw py::error_already_set();
    }
    if (step < 0) {
        throw ProbityError(detail::sentence("python.slice", {{"step", step}}));
    }
    if (step == 1)
        return set.slice(static_cast<std::size_t>(start), static_cast<std::size_t>(stop));
    std::vector<DayNumber> days;
    days.reserve(static_cast<std::size_t>(length));
    // By count: start + step may be more than an index holds.
    for (py::ssize_t i = 0; i < length; ++i) {
        days.push_back(day_number(set[static_cast<std::size_t>(start + i * step)]));
    }
    return DateSet::of_day_numbers(std::move(days));
}

py::tuple arguments(const DateSet& set) {
    py::list dates;
    for (const Date& date : set) {
        detail::interruption_point(dates.size());
        dates.append(date_text(date));
    }
    return py::make_tuple(dates);
}

// A long set shows its ends in angle brackets, which by Python's custom do not read back.
std::string repr(const py::object& self) {
    constexpr std::size_t whole = 400;
    const auto& set = self.cast<const DateSet&>();
    if (set.empty()) return "DateSet()";
    if (set.size() <= whole) return call_text(self, arguments(set));
    return "<DateSet of " + std::to_string(set.size()) + " dates, " + to_string(set[0]) + " to " +
           to_string(set[set.size() - 1]) + ">";
}

void bind_iterators(py::module_& m) {
    py::class_<Dates>(m, "_DateSetIterator")
        .def("__iter__", [](py::object self) { return self; })
        .def("__next__", [](Dates& self) {
            if (self.next == self.end) throw py::stop_iteration();
            const Date date = *self.next;
            ++self.next;
            return date;
        });
    py::class_<ReversedDates>(m, "_DateSetReverseIterator")
        .def("__iter__", [](py::object self) { return self; })
        .def("__next__", [](ReversedDates& self) {
            if (self.left == 0) throw py::stop_iteration();
            return self.set[--self.left];
        });
}

}  // namespace

void bind_date_set(py::module_& m) {
    bind_iterators(m);

    py::class_<DateSet> set(m, "DateSet", R"(A finite, ordered, immutable set of dates.

It is made of a list, another iterable or a NumPy array of dates, in any order, repeated or not.

>>> s = DateSet(["2026-03-18", "2026-01-05", "2026-01-05"])
>>> len(s), s[0], "2026-03-18" in s
(2, datetime.date(2026, 1, 5), True)
>>> s | DateSet.of(Interval("2026-01-05", "2026-01-07"))
DateSet(['2026-01-05', '2026-01-06', '2026-03-18'])
>>> s.next_after("2026-01-05")
datetime.date(2026, 3, 18)
>>> s.shift(1)[-1]
datetime.date(2026, 3, 19)

| & - ^ combine sets; s[i:j] and s[i:j:k] are sets again.)");
    set.def(py::init([](const py::object& dates) { return date_set_of(dates); }),
            py::arg("dates") = py::tuple())
        .def_static(
            "of", [](const Interval& interval) { return DateSet::of(interval); },
            py::arg("interval"), "All days of an interval.")
        .def("__len__", &DateSet::size)
        .def("__contains__", &DateSet::contains, py::arg("date"))
        .def("__iter__", [](const DateSet& self) { return std::make_unique<Dates>(self); })
        .def("__reversed__", [](const DateSet& self) { return ReversedDates{self, self.size()}; })
        .def("__getitem__", &item, py::arg("index"))
        .def("__getitem__", &sliced, py::arg("index"))
        .def("count", &DateSet::count, py::arg("begin") = first_date(), py::arg("end") = py::none(),
             "How many dates lie in [begin, end).")
        .def("next_after", &DateSet::next_after, py::arg("date"),
             "The first date after this one; None past the end.")
        .def("last_before", &DateSet::last_before, py::arg("date"),
             "The last date before this one; None before the start.")
        .def("between", &DateSet::between, py::arg("begin"), py::arg("end") = py::none(),
             "The dates in [begin, end).")
        .def(
            "shift", [](const DateSet& self, LongNumber days) { return self.shift(days); },
            py::arg("days"),
            "Every date moved by so many days. Raises DateError if one would leave 1400 to "
            "9999.")
        .def(
            "to_numpy", [](const DateSet& self) { return to_array(self); },
            "The dates, ascending, as an array of datetime64[D].")
        .def(
            "__array__",
            [](const DateSet& self, const py::object& dtype, const py::object&) -> py::object {
                py::array array = to_array(self);
                if (dtype.is_none()) return array;
                return array.attr("astype")(dtype);
            },
            py::arg("dtype") = py::none(), py::arg("copy") = py::none())
        .def("__arrow_c_schema__", [](const DateSet&) { return date32_schema(); })
        .def(
            "__arrow_c_array__",
            [](const DateSet& self, const py::object&) { return date32_array(self); },
            py::arg("requested_schema") = py::none())
        .def(
            "__arrow_c_stream__",
            [](const DateSet& self, const py::object&) { return date32_stream(self); },
            py::arg("requested_schema") = py::none())
        .def(
            "__or__", [](const DateSet& a, const DateSet& b) { return a | b; }, py::is_operator(),
            py::arg("other"))
        .def(
            "__and__", [](const DateSet& a, const DateSet& b) { return a & b; }, py::is_operator(),
            py::arg("other"))
        .def(
            "__sub__", [](const DateSet& a, const DateSet& b) { return a - b; }, py::is_operator(),
            py::arg("other"))
        .def(
            "__xor__", [](const DateSet& a, const DateSet& b) { return a ^ b; }, py::is_operator(),
            py::arg("other"))
        .def("__str__", [](const DateSet& self) { return to_string(self); })
        .def("__repr__", &repr);
    shown_as_html(set, "date_set");
    value_without_repr(set, arguments);
}

}  // namespace probity::python
