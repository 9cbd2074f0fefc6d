// The concepts of the extension module, each bound in the source file of its name.
#pragma once

#include <pybind11/pybind11.h>

namespace probity::python {

namespace py = pybind11;

void bind_error(py::module_& m);
void bind_date(py::module_& m);
void bind_weekday(py::module_& m);
void bind_week_of_month(py::module_& m);
void bind_lunisolar(py::module_& m);
void bind_date_set(py::module_& m);
void bind_flat_table(py::module_& m);
void bind_flat_records(py::module_& m);
void bind_rule(py::module_& m);
void bind_recurrence(py::module_& m);
void bind_spans(py::module_& m);
void bind_holiday(py::module_& m);
void bind_holiday_law(py::module_& m);
void bind_work_calendar(py::module_& m);
void bind_agenda(py::module_& m);
void bind_history(py::module_& m);
void bind_institution(py::module_& m);
void bind_observance(py::module_& m);
void bind_cadence(py::module_& m);
void bind_quota(py::module_& m);
void bind_proposal(py::module_& m);
void bind_view(py::module_& m);
void bind_progress(py::module_& m);
void bind_coverage(py::module_& m);
void bind_duty(py::module_& m);
void bind_conflict(py::module_& m);
void bind_brief(py::module_& m);
void bind_impact(py::module_& m);
void bind_import(py::module_& m);
void bind_file(py::module_& m);
void bind_save(py::module_& m);
void bind_journal(py::module_& m);
void bind_evidence(py::module_& m);
void bind_constructors(py::module_& m);
void bind_task(py::module_& m);
void bind_task_commands(py::module_& m);
void bind_council(py::module_& m);
void bind_council_commands(py::module_& m);
void bind_training(py::module_& m);
void bind_obligation(py::module_& m);
void bind_obligation_commands(py::module_& m);
void bind_event_body(py::module_& m);
void bind_event_kinds(py::module_& m);
void bind_record_patch(py::module_& m);
void bind_described(py::module_& m);
void bind_programme(py::module_& m);
void bind_portfolio(py::module_& m);

/// To be called last: guards all functions and classes against odd calls (guard.cpp).
void guard_callers(py::module_& m);

}  // namespace probity::python
