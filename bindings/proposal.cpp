#include "probity/planning/proposal.hpp"

#include "convert.hpp"
#include "day_array.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "planning.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

std::vector<Weekday> weekdays_of(const std::variant<Weekday, std::vector<Weekday>>& given) {
    if (const auto* one = std::get_if<Weekday>(&given)) return {*one};
    return std::get<std::vector<Weekday>>(given);
}

py::object proposed(Number wanted, const Period& window, const py::object& fixed, Number undated,
                    const std::optional<Date>& on, Number notice_days,
                    const std::variant<Weekday, std::vector<Weekday>>& weekdays,
                    const std::vector<Interval>& avoid, bool avoid_bridges, Number min_days_between,
                    Number weekday_weight, Number avoided_weight, Number bridge_weight,
                    const std::optional<WorkCalendar>& workdays, bool clear_notice) {
    const ProposalRequest request{.wanted = wanted,
                                  .window = days_of(window),
                                  .fixed = date_list_of(fixed),
                                  .undated = undated,
                                  .on = on,
                                  .notice_days = notice_days,
                                  .clear_notice = clear_notice,
                                  .preferred_weekdays = weekdays_of(weekdays),
                                  .avoid = avoid,
                                  .avoid_bridges = avoid_bridges,
                                  .min_days_between = min_days_between,
                                  .weights = {weekday_weight, avoided_weight, bridge_weight}};
    const WorkCalendar calendar = or_korea(workdays);
    std::vector<Proposal> proposals;
    {
        const py::gil_scoped_release released;
        proposals = propose(request, calendar);
    }
    return table_of(proposals);
}

}  // namespace

void bind_proposal(py::module_& m) {
    Record<RunnerUp>(m, "RunnerUp", "Another day for one meeting, while the others keep theirs.")
        .member("date", &RunnerUp::date)
        .member("cost", &RunnerUp::cost, "The whole sum with this day, in days squared.")
        .member("reason", &RunnerUp::reason)
        .done();
    Record<Proposal>(m, "Proposal", "A day for one of the meetings that are still to be held.")
        .member("date", &Proposal::date)
        .member("cost", &Proposal::cost,
                "The whole sum, in days squared: the same for all that are proposed together.")
        .member("reason", &Proposal::reason,
                "How it lies among the others, and what speaks against it.")
        .member("runners_up", &Proposal::runners_up, "The three next best days, best first.")
        .done();

    const ProposalWeights weights;
    m.def("propose", &proposed, py::arg("wanted"), py::arg("window"), py::kw_only(),
          py::arg("fixed") = py::tuple(), py::arg("undated") = 0, py::arg("on") = py::none(),
          py::arg("notice_days") = 0, py::arg("preferred_weekdays") = std::vector<Weekday>{},
          py::arg("avoid") = std::vector<Interval>{}, py::arg("avoid_bridges") = false,
          py::arg("min_days_between") = 1, py::arg("weekday_weight") = weights.weekday,
          py::arg("avoided_weight") = weights.avoided, py::arg("bridge_weight") = weights.bridge,
          py::arg("workdays") = py::none(), py::arg("clear_notice") = true,
          R"(The best dates for meetings that are still to be held, as a list of Proposal.

The third meeting of 2025, after one on an unknown day and one on 25 July:

>>> third = propose(1, 2025, fixed=["2025-07-25"], undated=1, on="2025-08-15", notice_days=14)
>>> third[0].date, [other.date.day for other in third[0].runners_up]
(datetime.date(2025, 11, 12), [13, 11, 14])
>>> print(third[0].reason)
Wednesday, 110 days after 2025-07-25 and 50 days before the window's end. Even gaps are 121.7 days, and 60.8 at the ends.

All are working days (Korea's if no calendar is given) of the window, an Interval or a year,
`notice_days` clear days after `on` (WorkCalendar.notice_by), and `min_days_between` apart from each
other and from the fixed dates.

Best is what makes this sum least: for each gap between meetings, fixed ones included, the square of
the days by which it differs from D / m, the window's days by its meetings; for the gaps at the
window's ends the same with half of that; and the weights of days that are on no preferred weekday,
in days to be avoided, or bridges (is_bridge). No other choice has a smaller sum; of equal ones the
earliest is taken.

Raises ProbityError if not so many fit, naming how many do.)");
    m.def(
        "is_bridge",
        [](const Date& date, const std::optional<WorkCalendar>& workdays) {
            return is_bridge(or_korea(workdays), date);
        },
        py::arg("date"), py::arg("workdays") = py::none(),
        R"(Whether a date is a working day between two days off.

>>> is_bridge("2026-01-02")        # the Friday after New Year's Day
True)");
}

}  // namespace probity::python
