// A council (협의체): a standing body with a charter, members and meetings.
//
// Charters and memberships change, so each has a period of validity; the ones in force are asked
// for by date:
//
//     const Council council{.id = "council",
//                           .charters = {{.begin = make_date(2026, 1, 1),
//                                         .quorum = Share{1, 2, true},
//                                         .notice_days = 7}},
//                           .memberships = {{.seat = "head"}, {.seat = "audit"}, {.seat = "tax"}}};
//     council.charter_on(make_date(2026, 3, 18))->notice_days;                       // 7
//     quorum_of(council, make_date(2026, 3, 18), {"head"})->required.value();        // 2
//     quorum_of(council, make_date(2026, 3, 18), {"head"})->met().value();           // false
//
// A meeting may be known to have been held without its day being known; then it has no date, and
// the days between which it must have been are kept if they are known. A conclusion that no source
// states is marked as an inference, with its grounds:
//
//     Meeting second{.year = 2025, .ordinal = 2, .state = MeetingState::held,
//                    .date = make_date(2025, 7, 25),
//                    .inference = {"…", "The announcement calls it the 2nd Integrity Meeting; that "
//                                       "it was a regular one is inferred."}};
//
// A regular meeting that the year still lacks is no record: an agenda lists it as undated.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/agenda.hpp"
#include "probity/planning/cadence.hpp"
#include "probity/planning/evidence.hpp"
#include "probity/planning/quota.hpp"
#include "probity/planning/text.hpp"
#include "probity/planning/validity.hpp"
#include "probity/records/institution.hpp"
#include "probity/records/partial_date.hpp"
#include "probity/workdays/notice.hpp"

namespace probity {

/// 정기회의, 임시회의, 서면의결.
enum class MeetingKind : std::uint8_t { regular, extraordinary, written };
enum class MeetingState : std::uint8_t { planned, noticed, held, minuted, approved, cancelled };

/// Whether a meeting in this state has taken place.
[[nodiscard]] constexpr bool was_held(MeetingState state) noexcept {
    return state == MeetingState::held || state == MeetingState::minuted ||
           state == MeetingState::approved;
}

/// A part of a body that has to be there or to agree: "a majority" is more than 1/2, "two thirds"
/// at least 2/3.
struct Share {
    int numerator = 1;
    int denominator = 2;
    /// Whether the part itself is not enough.
    bool more_than = false;

    /// How many of so many it takes: more than 1/2 of 7 is 4, and of 8 is 5.
    [[nodiscard]] constexpr int of(int total) const noexcept {
        const int whole = total * numerator / denominator;
        const bool exact = total * numerator % denominator == 0;
        return whole + (more_than || !exact ? 1 : 0);
    }

    friend bool operator==(const Share&, const Share&) = default;
};

/// One version of a council's charter.
struct Charter {
    /// The days on which it is in force, [begin, end).
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;
    /// The part of the voting members who have to be present (의사정족수); null if no quorum is
    /// prescribed or published.
    std::optional<Share> quorum = std::nullopt;
    /// The part of those present who have to agree (의결정족수); null if none is prescribed or
    /// published.
    std::optional<Share> decision = std::nullopt;
    /// The days of notice before a meeting, at least; 0 if none are prescribed.
    int notice_days = 0;
    /// Whether they are clear days, so that neither the day of notice nor that of the meeting counts
    /// (Civil Act, article 157). False if the charter counts the day of notice.
    bool clear_notice = true;
    /// Whether the council may decide in writing.
    bool written_resolution = false;
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    [[nodiscard]] NoticeDays notice() const noexcept { return {notice_days, clear_notice}; }

    friend bool operator==(const Charter&, const Charter&) = default;
};

template <>
inline constexpr const char* version_name<Charter> = "charter";

/// 위원장, 간사, 위원.
enum class MemberRole : std::uint8_t { chair, secretary, member };

/// A seat's place in a council.
struct Membership {
    /// The id of a Seat.
    std::string seat = {};
    MemberRole role = MemberRole::member;
    bool votes = true;
    /// The days of it, [begin, end); open if none are named.
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;

