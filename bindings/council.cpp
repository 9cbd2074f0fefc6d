// Councils and meetings, as they are recorded; council_commands.cpp has what is done to them.
#include "probity/records/council.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "named.hpp"
#include "probity/date/written_date.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

/// "2025", "2025-06", or a day in any notation of read_date.
PartialDate partial_date(const std::string& text) {
    constexpr std::size_t longest_part = 7;  // "2025-06"
    if (text.size() <= longest_part) return PartialDate::parse(text);
    return PartialDate::parse(to_string(read_date(text)));
}

std::optional<std::string> share_text(const std::optional<Share>& share) {
    if (!share) return std::nullopt;
    return to_string(*share);
}

void bind_charter(py::module_& m) {
    Record<Charter>(m, "Charter", "One version of a council's charter, in force on [begin, end).")
        .member("begin", &Charter::begin)
        .member("end", &Charter::end, "None while it is in force.")
        .member(
            "quorum", [](const Charter& self) { return share_text(self.quorum); },
            "The part of the voting members who have to be present, \"more than 1/2\"; None where "
            "none is prescribed or published.")
        .member(
            "decision", [](const Charter& self) { return share_text(self.decision); },
            "The part of those present who have to agree, \"at least 2/3\".")
        .kept("quorum", &Charter::quorum)
        .kept("decision", &Charter::decision)
        .member("notice_days", &Charter::notice_days,
                "The days between notice and meeting, at least.")
        .member("written_resolution", &Charter::written_resolution,
                "Whether the council may decide in writing.")
        .member("note", &Charter::note)
        .member("source", &Charter::source)
        .done();
    Record<Membership>(m, "Membership", "A seat's place in a council, on [begin, end).")
        .member("seat", &Membership::seat)
        .member("role", &Membership::role, R"("chair", "secretary" or "member".)")
        .member("votes", &Membership::votes)
        .member("begin", &Membership::begin)
        .member("end", &Membership::end)
        .done();
}

void bind_meeting_parts(py::module_& m) {
    Record<EarlierDate>(m, "EarlierDate", "A date that a meeting had before it was moved.")
        .member("date", &EarlierDate::date)
        .member("reason", &EarlierDate::reason)
        .done();
    Record<Quorum>(m, "Quorum", "The quorum of a meeting, as it was when the meeting was held.")
        .member("eligible", &Quorum::eligible, "The voting members.")
        .member("present", &Quorum::present, "Those of them who were present.")
        .member("required", &Quorum::required,
                "How many the charter asks for; None where it prescribes no quorum.")
        .member("recorded", &Quorum::recorded,
                "Whether attendance was recorded. Nobody counts as present who was not, so that "
                "without it a quorum that is asked for is not met.")
        .member(
            "met", [](const Quorum& self) { return self.met(); },
            "Whether it was met; None where no quorum is prescribed.")
        .done();
    Record<AgendaItem>(m, "AgendaItem", "An item of a meeting's agenda.")
        .member("id", &AgendaItem::id)
        .member("title", &AgendaItem::title)
        .member("kind", &AgendaItem::kind, R"("report", "deliberation" or "decision".)")
        .member("tasks", &AgendaItem::tasks,
                "The ids of the tasks that were proposed or discussed under it.")
        .member("outcome", &AgendaItem::outcome,
                R"("open", "noted", "adopted", "amended", "deferred" or "rejected".)")
        .member("in_favour", &AgendaItem::in_favour, "None where no votes were counted.")
        .member("against", &AgendaItem::against)
        .member("abstained", &AgendaItem::abstained)
        .done();
}

