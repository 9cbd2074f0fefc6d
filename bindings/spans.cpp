#include "probity/recurrence/spans.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "recurrence.hpp"
#include "text/sentence.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

// Walks spans by first day, and as every iterator here goes on to a span only when that is asked for.
struct SpansIterator {
    Spans spans;
    std::optional<Interval> current = std::nullopt;
    bool begun = false;

    void advance() {
        if (begun && !current) return;
        current = begun ? spans.next_after(current->begin()) : spans.nth(0);
        begun = true;
    }
};

std::vector<int> months_of(const py::object& months) {
    std::vector<int> numbers;
    if (months.is_none()) return numbers;
    if (PyIndex_Check(months.ptr()) != 0) return {number_from_python(months.ptr())};
    for (const py::handle month : months) numbers.push_back(month.cast<Number>());
    if (numbers.empty()) {
        throw ProbityError(
            detail::sentence("python.months", {{"value", text_of(py::repr(months))}}));
    }
    return numbers;
}

void bind_span_class(py::module_& m) {
    py::class_<SpansIterator>(m, "_SpansIterator")
        .def("__iter__", [](py::object self) { return self; })
        .def("__next__", [](SpansIterator& self) {
            self.advance();
            if (!self.current) throw py::stop_iteration();
            return *self.current;
        });

    py::class_<Spans> spans(m, "Spans", R"(Whole weeks, or any run of days, that recur.

Each begins `offset` days from an anchor, a date of a Recurrence, and is `days` days long. The third
ISO week of every month is the third Thursday, back three days, seven days long:

>>> w = Spans(Recurrence("FREQ=MONTHLY;BYDAY=3TH", start="2026-01-01"), offset=-3, days=7)
>>> w == third_week(start="2026-01-01")
True
>>> w.nth(0)
Interval('2026-01-12', '2026-01-19')
>>> w.covering("2026-03-18")
Interval('2026-03-16', '2026-03-23')
>>> "2026-03-25" in w
False

The start bounds the anchors, not the first days. Raises ProbityError unless days is 1 to 366 and
offset within 366 days either way.)");
    spans
        .def(py::init([](const Recurrence& anchors, Number offset, Number days) {
                 return Spans(anchors, offset, days);
             }),
             py::arg("anchors"), py::arg("offset") = 0, py::arg("days") = 1)
        .def_property_readonly("anchors", getter(&Spans::anchors),
                               "The dates from which spans are counted.")
        .def_property_readonly("offset", &Spans::offset,
                               "Days from an anchor to its span's first day.")
        .def_property_readonly("length", &Spans::length, "How many days each span has.")
        .def("between", &Spans::between, py::arg("begin"), py::arg("end") = py::none(),
             "The spans that meet [begin, end), in order, as a list of Interval.")
        .def("covering", &Spans::covering, py::arg("date"),
             "The span that holds a date, or None; where several do, the one that begins last.")
        .def("__contains__", &Spans::contains, py::arg("date"))
        .def("next_after", &Spans::next_after, py::arg("date"),
             "The first span that begins after a date; None past the end.")
        .def("last_before", &Spans::last_before, py::arg("date"),
             "The last span that begins before a date; None before the start.")
        .def(
            "nth", [](const Spans& self, LongNumber k) { return self.nth(k); }, py::arg("k"),
            "The k-th span, from 0; None past the end. Raises ProbityError for a negative k.")
        .def("count", &Spans::count, py::arg("begin"), py::arg("end") = py::none(),
             "How many spans begin in [begin, end).")
        .def("__iter__", [](const Spans& self) { return SpansIterator{self}; })
        .def_property_readonly("is_finite", &Spans::is_finite, "Whether its anchors are finite.")
        .def("first_days", getter(&Spans::first_days), "The Recurrence of the spans' first days.")
        .def("days", &Spans::days, "The Recurrence of all days of all spans.")
        .def("__str__", [](const Spans& self) { return to_string(self); })
        .def("__repr__", [](const Spans& self) {
            return "Spans(" + std::string(py::repr(py::cast(self.anchors()))) +
                   ", offset=" + std::to_string(self.offset()) +
                   ", days=" + std::to_string(self.length()) + ")";
        });
    shown_as_html(spans, "spans");
    value_without_repr(spans, [](const Spans& self) {
        return py::make_tuple(self.anchors(), self.offset(), self.length());
    });
}

}  // namespace

void bind_spans(py::module_& m) {
    bind_span_class(m);

    const auto start = py::arg("start") = first_date();
    const auto convention = py::arg("convention") = WeekConvention::iso();
    m.def(
        "nth_week",
        [](Number n, const Date& from, WeekConvention c) { return nth_week(n, from, c); },
        py::arg("n"), start, convention,
        R"(The n-th week of every month, 1 to 5 or -1 to -5 from the month's end.

>>> nth_week(3, start="2026-01-01").between("2026-03-01", "2026-04-01")
[Interval('2026-03-16', '2026-03-23')]

Raises ProbityError for n = 0 or beyond 5 either way.)");
    m.def("third_week", &third_week, start, convention, "The third week of every month.");
    m.def(
        "weekday_of_week",
        [](Weekday weekday, Number n, const py::object& months, const Date& from,
           WeekConvention c) { return weekday_of_week(weekday, n, months_of(months), from, c); },
        py::arg("weekday"), py::arg("n"), py::arg("months") = py::none(), start, convention,
        R"(A weekday of the n-th week of some months, of every month if none is named.

매년 3월 셋째 주 수요일, "the Wednesday of the third week of March":

>>> day = weekday_of_week(WE, 3, months=[3], start="2024-01-01")
>>> day.between("2024-01-01", "2027-01-01")
DateSet(['2024-03-20', '2025-03-19', '2026-03-18'])

The start bounds the dates themselves.)");
    m.def(
        "third_wednesday",
        [](const std::optional<Number>& month, const Date& from) {
            return third_wednesday(month ? std::optional<int>(month->value) : std::nullopt, from);
        },
        py::arg("month") = py::none(), start,
        R"(The third Wednesday of every month, or of one month every year: BYDAY=3WE.

>>> third_wednesday(month=3, start="2018-01-01").nth(0)
datetime.date(2018, 3, 21))");
}

}  // namespace probity::python