    friend bool operator==(const Membership&, const Membership&) = default;
};

/// A date that a meeting had before it was moved.
struct EarlierDate {
    Date date{};
    Text reason = {};

    friend bool operator==(const EarlierDate&, const EarlierDate&) = default;
};

/// The quorum of a meeting, as it was when the meeting was held.
struct Quorum {
    /// The voting members.
    int eligible = 0;
    /// Those of them who were present.
    int present = 0;
    /// The number that the charter asks for; null if it prescribes no quorum.
    std::optional<int> required = std::nullopt;
    /// Whether attendance was recorded. Nobody counts as present who was not, so that without it a
    /// quorum that is asked for is not met.
    bool recorded = true;

    /// Whether it was met; null if no quorum is prescribed.
    [[nodiscard]] std::optional<bool> met() const noexcept {
        if (!required) return std::nullopt;
        return present >= *required;
    }

    friend bool operator==(const Quorum&, const Quorum&) = default;
};

/// 보고, 심의, 의결.
enum class ItemKind : std::uint8_t { report, deliberation, decision };
enum class ItemOutcome : std::uint8_t { open, noted, adopted, amended, deferred, rejected };

/// An item of a meeting's agenda (안건).
struct AgendaItem {
    std::string id = {};
    ItemKind kind = ItemKind::report;
    Text title = {};
    /// The ids of the Tasks that were proposed or discussed under it.
    std::vector<std::string> tasks = {};
    ItemOutcome outcome = ItemOutcome::open;
    /// Votes; null if none were counted.
    std::optional<int> in_favour = std::nullopt;
    std::optional<int> against = std::nullopt;
    std::optional<int> abstained = std::nullopt;

    friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

/// One meeting of a council, named by year, kind and ordinal.
struct Meeting {
    /// The year by which it is counted; a meeting without one is refused.
    std::optional<int> year = std::nullopt;
    MeetingKind kind = MeetingKind::regular;
    /// From 1, counted by year and kind, without a gap.
    int ordinal = 1;
    MeetingState state = MeetingState::planned;
    /// Null if it is not known, or not set yet.
    std::optional<Date> date = std::nullopt;
    /// For a meeting held on a date that is not known: the days on which it can have been,
    /// [earliest, before); open if they are not known either.
    std::optional<Date> earliest = std::nullopt;
    std::optional<Date> before = std::nullopt;
    /// Korean standard time. A meeting that is postponed to no date yet keeps them.
    std::optional<TimeOfDay> begins = std::nullopt;
    std::optional<TimeOfDay> ends = std::nullopt;
    /// The dates that it had before, in order.
    std::vector<EarlierDate> earlier_dates = {};
    /// The day on which notice of it was given; null if none was, or if that is not recorded.
    std::optional<Date> noticed = std::nullopt;
    /// Its own title; empty if it has none but its ordinal.
    Text title = {};
    Text place = {};
    /// The post that presided.
    Text presiding = {};
    /// The posts or units that attended, as a source says it.
    std::vector<Text> attended = {};
    /// The ids of the Units that attended, whoever stood for them. They count for no quorum: seats
    /// do.
    std::vector<std::string> units = {};
    /// The ids of the Seats present; empty if they are not recorded.
    std::vector<std::string> present = {};
    /// Frozen when it is held; null if the members are not recorded, or if neither attendance is
    /// recorded nor a quorum asked for.
    std::optional<Quorum> quorum = std::nullopt;
    std::vector<AgendaItem> items = {};
    std::optional<Evidence> minutes = std::nullopt;
    Text note = {};
    /// The parts of this record that are concluded and not stated, and their grounds; empty if
    /// there are none.
    Text inference = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// A standing body with its meetings.
struct Council {
    std::string id = {};
    Text name = {};
    std::optional<PartialDate> established = std::nullopt;
    /// To whom it reports.
    Text reports_to = {};
    /// The purpose of it.
    std::vector<Text> purposes = {};
    /// The posts that sit in it, as a source says it.
    std::vector<Text> members = {};
    /// In order of time, never two in force at once; empty if no charter is published.
    Versions<Charter> charters = {};
    /// The rhythms of its meetings, in order of time; empty if no cadence is published.
    Versions<CadenceVersion> cadences = {};
    std::vector<Membership> memberships = {};
    std::vector<Meeting> meetings = {};
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    /// The meeting so named, if it is recorded.
    [[nodiscard]] const Meeting* meeting(int year, MeetingKind kind, int ordinal) const&;
    /// By value of a council that is about to go.
    [[nodiscard]] std::optional<Meeting> meeting(int year, MeetingKind kind, int ordinal) &&;
    /// The charter in force on a date; null if none is recorded.
    [[nodiscard]] const Charter* charter_on(const Date& date) const&;
    [[nodiscard]] std::optional<Charter> charter_on(const Date& date) &&;

