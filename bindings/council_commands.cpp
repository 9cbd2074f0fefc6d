// The acts on councils, and the life of a meeting.

#include "command.hpp"
#include "convert.hpp"
#include "date/text.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "named.hpp"
#include "probity/programme/commands.hpp"
#include "probity/records/council.hpp"
#include "text.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

using ProgrammeCouncil = InProgramme<Council>;

/// A meeting that knows its council, and that its programme.
struct CouncilMeeting : Meeting {
    CouncilMeeting(const Meeting& meeting, Programme whole, const std::string& council)
        : Meeting(meeting),
          programme(std::move(whole)),
          subject(council + "/" + meeting_id(meeting)) {}

    Programme programme;
    std::string subject;
};

std::vector<CouncilMeeting> meetings_of(const ProgrammeCouncil& council) {
    std::vector<CouncilMeeting> meetings;
    for (const Meeting& each : council.meetings) {
        meetings.emplace_back(each, council.programme, council.id);
    }
    return meetings;
}

CouncilMeeting meeting_named(const ProgrammeCouncil& council, const std::string& id) {
    std::string known;
    for (const CouncilMeeting& each : meetings_of(council)) {
        const std::string name = meeting_id(each);
        if (name == id) return each;
        known += (known.empty() ? "" : ", ") + name;
    }
    throw ProbityError(detail::sentence(
        "python.no_meeting",
        {{"id", detail::printable(id)},
         {"council", council.id},
         {"known", known.empty() ? detail::sentence("none") : Text::in_any_language(known)}}));
}

/// For __reduce__: the meeting of its council, which its programme has.
py::tuple meeting_call(const CouncilMeeting& self) {
    const std::size_t slash = self.subject.find('/');
    const py::object council =
        shared_in_python(self.programme).attr("council")(self.subject.substr(0, slash));
    return method_call(council, "meeting", self.subject.substr(slash + 1));
}

Event plan_meeting(const ProgrammeCouncil& self, const Said& said, const std::optional<Date>& date,
                   MeetingKind kind, const std::optional<Number>& year,
                   const std::optional<Number>& ordinal, const std::optional<TimeOfDay>& begins,
                   const std::optional<TimeOfDay>& ends, const Text& title, const Text& place,
                   const Text& presiding, const Text& note, const std::string& source) {
    return probity::plan_meeting(self.programme, self.id,
                                 {.date = date,
                                  .kind = kind,
                                  .year = year,
                                  .ordinal = ordinal,
                                  .begins = begins,
                                  .ends = ends,
                                  .title = title,
                                  .place = place,
                                  .presiding = presiding,
                                  .note = note,
                                  .source = source},
                                 said);
}

std::optional<Share> share_of(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    return parse_share(*text);
}

void bind_charters(py::class_<ProgrammeCouncil, Council>& council) {
    command(
        council, "adopt_charter",
        +[](const ProgrammeCouncil& self, const Said& said,
            const std::optional<std::string>& quorum, const std::optional<std::string>& decision,
            Number notice_days, bool written_resolution, const Text& note,
            const std::string& source, bool clear_notice) {
            return adopt_charter(self.programme, self.id,
                                 {.quorum = share_of(quorum),
                                  .decision = share_of(decision),
                                  .notice_days = notice_days,
                                  .clear_notice = clear_notice,
                                  .written_resolution = written_resolution,
                                  .note = note,
                                  .source = source},
                                 said);
        },
        "A charter from the day `on`; the one before it ends there. `quorum` is the part of the "
        "voting members who have to be present, `decision` that of those present who have to "
        "agree: "
        "\"more than 1/2\", \"at least 2/3\". The days of notice are clear days, unless the "
        "charter counts the day of notice (`clear_notice=False`).",
        py::kw_only(), py::arg("quorum") = py::none(), py::arg("decision") = py::none(),
        py::arg("notice_days") = 0, py::arg("written_resolution") = false, py::arg("note") = "",
        py::arg("source") = "", py::arg("clear_notice") = true);
    command(
        council, "change_cadence",
        +[](const ProgrammeCouncil& self, const Said& said, const Cadence& cadence,
            const std::optional<Date>& begin, const Text& note, const std::string& source) {
            return change_cadence(
                self.programme, self.id,
                {.cadence = cadence, .begin = begin, .note = note, .source = source}, said);
        },
        "The rhythm of its meetings from `begin` on, the day `on` if none is given. Slots gone by "
        "stay.",
        py::arg("cadence"), py::kw_only(), py::arg("begin") = py::none(), py::arg("note") = "",
        py::arg("source") = "");
    command(
        council, "add_member",
        +[](const ProgrammeCouncil& self, const Said& said, const std::string& seat,
            MemberRole role, bool votes) {
            return add_member(self.programme, self.id, {.seat = seat, .role = role, .votes = votes},
                              said);
        },
        "A seat joins: as \"chair\", \"secretary\" or \"member\", with a vote or without.",
        py::arg("seat"), py::arg("role") = "member", py::kw_only(), py::arg("votes") = true);
    command(
        council, "remove_member",
        +[](const ProgrammeCouncil& self, const Said& said, const std::string& seat) {
            return remove_member(self.programme, self.id, seat, said);
        },
        "A seat leaves.", py::arg("seat"));
}

