#include "probity/programme/council.hpp"

#include <algorithm>

namespace probity {
namespace {

/// Names a meeting among those of its council: "2025-2", "2025-x1" for an extraordinary one.
std::string period_of(int year, MeetingKind kind, int ordinal) {
    return std::to_string(year) + (kind == MeetingKind::regular ? "-" : "-x") +
           std::to_string(ordinal);
}

/// "Regular meeting 2 of 3".
Text ordinal_title(const Council& council, MeetingKind kind, int ordinal) {
    const std::string number = std::to_string(ordinal);
    if (kind == MeetingKind::extraordinary) {
        return {.korean = "임시회의 " + number + "차",
                .english = "Extraordinary meeting " + number};
    }
    const int per_year = council.regular_meetings_per_year;
    if (ordinal > per_year) {
        return {.korean = "정기회의 " + number + "차", .english = "Regular meeting " + number};
    }
    const std::string of = std::to_string(per_year);
    return {.korean = "정기회의 " + number + "차 (연 " + of + "회)",
            .english = "Regular meeting " + number + " of " + of};
}

Text of_council(const Council& council, const Text& title) {
    return {.korean = council.name.korean + " " + title.korean,
            .english = council.name.english + ": " + title.english};
}

Text joined(const Text& a, const Text& b, const char* separator = ". ") {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {.korean = a.korean + separator + b.korean,
            .english = a.english + separator + b.english};
}

/// Who presided and attended, what is remarked and what is only inferred.
Text particulars(const CouncilMeeting& meeting) {
    Text note;
    if (!meeting.presiding.empty()) {
        note = {.korean = "주재: " + meeting.presiding.korean,
                .english = "Presiding: " + meeting.presiding.english};
    }
    Text attended;
    for (const Text& who : meeting.attended) attended = joined(attended, who, ", ");
    if (!attended.empty()) {
        note = joined(note, {.korean = "참석: " + attended.korean,
                             .english = "Attended: " + attended.english});
    }
    note = joined(note, meeting.note);
    if (meeting.inference.empty()) return note;
    return joined(note, {.korean = "추론: " + meeting.inference.korean,
                         .english = "Inferred: " + meeting.inference.english});
}

Text state_in_words(MeetingState state) {
    return state == MeetingState::held ? Text{"개최됨", "held"} : Text{"예정", "planned"};
}

AgendaEntry entry_of(const Council& council, const CouncilMeeting& meeting,
                     const std::vector<Source>& sources) {
    AgendaEntry entry{.kind = EntryKind::meeting,
                      .id = council.id,
                      .period = period_of(meeting.year, meeting.kind, meeting.ordinal),
                      .days = Interval::of_days(*meeting.date, 1),
                      .title = title_of(council, meeting),
                      .reason = state_in_words(meeting.state),
                      .source = citation(sources, meeting.source),
                      .begins = meeting.begins,
                      .ends = meeting.ends,
                      .place = meeting.place,
                      .note = particulars(meeting),
                      .changes = static_cast<int>(meeting.earlier_dates.size())};
    if (!meeting.earlier_dates.empty()) {
        entry.nominal = meeting.earlier_dates.front().date;
        const Text& why = meeting.earlier_dates.back().reason;
        if (!why.empty()) entry.reason = why;
    }
    if (!meeting.title.empty()) {
        entry.note = joined(ordinal_title(council, meeting.kind, meeting.ordinal), entry.note);
    }
    return entry;
}

Text no_date() { return {.korean = "날짜 기록 없음", .english = "no date recorded"}; }

UndatedEntry undated_entry(const Council& council, const CouncilMeeting& meeting,
                           const std::vector<Source>& sources) {
    const Text unknown = meeting.state == MeetingState::held
                             ? Text{"개최됨, 날짜 알 수 없음", "held, date unknown"}
                             : no_date();
    return {.kind = EntryKind::meeting,
            .id = council.id,
            .period = period_of(meeting.year, meeting.kind, meeting.ordinal),
            .title = joined(title_of(council, meeting), unknown, ", "),
            .note = particulars(meeting),
            .source = citation(sources, meeting.source)};
}

UndatedEntry missing_entry(const Council& council, int year, int ordinal,
                           const std::vector<Source>& sources) {
    const Text title = of_council(council, ordinal_title(council, MeetingKind::regular, ordinal));
    return {.kind = EntryKind::meeting,
            .id = council.id,
            .period = period_of(year, MeetingKind::regular, ordinal),
            .title = joined(title, no_date(), ", "),
            .source = citation(sources, council.source)};
}

}  // namespace

const CouncilMeeting* Council::meeting(int year, MeetingKind kind, int ordinal) const {
    const auto found =
        std::find_if(meetings.begin(), meetings.end(), [&](const CouncilMeeting& meeting) {
            return meeting.year == year && meeting.kind == kind && meeting.ordinal == ordinal;
        });
    return found == meetings.end() ? nullptr : &*found;
}

Text title_of(const Council& council, const CouncilMeeting& meeting) {
    if (!meeting.title.empty()) return meeting.title;
    return of_council(council, ordinal_title(council, meeting.kind, meeting.ordinal));
}

std::vector<AgendaEntry> dated_meetings(const Council& council,
                                        const std::vector<Source>& sources) {
    std::vector<AgendaEntry> entries;
    for (const CouncilMeeting& meeting : council.meetings) {
        if (meeting.date) entries.push_back(entry_of(council, meeting, sources));
    }
    return entries;
}

std::vector<UndatedEntry> undated_meetings(const Council& council, int year,
                                           const std::vector<Source>& sources) {
    const bool exists = !council.established || council.established->year() <= year;
    const int prescribed = exists ? council.regular_meetings_per_year : 0;
    std::vector<UndatedEntry> entries;
    for (int ordinal = 1; ordinal <= prescribed; ++ordinal) {
        const CouncilMeeting* recorded = council.meeting(year, MeetingKind::regular, ordinal);
        if (recorded == nullptr) {
            entries.push_back(missing_entry(council, year, ordinal, sources));
        } else if (!recorded->date) {
            entries.push_back(undated_entry(council, *recorded, sources));
        }
    }
    for (const CouncilMeeting& meeting : council.meetings) {
        const bool listed = meeting.kind == MeetingKind::regular && meeting.ordinal <= prescribed;
        if (meeting.year == year && !meeting.date && !listed) {
            entries.push_back(undated_entry(council, meeting, sources));
        }
    }
    return entries;
}

std::string_view to_string(MeetingKind kind) noexcept {
    return kind == MeetingKind::regular ? "regular" : "extraordinary";
}

std::string_view to_string(MeetingState state) noexcept {
    return state == MeetingState::planned ? "planned" : "held";
}

}  // namespace probity
