#include "probity/date/week_of_month.hpp"

#include <algorithm>

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "text/sentence.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

/// The months of one year in which the named conventions differ about week n.
struct WeekComparison {
    int year;
    int week;
    std::vector<WeekConvention::Difference> rows;

    friend bool operator==(const WeekComparison&, const WeekComparison&) = default;
};

/// A row of a WeekComparison, with its year and week.
struct WeekDifference {
    int year;
    int week;
    WeekConvention::Difference difference;

    friend bool operator==(const WeekDifference&, const WeekDifference&) = default;
};

py::dict weeks_by_name(const WeekDifference& row) {
    py::dict weeks;
    for (std::size_t i = 0; i < named_conventions.size(); ++i) {
        weeks[py::str(std::string(named_conventions[i].name))] = row.difference.weeks[i];
    }
    return weeks;
}

WeekDifference row_at(const WeekComparison& table, py::ssize_t index) {
    const auto size = static_cast<py::ssize_t>(table.rows.size());
    if (index < 0) index += size;
    if (index < 0 || index >= size) {
        throw py::index_error("the comparison has " + std::to_string(size) + " rows");
    }
    return {table.year, table.week, table.rows[static_cast<std::size_t>(index)]};
}

WeekDifference row_of_month(const WeekComparison& table, int month) {
    for (const auto& difference : table.rows) {
        if (difference.month == month) return {table.year, table.week, difference};
    }
    throw ProbityError(
        detail::sentence("python.no_difference", {{"month", month}, {"year", table.year}}));
}

/// Several rows, by a slice, as a Table.
py::object rows_in(const WeekComparison& table, const py::slice& slice) {
    std::vector<WeekDifference> rows;
    for (const auto& difference : table.rows) rows.push_back({table.year, table.week, difference});
    return table_of(rows)[slice];
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

// "03-16..03-22", for a cell of the table.
std::string week_cell(const std::optional<Interval>& week) {
    if (!week) return "-";
    return to_string(week->begin()).substr(5) + ".." + to_string(week->last()).substr(5);
}

std::string table_text(const WeekComparison& table) {
    constexpr std::size_t width = 16;
    std::string text = "week " + std::to_string(table.week) + " of " + std::to_string(table.year) +
                       ", the months in which the conventions differ\n" + padded("month", width);
    for (const auto& [name, convention] : named_conventions)
        text += padded(std::string(name), width);
    for (const auto& row : table.rows) {
        text += '\n' + padded(std::to_string(row.month), width);
        for (const auto& week : row.weeks) text += padded(week_cell(week), width);
        text.erase(text.find_last_not_of(' ') + 1);
    }
    return text;
}

std::string convention_repr(WeekConvention convention) {
    return "WeekConvention" + to_string(convention);
}

void bind_comparison(py::module_& m) {
    py::class_<WeekDifference> row(m, "WeekDifference",
                                   "A month in which the named conventions differ about a week.");
    row.def_property_readonly("year", [](const WeekDifference& self) { return self.year; })
        .def_property_readonly("month",
                               [](const WeekDifference& self) { return self.difference.month; })
        .def_property_readonly("week", [](const WeekDifference& self) { return self.week; })
        .def_property_readonly("weeks", &weeks_by_name,
                               "The week's Interval by the convention's name; None if the month "
                               "has no such week.")
        .def(
            "__eq__", [](const WeekDifference& a, const WeekDifference& b) { return a == b; },
            py::is_operator(), py::pos_only())
        .def("__repr__", [](const WeekDifference& self) {
            return "<WeekDifference of week " + std::to_string(self.week) + " of " +
                   std::to_string(self.year) + "-" + std::to_string(self.difference.month) + ", " +
                   std::string(py::repr(weeks_by_name(self))) + ">";
        });
    row.attr("__hash__") = py::none();
    copied_as_itself(row);
    row.def("__reduce__", [](const WeekDifference& self) {
        const std::vector<WeekConvention::Difference> rows =
            WeekConvention::compare(self.year, self.week);
        return method_call(py::cast(WeekComparison{self.year, self.week, rows}), "_of_month",
                           self.difference.month);
    });

    py::class_<WeekComparison> table(
        m, "WeekComparison",
        "The months of a year in which the named conventions differ: a "
        "sequence of WeekDifference that prints as a table.");
    table.def_property_readonly("year", [](const WeekComparison& self) { return self.year; })
        .def_property_readonly("week", [](const WeekComparison& self) { return self.week; })
        .def("_of_month", &row_of_month, py::arg("month"))
        .def("__len__", [](const WeekComparison& self) { return self.rows.size(); })
        .def("__getitem__", &row_at, py::arg("index"))
        .def("__getitem__", &rows_in, py::arg("index"))
        .def("__iter__",
             [](const WeekComparison& self) {
                 py::list rows;
                 for (const auto& difference : self.rows) {
                     rows.append(WeekDifference{self.year, self.week, difference});
                 }
                 return py::iter(rows);
             })
        .def(
            "__eq__", [](const WeekComparison& a, const WeekComparison& b) { return a == b; },
            py::is_operator(), py::pos_only())
        .def("__str__", &table_text)
        .def("__repr__", [](const WeekComparison& self) {
            return "<WeekComparison of week " + std::to_string(self.week) + " of " +
                   std::to_string(self.year) + ", " + std::to_string(self.rows.size()) +
                   (self.rows.size() == 1 ? " month>" : " months>");
        });
    table.attr("__hash__") = py::none();
    copied_as_itself(table);
    table.def("__reduce__", [](const WeekComparison& self) {
        return method_call(py::type::of<WeekConvention>(), "compare", self.year, self.week);
    });
    shown_as_table(table, "The week of each month by each convention");
    shown_as_html(table, "week_comparison");
}

}  // namespace

