// The verbs of a council: its charter, its cadence and its members. Its meetings have verbs of their
// own (meeting_commands.hpp).
//
//     Programme yongsan = examples::yongsan();
//     const Act act{.on = make_date(2026, 1, 5), .by = "audit-office"};
//     yongsan = yongsan.apply(adopt_charter(yongsan, "integrity-council",
//                                           {.quorum = parse_share("more than 1/2"),
//                                            .notice_days = 7}, act));
//     yongsan = yongsan.apply(change_cadence(yongsan, "integrity-council",
//         {.cadence = EveryMonths{4, make_date(2026, 3, 18)}}, act));
//     const Council& council = yongsan.council("integrity-council");
//     to_string(*council.charters.back().begin);     // "2026-01-05", the day of the act
//     to_string(*council.cadences.back().begin);     // "2026-01-05"
//
// A seat joins as a member with a vote unless more is said:
//
//     yongsan = yongsan.apply(add(yongsan, Seat{.id = "auditor", .title = {"감사관", "Auditor"}}, act));
//     const Event joined = add_member(yongsan, "integrity-council", {.seat = "auditor"}, act);
#pragma once

#include <optional>
#include <string>

#include "probity/programme/command.hpp"

namespace probity {

/// A charter as it is adopted: from the day of the act on, the one before it ends there.
struct CharterTerms {
    /// The part of the voting members who have to be present; none if no quorum is prescribed.
    std::optional<Share> quorum = std::nullopt;
    /// The part of those present who have to agree; none if none is prescribed.
    std::optional<Share> decision = std::nullopt;
    /// The days of notice before a meeting, at least; 0 if none are prescribed.
    int notice_days = 0;
    /// Whether they are clear days; false if the charter counts the day of notice.
    bool clear_notice = true;
    /// Whether the council may decide in writing.
    bool written_resolution = false;
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};
};

/// When a council is to meet.
struct CadencePlan {
    Cadence cadence = {};
    /// The first day of it; the day of the act if none is given. Slots gone by stay.
    std::optional<Date> begin = std::nullopt;
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};
};

/// A seat that joins a council on the day of the act.
struct NewMember {
    /// The id of a Seat.
    std::string seat = {};
    MemberRole role = MemberRole::member;
    bool votes = true;
};

// Each throws as Programme::apply does. A council is established by add(programme, Council{...}, act).

/// A charter is adopted, and the one before it ends. A correction begins on the day of its own act.
[[nodiscard]] Event adopt_charter(const Programme& programme, const std::string& council,
                                  const CharterTerms& terms, const Act& act);
/// A council meets by another cadence from its begin on. A correction that gives no begin keeps the one
/// that was said.
[[nodiscard]] Event change_cadence(const Programme& programme, const std::string& council,
                                   const CadencePlan& plan, const Act& act);
/// A seat joins.
[[nodiscard]] Event add_member(const Programme& programme, const std::string& council,
                               const NewMember& member, const Act& act);
/// A seat leaves.
[[nodiscard]] Event remove_member(const Programme& programme, const std::string& council,
                                  const std::string& seat, const Act& act);

}  // namespace probity
