// Councils and meetings, as they are recorded; council_commands.cpp has what is done to them.
#include "probity/records/council.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "named.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

void bind_charter(py::module_& m) {
    Record<Charter>(m, R"(The rules of a council in a time.

>>> Charter("2026-01-01", quorum="more than 1/2", notice_days=7).quorum
'more than 1/2'

`quorum` is the part of the voting members who have to be present, `decision` that of those present
who have to agree.)")
        .made();
    Record<Membership>(m).made();
}

void bind_meeting_parts(py::module_& m) {
    Record<EarlierDate>(m, R"(A date that a meeting had before it was moved.

>>> EarlierDate("2026-09-21", reason="태풍").date
datetime.date(2026, 9, 21))")
        .made();
    Record<Quorum>(m, R"(The quorum of a meeting, as it was when the meeting was held.

>>> Quorum(12, 5, required=7).met
False)")
        .made()
        .def_property_readonly(
            "met", [](const Quorum& self) { return self.met(); },
            "Whether it was met; None if no quorum is prescribed.");
    Record<AgendaItem>(m, R"(An item of a meeting's agenda.

>>> AgendaItem("1", "계약 공개 점검", kind="decision").outcome
'open')")
        .first({"id", "title"})
        .made();
}

void bind_meeting(py::module_& m) {
    py::class_<Meeting> meeting = Record<Meeting>(m, R"(A meeting of a council.

>>> Meeting(2026, ordinal=2, date="2026-07-24", items=[AgendaItem("1", "점검 결과 보고")]).id
'2026-2'

One that is made is planned; what becomes of it is said by events.)")
                                      .given({"items"})
                                      .made();
    shown_as_html(meeting, "meeting");
    meeting.def_property_readonly(
        "id", [](const Meeting& self) { return meeting_id(self); },
        R"("2026-1"; "2026-x1" for an extraordinary one, "2026-w1" for one in writing.)");
}

}  // namespace

void bind_council(py::module_& m) {
    m.def(
        "_votes_needed",
        [](const std::string& share, Number members) { return parse_share(share).of(members); },
        py::arg("share"), py::arg("members"), py::pos_only(),
        "How many of so many members a part is: more than 1/2 of 7 is 4.");
    bind_charter(m);
    bind_meeting_parts(m);
    bind_meeting(m);
    py::class_<Council> council = Record<Council>(m, R"(A standing body with its meetings.

>>> Council("council", ("청렴협의체", "Integrity Council"), reports_to="the mayor").meetings
[])")
                                      .table("meetings", &Council::meetings)
                                      .made();
    shown_as_html(council, "council");
    council.def(
        "charter_on",
        [](const Council& self, const Date& date) -> std::optional<Charter> {
            const Charter* charter = self.charter_on(date);
            if (charter == nullptr) return std::nullopt;
            return *charter;
        },
        py::arg("date"), "The charter in force on a date; None if none is recorded.");
}

}  // namespace probity::python
