#include "probity/workdays/work_calendar.hpp"

#include <pybind11/stl/filesystem.h>

#include "convert.hpp"
#include "day_array.hpp"
#include "module.hpp"
#include "probity/exchange/overlay.hpp"
#include "recurrence.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

// Arguments ---------------------------------------------------------------------------------------

/// The end of a half-open interval; without one the calendar's own, and none where that is the end of
/// time.
std::optional<Date> end_of(const WorkCalendar& calendar, const std::optional<Date>& end) {
    return end ? end : calendar.horizon().end();
}

Weekday weekday_of_argument(py::handle value) {
    if (py::isinstance<Weekday>(value)) return value.cast<Weekday>();
    if (py::isinstance<py::str>(value)) return Weekday::parse(text_of(value));
    throw py::type_error("a weekend has weekdays such as SA or \"SA\", not " +
                         text_of(py::repr(value)));
}

/// Weekdays as arguments of their own, or in one list.
std::vector<Weekday> weekdays_of(const py::args& arguments) {
    const bool one_list = arguments.size() == 1 && !py::isinstance<Weekday>(arguments[0]) &&
                          !py::isinstance<py::str>(arguments[0]);
    std::vector<Weekday> weekdays;
    const py::object list = one_list ? py::object(arguments[0]) : py::object(arguments);
    for (const py::handle value : list) weekdays.push_back(weekday_of_argument(value));
    return weekdays;
}

/// A mapping of dates to names, as the holidays package has it, or a list of dates or Holidays.
std::vector<Holiday> holidays_of(const py::object& given) {
    if (py::hasattr(given, "items")) {
        std::vector<Holiday> holidays;
        for (const py::handle item : given.attr("items")()) {
            const auto [date, name] = item.cast<std::pair<py::object, py::object>>();
            holidays.push_back(
                {.date = date_from_python(date.ptr()), .name = text_of(py::str(name))});
        }
        return holidays;
    }
    std::vector<Holiday> holidays;
    if (py::isinstance<py::list>(given) || py::isinstance<py::tuple>(given)) {
        for (const py::handle item : given) {
            if (py::isinstance<Holiday>(item)) {
                holidays.push_back(item.cast<Holiday>());
            } else {
                const std::vector<Date> one = dates_from_python(py::make_tuple(item));
                holidays.push_back({.date = one.front()});
            }
        }
        return holidays;
    }
    for (const Date& date : date_list_of(given)) holidays.push_back({.date = date});
    return holidays;
}

RollConvention convention_of(const py::str& how) { return parse_roll_convention(text_of(how)); }

// One day or many ---------------------------------------------------------------------------------

template <class One, class Many>
py::object test_days(const py::object& dates, One one, Many many) {
    if (is_one_date(dates.ptr())) return py::bool_(one(date_from_python(dates.ptr())));
    const DayArray array(dates);
    NewArray<bool> result(array.shape());
    {
        const py::gil_scoped_release release;
        many(array.days(), result.values);
    }
    return std::move(result.array);
}

py::object is_working_day(const WorkCalendar& self, const py::object& dates) {
    return test_days(
        dates, [&](const Date& date) { return self.is_working_day(date); },
        [&](auto days, auto answers) { self.is_working_day(days, answers); });
}

py::object is_holiday(const WorkCalendar& self, const py::object& dates) {
    return test_days(
        dates, [&](const Date& date) { return self.is_holiday(date); },
        [&](auto days, auto answers) { self.is_holiday(days, answers); });
}

py::object roll(const WorkCalendar& self, const py::object& dates, const py::str& how) {
    const RollConvention convention = convention_of(how);
    if (is_one_date(dates.ptr())) {
        return py::cast(self.roll(date_from_python(dates.ptr()), convention));
    }
    if (py::isinstance<Recurrence>(dates)) {
        return py::cast(self.roll(dates.cast<const Recurrence&>(), convention));
    }
    const DayArray array(dates);
    NewDays result(array.shape());
    {
        const py::gil_scoped_release release;
        self.roll(array.days(), convention, result.days);
    }
    return std::move(result.array);
}

