#include "records/decisions.hpp"

#include <algorithm>

namespace probity::detail {
namespace {

bool was_counted(const AgendaItem& item) {
    return item.in_favour || item.against || item.abstained;
}

int votes_of(const AgendaItem& item) {
    return item.in_favour.value_or(0) + item.against.value_or(0) + item.abstained.value_or(0);
}

/// How many are known to have been there with a vote: by the attendance, or by the votes they cast.
int known_present(const Meeting& meeting, const AgendaItem& item) {
    return meeting.quorum && meeting.quorum->recorded ? meeting.quorum->present : votes_of(item);
}

std::string unmet_quorum(const Meeting& meeting, const Charter* charter) {
    if (charter == nullptr || !charter->quorum) return "";
    if (meeting.quorum && meeting.quorum->met() == true) return "";
    const bool has_attendance =
        !meeting.present.empty() || (meeting.quorum && meeting.quorum->recorded);
    if (!has_attendance) {
        return "the quorum was met: the charter asks for " + to_string(*charter->quorum) +
               " of the voting members, and nobody is recorded as present";
    }
    if (!meeting.quorum || !meeting.quorum->required) {
        return "the quorum was met: the charter asks for " + to_string(*charter->quorum) +
               " of the voting members, and none is recorded for that day";
    }
    return "the quorum was met: " + std::to_string(meeting.quorum->present) + " were present of " +
           std::to_string(*meeting.quorum->required) + " required";
}

std::string too_many_votes(const Council& council, const Meeting& meeting, const AgendaItem& item,
                           const Date& day) {
    const int votes = votes_of(item);
    const auto no_more_than = [&](const std::string& whom, int most) {
        return votes <= most ? std::string()
                             : "the votes, " + std::to_string(votes) + ", are no more than " +
                                   whom + ", " + std::to_string(most);
    };
    if (meeting.quorum && meeting.quorum->recorded) {
        return no_more_than("those present", meeting.quorum->present);
    }
    // Where no member is recorded at all it is not known how many seats there are.
    if (council.memberships.empty()) return "";
    return no_more_than("the voting seats of the council",
                        static_cast<int>(voting_seats(council, day).size()));
}

/// Adopted needs the part of those present that the charter asks for, and rejected must not have it.
std::string against_the_rule(const Meeting& meeting, const AgendaItem& item, const Share& rule) {
    const int present = known_present(meeting, item);
    const int needed = std::max(rule.of(present), 1);
    const bool reached = item.in_favour.value_or(0) >= needed;
    const std::string part =
        std::to_string(needed) + " of the " + std::to_string(present) + " present";
    if (item.outcome == ItemOutcome::rejected) {
        if (!reached) return "";
        return "fewer than " + part +
               " are in favour, as the charter says; with so many it is adopted";
    }
    if (reached) return "";
    if (!item.in_favour) return "the votes in favour are recorded, as the charter counts them";
    return part + " are in favour, as the charter says";
}

/// Without a rule on record an outcome still cannot be the opposite of what all votes say.
std::string against_the_votes(const AgendaItem& item) {
    const int in_favour = item.in_favour.value_or(0);
    const int against = item.against.value_or(0);
    if (item.outcome == ItemOutcome::rejected) {
        const bool unanimous = in_favour > 0 && in_favour == votes_of(item);
        return unanimous ? "not every vote is in favour" : "";
    }
    if (in_favour > 0 && in_favour >= against) return "";
    return "at least as many votes are in favour as against, and one at least";
}

}  // namespace

std::set<std::string_view> voting_seats(const Council& council, const Date& day) {
    std::set<std::string_view> seats;
    for (const Membership& member : council.memberships) {
        if (member.votes && is_in_force(member, day)) seats.insert(member.seat);
    }
    return seats;
}

Date day_of(const Meeting& meeting, const Date& otherwise) {
    if (meeting.date) return *meeting.date;
    return meeting.before ? add_days(*meeting.before, -1) : otherwise;
}

std::string unmet_by(const Council& council, const Meeting& meeting, const AgendaItem& decided,
                     const Date& day) {
    const Charter* charter = council.charter_on(day);
    const bool resolves = is_resolution(decided.outcome);
    if (resolves) {
        std::string unmet = unmet_quorum(meeting, charter);
        if (!unmet.empty()) return unmet;
    }
    std::string unmet = too_many_votes(council, meeting, decided, day);
    if (!unmet.empty() || !resolves) return unmet;
    const bool has_rule = charter != nullptr && charter->decision;
    // An item to be decided needs its votes; those of an item that is only deliberated may go
    // uncounted.
    if (!was_counted(decided) && (!has_rule || decided.kind != ItemKind::decision ||
                                  decided.outcome == ItemOutcome::rejected)) {
        return "";
    }
    return has_rule ? against_the_rule(meeting, decided, *charter->decision)
                    : against_the_votes(decided);
}

}  // namespace probity::detail
