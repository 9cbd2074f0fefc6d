#include "convert.hpp"
#include "recurrence.hpp"
#include "value.hpp"
#include "work_calendar.hpp"

namespace probity::python {

void bind_due(py::module_& m) {
    py::class_<Due> due(m, "Due", R"(A due date, with the holidays that put it off.

>>> WorkCalendar.korea().due("2026-05-22", 1).date
datetime.date(2026, 5, 26))");
    due.def(py::init([](const Date& date, std::vector<Holiday> skipped) {
                return Due{date, std::move(skipped)};
            }),
            py::arg("date"), py::arg("skipped") = py::list())
        .def_readonly("date", &Due::date)
        .def_readonly("skipped", &Due::skipped,
                      "The holidays passed over on days that would else have been worked.");
    value(
        due,
        [](const Due& self) {
            return py::make_tuple(date_text(self.date), py::cast(self.skipped));
        },
        [](const Due& self) { return day_number(self.date); });

    py::class_<DayState> state(m, "DayState", "The answers of a calendar about one day.");
    state
        .def(py::init([](bool working, std::vector<Holiday> holidays) {
                 return DayState{working, std::move(holidays)};
             }),
             py::arg("working"), py::arg("holidays") = py::list())
        .def_readonly("working", &DayState::working, "Whether it is a working day.")
        .def_readonly("holidays", &DayState::holidays, "The holidays listed for it.");
    value(
        state,
        [](const DayState& self) { return py::make_tuple(self.working, py::cast(self.holidays)); },
        [](const DayState& self) {
            return static_cast<py::ssize_t>(self.holidays.size() * 2 + (self.working ? 1 : 0));
        });

    py::class_<DayChange> change(m, "DayChange", "A day on which two calendars differ.");
    change
        .def(py::init([](const Date& date, DayState before, DayState after) {
                 return DayChange{date, std::move(before), std::move(after)};
             }),
             py::arg("date"), py::arg("before"), py::arg("after"))
        .def_readonly("date", &DayChange::date)
        .def_readonly("before", &DayChange::before, "The answer of the first calendar.")
        .def_readonly("after", &DayChange::after, "The answer of the second one.");
    value(
        change,
        [](const DayChange& self) {
            return py::make_tuple(date_text(self.date), self.before, self.after);
        },
        [](const DayChange& self) { return day_number(self.date); });
}

// RolledDates -------------------------------------------------------------------------------------

namespace {

using Pair = std::pair<Date, Date>;

/// An iterator that also answers for a window.
struct RolledDatesIterator {
    RolledDatesIterator(const WorkCalendar& workdays, const Recurrence& nominal, RollConvention how)
        : calendar(workdays),
          recurrence(nominal),
          convention(how),
          dates(workdays.roll(nominal, how)),
          walk{dates.begin()} {}

    WorkCalendar calendar;
    Recurrence recurrence;
    RollConvention convention;
    RolledDates dates;
    Walk<RolledDates::Iterator> walk;
    /// The number of days asked for, which is its index.
    std::int64_t steps = 0;

    [[nodiscard]] std::string repr() const {
        return "<RolledDates of " + text_of(py::repr(py::cast(recurrence))) + ", " +
               std::string(to_string(convention)) + ">";
    }
    void advance() {
        walk.advance();
        ++steps;
    }
    Pair next() {
        advance();
        if (walk.next == std::default_sentinel) throw py::stop_iteration();
        const RolledDate date = *walk.next;
        return {date.nominal, date.adjusted};
    }
    [[nodiscard]] std::vector<Pair> between(const Date& begin,
                                            const std::optional<Date>& end) const {
        std::vector<Pair> pairs;
        for (const auto& [nominal, adjusted] : dates.between(begin, end)) {
            pairs.emplace_back(nominal, adjusted);
        }
        return pairs;
    }
};

}  // namespace

py::object rolled_dates(const WorkCalendar& self, const Recurrence& recurrence,
                        RollConvention convention) {
    return py::cast(RolledDatesIterator(self, recurrence, convention));
}

namespace {

/// Rolled dates after so many steps, or at their end if that comes sooner.
RolledDatesIterator rolled_dates_at(const WorkCalendar& calendar, const Recurrence& recurrence,
                                    const std::string& convention, std::int64_t steps) {
    RolledDatesIterator dates(calendar, recurrence, parse_roll_convention(convention));
    while (dates.steps < steps && dates.walk.next != std::default_sentinel) dates.advance();
    return dates;
}

}  // namespace

void bind_rolled_dates(py::module_& m) {
    py::class_<RolledDatesIterator>(
        m, "RolledDates",
        R"(The dates of a recurrence, each with the working day that it goes to.

An iterator of pairs (nominal, adjusted), made one by one as they are asked for.

>>> month_ends = Recurrence("FREQ=MONTHLY;BYMONTHDAY=-1", start="2026-01-01")
>>> pairs = WorkCalendar.korea().roll(month_ends, "preceding")
>>> next(pairs)
(datetime.date(2026, 1, 31), datetime.date(2026, 1, 30)))")
        .def("__iter__", [](py::object self) { return self; })
        .def("__next__", &RolledDatesIterator::next)
        .def("__repr__", &RolledDatesIterator::repr)
        .def_static("_at", &rolled_dates_at)
        .def("__reduce__",
             [](const RolledDatesIterator& self) {
                 return method_call(py::type::of<RolledDatesIterator>(), "_at", self.calendar,
                                    self.recurrence, std::string(to_string(self.convention)),
                                    self.steps);
             })
        .def(
            "between", &RolledDatesIterator::between, py::arg("begin"), py::arg("end") = py::none(),
            "The pairs whose nominal date lies in [begin, end), however far it has been iterated.");
}

}  // namespace probity::python
