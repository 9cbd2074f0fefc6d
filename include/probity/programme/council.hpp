// A council: a standing body that meets a stated number of times a year.
//
// Of a meeting it can be known that it was held and not when; then it has no date. What is
// concluded and not stated by a source is marked as an inference, with its grounds:
//
//     CouncilMeeting second{.year = 2025, .ordinal = 2, .state = MeetingState::held,
//                           .date = make_date(2025, 7, 25),
//                           .inference = {"…", "The announcement calls it the 2nd Integrity "
//                                              "Meeting; that it was a regular one is inferred."}};
//
// A regular meeting that the year still lacks is no record: an agenda lists it as undated.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/agenda.hpp"
#include "probity/planning/text.hpp"
#include "probity/programme/partial_date.hpp"

namespace probity {

enum class MeetingKind : std::uint8_t { regular, extraordinary };
enum class MeetingState : std::uint8_t { planned, held };

/// A date that a meeting had before it was moved.
struct EarlierDate {
    Date date = first_date();
    Text reason = {};

    friend bool operator==(const EarlierDate&, const EarlierDate&) = default;
};

/// One meeting of a council, named by year, kind and ordinal.
struct CouncilMeeting {
    int year = 1970;
    MeetingKind kind = MeetingKind::regular;
    /// From 1, counted by year and kind.
    int ordinal = 1;
    MeetingState state = MeetingState::planned;
    /// None where it is not known, or not set yet.
    std::optional<Date> date = std::nullopt;
    /// Korean standard time.
    std::optional<TimeOfDay> begins = std::nullopt;
    std::optional<TimeOfDay> ends = std::nullopt;
    /// The dates that it had before, in order.
    std::vector<EarlierDate> earlier_dates = {};
    /// Its own title; empty where it has none but its ordinal.
    Text title = {};
    Text place = {};
    /// Who presided, by post.
    Text presiding = {};
    /// Who attended, by post or unit.
    std::vector<Text> attended = {};
    Text note = {};
    /// What of this record is concluded and not stated, and from what; empty where nothing is.
    Text inference = {};
    /// The id of a Source; empty where none is named.
    std::string source = {};

    friend bool operator==(const CouncilMeeting&, const CouncilMeeting&) = default;
};

/// A standing body with its meetings.
struct Council {
    std::string id = {};
    Text name = {};
    std::optional<PartialDate> established = std::nullopt;
    /// To whom it reports.
    Text reports_to = {};
    /// What it is for.
    std::vector<Text> purposes = {};
    /// Who sits in it, by post.
    std::vector<Text> members = {};
    /// How many regular meetings it has to hold in a calendar year; 0 where none are prescribed.
    int regular_meetings_per_year = 0;
    std::vector<CouncilMeeting> meetings = {};
    Text note = {};
    /// The id of a Source; empty where none is named.
    std::string source = {};

    /// The meeting so named, if it is recorded.
    [[nodiscard]] const CouncilMeeting* meeting(int year, MeetingKind kind, int ordinal) const;

    friend bool operator==(const Council&, const Council&) = default;
};

/// "Regular meeting 2 of 3" of a council that meets so often a year.
[[nodiscard]] Text title_of(const Council& council, const CouncilMeeting& meeting);

/// The meetings of a council that have a date, as entries of a plan.
[[nodiscard]] std::vector<AgendaEntry> dated_meetings(const Council& council,
                                                      const std::vector<Source>& sources);

/// The meetings of a year without a date: those held or planned on a day that is not known, and the
/// regular meetings that the year still lacks. None before the year of its establishment.
[[nodiscard]] std::vector<UndatedEntry> undated_meetings(const Council& council, int year,
                                                         const std::vector<Source>& sources);

/// "regular", "extraordinary"; "planned", "held".
[[nodiscard]] std::string_view to_string(MeetingKind kind) noexcept;
[[nodiscard]] std::string_view to_string(MeetingState state) noexcept;

static_assert(std::regular<Council> && std::regular<CouncilMeeting>);

}  // namespace probity
