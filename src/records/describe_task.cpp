// Tasks, and the steps of their lives.
#include "records/describe.hpp"

namespace probity::detail {
namespace {

constexpr const char* steps =
    "task.adopted, task.rejected, task.started, task.put_on_hold, task.resumed, task.submitted, "
    "task.verified, task.sent_back, task.closed, task.reopened, task.withdrawn, task.superseded";

}  // namespace

template <>
const RecordDescription& description_of<TaskChange>() {
    static constexpr std::array fields{
        field<&TaskChange::on>("on", "The day from which it is true.").founding().by_place(),
        field<&TaskChange::state>("state", "The state that it brought.").founding().by_place(),
        field<&TaskChange::event>("event", "The number of the event in the history, from 1.")
            .founding()
            .by_place(),
    };
    return described<TaskChange>(
        {.name = "task_change",
         .type = "TaskChange",
         .sentence = "A step of a task's life. The event says by whom it was taken and why.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<Takeover>() {
    static constexpr std::array fields{
        field<&Takeover::on>("on", "The day from which it is true.").founding(),
        field<&Takeover::owner>("owner", "The unit that took the task over.")
            .refers_to(Target::unit)
            .founding(),
        field<&Takeover::band>("band", "The band in which the task is from then on.")
            .refers_to(Target::band)
            .founding(),
        field<&Takeover::event>("event", "The number of the event in the history, from 1.")
            .founding(),
    };
    return described<Takeover>(
        {.name = "takeover",
         .type = "Takeover",
         .sentence = "That a unit took a task over from its owner, which was closed.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<Task>() {
    static constexpr std::array fields{
        field<&Task::id>("id", "Names the task; unique among the tasks.").id(),
        field<&Task::kind>("kind", "The sort of task that it is.").founding(),
        field<&Task::title>("title", "The work to be done; empty if it is not published.")
            .by_place(),
        field<&Task::proposed>("proposed",
                               "The day on which it was proposed; absent if it is not recorded.")
            .founding()
            .not_given(),
        field<&Task::owner>("owner", "The unit that owns it; empty if that is not published.")
            .refers_to(Target::unit)
            .changed_by("task.assigned"),
        field<&Task::band>("band",
                           "The band that works on it; empty if none does or that is not "
                           "published.")
            .refers_to(Target::band)
            .changed_by("task.assigned"),
        field<&Task::risk_area>(
            "risk_area", "The risk area for which it is meant; empty if that is not published.")
            .refers_to(Target::risk_area)
            .changed_by("task.directed"),
        field<&Task::due>("due",
                          "The day by which it is to be done, as it was set. If that is no working "
                          "day, the task is due on the next.")
            .changed_by("task.rescheduled"),
        field<&Task::weight>("weight", "Its weight in the progress of a group, from 1.")
            .between(1, 1'000'000)
            .usual()
            .changed_by("task.weighted"),
        field<&Task::depends_on>("depends_on", "The tasks that have to be done before it.")
            .refers_to(Target::task)
            .changed_by("task.linked"),
        field<&Task::indicators>("indicators", "The indicators of the assessment that it serves.")
            .refers_to(Target::indicator)
            .changed_by("task.linked"),
        field<&Task::source>("source", source_sentence).refers_to(Target::source),
        field<&Task::state>("state", "Where it is in its life.").unwritten().changed_by(steps),
        field<&Task::changes>("changes", "The steps that brought it to its state, in order.")
            .unwritten()
            .changed_by(steps),
        field<&Task::takeovers>("takeovers",
                                "The units that took it over from a closed owner, in order.")
            .unwritten()
            .changed_by("unit.closed"),
        field<&Task::evidence>("evidence", "The files that were handed in for it.")
            .unwritten()
            .changed_by("task.submitted"),
        field<&Task::superseded_by>("superseded_by",
                                    "The task that took its place; empty if none did.")
            .refers_to(Target::task)
            .unwritten()
            .changed_by("task.superseded"),
    };
    return described<Task>(
        {.name = "task",
         .type = "Task",
         .sentence = "Something to be done for integrity, with its owner and its due date.",
         .target = Target::task,
         .fields = fields,
         .list = list<&ProgrammeParts::tasks>});
}

}  // namespace probity::detail