/// A value for each of an array's, made of one.
std::vector<std::int64_t> repeated(std::int64_t value, std::size_t size) {
    return std::vector<std::int64_t>(size, value);
}

[[noreturn]] void throw_shapes(const char* a_name, std::size_t a, const char* b_name,
                               std::size_t b) {
    throw ProbityError(std::to_string(a) + " " + a_name + " and " + std::to_string(b) + " " +
                       b_name + ": give as many of both, or one of either");
}

bool is_one_number(const py::object& value) {
    // A NumPy array of one element has __index__ too, and is an array all the same.
    return PyLong_Check(value.ptr()) != 0 ||
           (PyIndex_Check(value.ptr()) != 0 && !py::hasattr(value, "__len__"));
}

std::int64_t one_number(const py::object& value) { return long_number_from_python(value.ptr()); }

// What an unsigned number beyond 2^63 is as an int64 is another number.
void check_within_int64(const py::array& numbers) {
    if (numbers.size() == 0) return;
    const py::object greatest = numbers.attr("max")();
    if (greatest.attr("__gt__")(py::int_(INT64_MAX)).cast<bool>()) {
        throw ProbityError(text_of(py::str(greatest)) +
                           " working days: a number from -2^63 to 2^63 - 1 is wanted");
    }
}

py::array_t<std::int64_t> number_array(const py::object& values) {
    const auto numpy = py::module_::import("numpy");
    const py::array given = numpy.attr("asarray")(values);
    const char kind = given.dtype().kind();
    if (kind != 'i' && kind != 'u') {
        throw py::type_error("numbers of working days are whole numbers, not an array of " +
                             text_of(py::str(given.dtype())));
    }
    if (kind == 'u') check_within_int64(given);
    return numpy.attr("require")(given, "int64", py::make_tuple("C", "ALIGNED"));
}

py::object add_arrays(const WorkCalendar& self, const py::object& dates, const py::object& n) {
    const py::array_t<std::int64_t> given = number_array(n);
    std::span<const std::int64_t> numbers(given.data(), static_cast<std::size_t>(given.size()));
    std::vector<std::int64_t> days;
    std::vector<py::ssize_t> shape(given.shape(), given.shape() + given.ndim());
    std::optional<DayArray> array;
    std::span<const std::int64_t> from;
    if (is_one_date(dates.ptr())) {
        days = repeated(day_number(date_from_python(dates.ptr())), numbers.size());
        from = days;
    } else {
        array.emplace(dates);
        from = array->days();
        if (array->shape() != shape) throw_shapes("dates", from.size(), "numbers", numbers.size());
    }
    NewDays result(shape);
    {
        const py::gil_scoped_release release;
        self.add(from, numbers, result.days);
    }
    return std::move(result.array);
}

py::object add(const WorkCalendar& self, const py::object& dates, const py::object& n) {
    if (!is_one_number(n)) return add_arrays(self, dates, n);
    const std::int64_t number = one_number(n);
    if (is_one_date(dates.ptr())) {
        return py::cast(self.add(date_from_python(dates.ptr()), number));
    }
    const DayArray array(dates);
    NewDays result(array.shape());
    {
        const py::gil_scoped_release release;
        self.add(array.days(), number, result.days);
    }
    return std::move(result.array);
}

/// One side of count(): dates of its own, or one date for all of the other side's.
struct Side {
    std::optional<DayArray> array;
    std::int64_t day = 0;
    std::vector<std::int64_t> days;

    Side(const WorkCalendar& calendar, const py::object& dates) {
        if (dates.is_none()) {
            day = std::int64_t{day_number(calendar.horizon().last())} + 1;
        } else if (is_one_date(dates.ptr())) {
            day = day_number(date_from_python(dates.ptr()));
        } else {
            array.emplace(dates);
        }
    }
    std::span<const std::int64_t> for_each(std::size_t size) {
        if (array) return array->days();
        days = repeated(day, size);
        return days;
    }
};

