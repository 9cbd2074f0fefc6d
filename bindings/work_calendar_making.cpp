#include <pybind11/stl/filesystem.h>

#include <algorithm>

#include "convert.hpp"
#include "day_array.hpp"
#include "probity/exchange/overlay.hpp"
#include "value.hpp"
#include "work_calendar.hpp"

namespace probity::python {
namespace {

// Arguments ---------------------------------------------------------------------------------------

/// Whether it is a mapping of the holidays package: it fills with the years that it was made for.
bool is_of_holidays_package(const py::object& given) {
    return py::hasattr(given, "items") && py::hasattr(given, "years") &&
           py::hasattr(given, "weekend");
}

Weekday weekday_of_argument(py::handle value) {
    if (py::isinstance<Weekday>(value)) return value.cast<Weekday>();
    if (py::isinstance<py::str>(value)) return Weekday::parse(text_of(value));
    throw py::type_error("a weekend has weekdays such as SA or \"SA\", not " +
                         text_of(py::repr(value)));
}

/// One weekday, or a list of them.
std::vector<Weekday> weekdays_of(py::handle given) {
    const bool is_list = py::isinstance<py::iterable>(given) && !py::isinstance<py::str>(given);
    if (!is_list) return {weekday_of_argument(given)};
    std::vector<Weekday> weekdays;
    for (const py::handle value : given) weekdays.push_back(weekday_of_argument(value));
    return weekdays;
}

/// The weekend that the holidays package knows of a country: numbers, 0 is Monday. It is Saturday
/// and Sunday for a mapping or list that knows none.
std::vector<Weekday> weekend_of(const py::object& holidays) {
    const py::object days = py::getattr(holidays, "weekend", py::none());
    if (!is_of_holidays_package(holidays) || days.is_none()) return {SA, SU};
    std::vector<Weekday> weekdays;
    for (const py::handle day : days) {
        weekdays.push_back(Weekday::from_index(number_from_python(day.ptr())));
    }
    return weekdays;
}

/// A mapping of dates to names, as the holidays package has it, or a list of dates or Holidays.
std::vector<Holiday> holidays_of(const py::object& given) {
    // A Series of pandas has items, and is an array of dates all the same.
    if (py::hasattr(given, "items") && !py::hasattr(given, "dtype")) {
        std::vector<Holiday> holidays;
        if (is_of_holidays_package(given) && py::len(given) == 0) {
            throw ProbityError(
                "this mapping of the holidays package holds no holiday yet: name the years when it "
                "is made, as in holidays.KR(years=range(2020, 2031))");
        }
        for (const py::handle item : given.attr("items")()) {
            const auto [date, name] = item.cast<std::pair<py::object, py::object>>();
            holidays.push_back(
                {.date = date_from_python(date.ptr()), .name = text_of(py::str(name))});
        }
        return holidays;
    }
    std::vector<Holiday> holidays;
    if (py::isinstance<py::list>(given) || py::isinstance<py::tuple>(given)) {
        // Holidays and dates may stand side by side; an error names the index.
        py::list dates;
        for (const py::handle item : given) {
            dates.append(py::isinstance<Holiday>(item) ? item.attr("date")
                                                       : py::reinterpret_borrow<py::object>(item));
        }
        for (const Date& date : dates_from_python(dates)) {
            const py::handle item = given[py::int_(holidays.size())];
            holidays.push_back(py::isinstance<Holiday>(item) ? item.cast<Holiday>()
                                                             : Holiday{.date = date});
        }
        return holidays;
    }
    for (const Date& date : date_list_of(given)) holidays.push_back({.date = date});
    return holidays;
}

// Notation ----------------------------------------------------------------------------------------

/// Korea's calendar as the call that gives it; any other in short, since it has lists of holidays.
std::string repr(const WorkCalendar& self) {
    if (self != WorkCalendar::korea(self.as_known_on())) return "<" + to_string(self) + ">";
    std::string known;
    if (self.as_known_on()) {
        known = "as_known_on=" + text_of(py::repr(date_text(*self.as_known_on())));
    }
    return "WorkCalendar.korea(" + known + ")";
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

}  // namespace

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
                return WorkCalendar::from_holidays(
                    holidays_of(holidays),
                    weekend.is_none() ? weekend_of(holidays) : weekdays_of(weekend), horizon);
            },
            py::arg("holidays"), py::arg("weekend") = py::none(), py::arg("horizon") = py::none(),
            R"(A calendar of these holidays: a mapping of dates to names, as the `holidays` package has
it for any country, or a list of dates or Holidays.

The weekend is Saturday and Sunday unless another is given, or a mapping of the `holidays` package
knows that of its country; [] is none. Without a horizon the calendar answers for the whole years from
the first holiday's to the last's. A date listed twice, with one name, counts once.

Raises ProbityError for a weekend of seven days and for a mapping of the `holidays` package that was
made without years, HorizonError for a holiday outside the horizon given.

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
        .def(
            "with_holidays",
            [](const WorkCalendar& self, const py::object& holidays) {
                return self.with_holidays(holidays_of(holidays));
            },
            py::arg("holidays"),
            R"(A new calendar with these holidays as well, given as for from_holidays.

One that the calendar has already, by date, name and kind, stays as it was.)")
        .def("without_holiday", &WorkCalendar::without_holiday, py::arg("date"),
             "A new calendar without the listed holidays of a date. Raises ProbityError where it "
             "has "
             "none.")
        .def(
            "with_weekend",
            [](const WorkCalendar& self, const py::args& weekdays) {
                return self.with_weekend(
                    weekdays_of(weekdays.size() == 1 ? weekdays[0] : py::object(weekdays)));
            },
            R"(A new calendar with another weekend: with_weekend(FR, SA) or with_weekend([FR, SA]).

with_weekend() is one without a weekend: every day but the holidays listed is worked, Sundays too.
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
        .def_static("_changed", &changed)
        .def("__reduce__", &reduce)
        .def("__repr__", &repr);
}

}  // namespace probity::python