/// A step that says nothing more.
template <Event (*Verb)(const Programme&, const std::string&, const Act&)>
Event by_verb(const CouncilMeeting& self, const Said& said) {
    return Verb(self.programme, self.subject, said);
}

void bind_meeting_life(py::class_<CouncilMeeting, Meeting>& meeting) {
    command(meeting, "notice", &by_verb<notice>,
            "Notice of it is given, on a day that leaves as many as the charter says.");
    command(
        meeting, "postpone",
        +[](const CouncilMeeting& self, const Said& said, const std::optional<Date>& date,
            const std::optional<TimeOfDay>& begins, const std::optional<TimeOfDay>& ends) {
            return postpone(self.programme, self.subject, {date, begins, ends}, said);
        },
        "It is moved to another date, or to none yet, and keeps a note of the one it had. It keeps "
        "its "
        "hours unless others are given, its place and its items. Needs a reason, and notice anew.",
        py::arg("date") = py::none(), py::kw_only(), py::arg("begins") = py::none(),
        py::arg("ends") = py::none());
    command(meeting, "cancel", &by_verb<cancel>,
            "It is not held; the next one of its year and kind has its number. Needs a reason.");
    command(
        meeting, "hold",
        +[](const CouncilMeeting& self, const Said& said, const std::vector<std::string>& present,
            const std::optional<Date>& date, const std::optional<Date>& earliest,
            const std::optional<Date>& before) {
            return hold(self.programme, self.subject, {date, earliest, before, present}, said);
        },
        "It was held, with the seats present, which fixes its quorum. On its date; if that is not "
        "known, on a day of [earliest, before). Nobody counts as present who is not named: under a "
        "charter with a quorum a meeting without attendance has none, and decides nothing.",
        py::arg("present") = std::vector<std::string>{}, py::kw_only(),
        py::arg("date") = py::none(), py::arg("earliest") = py::none(),
        py::arg("before") = py::none());
    command(
        meeting, "minute",
        +[](const CouncilMeeting& self, const Said& said, const Evidence& evidence) {
            return minute(self.programme, self.subject, evidence, said);
        },
        "Its minutes are written: held -> minuted.", py::arg("evidence"));
    command(meeting, "approve", &by_verb<approve>,
            "Its minutes are approved: minuted -> approved.");
}