    friend bool operator==(const Council&, const Council&) = default;
};

/// Names a meeting among those of its council: "2025-2", "2025-x1" for an extraordinary one, "2025-w1"
/// for a written resolution.
[[nodiscard]] std::string meeting_id(int year, MeetingKind kind, int ordinal);
/// The same of a meeting. Throws ProbityError for one without a year.
[[nodiscard]] std::string meeting_id(const Meeting& meeting);

/// The number of regular meetings that a council has to hold in a calendar year, by the quota in
/// force at its end; 0 if none prescribes any.
[[nodiscard]] int prescribed_meetings(const std::vector<Quota>& quotas, const Council& council,
                                      int year);

/// "Regular meeting 2 of 3" where so many are prescribed for its year.
[[nodiscard]] Text title_of(const Council& council, const Meeting& meeting, int prescribed);

/// The quorum of a meeting on a date with these seats present: of the members who vote on that date
/// under the charter in force. With nobody present its attendance counts as not recorded. Null if
/// no voting member is recorded for the date. Throws ProbityError for a seat that is no member on
/// that date, and for one named twice.
[[nodiscard]] std::optional<Quorum> quorum_of(const Council& council, const Date& date,
                                              const std::vector<std::string>& present);

/// The meetings of a council that have a date, as entries of a plan; those cancelled are left out.
[[nodiscard]] std::vector<AgendaEntry> dated_meetings(const Council& council,
                                                      const std::vector<Quota>& quotas,
                                                      const std::vector<Source>& sources);

/// The meetings of a year without a date: those held or planned on a day that is not known, and the
/// prescribed meetings that the year still lacks. None before the year of its establishment.
[[nodiscard]] std::vector<UndatedEntry> undated_meetings(const Council& council, int year,
                                                         const std::vector<Quota>& quotas,
                                                         const std::vector<Source>& sources);

/// "more than 1/2", "at least 2/3".
[[nodiscard]] std::string to_string(const Share& share);
/// Reads what to_string writes. Throws ProbityError on anything else, and for more than the whole.
[[nodiscard]] Share parse_share(std::string_view text);

/// "regular", "extraordinary", "written"; "planned", "noticed", "held", ...; "chair", ...;
/// "report", ...; "open", "noted", ...
[[nodiscard]] std::string_view to_string(MeetingKind kind) noexcept;
[[nodiscard]] std::string_view to_string(MeetingState state) noexcept;
[[nodiscard]] std::string_view to_string(MemberRole role) noexcept;
[[nodiscard]] std::string_view to_string(ItemKind kind) noexcept;
[[nodiscard]] std::string_view to_string(ItemOutcome outcome) noexcept;

static_assert(std::regular<Council> && std::regular<Meeting> && std::regular<Charter>);

}  // namespace probity
