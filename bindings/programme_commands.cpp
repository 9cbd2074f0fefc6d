// Commands on a programme itself: what is added to it, and what happens to what has no life of its
// own.
#include "command.hpp"
#include "convert.hpp"
#include "probity/programme/commands.hpp"
#include "programme.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

/// A step that adds a record.
template <class Record>
Event adding(const Programme& self, const Said& said, const Record& added) {
    return add(self, added, said);
}

/// A step that ends a record.
template <class Record>
Event ending(const Programme& self, const Said& said, const std::string& id) {
    return end<Record>(self, id, said);
}

void bind_institution_commands(py::class_<Programme>& programme) {
    command(
        programme, "add_unit",
        +[](const Programme& self, const Said& said, const Unit& unit, const std::string& band) {
            return add(self, unit, band, said);
        },
        "A unit comes into being, in a band where units are in bands. It begins on the day `on` "
        "unless it says another.",
        py::arg("unit"), py::arg("band") = "");
    command(
        programme, "move_unit",
        +[](const Programme& self, const Said& said, const std::string& unit,
            const std::string& band) { return move_unit(self, unit, band, said); },
        "A unit moves to another band.", py::arg("unit"), py::arg("band"));
    command(
        programme, "close_unit",
        +[](const Programme& self, const Said& said, const std::string& unit,
            const std::string& to) { return close_unit(self, unit, to, said); },
        R"(A unit ceases to be. Needs a reason.

A closed unit owns nothing from the day `on`: its open tasks, its risk areas, seats and officials go
to the unit `to`. Without one, a unit that still has any of these is not closed, and the refusal
names them.)",
        py::arg("unit"), py::kw_only(), py::arg("to") = "");
    command(programme, "add_seat", &adding<Seat>,
            "A seat comes into being. It begins on the day `on` unless it says another.",
            py::arg("seat"));
    command(programme, "close_seat", &ending<Seat>,
            "A seat ceases to be; it has left its councils. Needs a reason.", py::arg("seat"));
    command(
        programme, "part_bands",
        +[](const Programme& self, const Said& said, const std::vector<Band>& bands) {
            return part_bands(self, bands, said);
        },
        "All bands, anew. They are a partition of the units: each unit in one, and none empty.",
        py::arg("bands"));
    command(programme, "establish_council", &adding<Council>,
            "A council is set up. Its charter, cadence and members have commands of their own.",
            py::arg("council"));
}

void bind_task_commands(py::class_<Programme>& programme) {
    command(programme, "propose_task", &adding<Task>,
            R"(A task is proposed.

>>> from probity import examples
>>> songpa = examples.songpa()
>>> proposed = songpa.propose_task(Task("T-40", "Open data of contracts", due="2026-06-30"),
...                                on="2026-01-05", by="integrity-team")
>>> songpa.apply(proposed).task("T-40").proposed
datetime.date(2026, 1, 5))",
            py::arg("task"));
    command(programme, "name_area", &adding<RiskArea>, "A risk area is named.", py::arg("area"));
    command(
        programme, "assign_area",
        +[](const Programme& self, const Said& said, const std::string& area,
            const std::vector<std::string>& owners) {
            return assign_area(self, area, owners, said);
        },
        "The units that own a risk area from now on.", py::arg("area"), py::arg("owners"));
}

void bind_plan_commands(py::class_<Programme>& programme) {
    command(programme, "add_activity", &adding<Activity>,
            "An activity is added. It begins on the day `on` unless it says another.",
            py::arg("activity"));
    command(
        programme, "declare",
        +[](const Programme& self, const Said& said, const std::string& what, Number count,
            Number year, const Text& note, const std::string& source) {
            return declare(self, {Counted(what), count, year, note, source}, said);
        },
        "A count is announced: of \"bands\", \"tasks\", \"measures\", \"projects\" or of something "
        "else, by its word.",
        py::arg("what"), py::arg("count"), py::arg("year"), py::kw_only(), py::arg("note") = "",
        py::arg("source") = "");
    command(programme, "set_quota", &adding<Quota>, "A quota is set.", py::arg("quota"));
}

void bind_training_commands(py::class_<Programme>& programme) {
    command(programme, "list_official", &adding<Official>, "Someone owes education from now on.",
            py::arg("official"));
    command(
        programme, "appoint_official",
        +[](const Programme& self, const Said& said, const std::string& official) {
            return appoint_official(self, official, said);
        },
        "An official is newly appointed or promoted on the day `on`.", py::arg("official"));
    command(programme, "remove_official", &ending<Official>, "An official leaves the service.",
            py::arg("official"));
    command(
        programme, "attend",
        +[](const Programme& self, const Said& said, const std::string& official,
            const std::string& duty, const std::optional<Date>& date, Number minutes,
            bool face_to_face, const std::string& activity) {
            return attend(self, official, {duty, date, minutes, face_to_face, activity}, said);
        },
        "An official was at a session of education: on the day `on` if no date is given.",
        py::arg("official"), py::arg("duty"), py::arg("date") = py::none(), py::kw_only(),
        py::arg("minutes") = 60, py::arg("face_to_face") = false, py::arg("activity") = "");
    command(programme, "add_indicator", &adding<Indicator>,
            "An indicator: a thing of which the assessment of a year asks evidence.",
            py::arg("indicator"));
    command(
        programme, "enter_assessment",
        +[](const Programme& self, const Said& said, const Assessment& assessment) {
            return enter_assessment(self, assessment, said);
        },
        "The result of a year is entered as it was published.", py::arg("assessment"));
    command(programme, "set_goal", &adding<YearGoal>, "A goal of a year is set.", py::arg("goal"));
}

void bind_annulment(py::class_<Programme>& programme) {
    const auto method = [](const Programme& self, Number number, const Date& on,
                           const std::string& by, const std::string& reason,
                           const std::optional<Instant>& recorded) {
        return NumberedEvent{
            annul(self, number, {.on = on, .by = by, .reason = reason, .recorded = recorded})};
    };
    programme.def(
        "annul", method, py::arg("number"), py::kw_only(), py::arg("on"), py::arg("by"),
        py::arg("reason") = "", py::arg("recorded") = py::none(),
        R"(The event of that number never happened. It stays in the history, and counts no more. Of
an annulment: what it took out counts again.

The steps that followed it have to be legal without it. An event that was only wrong in a detail is
replaced: the right command with corrects=number, which says what was wrong and leaves the rest as
it was.)");
}

}  // namespace

void bind_programme_commands(py::class_<Programme>& programme) {
    bind_institution_commands(programme);
    bind_task_commands(programme);
    bind_plan_commands(programme);
    bind_training_commands(programme);
    bind_annulment(programme);
}

}  // namespace probity::python
