#include <set>
#include <span>
#include <tuple>

#include "date/names.hpp"
#include "records/check_parts.hpp"
#include "records/decisions.hpp"
#include "records/refusal.hpp"
#include "text/refused_names.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

void check_meeting_hours(const Meeting& meeting, const std::string& place) {
    if (!meeting.ends) return;
    if (!meeting.begins) refuse(place + "/ends", sentence("record.ends_without_begins"));
    if (*meeting.ends <= *meeting.begins) {
        refuse(place + "/ends", sentence("record.hours", {{"end", to_string(*meeting.ends)},
                                                          {"begin", to_string(*meeting.begins)}}));
    }
}

void check_meeting(const Meeting& meeting, const std::string& place) {
    check_meeting_hours(meeting, place);
    if (meeting.begins && !meeting.date && meeting.earlier_dates.empty()) {
        refuse(place + "/begins", sentence("record.time_without_date"));
    }
    if (meeting.date && (meeting.earliest || meeting.before)) {
        refuse(place + (meeting.earliest ? "/earliest" : "/before"),
               sentence("record.date_and_bounds", {{"date", written(*meeting.date)}}));
    }
    if (meeting.earliest && meeting.before && *meeting.before <= *meeting.earliest) {
        refuse(place + "/before",
               sentence("record.bounds", {{"before", written(*meeting.before)},
                                          {"earliest", written(*meeting.earliest)}}));
    }
    if (meeting.noticed && meeting.date && *meeting.noticed > *meeting.date) {
        refuse(place + "/noticed",
               sentence("record.noticed_after", {{"noticed", written(*meeting.noticed)},
                                                 {"date", written(*meeting.date)}}));
    }
    if (meeting.minutes) check_evidence(*meeting.minutes, place + "/minutes");
}

/// Checks the decisions that a document gives for a meeting.
void check_decisions_of(const Council& council, const Meeting& meeting, const std::string& place) {
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
        const AgendaItem& item = meeting.items[i];
        const std::string here = place + "/items/" + std::to_string(i);
        if (item.outcome != ItemOutcome::open && !was_held(meeting.state)) {
            refuse(here + "/outcome", sentence("record.outcome_not_held"));
        }
        const Text unmet =
            unmet_by(council, meeting, item, day_of(meeting, year_of(*meeting.year).last()));
        if (!unmet.empty())
            refuse(here + "/outcome", sentence("record.outcome_unmet", {{"unmet", unmet}}));
    }
}

/// Checks cadences by themselves.
void check_cadences(const Council& council, DocumentFaults& faults, const std::string& place) {
    for (std::size_t i = 0; i < council.cadences.size(); ++i) {
        faults.attempt([&] {
            try {
                probity::check(council.cadences[i].cadence);
            } catch (const ProbityError& error) {
                refuse(place + "/" + std::to_string(i) + "/cadence", error.text());
            }
        });
    }
}

}  // namespace

void check_decisions(const Council& council, const std::string& place) {
    for (std::size_t i = 0; i < council.meetings.size(); ++i) {
        if (!council.meetings[i].year) continue;  // which its fields say
        check_decisions_of(council, council.meetings[i], place + "/meetings/" + std::to_string(i));
    }
}

void check_council(const Council& council, const std::string& place) {
    DocumentFaults faults;
    check_versions(faults, council.charters, place + "/charters");
    check_versions(faults, council.cadences, place + "/cadences");
    check_cadences(council, faults, place + "/cadences");
    using Key = std::tuple<int, MeetingKind, int>;
    std::set<Key> known;
    for (std::size_t i = 0; i < council.meetings.size(); ++i) {
        const Meeting& meeting = council.meetings[i];
        const std::string here = place + "/meetings/" + std::to_string(i);
        faults.attempt([&] { check_meeting(meeting, here); });
        if (!meeting.year) continue;  // which its fields say
        if (known.insert({*meeting.year, meeting.kind, meeting.ordinal}).second) continue;
        faults.attempt([&] {
            refuse(here + "/ordinal",
                   sentence("record.meeting_twice",
                            {{"kind", name_in_refusals("meeting_kind", to_string(meeting.kind))},
                             {"ordinal", meeting.ordinal},
                             {"year", *meeting.year}}));
        });
    }
    for (std::size_t i = 0; i < council.meetings.size(); ++i) {
        const Meeting& meeting = council.meetings[i];
        const int before = meeting.ordinal - 1;
        if (!meeting.year || before <= 0 || known.contains({*meeting.year, meeting.kind, before}))
            continue;
        faults.attempt([&] {
            refuse(place + "/meetings/" + std::to_string(i) + "/ordinal",
                   sentence("record.ordinal_gap", {{"ordinal", meeting.ordinal},
                                                   {"year", *meeting.year},
                                                   {"before", before}}));
        });
    }
    faults.raise();
}

}  // namespace probity::detail