py::object count(const WorkCalendar& self, const py::object& begin, const py::object& end) {
    const auto one = [](const py::object& date) {
        return date.is_none() || is_one_date(date.ptr());
    };
    if (one(begin) && one(end)) {
        const auto until =
            end.is_none() ? std::nullopt : std::optional(date_from_python(end.ptr()));
        return py::int_(self.count(date_from_python(begin.ptr()), until));
    }
    Side begins(self, begin);
    Side ends(self, end);
    if (begins.array && ends.array && begins.array->shape() != ends.array->shape()) {
        throw_shapes("begins", begins.array->days().size(), "ends", ends.array->days().size());
    }
    const std::vector<py::ssize_t> shape =
        begins.array ? begins.array->shape() : ends.array->shape();
    NewArray<std::int64_t> result(shape);
    {
        const py::gil_scoped_release release;
        self.count(begins.for_each(result.values.size()), ends.for_each(result.values.size()),
                   result.values);
    }
    return std::move(result.array);
}

// For NumPy and pandas ----------------------------------------------------------------------------

py::object to_busdaycalendar(const WorkCalendar& self, const std::optional<Date>& begin,
                             const std::optional<Date>& end) {
    const Interval days(begin.value_or(self.horizon().begin()), end_of(self, end));
    std::string weekmask = "1111111";
    std::vector<DayNumber> weekend_days;
    for (const Weekday weekday : self.weekend()) {
        weekmask[static_cast<std::size_t>(weekday.index())] = '0';
    }
    DateSet closed = DateSet::of(days) - self.working_days(days);
    std::vector<DayNumber> holidays;
    for (const Date& date : closed) {
        if (weekmask[static_cast<std::size_t>(weekday_of(date).index())] == '1') {
            holidays.push_back(day_number(date));
        }
    }
    return py::module_::import("numpy").attr("busdaycalendar")(
        py::arg("weekmask") = weekmask, py::arg("holidays") = to_array(holidays));
}

py::object to_pandas_offset(const WorkCalendar& self, const std::optional<Date>& begin,
                            const std::optional<Date>& end) {
    return py::module_::import("pandas.tseries.offsets")
        .attr("CustomBusinessDay")(py::arg("calendar") = to_busdaycalendar(self, begin, end));
}

// Pickles -----------------------------------------------------------------------------------------

/// A calendar with a holiday list of its own on some days.
WorkCalendar changed(WorkCalendar calendar, const std::vector<Weekday>& weekend,
                     const std::vector<Date>& dates, const std::vector<Holiday>& holidays) {
    for (const Date& date : dates) {
        if (!calendar.state(date).holidays.empty()) calendar = calendar.without_holiday(date);
    }
    if (calendar.weekend() != weekend) calendar = calendar.with_weekend(weekend);
    return holidays.empty() ? calendar : calendar.with_holidays(holidays);
}

/// The days on which the holidays listed differ from those of the law, and what they are.
std::pair<std::vector<Date>, std::vector<Holiday>> changes_from(const WorkCalendar& law,
                                                                const WorkCalendar& self) {
    std::pair<std::vector<Date>, std::vector<Holiday>> changes;
    const Interval horizon = self.horizon();
    std::vector<Holiday> before = law.holidays(horizon.begin());
    std::vector<Holiday> after = self.holidays(horizon.begin());
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        const Date date =
            b == after.end() || (a != before.end() && a->date < b->date) ? a->date : b->date;
        const auto on_date = [&](const Holiday& holiday) { return holiday.date == date; };
        const auto a_end = std::find_if_not(a, before.end(), on_date);
        const auto b_end = std::find_if_not(b, after.end(), on_date);
        if (!std::equal(a, a_end, b, b_end)) {
            changes.first.push_back(date);
            changes.second.insert(changes.second.end(), b, b_end);
        }
        a = a_end;
        b = b_end;
    }
    return changes;
}

