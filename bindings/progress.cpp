// How far tasks have come: overdue ones, progress, burn-up, and what became of them.
#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "probity/programme/burnup.hpp"
#include "probity/programme/changes.hpp"
#include "probity/programme/coverage.hpp"
#include "probity/programme/view.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {

void bind_progress(py::module_& m) {
    Record<OverdueTask>(m, "OverdueTask", "A task that should have been handed in.")
        .member("task", &OverdueTask::task, "The id of the Task.")
        .member("title", &OverdueTask::title)
        .member("band", &OverdueTask::band)
        .member("owner", &OverdueTask::owner)
        .member("due", &OverdueTask::due, "As it was set.")
        .member("due_day", &OverdueTask::due_day, "The working day on which that falls.")
        .member("working_days_late", &OverdueTask::working_days_late)
        .member("state", &OverdueTask::state)
        .member("blocked_by", &OverdueTask::blocked_by,
                "The ids of tasks that have to be done before it and are not.")
        .done();
    Record<OverdueGroup>(m, "OverdueGroup", "The overdue tasks of a band, an owner, an area.")
        .member("id", &OverdueGroup::id, "Empty for tasks that belong to none.")
        .member("title", &OverdueGroup::title)
        .member("tasks", &OverdueGroup::tasks, "The latest first.")
        .done();
    Record<Progress>(m, "Progress", "How far the tasks of a group have come.")
        .member("id", &Progress::id)
        .member("title", &Progress::title)
        .member("total", &Progress::total,
                "The tasks, without the rejected, withdrawn and superseded.")
        .member("done", &Progress::done, "Those verified or closed.")
        .member("overdue", &Progress::overdue)
        .member("blocked", &Progress::blocked)
        .member("total_weight", &Progress::total_weight)
        .member("done_weight", &Progress::done_weight)
        .member("fraction", &Progress::fraction, "The part done by weight, 0 to 1.")
        .done();
    Record<BurnupPoint>(m, "BurnupPoint", "The tasks on one date, with their weights.")
        .member("date", &BurnupPoint::date)
        .member("total", &BurnupPoint::total)
        .member("done", &BurnupPoint::done)
        .member("total_weight", &BurnupPoint::total_weight)
        .member("done_weight", &BurnupPoint::done_weight)
        .done();
    auto changes =
        Record<Changes>(m, "Changes", "The fate of the tasks of an earlier programme, by id.")
            .member("added", &Changes::added)
            .member("dropped", &Changes::dropped,
                    "Rejected, withdrawn, superseded, or not there any more.")
            .member("carried_over", &Changes::carried_over, "Open then and open now.")
            .member("reopened", &Changes::reopened, "Done then and open again now.")
            .member("done", &Changes::done, "Open then and done now.")
            .done();
    shown_as_table(changes, "Each task with what became of it");
    shown_as_html(changes, "report");
}

}  // namespace probity::python