void bind_meeting(py::module_& m) {
    Record<Meeting>(m, "Meeting", "One meeting, named by year, kind and ordinal.")
        .member("year", &Meeting::year)
        .member("kind", &Meeting::kind, R"("regular", "extraordinary" or "written".)")
        .member("ordinal", &Meeting::ordinal)
        .member("state", &Meeting::state,
                R"("planned", "noticed", "held", "minuted", "approved" or "cancelled".)")
        .member("date", &Meeting::date, "None where it is not known, or not set yet.")
        .member("earliest", &Meeting::earliest,
                "Where it was held on a date that is not known: the first day that it can be.")
        .member("before", &Meeting::before, "The day after the last that it can be.")
        .member("begins", &Meeting::begins)
        .member("ends", &Meeting::ends)
        .member("earlier_dates", &Meeting::earlier_dates)
        .member("noticed", &Meeting::noticed, "When notice of it was given.")
        .member("title", &Meeting::title)
        .member("place", &Meeting::place)
        .member("presiding", &Meeting::presiding)
        .member("attended", &Meeting::attended)
        .member("units", &Meeting::units,
                "The ids of the units that attended; they count for no quorum.")
        .member("present", &Meeting::present, "The ids of the seats present.")
        .member(
            "quorum", &Meeting::quorum,
            "Frozen when it is held. None if the members are not recorded, or if attendance is not "
            "and no quorum is asked for.")
        .member("items", &Meeting::items)
        .member("minutes", &Meeting::minutes)
        .member("note", &Meeting::note)
        .member("inference", &Meeting::inference,
                "What of this record is concluded and not stated, and from what.")
        .member("source", &Meeting::source)
        .done()
        .def_property_readonly(
            "id",
            [](const Meeting& self) { return meeting_id(self.year, self.kind, self.ordinal); },
            R"("2026-1"; "2026-x1" for an extraordinary one, "2026-w1" for one in writing.)");
}

}  // namespace

void bind_council(py::module_& m) {
    bind_charter(m);
    bind_meeting_parts(m);
    bind_meeting(m);
    Record<Council>(m, "Council", R"(A standing body with its meetings.

>>> Council("council", ("청렴협의체", "Integrity Council"), reports_to="the mayor").meetings
[])")
        .member("id", &Council::id)
        .member("name", &Council::name)
        .member(
            "established",
            [](const Council& self) -> std::optional<std::string> {
                if (!self.established) return std::nullopt;
                return to_string(*self.established);
            },
            "As much of the date as is known: \"2025-06\".")
        .kept("established", &Council::established)
        .member("reports_to", &Council::reports_to)
        .member("purposes", &Council::purposes)
        .member("members", &Council::members, "Who sits in it, by post, as a source says it.")
        .member("charters", &Council::charters, "In order of time.")
        .member("cadences", &Council::cadences, "When it is to meet, in order of time.")
        .member("memberships", &Council::memberships)
        .table("meetings", &Council::meetings)
        .member("note", &Council::note)
        .member("source", &Council::source)
        .beyond_the_call("charters")
        .beyond_the_call("cadences")
        .beyond_the_call("memberships")
        .beyond_the_call("meetings")
        .made_by(
            +[](const std::string& id, const Text& name,
                const std::optional<std::string>& established, const Text& reports_to,
                const std::vector<Text>& purposes, const std::vector<Text>& members,
                const Text& note, const std::string& source) {
                Council council{.id = id,
                                .name = name,
                                .reports_to = reports_to,
                                .purposes = purposes,
                                .members = members,
                                .note = note,
                                .source = source};
                if (established) council.established = partial_date(*established);
                return council;
            },
            py::arg("id"), py::arg("name"), py::kw_only(), py::arg("established") = py::none(),
            py::arg("reports_to") = "", py::arg("purposes") = std::vector<Text>{},
            py::arg("members") = std::vector<Text>{}, py::arg("note") = "", py::arg("source") = "")
        .def(
            "charter_on",
            [](const Council& self, const Date& date) -> std::optional<Charter> {
                const Charter* charter = self.charter_on(date);
                if (charter == nullptr) return std::nullopt;
                return *charter;
            },
            py::arg("date"), "The charter in force on a date; None where none is recorded.");
}

}  // namespace probity::python
