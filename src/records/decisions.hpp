// Tells which decisions a meeting may take: the votes on an item, held against who was there, who
// sits in the council and what its charter asks for.
#pragma once

#include <optional>
#include <set>
#include <string_view>

#include "probity/records/council.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// Whether an outcome decides something: adopted, amended or rejected.
[[nodiscard]] constexpr bool is_resolution(ItemOutcome outcome) noexcept {
    return outcome == ItemOutcome::adopted || outcome == ItemOutcome::amended ||
           outcome == ItemOutcome::rejected;
}

/// The seats that vote in a council on a day, each once: those of its memberships may overlap.
[[nodiscard]] std::set<std::string_view> voting_seats(const Council& council, const Date& day);

/// The day by whose members and charter a meeting is judged: its date, or the last day on which it
/// can have been held; `otherwise` where neither is known.
[[nodiscard]] Date day_of(const Meeting& meeting, const Date& otherwise);

/// Returns the condition that an item does not meet and that keeps the meeting from having decided
/// it as it stands; empty if there is none. Nobody counts as present who was not recorded: under a
/// charter with a quorum a meeting without attendance decides nothing. The votes are no more than
/// those present, or than the voting seats of the day, and agree with the outcome.
[[nodiscard]] Text unmet_by(const Council& council, const Meeting& meeting,
                            const AgendaItem& decided, const Date& day);

}  // namespace probity::detail
