// Councils: their charters, cadences and members.
#include <algorithm>

#include "history/references.hpp"
#include "history/refusals.hpp"
#include "records/check_parts.hpp"

namespace probity::detail {
namespace {

void join(Council& council, const Membership& member, const Step& step) {
    if (member.seat.empty()) refuse_step(step, sentence("no_seat"));
    for (const Membership& each : council.memberships) {
        if (each.seat == member.seat && is_in_force(each, step.on)) {
            refuse_step(step, sentence("member_already", {{"seat", member.seat}}));
        }
    }
    Membership& joined = council.memberships.emplace_back(member);
    if (!joined.begin) joined.begin = step.on;
}

void leave(Council& council, const std::string& seat, const Step& step) {
    for (Membership& each : council.memberships) {
        if (each.seat == seat && is_in_force(each, step.on)) {
            return end_on_day(each, step, sentence("membership_of", {{"seat", seat}}));
        }
    }
    refuse_step(step, sentence("no_member", {{"seat", seat}}));
}

}  // namespace

void Fold::establish_council(const Step& step) {
    const Council& body = body_of<Council>(step);
    check_subject(step, body.id);
    if (!body.meetings.empty()) refuse_step(step, sentence("meetings_have_events"));
    take_id(body.id, Target::council);
    Council& council = parts_.councils.emplace_back(body);
    if (!council.established) {
        council.established =
            PartialDate(step.on.year(), step.on.month().as_number(), step.on.day());
    }
    check_council(council, "/body");
}

Council& Fold::council_named(const Step& step, const std::string& id) {
    for (Council& council : parts_.councils) {
        if (council.id == id) return council;
    }
    refuse_step(step, sentence("no_council", {{"id", id}}));
}

Council& Fold::council_of(const Step& step) { return council_named(step, step.subject); }

void Fold::adopt_charter(const Step& step) {
    Council& council = council_of(step);
    const Charter& charter = body_of<Charter>(step);
    if (charter.begin && *charter.begin != step.on) {
        refuse_step(step, sentence("charter_begins_later", {{"on", written(*charter.begin)}}));
    }
    add_version(council.charters, charter, step);
}

void Fold::change_cadence(const Step& step) {
    Council& council = council_of(step);
    const CadenceVersion& body = body_of<CadenceVersion>(step);
    check(body.cadence);
    add_version(council.cadences, body, step);
}

void Fold::join_council(const Step& step) {
    Council& council = council_of(step);
    join(council, body_of<Membership>(step), step);
}

void Fold::leave_council(const Step& step) {
    Council& council = council_of(step);
    leave(council, body_of<MemberLeft>(step).seat, step);
}

}  // namespace probity::detail
