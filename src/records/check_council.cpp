#include <set>
#include <span>
#include <tuple>

#include "records/check_parts.hpp"
#include "records/decisions.hpp"
#include "records/refusal.hpp"

namespace probity::detail {
namespace {

void check_meeting_hours(const Meeting& meeting, const std::string& place) {
    if (!meeting.ends) return;
    if (!meeting.begins) refuse(place + "/ends", "an end needs the time at which it begins");
    if (*meeting.ends <= *meeting.begins) {
        refuse(place + "/ends",
               to_string(*meeting.ends) + " is not after the begin, " + to_string(*meeting.begins));
    }
}

void check_meeting(const Meeting& meeting, const std::string& place) {
    check_meeting_hours(meeting, place);
    if (meeting.begins && !meeting.date && meeting.earlier_dates.empty()) {
        refuse(place + "/begins", "a time needs a date, or one that the meeting had before");
    }
    if (meeting.date && (meeting.earliest || meeting.before)) {
        refuse(place + (meeting.earliest ? "/earliest" : "/before"),
               "the meeting has a date, " + to_string(*meeting.date) +
                   "; the days between which it was held are for one whose date is not known");
    }
    if (meeting.earliest && meeting.before && *meeting.before <= *meeting.earliest) {
        refuse(place + "/before", to_string(*meeting.before) + " is not after the earliest day, " +
                                      to_string(*meeting.earliest));
    }
    if (meeting.noticed && meeting.date && *meeting.noticed > *meeting.date) {
        refuse(place + "/noticed",
               to_string(*meeting.noticed) + " is after the meeting, " + to_string(*meeting.date));
    }
    if (meeting.minutes) check_evidence(*meeting.minutes, place + "/minutes");
}

/// Checks the decisions that a document gives for a meeting.
void check_decisions_of(const Council& council, const Meeting& meeting, const std::string& place) {
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
        const AgendaItem& item = meeting.items[i];
        const std::string here = place + "/items/" + std::to_string(i);
        if (item.outcome != ItemOutcome::open && !was_held(meeting.state)) {
            refuse(here + "/outcome", "the meeting was not held; its items are open");
        }
        const Text unmet =
            unmet_by(council, meeting, item, day_of(meeting, year_of(*meeting.year).last()));
        if (!unmet.empty())
            refuse(here + "/outcome", "needed is that " + unmet.in(Language::english));
    }
}

/// Checks cadences by themselves.
void check_cadences(const Council& council, DocumentFaults& faults, const std::string& place) {
    for (std::size_t i = 0; i < council.cadences.size(); ++i) {
        faults.attempt([&] {
            try {
                probity::check(council.cadences[i].cadence);
            } catch (const ProbityError& error) {
                refuse(place + "/" + std::to_string(i) + "/cadence", error.what());
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
            refuse(here + "/ordinal", "the " + std::string(to_string(meeting.kind)) + " meeting " +
                                          std::to_string(meeting.ordinal) + " of " +
                                          std::to_string(*meeting.year) +
                                          " is recorded twice; each ordinal is allowed once");
        });
    }
    for (std::size_t i = 0; i < council.meetings.size(); ++i) {
        const Meeting& meeting = council.meetings[i];
        const int before = meeting.ordinal - 1;
        if (!meeting.year || before <= 0 || known.contains({*meeting.year, meeting.kind, before}))
            continue;
        faults.attempt([&] {
            refuse(place + "/meetings/" + std::to_string(i) + "/ordinal",
                   "meeting " + std::to_string(meeting.ordinal) + " of " +
                       std::to_string(*meeting.year) + " is recorded and meeting " +
                       std::to_string(before) +
                       " is not; ordinals have no gaps (a meeting may be held on a date that is "
                       "not known: \"date\": null)");
        });
    }
    faults.raise();
}

}  // namespace probity::detail