/// A call that gives the calendar back: Korea's with what was changed, or one of listed holidays.
py::tuple reduce(const WorkCalendar& self) {
    const py::object cls = py::type::of<WorkCalendar>();
    const WorkCalendar law = WorkCalendar::korea(self.as_known_on());
    if (self == law) return static_call(cls, "korea", self.as_known_on());
    if (self.horizon() == law.horizon()) {
        const auto [dates, holidays] = changes_from(law, self);
        if (changed(law, self.weekend(), dates, holidays) == self) {
            return static_call(cls, "_changed", law, self.weekend(), dates, holidays);
        }
    }
    const std::vector<Holiday> listed = self.holidays(self.horizon().begin());
    if (WorkCalendar::from_holidays(listed, self.weekend(), self.horizon()) == self) {
        return static_call(cls, "from_holidays", listed, self.weekend(), self.horizon());
    }
    throw py::type_error("a combination of calendars cannot be pickled: pickle its parts");
}

// Classes -----------------------------------------------------------------------------------------

void bind_results(py::module_& m) {
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

    py::class_<DayState> state(m, "DayState", "What a calendar says of one day.");
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
        .def_readonly("before", &DayChange::before, "What the first calendar says of it.")
        .def_readonly("after", &DayChange::after, "What the second one says.");
    value(
        change,
        [](const DayChange& self) {
            return py::make_tuple(date_text(self.date), self.before, self.after);
        },
        [](const DayChange& self) { return day_number(self.date); });
}

void bind_rolled_dates(py::module_& m) {
    using RolledDatesIterator = Walk<RolledDates::Iterator>;
    py::class_<RolledDatesIterator>(m, "_RolledDatesIterator")
        .def("__iter__", [](py::object self) { return self; })
        .def("__next__", [](RolledDatesIterator& self) {
            self.advance();
            if (self.next == std::default_sentinel) throw py::stop_iteration();
            const RolledDate date = *self.next;
            return std::pair(date.nominal, date.adjusted);
        });

    py::class_<RolledDates> rolled(
        m, "RolledDates",
        "The dates of a recurrence, each with the working day that it goes "
        "to: pairs (nominal, adjusted), made one by one as they are asked "
        "for.");
    rolled
        .def("__iter__", [](const RolledDates& self) { return RolledDatesIterator{self.begin()}; })
        .def(
            "between",
            [](const RolledDates& self, const Date& begin, const std::optional<Date>& end) {
                std::vector<std::pair<Date, Date>> pairs;
                for (const auto& [nominal, adjusted] : self.between(begin, end)) {
                    pairs.emplace_back(nominal, adjusted);
                }
                return pairs;
            },
            py::arg("begin"), py::arg("end"), "The pairs whose nominal date lies in [begin, end).");
}

void bind_making(py::class_<WorkCalendar>& calendar) {
    calendar
        .def_static("korea", &WorkCalendar::korea, py::arg("as_known_on") = py::none(),
                    R"(The working days of Korea's government offices.

By the Regulation on Public Holidays of Government Offices, as it stands, or as it was known at the
end of a past day. Answers from 1949-06-04 to 2100-12-31 and is verified from `verified_from` on.)")
        .def_static(
            "from_holidays",
            [](const py::object& holidays, const py::object& weekend,
               const std::optional<Interval>& horizon) {
                std::vector<Weekday> weekdays;
                for (const py::handle day : weekend) weekdays.push_back(weekday_of_argument(day));
                return WorkCalendar::from_holidays(holidays_of(holidays), weekdays, horizon);
            },
            py::arg("holidays"), py::arg("weekend") = py::make_tuple(SA, SU),
            py::arg("horizon") = py::none(),
            R"(A calendar of these holidays: a mapping of dates to names, as the `holidays` package has
it for any country, or a list of dates or Holidays.

Without a horizon it answers for the whole years from the first holiday's to the last's.

>>> office = WorkCalendar.from_holidays({"2026-05-01": "Foundation day"})
>>> office.add("2026-04-30", 1)
datetime.date(2026, 5, 4))")
        .def(
            "with_holiday",
            [](const WorkCalendar& self, const Date& date, std::string name,
               const std::string& kind, std::string name_en, std::string basis) {
                return self.with_holiday(date, std::move(name), parse_holiday_kind(kind),
                                         std::move(name_en), std::move(basis));
            },
            py::arg("date"), py::arg("name"), py::arg("kind") = "temporary",
            py::arg("name_en") = "", py::arg("basis") = "", "A new calendar with one holiday more.")
        .def("without_holiday", &WorkCalendar::without_holiday, py::arg("date"),
             "A new calendar without the listed holidays of a date. Raises ProbityError where it "
             "has "
             "none.")
        .def(
            "with_weekend",
            [](const WorkCalendar& self, const py::args& weekdays) {
                return self.with_weekend(weekdays_of(weekdays));
            },
            R"(A new calendar with another weekend: with_weekend(FR, SA) or with_weekend([FR, SA]).

Raises ProbityError for a weekend of seven days.)")
        .def(
            "overlay",
            [](const WorkCalendar& self, const std::filesystem::path& path) {
                return self.with_holidays(load_overlay(path));
            },
            py::arg("path"),
            R"(A new calendar with the announced days of a JSON file.

The file is {"holidays": [{"date": "2025-01-27", "name": "임시공휴일"}]}; each day may also have
"name_en", "kind", "basis" and "decided_on". It is taken whole or not at all: raises DocumentError,
with the `place` of the fault. Days that the calendar has already stay as they were.)")
        .def(
            "__or__", [](const WorkCalendar& a, const WorkCalendar& b) { return a | b; },
            py::is_operator(), py::arg("other"))
        .def(
            "__and__", [](const WorkCalendar& a, const WorkCalendar& b) { return a & b; },
            py::is_operator(), py::arg("other"))
        .def_static("_changed", &changed);
}

