#include <pybind11/stl/filesystem.h>

#include <algorithm>

#include "convert.hpp"
#include "day_array.hpp"
#include "probity/exchange/overlay.hpp"
#include "text/sentence.hpp"
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

/// Whether a value lists others, as a list, a tuple and a Table do.
bool is_list(const py::object& value) {
    if (py::isinstance<py::str>(value) || py::isinstance<py::bytes>(value)) return false;
    return py::isinstance(value, py::module_::import("collections.abc").attr("Sequence"));
}

/// A mapping of dates to names, as the holidays package has it, or a list of dates or Holidays.
std::vector<Holiday> holidays_of(const py::object& given) {
    // A Series of pandas has items, and is an array of dates all the same.
    if (py::hasattr(given, "items") && !py::hasattr(given, "dtype")) {
        std::vector<Holiday> holidays;
        if (is_of_holidays_package(given) && py::len(given) == 0) {
            throw ProbityError(detail::sentence("python.holidays_empty"));
        }
        for (const py::handle item : given.attr("items")()) {
            const auto [date, name] = item.cast<std::pair<py::object, py::object>>();
            holidays.push_back(
                {.date = date_from_python(date.ptr()), .name = {text_of(py::str(name))}});
        }
        return holidays;
    }
    std::vector<Holiday> holidays;
    if (is_list(given)) {
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

/// The arguments of of_law, put together.
HolidayLaw law_of(std::vector<HolidayRow> rows, std::optional<std::vector<WeekendTerm>> weekends,
                  std::vector<DayBetweenTerm> days_between, std::string cited_as,
                  std::string cited_as_en) {
    HolidayLaw law{.rows = std::move(rows),
                   .days_between = std::move(days_between),
                   .cited_as = std::move(cited_as),
                   .cited_as_en = std::move(cited_as_en)};
    if (weekends) law.weekends = std::move(*weekends);
    return law;
}

}  // namespace

std::vector<Weekday> weekdays_of(py::handle given) {
    const bool is_list = py::isinstance<py::iterable>(given) && !py::isinstance<py::str>(given);
    if (!is_list) return {weekday_of_argument(given)};
    std::vector<Weekday> weekdays;
    for (const py::handle value : given) weekdays.push_back(weekday_of_argument(value));
    return weekdays;
}

void bind_making(py::class_<WorkCalendar>& calendar) {
    calendar
        .def_static("korea", &WorkCalendar::korea, py::arg("as_known_on") = py::none(),
                    R"(The working days of Korea's government offices.

By the Regulation on Public Holidays of Government Offices and the Act on Public Holidays, as they
stand, or as promulgated by the end of a past day. Answers from 1949-06-04 to 2100-12-31 and is
verified from `verified_from` on.)")
        .def_static(
            "of_law",
            [](std::vector<HolidayRow> rows, const Interval& horizon,
               std::optional<std::vector<WeekendTerm>> weekends,
               std::vector<DayBetweenTerm> days_between, std::string cited_as,
               std::string cited_as_en, const std::optional<Date>& as_known_on) {
                return WorkCalendar::of_law(
                    law_of(std::move(rows), std::move(weekends), std::move(days_between),
                           std::move(cited_as), std::move(cited_as_en)),
                    horizon, as_known_on);
            },
            py::arg("rows"), py::arg("horizon"), py::kw_only(), py::arg("weekends") = py::none(),
            py::arg("days_between") = std::vector<DayBetweenTerm>(), py::arg("cited_as") = "",
            py::arg("cited_as_en") = "", py::arg("as_known_on") = py::none(),
            R"doc(The working days of a law that is given as rows, and nothing that the rows do not
say.

`weekends` are WeekendTerms in the order of their first days: Saturday and Sunday, neither of them a
public holiday, unless others are given. `days_between` makes days between two holidays holidays.
`cited_as` is what explanations cite for a day that is no public holiday ("5 U.S.C. 6103"). With
`as_known_on` the law is read as it was known at the end of that day.

Raises ProbityError, naming the row, for one that says no date, and for a weekend of seven days;
HorizonError for lunar rows outside 1900 to 2100.

>>> from probity import HolidayRow, Interval, SubstituteTerm
>>> us = WorkCalendar.of_law(
...     [HolidayRow("", "Independence Day", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4", since="1971-01-01",
...                 substitutes=[SubstituteTerm("nearest_weekday", since="1971-01-01")])],
...     Interval("2026-01-01", "2028-01-01"))
>>> us.is_working_day("2026-07-03")                  # the 4th is a Saturday
False)doc")
        .def_static(
            "from_holidays",
            [](const py::object& holidays, const py::object& weekend,
               const std::optional<Interval>& horizon) {
                return WorkCalendar::from_holidays(
                    holidays_of(holidays),
                    weekend.is_none() ? weekend_of(holidays) : weekdays_of(weekend), horizon);
            },
            py::arg("holidays"), py::arg("weekend") = py::none(), py::arg("horizon") = py::none(),
            R"(A calendar of these holidays: a mapping of dates to names, as the `holidays` package
has it for any country, or a list of dates or Holidays.

The weekend is Saturday and Sunday unless another is given, or a mapping of the `holidays` package
knows that of its country; [] is none. Without a horizon the calendar answers for the whole years
from the first holiday's to the last's. A date listed twice, with one name, counts once.

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
             "A new calendar without the listed holidays of a date. Raises ProbityError if it "
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
                return with_overlay(self, path);
            },
            py::arg("path"),
            R"(A new calendar with the announced days of a file.

An answer of the public data portal about special days (특일 정보), in XML or JSON, is taken as it is:
the days on which this calendar lists no public holiday yet. An answer that is an error, or one of
several pages, is refused.

A file of one's own is {"holidays": [{"date": "2025-01-27", "name": "임시공휴일"}]}; each day may also have
"name_en", "kind", "basis" and "decided_on". It is taken whole or not at all: raises DocumentError,
with the `place` of the fault. Days that the calendar has already stay as they were; a calendar that
is `as_known_on` a day leaves out what was decided later.)")
        .def(
            "__or__", [](const WorkCalendar& a, const WorkCalendar& b) { return a | b; },
            py::is_operator(), py::arg("other"))
        .def(
            "__and__", [](const WorkCalendar& a, const WorkCalendar& b) { return a & b; },
            py::is_operator(), py::arg("other"))
        .def("__repr__", &repr);
}

}  // namespace probity::python
