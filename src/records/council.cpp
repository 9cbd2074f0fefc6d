#include "probity/records/council.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "date/names.hpp"
#include "date/text.hpp"
#include "records/decisions.hpp"
#include "records/names.hpp"
#include "text/name_words.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

/// "Regular meeting 2 of 3".
Text ordinal_title(MeetingKind kind, int ordinal, int prescribed) {
    const std::string number = std::to_string(ordinal);
    const Text words = detail::words_for("meeting_kind", to_string(kind));
    const Text title{.korean = "제" + number + "차 " + words.korean,
                     .english = words.english + " " + number};
    if (kind != MeetingKind::regular || ordinal > prescribed) return title;
    const std::string of = std::to_string(prescribed);
    return {.korean = title.korean + "(연 " + of + "회)", .english = title.english + " of " + of};
}

Text of_council(const Council& council, const Text& title) {
    return council.name + Text{" ", ": "} + title;
}

Text joined(const Text& a, const Text& b, const char* separator = ". ") {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return a + Text{separator, separator} + b;
}

/// The post that presided, the attendance, remarks and inferences.
Text particulars(const Meeting& meeting) {
    Text note;
    if (!meeting.presiding.empty()) {
        note = Text{"주재: ", "Presiding: "} + meeting.presiding;
    }
    Text attended;
    for (const Text& who : meeting.attended) attended = joined(attended, who, ", ");
    if (!attended.empty()) {
        note = joined(note, Text{"참석: ", "Attended: "} + attended);
    }
    note = joined(note, meeting.note);
    if (meeting.inference.empty()) return note;
    return joined(note, Text{"추론: ", "Inferred: "} + meeting.inference);
}

Text state_in_words(MeetingState state) {
    switch (state) {
        case MeetingState::planned:
            return {"예정", "planned"};
        case MeetingState::noticed:
            return {"소집 통지됨", "noticed"};
        case MeetingState::cancelled:
            return {"취소됨", "cancelled"};
        default:
            return {"개최됨", "held"};
    }
}

AgendaEntry entry_of(const Council& council, const Meeting& meeting, int prescribed,
                     const std::vector<Source>& sources) {
    AgendaEntry entry{.kind = EntryKind::meeting,
                      .id = council.id,
                      .period = meeting_id(meeting),
                      .days = Interval::of_days(*meeting.date, 1),
                      .title = title_of(council, meeting, prescribed),
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
        entry.note = joined(ordinal_title(meeting.kind, meeting.ordinal, prescribed), entry.note);
    }
    return entry;
}

Text no_date() { return {.korean = "날짜 기록 없음", .english = "no date recorded"}; }

UndatedEntry undated_entry(const Council& council, const Meeting& meeting, int prescribed,
                           const std::vector<Source>& sources) {
    const Text unknown =
        was_held(meeting.state) ? Text{"개최됨, 날짜 알 수 없음", "held, date unknown"} : no_date();
    return {.kind = EntryKind::meeting,
            .id = council.id,
            .period = meeting_id(meeting),
            .title = joined(title_of(council, meeting, prescribed), unknown, ", "),
            .note = particulars(meeting),
            .source = citation(sources, meeting.source)};
}

UndatedEntry missing_entry(const Council& council, int year, int ordinal, int prescribed,
                           const std::vector<Source>& sources) {
    const Text title =
        of_council(council, ordinal_title(MeetingKind::regular, ordinal, prescribed));
    return {.kind = EntryKind::meeting,
            .id = council.id,
            .period = meeting_id(year, MeetingKind::regular, ordinal),
            .title = joined(title, no_date(), ", "),
            .source = citation(sources, council.source)};
}

}  // namespace

const Meeting* Council::meeting(int year, MeetingKind kind, int ordinal) const& {
    const auto found = std::find_if(meetings.begin(), meetings.end(), [&](const Meeting& meeting) {
        return meeting.year == year && meeting.kind == kind && meeting.ordinal == ordinal;
    });
    return found == meetings.end() ? nullptr : &*found;
}

const Charter* Council::charter_on(const Date& date) const& { return charters.on(date); }