void bind_items(py::class_<CouncilMeeting, Meeting>& meeting) {
    command(
        meeting, "add_item",
        +[](const CouncilMeeting& self, const Said& said, const std::string& id, const Text& title,
            ItemKind kind, const std::vector<std::string>& tasks) {
            return add_item(self.programme, self.subject,
                            {.id = id, .kind = kind, .title = title, .tasks = tasks}, said);
        },
        "An item of its agenda: a \"report\", a \"deliberation\" or a \"decision\", with the ids "
        "of "
        "the tasks that it is about.",
        py::arg("id"), py::arg("title"), py::arg("kind") = "report", py::kw_only(),
        py::arg("tasks") = std::vector<std::string>{});
    command(
        meeting, "decide",
        +[](const CouncilMeeting& self, const Said& said, const std::string& item,
            ItemOutcome outcome, const std::optional<Number>& in_favour,
            const std::optional<Number>& against, const std::optional<Number>& abstained) {
            return decide(self.programme, self.subject,
                          {item, outcome, in_favour, against, abstained}, said);
        },
        "The outcome of an item, with the votes if they were counted: \"noted\", \"adopted\", "
        "\"amended\", \"deferred\" or \"rejected\". Nothing is resolved without a quorum. The "
        "votes "
        "are no more than those present, or than the council has voting seats, and agree with the "
        "outcome: what is adopted or amended has the part in favour that the charter asks for, and "
        "what is rejected has not.",
        py::arg("item"), py::arg("outcome"), py::kw_only(), py::arg("in_favour") = py::none(),
        py::arg("against") = py::none(), py::arg("abstained") = py::none());
}

}  // namespace

void bind_council_commands(py::module_& m) {
    py::class_<CouncilMeeting, Meeting> meeting(
        m, "CouncilMeeting", "A meeting that knows its council and programme; see ProgrammeTask.");
    bind_meeting_life(meeting);
    bind_items(meeting);
    pickled_by_call(meeting, &meeting_call);
    meeting
        .def_property_readonly(
            "_programme",
            [](const CouncilMeeting& self) { return shared_in_python(self.programme); },
            "The programme that it knows.")
        .def_property_readonly(
            "_council",
            [](const CouncilMeeting& self) {
                return self.subject.substr(0, self.subject.find('/'));
            },
            "The id of its council.")
        .def(
            "paper",
            [](const py::object& self, const std::string& kind) {
                return call_python("probity.papers", "paper", self, kind);
            },
            py::arg("kind"),
            R"(A paper of the meeting, from its record, as a Paper: a page to print, or a document of Word.

`kind` is "plan" (개최계획), "notice" (참석 알림), "minutes" (회의록) or "report" (결과보고). Raises
ProbityError for another, and for minutes or a report of a meeting that was not held.)");

    py::class_<ProgrammeCouncil, Council> council(
        m, "ProgrammeCouncil", R"(A council that knows its programme; see ProgrammeTask.

>>> from probity import examples
>>> yongsan = examples.yongsan()
>>> planned = yongsan.council("integrity-council").plan_meeting(
...     "2025-11-12", on="2025-09-01", by="audit-office")
>>> planned.subject
'integrity-council/2025-3'
>>> meeting = yongsan.apply(planned).council("integrity-council").meeting("2025-3")
>>> meeting.state, meeting.date
('planned', datetime.date(2025, 11, 12)))");
    council
        .def_property_readonly(
            "meetings", [](const ProgrammeCouncil& self) { return table_of(meetings_of(self)); },
            "A Table of CouncilMeetings.")
        .def("meeting", &meeting_named, py::arg("id"),
             R"(The meeting "2026-1", "2026-x1" (extraordinary) or "2026-w1" (in writing).

Raises ProbityError, naming those there are, for another.)");
    bind_charters(council);
    council.def_property_readonly(
        "_programme", [](const ProgrammeCouncil& self) { return shared_in_python(self.programme); },
        "The programme that it knows.");
    pickled_by_id(council, "council");
    command(council, "plan_meeting", &plan_meeting,
            "A meeting to be held on a date, or on none yet. Its year is that of the date and its "
            "number the next one if none are given.",
            py::arg("date") = py::none(), py::arg("kind") = "regular", py::kw_only(),
            py::arg("year") = py::none(), py::arg("ordinal") = py::none(),
            py::arg("begins") = py::none(), py::arg("ends") = py::none(), py::arg("title") = "",
            py::arg("place") = "", py::arg("presiding") = "", py::arg("note") = "",
            py::arg("source") = "");
}

}  // namespace probity::python
