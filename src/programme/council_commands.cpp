// The verbs of councils.
#include "probity/programme/council_commands.hpp"

#include "programme/said.hpp"

namespace probity {

Event adopt_charter(const Programme& programme, const std::string& council,
                    const CharterTerms& terms, const Act& act) {
    return record(programme, EventKind::charter_adopted, council,
                  Held(Charter{.begin = act.on,
                               .quorum = terms.quorum,
                               .decision = terms.decision,
                               .notice_days = terms.notice_days,
                               .clear_notice = terms.clear_notice,
                               .written_resolution = terms.written_resolution,
                               .note = terms.note,
                               .source = terms.source}),
                  detail::naming(act, "begin"));
}

Event change_cadence(const Programme& programme, const std::string& council,
                     const CadencePlan& plan, const Act& act) {
    const auto* before = detail::left_as_said<CadenceVersion>(
        programme, act, EventKind::cadence_changed, "begin", plan.begin.has_value());
    return record(programme, EventKind::cadence_changed, council,
                  Held(CadenceVersion{
                      .begin = before != nullptr ? before->begin : plan.begin.value_or(act.on),
                      .cadence = plan.cadence,
                      .source = plan.source,
                      .note = plan.note}),
                  act);
}

Event add_member(const Programme& programme, const std::string& council, const NewMember& member,
                 const Act& act) {
    return record(programme, EventKind::member_joined, council,
                  Held(Membership{.seat = member.seat, .role = member.role, .votes = member.votes}),
                  act);
}

Event remove_member(const Programme& programme, const std::string& council, const std::string& seat,
                    const Act& act) {
    return record(programme, EventKind::member_left, council, Held(MemberLeft{seat}), act);
}

}  // namespace probity
