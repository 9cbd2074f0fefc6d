// The extension module probity._core: its table of contents.
#include "module.hpp"

#include "ics/ics.hpp"
#include "sentence.hpp"
#include "times.hpp"

PYBIND11_MODULE(_core, m) {
    using namespace probity::python;

    m.doc() = "The compiled part of probity; its names are those of the package.";
    m.attr("__version__") = PROBITY_VERSION;

    // Messages and pickles name the package, where users find these names, not the extension.
    m.attr("__name__") = "probity";

    bind_error(m);

    bind_date(m);
    bind_weekday(m);
    bind_week_of_month(m);
    bind_lunisolar(m);
    bind_date_set(m);
    bind_flat_table(m);

    bind_rule(m);
    bind_recurrence(m);
    bind_spans(m);
    bind_zone(m);
    bind_timed_recurrence(m);

    bind_holiday(m);
    bind_holiday_law(m);
    bind_work_calendar(m);

    bind_agenda(m);
    // Before all that has commands, which give events.
    bind_history(m);
    bind_evidence(m);
    bind_observance(m);
    // After observances, in which cadences may lie.
    bind_cadence(m);
    bind_quota(m);
    bind_proposal(m);
    bind_reading(m);
    bind_sentences(m);

    bind_institution(m);
    bind_task(m);
    bind_task_commands(m);
    bind_council(m);
    bind_council_commands(m);
    bind_training(m);
    bind_obligation(m);
    bind_event_body(m);
    bind_event_kinds(m);
    bind_record_patch(m);
    bind_programme(m);
    bind_obligation_commands(m);
    bind_save(m);
    bind_journal(m);
    bind_file(m);
    bind_progress(m);
    bind_coverage(m);
    bind_duty(m);
    bind_conflict(m);
    bind_brief(m);
    bind_impact(m);
    bind_view(m);
    bind_import(m);
    bind_ics(m);
    bind_portfolio(m);
    bind_flat_records(m);
    bind_described(m);
    bind_constructors(m);

    guard_callers(m);

    m.attr("__name__") = "probity._core";
}
