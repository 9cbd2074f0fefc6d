// A meeting of a council: its day, its notice, who was there, and what came of it.
//
// A meeting may be known to have been held without its day being known; then it has no date, and the days
// between which it must have been are kept if they are known. A conclusion that no source states is marked
// as an inference, with its grounds:
//
//     Meeting second{.year = 2025, .ordinal = 2, .state = MeetingState::held,
//                    .date = make_date(2025, 7, 25),
//                    .inference = {"…", "The announcement calls it the 2nd Integrity Meeting; that "
//                                       "it was a regular one is inferred."}};
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/time_of_day.hpp"
#include "probity/planning/evidence.hpp"
#include "probity/records/agenda_item.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// 정기회의, 임시회의, 서면의결.
enum class MeetingKind : std::uint8_t { regular, extraordinary, written };

enum class MeetingState : std::uint8_t { planned, noticed, held, minuted, approved, cancelled };

/// Whether a meeting in this state has taken place.
[[nodiscard]] constexpr bool was_held(MeetingState state) noexcept {
    return state == MeetingState::held || state == MeetingState::minuted ||
           state == MeetingState::approved;
}

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

/// Names a meeting among those of its council: "2025-2", "2025-x1" for an extraordinary one, "2025-w1"
/// for a written resolution.
[[nodiscard]] std::string meeting_id(int year, MeetingKind kind, int ordinal);

/// The same of a meeting. Throws ProbityError for one without a year.
[[nodiscard]] std::string meeting_id(const Meeting& meeting);

/// "regular", "extraordinary", "written".
[[nodiscard]] std::string_view to_string(MeetingKind kind) noexcept;

/// "planned", "noticed", "held", "minuted", "approved", "cancelled".
[[nodiscard]] std::string_view to_string(MeetingState state) noexcept;

static_assert(std::regular<Meeting>);

}  // namespace probity
