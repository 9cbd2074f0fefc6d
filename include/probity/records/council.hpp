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
// A regular meeting that the year still lacks is no record: an agenda lists it as undated.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/agenda.hpp"
#include "probity/planning/cadence.hpp"
#include "probity/planning/evidence.hpp"
#include "probity/planning/quota.hpp"
#include "probity/planning/validity.hpp"
#include "probity/records/agenda_item.hpp"
#include "probity/records/charter.hpp"
#include "probity/records/institution.hpp"
#include "probity/records/meeting.hpp"
#include "probity/records/membership.hpp"
#include "probity/records/partial_date.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/notice.hpp"

namespace probity {

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

static_assert(std::regular<Council>);

}  // namespace probity
