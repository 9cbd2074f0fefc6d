#include "probity/programme/portfolio.hpp"

#include "convert.hpp"
#include "day_array.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "planning.hpp"
#include "probity/programme/obligation_counts.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

std::vector<PortfolioProgress> progress_of(const Portfolio& self, const Date& on,
                                           const std::string& by,
                                           const std::optional<WorkCalendar>& workdays) {
    const py::gil_scoped_release release;
    return self.progress(on, workdays, parse_portfolio_group(by));
}

std::vector<BurnupPoint> burnup_of(const Portfolio& self, const Date& begin, const Date& end,
                                   const std::string& every) {
    const py::gil_scoped_release release;
    return self.burnup(Interval(begin, end), parse_burnup_step(every));
}

std::vector<ObligationCount> obligations_of(const Portfolio& self, const Date& on,
                                            const std::optional<int>& year,
                                            const std::optional<WorkCalendar>& workdays) {
    const py::gil_scoped_release release;
    return count_obligations(self.programmes(), on, year, workdays);
}

/// Returns rows as a table.
template <class Row, class... Arguments>
auto table_of_rows(std::vector<Row> (*rows)(Arguments...)) {
    return [rows](const std::decay_t<Arguments>&... arguments) {
        return table_of(rows(arguments...));
    };
}

/// An array of what `value` gives for each row.
template <class Row, class Value>
py::array column(const std::vector<Row>& rows, Value value) {
    NewArray<std::int64_t> made({static_cast<py::ssize_t>(rows.size())});
    for (std::size_t i = 0; i < rows.size(); ++i) made.values[i] = value(rows[i]);
    return made.array;
}

/// The same of text, which NumPy keeps in cells of one width.
template <class Row, class Value>
py::object text_column(const std::vector<Row>& rows, Value value) {
    py::list texts(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) texts[i] = py::str(value(rows[i]));
    return py::module_::import("numpy").attr("array")(texts, py::arg("dtype") = "str");
}

template <class Row>
void add_counts(py::dict& columns, const std::vector<Row>& rows) {
    columns["total_weight"] = column(rows, [](const Row& row) { return row.total_weight; });
    columns["done_weight"] = column(rows, [](const Row& row) { return row.done_weight; });
}

py::dict progress_columns(const Portfolio& self, const Date& on, const std::string& by,
                          const std::optional<WorkCalendar>& workdays) {
    using Row = PortfolioProgress;
    const std::vector<Row> rows = progress_of(self, on, by, workdays);
    py::dict columns;
    columns["programme"] = text_column(rows, [](const Row& row) { return row.programme; });
    columns["id"] = text_column(rows, [](const Row& row) { return row.id; });
    columns["total"] = column(rows, [](const Row& row) { return row.total; });
    columns["done"] = column(rows, [](const Row& row) { return row.done; });
    columns["overdue"] = column(rows, [](const Row& row) { return row.overdue; });
    add_counts(columns, rows);
    return columns;
}

py::dict burnup_columns(const Portfolio& self, const Date& begin, const Date& end,
                        const std::string& every) {
    const std::vector<BurnupPoint> points = burnup_of(self, begin, end, every);
    NewDays dates({static_cast<py::ssize_t>(points.size())});
    for (std::size_t i = 0; i < points.size(); ++i) dates.days[i] = day_number(points[i].date);
    py::dict columns;
    columns["date"] = dates.array;
    columns["total"] = column(points, [](const BurnupPoint& point) { return point.total; });
    columns["done"] = column(points, [](const BurnupPoint& point) { return point.done; });
    add_counts(columns, points);
    return columns;
}

py::dict states_of(const Portfolio& self, const Date& on) {
    std::vector<StateCount> found;
    {
        const py::gil_scoped_release release;
        found = self.states(on);
    }
    py::dict states;
    for (const auto& [state, tasks] : found) states[py::str(std::string(to_string(state)))] = tasks;
    return states;
}

void bind_portfolio_progress(py::module_& m) {
    Record<PortfolioProgress>(m, "PortfolioProgress",
                              "How far the tasks of a group in a portfolio have come.")
        .member("programme", &PortfolioProgress::programme,
                "Its id; empty if the row is of all of them.")
        .member("id", &PortfolioProgress::id, "Empty for tasks that belong to no group.")
        .member("title", &PortfolioProgress::title)
        .member("total", &PortfolioProgress::total,
                "The tasks, without the rejected, withdrawn and superseded.")
        .member("done", &PortfolioProgress::done, "Those verified or closed.")
        .member("overdue", &PortfolioProgress::overdue)
        .member("total_weight", &PortfolioProgress::total_weight)
        .member("done_weight", &PortfolioProgress::done_weight)
        .member("fraction", &PortfolioProgress::fraction, "The part done by weight, 0 to 1.")
        .done();
}