void bind_week_of_month(py::module_& m) {
    py::class_<WeekOfMonth> place(m, "WeekOfMonth", R"(A week by its place: week 3 of March 2026.

>>> WeekOfMonth(2026, 3, 3)
WeekOfMonth(year=2026, month=3, week=3))");
    place
        .def(py::init([](Number year, Number month, Number week) {
                 return WeekOfMonth{year, month, week};
             }),
             py::arg("year"), py::arg("month"), py::arg("week"))
        .def_readonly("year", &WeekOfMonth::year)
        .def_readonly("month", &WeekOfMonth::month)
        .def_readonly("week", &WeekOfMonth::week, "1 to 5.")
        .def("__iter__",
             [](const WeekOfMonth& self) {
                 return py::iter(py::make_tuple(self.year, self.month, self.week));
             })
        .def("__str__", [](const WeekOfMonth& self) { return to_string(self); })
        .def("__repr__", [](const WeekOfMonth& self) {
            return "WeekOfMonth(year=" + std::to_string(self.year) +
                   ", month=" + std::to_string(self.month) + ", week=" + std::to_string(self.week) +
                   ")";
        });
    value_without_repr(place, [](const WeekOfMonth& self) {
        return py::make_tuple(self.year, self.month, self.week);
    });
    ordered(place);

    py::class_<WeekConvention> convention(m, "WeekConvention",
                                          R"(A meaning of "the third week of the month".

A convention is the weekday on which weeks begin and the least number of a week's days that must lie
in the month. Week n is the week that contains the n-th occurrence in the month of the anchor, the
weekday `first_day + 7 - minimum_days`: Thursday for ISO.

>>> WeekConvention.ISO
WeekConvention(MO, 4)
>>> WeekConvention.ISO.week(2026, 3, 3)
Interval('2026-03-16', '2026-03-23')
>>> WeekConvention.CLDR_KR.week(2026, 3, 3)
Interval('2026-03-15', '2026-03-22')
>>> WeekConvention.ISO.locate("2026-03-18")
WeekOfMonth(year=2026, month=3, week=3)

ISO is the default everywhere. CLDR_KR has the rows of a Korean wall calendar (Sunday, 1),
MONDAY_ROWS is (Monday, 1), SUNDAY_MAJORITY (Sunday, 4), FULL_WEEKS (Monday, 7).
Raises ProbityError unless minimum_days is 1 to 7.)");
    convention
        .def(py::init([](Weekday first_day, Number minimum_days) {
                 return WeekConvention(first_day, minimum_days);
             }),
             py::arg("first_day"), py::arg("minimum_days"))
        .def_property_readonly("first_day", &WeekConvention::first_day,
                               "The weekday on which weeks begin.")
        .def_property_readonly("minimum_days", &WeekConvention::minimum_days,
                               "The least number of week 1's days in the month.")
        .def_property_readonly("anchor", &WeekConvention::anchor,
                               "The weekday whose n-th occurrence lies in week n.")
        .def_property_readonly(
            "name",
            [](WeekConvention self) -> std::optional<std::string> {
                for (const auto& named : named_conventions) {
                    if (named.convention == self) return std::string(named.name);
                }
                return std::nullopt;
            },
            "The name under which it is known here; None if it has none.")
        .def(
            "week",
            [](WeekConvention self, Number year, Number month, Number n) {
                return self.week(year, month, n);
            },
            py::arg("year"), py::arg("month"), py::arg("n"),
            R"(Week n of a month: 1 to 5 from its start, -1 to -5 from its end.

None if the month has no such week. Raises ProbityError for another n, DateError for a year or
month that does not exist.

>>> WeekConvention.ISO.week(2026, 2, 5) is None
True
>>> WeekConvention.ISO.week(2026, 2, -1)
Interval('2026-02-23', '2026-03-02'))")
        .def("locate", &WeekConvention::locate, py::arg("date"),
             "The week in which a date lies; it may be one of the month before or after.")
        .def(
            "weeks_in",
            [](WeekConvention self, Number year, Number month) {
                return self.weeks_in(year, month);
            },
            py::arg("year"), py::arg("month"), "How many weeks a month has: 4 or 5.")
        .def_static(
            "compare",
            [](Number year, Number week) {
                return WeekComparison{year, week, WeekConvention::compare(year, week)};
            },
            py::arg("year"), py::arg("week"),
            R"(The months of a year in which the named conventions differ about a week.

>>> [row.month for row in WeekConvention.compare(2026, week=3)][:3]
[1, 2, 3]
>>> WeekConvention.compare(2026, week=3)[2].weeks["MONDAY_ROWS"]
Interval('2026-03-09', '2026-03-16'))")
        .def("__str__", [](WeekConvention self) { return to_string(self); })
        .def("__repr__", &convention_repr);
    value_without_repr(convention, [](WeekConvention self) {
        return py::make_tuple(self.first_day(), self.minimum_days());
    });
    for (const auto& [name, named] : named_conventions) {
        convention.attr(std::string(name).c_str()) = named;
    }
    bind_comparison(m);
}

}  // namespace probity::python
