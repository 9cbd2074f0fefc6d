#include "records/decisions.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/sentence.hpp"

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

/// "more than 1/2", "과반수".
Text in_words(const Share& share) {
    if (share == Share{1, 2, true}) return sentence("share.majority");
    const std::string part =
        std::to_string(share.numerator) + "/" + std::to_string(share.denominator);
    return sentence(share.more_than ? "share.more_than" : "share.at_least", {{"part", part}});
}

Text unmet_quorum(const Meeting& meeting, const Charter* charter) {
    if (charter == nullptr || !charter->quorum) return {};
    if (meeting.quorum && meeting.quorum->met() == true) return {};
    const bool has_attendance =
        !meeting.present.empty() || (meeting.quorum && meeting.quorum->recorded);
    if (!has_attendance) {
        return sentence("unmet.quorum_without_attendance", {{"part", in_words(*charter->quorum)}});
    }
    if (!meeting.quorum || !meeting.quorum->required) {
        return sentence("unmet.quorum_without_members", {{"part", in_words(*charter->quorum)}});
    }
    return sentence("unmet.quorum", {{"present", meeting.quorum->present},
                                     {"required", *meeting.quorum->required}});
}

Text too_many_votes(const Council& council, const Meeting& meeting, const AgendaItem& item,
                    const Date& day) {
    const int votes = votes_of(item);
    const auto no_more_than = [&](std::string_view unmet, int most) {
        return votes <= most ? Text{} : sentence(unmet, {{"votes", votes}, {"most", most}});
    };
    if (meeting.quorum && meeting.quorum->recorded) {
        return no_more_than("unmet.votes_of_present", meeting.quorum->present);
    }
    // If no member is recorded at all it is not known how many seats there are.
    if (council.memberships.empty()) return {};
    return no_more_than("unmet.votes_of_seats",
                        static_cast<int>(voting_seats(council, day).size()));
}

/// Adopted needs the part of those present that the charter asks for, and rejected must not have it.
Text against_the_rule(const Meeting& meeting, const AgendaItem& item, const Share& rule) {
    const int present = known_present(meeting, item);
    const int needed = std::max(rule.of(present), 1);
    const bool reached = item.in_favour.value_or(0) >= needed;
    if (item.outcome == ItemOutcome::rejected) {
        return reached
                   ? sentence("unmet.fewer_in_favour", {{"needed", needed}, {"present", present}})
                   : Text{};
    }
    if (reached) return {};
    if (!item.in_favour) return sentence("unmet.votes_recorded");
    return sentence("unmet.in_favour", {{"needed", needed}, {"present", present}});
}

/// Without a rule on record an outcome still cannot be the opposite of what all votes say.
Text against_the_votes(const AgendaItem& item) {
    const int in_favour = item.in_favour.value_or(0);
    const int against = item.against.value_or(0);
    if (item.outcome == ItemOutcome::rejected) {
        const bool unanimous = in_favour > 0 && in_favour == votes_of(item);
        return unanimous ? sentence("unmet.not_unanimous") : Text{};
    }
    if (in_favour > 0 && in_favour >= against) return {};
    return sentence("unmet.not_outvoted");
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

Text unmet_by(const Council& council, const Meeting& meeting, const AgendaItem& decided,
              const Date& day) {
    const Charter* charter = council.charter_on(day);
    const bool resolves = is_resolution(decided.outcome);
    if (resolves) {
        Text unmet = unmet_quorum(meeting, charter);
        if (!unmet.empty()) return unmet;
    }
    Text unmet = too_many_votes(council, meeting, decided, day);
    if (!unmet.empty() || !resolves) return unmet;
    const bool has_rule = charter != nullptr && charter->decision;
    // An item to be decided needs its votes; those of an item that is only deliberated may go
    // uncounted.
    if (!was_counted(decided) && (!has_rule || decided.kind != ItemKind::decision ||
                                  decided.outcome == ItemOutcome::rejected)) {
        return {};
    }
    return has_rule ? against_the_rule(meeting, decided, *charter->decision)
                    : against_the_votes(decided);
}

}  // namespace probity::detail