void bind_properties(py::class_<WorkCalendar>& calendar) {
    calendar
        .def_property_readonly("horizon", &WorkCalendar::horizon, "The days for which it answers.")
        .def_property_readonly(
            "verified_from", &WorkCalendar::verified_from,
            "The first day from which its holidays are verified against official "
            "sources; None where that is not known.")
        .def_property_readonly("as_known_on", &WorkCalendar::as_known_on,
                               "The day whose knowledge of the law it has; None for the law as it "
                               "stands.")
        .def_property_readonly("weekend", &WorkCalendar::weekend,
                               "The days of the week that are not worked, Monday first.");
}

void bind_days(py::class_<WorkCalendar>& calendar) {
    calendar
        .def("is_working_day", &is_working_day, py::arg("dates"),
             "Whether a date, or each of an array of dates, is a working day.")
        .def(
            "is_holiday", &is_holiday, py::arg("dates"),
            "Whether a date, or each of an array, is a public holiday: a listed one, or in Korea a "
            "Sunday. A Saturday is a day off but no public holiday.")
        .def(
            "explain",
            [](const WorkCalendar& self, const Date& date, Language lang) {
                return self.explain(date, lang);
            },
            py::arg("date"), py::arg("lang") = Language::english,
            "Why the day is worked or not, in one sentence with the article.")
        .def("state", &WorkCalendar::state, py::arg("date"),
             "Whether the day is worked, and the holidays listed for it.")
        .def(
            "holidays",
            [](const WorkCalendar& self, const Date& begin, const std::optional<Date>& end) {
                return self.holidays(begin, end);
            },
            py::arg("begin"), py::arg("end") = py::none(),
            "The holidays listed in [begin, end), several on a date each for itself. Plain Sundays "
            "are not listed.")
        .def(
            "working_days",
            [](const WorkCalendar& self, const py::object& begin, const std::optional<Date>& end) {
                if (py::isinstance<Interval>(begin)) {
                    return self.working_days(begin.cast<const Interval&>());
                }
                return self.working_days(date_from_python(begin.ptr()), end);
            },
            py::arg("begin"), py::arg("end") = py::none(),
            R"(The working days in [begin, end), or in an Interval, as a DateSet.

>>> len(WorkCalendar.korea().working_days(WeekConvention.ISO.week(2026, 2, 3)))
2)")
        .def(
            "working_days_of",
            [](const WorkCalendar& self, const Spans& spans, const Date& begin,
               const std::optional<Date>& end) { return self.working_days_of(spans, begin, end); },
            py::arg("spans"), py::arg("begin"), py::arg("end") = py::none(),
            "The working days of recurring spans in [begin, end).");
}

