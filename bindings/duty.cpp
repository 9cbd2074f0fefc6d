// How a duty of education stands, and the evidence of indicators.
#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "probity/programme/view.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {

void bind_duty(py::module_& m) {
    Record<DutyShortfall>(m, "DutyShortfall", "The rest that one official still owes of a duty.")
        .member("official", &DutyShortfall::official)
        .member("unit", &DutyShortfall::unit)
        .member("sessions", &DutyShortfall::sessions)
        .member("minutes", &DutyShortfall::minutes)
        .member("had_face_to_face", &DutyShortfall::had_face_to_face)
        .member("missing_minutes", &DutyShortfall::missing_minutes)
        .member("missing_sessions", &DutyShortfall::missing_sessions)
        .member("lacks_face_to_face", &DutyShortfall::lacks_face_to_face)
        .member("text", &DutyShortfall::text)
        .done();
    auto standing =
        Record<DutyStanding>(m, "DutyStanding", "How a duty of education stands in a year.")
            .member("id", &DutyStanding::id)
            .member("title", &DutyStanding::title)
            .member("year", &DutyStanding::year)
            .member("owed_by", &DutyStanding::owed_by, "How many officials owe it.")
            .member("done_by", &DutyStanding::done_by, "How many have done all of it.")
            .member(
                "report_by", &DutyStanding::report_by,
                "The last day on which the results are reported: the last of February of the next "
                "year, or the next day that is neither a Saturday nor a public holiday.")
            .member("report_day", &DutyStanding::report_day,
                    "The last working day of that February, by which to plan. Advice, never the "
                    "deadline.")
            .member("report", &DutyStanding::report, "How `report_by` was found, a Deadline.")
            .kept("lacking", &DutyStanding::lacking)
            .done()
            .def(
                "shortfall", [](const DutyStanding& self) { return table_of(self.lacking); },
                "The officials who lack something, and what, as a Table of DutyShortfalls.");
    shown_as_html(standing, "duty_standing");
    Record<EvidenceRow>(m, "EvidenceRow", "Of one indicator one task, with its evidence.")
        .member("indicator", &EvidenceRow::indicator)
        .member("indicator_title", &EvidenceRow::indicator_title)
        .member("task", &EvidenceRow::task, "Empty if no task serves the indicator.")
        .member("task_title", &EvidenceRow::task_title)
        .member("evidence", &EvidenceRow::evidence)
        .member("missing", &EvidenceRow::missing, "Empty if nothing is.")
        .done();
}

}  // namespace probity::python