std::optional<Meeting> Council::meeting(int year, MeetingKind kind, int ordinal) && {
    const Meeting* found = std::as_const(*this).meeting(year, kind, ordinal);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<Charter> Council::charter_on(const Date& date) && {
    const Charter* found = std::as_const(*this).charter_on(date);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::string meeting_id(int year, MeetingKind kind, int ordinal) {
    return std::to_string(year) + "-" +
           std::string(detail::meeting_marks[static_cast<std::size_t>(kind)]) +
           std::to_string(ordinal);
}

std::string meeting_id(const Meeting& meeting) {
    if (!meeting.year) throw ProbityError(detail::sentence("meeting.no_year"));
    return meeting_id(*meeting.year, meeting.kind, meeting.ordinal);
}

std::optional<Quorum> quorum_of(const Council& council, const Date& date,
                                const std::vector<std::string>& present) {
    const std::set<std::string_view> voting = detail::voting_seats(council, date);
    Quorum quorum{.eligible = static_cast<int>(voting.size()), .recorded = !present.empty()};
    std::set<std::string_view> counted;
    for (const std::string& seat : present) {
        const bool is_member = std::any_of(
            council.memberships.begin(), council.memberships.end(),
            [&](const Membership& each) { return each.seat == seat && is_in_force(each, date); });
        if (!is_member) {
            throw ProbityError(
                detail::sentence("quorum.no_member", {{"seat", detail::printable(seat)},
                                                      {"council", council.id},
                                                      {"on", detail::written(date)}}));
        }
        if (!counted.insert(seat).second) {
            throw ProbityError(detail::sentence("quorum.twice", {{"seat", seat}}));
        }
        if (voting.contains(seat)) ++quorum.present;
    }
    if (quorum.eligible == 0) return std::nullopt;
    const Charter* charter = council.charter_on(date);
    if (charter != nullptr && charter->quorum) {
        quorum.required = charter->quorum->of(quorum.eligible);
    }
    return quorum;
}

std::string to_string(const Share& share) {
    return std::string(share.more_than ? "more than " : "at least ") +
           std::to_string(share.numerator) + "/" + std::to_string(share.denominator);
}

Share parse_share(std::string_view text) {
    Share share;
    std::string_view rest = text;
    if (rest.starts_with("more than ")) {
        share.more_than = true;
        rest.remove_prefix(10);
    } else if (rest.starts_with("at least ")) {
        rest.remove_prefix(9);
    } else {
        throw ProbityError(detail::sentence("share", {{"text", detail::printable(text)}}));
    }
    const std::size_t slash = rest.find('/');
    const auto numerator = detail::digits(rest.substr(0, slash));
    const auto denominator =
        slash == std::string_view::npos ? std::nullopt : detail::digits(rest.substr(slash + 1));
    if (!numerator || !denominator || *denominator == 0 || *numerator > *denominator) {
        throw ProbityError(detail::sentence("share.of_whole", {{"text", detail::printable(text)}}));
    }
    share.numerator = *numerator;
    share.denominator = *denominator;
    return share;
}

int prescribed_meetings(const std::vector<Quota>& quotas, const Council& council, int year) {
    const Date last_day = make_date(year, 12, 31);
    int prescribed = 0;
    for (const Quota& quota : quotas) {
        const bool counts = quota.subject == QuotaSubject::meetings && quota.of == council.id &&
                            quota.counts.regular && quota.per == QuotaPeriod::year;
        if (counts && is_in_force(quota, last_day)) prescribed = std::max(prescribed, quota.times);
    }
    return prescribed;
}

Text title_of(const Council& council, const Meeting& meeting, int prescribed) {
    if (!meeting.title.empty()) return meeting.title;
    return of_council(council, ordinal_title(meeting.kind, meeting.ordinal, prescribed));
}

std::vector<AgendaEntry> dated_meetings(const Council& council, const std::vector<Quota>& quotas,
                                        const std::vector<Source>& sources) {
    std::vector<AgendaEntry> entries;
    for (const Meeting& meeting : council.meetings) {
        if (!meeting.date || meeting.state == MeetingState::cancelled) continue;
        const int prescribed = prescribed_meetings(quotas, council, meeting.year.value());
        entries.push_back(entry_of(council, meeting, prescribed, sources));
    }
    return entries;
}

std::vector<UndatedEntry> undated_meetings(const Council& council, int year,
                                           const std::vector<Quota>& quotas,
                                           const std::vector<Source>& sources) {
    const bool exists = !council.established || council.established->year() <= year;
    const int prescribed = exists ? prescribed_meetings(quotas, council, year) : 0;
    std::vector<UndatedEntry> entries;
    for (int ordinal = 1; ordinal <= prescribed; ++ordinal) {
        const Meeting* recorded = council.meeting(year, MeetingKind::regular, ordinal);
        if (recorded == nullptr || recorded->state == MeetingState::cancelled) {
            entries.push_back(missing_entry(council, year, ordinal, prescribed, sources));
        } else if (!recorded->date) {
            entries.push_back(undated_entry(council, *recorded, prescribed, sources));
        }
    }
    for (const Meeting& meeting : council.meetings) {
        const bool listed = meeting.kind == MeetingKind::regular && meeting.ordinal <= prescribed;
        const bool stands = meeting.state != MeetingState::cancelled;
        if (meeting.year == year && !meeting.date && stands && !listed) {
            entries.push_back(undated_entry(council, meeting, prescribed, sources));
        }
    }
    return entries;
}

}  // namespace probity