void bind_obligation_count(py::module_& m) {
    Record<ObligationCount>(m, "ObligationCount",
                            "The instances of one obligation of a programme, counted.")
        .member("programme", &ObligationCount::programme, "The id of the programme.")
        .member("obligation", &ObligationCount::obligation, "The id of the obligation.")
        .member("title", &ObligationCount::title)
        .member("owed", &ObligationCount::owed, "How many instances fall due in the year.")
        .member("open", &ObligationCount::open,
                "Those neither done nor waived, and not past their deadline.")
        .member("done", &ObligationCount::done, "Those that were done, be it late.")
        .member("late", &ObligationCount::late,
                "Those neither done nor waived after their deadline.")
        .member("waived", &ObligationCount::waived)
        .done();
}

}  // namespace

void bind_portfolio(py::module_& m) {
    bind_portfolio_progress(m);
    bind_obligation_count(m);
    py::class_<Portfolio> portfolio(m, "Portfolio",
                                    R"(Many programmes at once, for whoever looks over all offices.

>>> from probity import examples
>>> offices = Portfolio([examples.songpa(), examples.yongsan()])
>>> [(row.id, row.total) for row in offices.progress("2026-03-18", by="programme")]
[('songpa', 39), ('yongsan', 6)]

Its answers are those of the views of the single programmes, added up; it keeps the days of all
steps in columns, so that a question about any day is one pass over them. Raises ProbityError if two
programmes have the same id.)");
    portfolio
        .def(py::init<std::vector<Programme>>(), py::arg("programmes"),
             py::call_guard<py::gil_scoped_release>())
        .def_property_readonly("programmes", getter(&Portfolio::programmes))
        .def("__len__", [](const Portfolio& self) { return self.programmes().size(); })
        .def_property_readonly("tasks", &Portfolio::tasks,
                               "How many tasks there are, whatever their state.")
        .def("progress", table_of_rows(&progress_of), py::arg("on"), py::arg("by") = "owner",
             py::arg("workdays") = py::none(),
             R"(How far the tasks had come on a day, as a Table of PortfolioProgress.

`by` is "owner", "band", "risk_area", "programme", "kind" or "all". Owners, bands and risk areas are
each programme's own; the tasks that belong to none come last in their programme. Without a work
calendar it is Korea's; raises HorizonError for a day beyond it.)")
        .def("progress_columns", &progress_columns, py::arg("on"), py::arg("by") = "owner",
             py::arg("workdays") = py::none(),
             R"(The rows of progress() as a dict of NumPy arrays, of which pandas makes a frame.

The columns are programme, id, total, done, overdue, total_weight and done_weight.)")
        .def("states", &states_of, py::arg("on"),
             "How many tasks were in each state on a day: a dict of all states in their order.")
        .def(
            "obligations", table_of_rows(&obligations_of), py::arg("on"),
            py::arg("year") = py::none(), py::arg("workdays") = py::none(),
            R"(How the obligations that fall due in a year stand on a day, as a Table of ObligationCount.

>>> from probity import Obligation, Programme
>>> act = {"on": "2026-01-05", "by": "audit-office"}
>>> mapo = Programme.new("mapo", "Mapo-gu", **act)
>>> report = Obligation("report", "Report", rule="매년 2월 말일")
>>> offices = Portfolio([mapo.apply(mapo.add_obligation(report, **act))])
>>> [(row.programme, row.obligation, row.owed, row.late) for row in offices.obligations("2026-03-04")]
[('mapo', 'report', 1, 1)]

Programme by programme, and in each obligation by obligation; one without an instance in the year has
no row. Without a year it is that of the day, without a work calendar Korea's. Raises HorizonError
where the calendar has no legal days.)")
        .def("burnup", table_of_rows(&burnup_of), py::arg("begin"), py::arg("end"),
             py::arg("every") = "week",
             R"(How many tasks there were, and how many were done, in [begin, end): a Table of
BurnupPoints.

A point for the first day, for every "day", "week" or "month" later, and for the last day.)")
        .def("burnup_columns", &burnup_columns, py::arg("begin"), py::arg("end"),
             py::arg("every") = "week",
             R"(The points of burnup() as a dict of NumPy arrays.

The columns are date, total, done, total_weight and done_weight.)")
        .def(
            "__eq__", [](const Portfolio& a, const Portfolio& b) { return a == b; },
            py::is_operator(), py::pos_only())
        .def("__reduce__",
             [](const py::object& self) {
                 py::list programmes;
                 for (const Programme& each : self.cast<const Portfolio&>().programmes()) {
                     programmes.append(shared_in_python(each));
                 }
                 return class_call(self, py::type::of<Portfolio>(), py::make_tuple(programmes));
             })
        .def("__repr__", [](const Portfolio& self) {
            return "<Portfolio of " + std::to_string(self.programmes().size()) + " programmes, " +
                   std::to_string(self.tasks()) + " tasks>";
        });
    copied_as_itself(portfolio);
    shown_as_table(portfolio, "The tasks of all programmes, each with the programme's id");
}

}  // namespace probity::python