void bind_arithmetic(py::class_<WorkCalendar>& calendar) {
    calendar
        .def("roll", &roll, py::arg("dates"), py::arg("how"),
             R"(The date itself where it is a working day, else where the convention takes it.

`how` is "following", "modified_following" (but in the same month), "preceding",
"modified_preceding", "nearest" (forward where both are equally near) or "none". An array of dates
gives an array, a Recurrence its pairs (nominal, adjusted), lazily.

>>> kr = WorkCalendar.korea()
>>> kr.roll("2026-05-24", "following")
datetime.date(2026, 5, 26)
>>> month_ends = Recurrence("FREQ=MONTHLY;BYMONTHDAY=-1", start="2026-01-01")
>>> next(iter(kr.roll(month_ends, "preceding")))
(datetime.date(2026, 1, 31), datetime.date(2026, 1, 30)))")
        .def("add", &add, py::arg("dates"), py::arg("n"),
             R"(The n-th working day strictly after a date, strictly before it where n is negative.

add(d, 0) is d, rolled to the following working day. Arrays of dates or of numbers give an array.

>>> WorkCalendar.korea().add("2026-02-13", 1)        # Seollal lies between
datetime.date(2026, 2, 19))")
        .def("count", &count, py::arg("begin"), py::arg("end") = py::none(),
             R"(How many working days lie in [begin, end), negative where end is before begin.

Arrays of dates, on either side or on both, give an array.

>>> WorkCalendar.korea().count("2026-02-16", "2026-02-23")
2)")
        .def(
            "due",
            [](const WorkCalendar& self, const Date& date, LongNumber n) {
                return self.due(date, n);
            },
            py::arg("date"), py::arg("n"), "add(), and the holidays passed over.")
        .def(
            "first_working_day",
            [](const WorkCalendar& self, Number year, Number month) {
                return self.first_working_day(year, month);
            },
            py::arg("year"), py::arg("month"), "The first working day of a month.")
        .def(
            "last_working_day",
            [](const WorkCalendar& self, Number year, Number month) {
                return self.last_working_day(year, month);
            },
            py::arg("year"), py::arg("month"), "The last working day of a month.")
        .def(
            "diff",
            [](const WorkCalendar& self, const WorkCalendar& other, const Date& begin,
               const std::optional<Date>& end) { return self.diff(other, begin, end); },
            py::arg("other"), py::arg("begin"), py::arg("end") = py::none(),
            "The days in [begin, end) on which this calendar and another differ, with what each "
            "says.")
        .def("to_busdaycalendar", &to_busdaycalendar, py::arg("begin") = py::none(),
             py::arg("end") = py::none(),
             "The same working days from begin on, up to end, as a numpy.busdaycalendar.")
        .def("to_pandas_offset", &to_pandas_offset, py::arg("begin") = py::none(),
             py::arg("end") = py::none(),
             "The same working days as a pandas CustomBusinessDay offset.");
}

}  // namespace

void bind_work_calendar(py::module_& m) {
    bind_results(m);
    bind_rolled_dates(m);

    py::class_<WorkCalendar> calendar(m, "WorkCalendar",
                                      R"(Which days offices work, and arithmetic in working days.

>>> kr = WorkCalendar.korea()
>>> kr.is_working_day("2026-05-25")                  # substitute for Buddha's Birthday
False
>>> kr.add("2026-02-13", 1)                          # Seollal lies between
datetime.date(2026, 2, 19)

A calendar is immutable and answers for a fixed horizon, outside which it raises HorizonError. Where
a date is asked for, an array, a list or a pandas Series of dates gives an array of answers.)");
    bind_making(calendar);
    bind_properties(calendar);
    bind_days(calendar);
    bind_arithmetic(calendar);
    value_without_repr(calendar, OwnReduce{});
    calendar.def("__reduce__", &reduce).def("__repr__", [](const WorkCalendar& self) {
        return "<" + to_string(self) + ">";
    });
}

}  // namespace probity::python
