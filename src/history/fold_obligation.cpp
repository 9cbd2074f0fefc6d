// Obligations: what was done and waived of them.
#include "history/references.hpp"
#include "history/refusals.hpp"
#include "records/check_parts.hpp"
#include "records/obligation_starts.hpp"

namespace probity::detail {
namespace {

/// The periods of an obligation that a unit or official, or the institution, owes and that are neither
/// done nor waived, in the year of a day and the one before.
Text periods_left(const ProgrammeParts& parts, const Fulfilment& asked, const Date& on) {
    std::vector<std::string> left;
    for (const Obligation& obligation : parts.obligations) {
        if (obligation.id != asked.obligation) continue;
        const Interval window(make_date(on.year() - 1, 1, 1), make_date(on.year() + 1, 1, 1));
        for (const OwedFrom& from : owed_from(parts, obligation, window)) {
            Fulfilment each = asked;
            each.period = from.period;
            if (start_of_instance(parts, each) && fulfilment_of(parts, each) == nullptr) {
                left.push_back(from.period);
            }
        }
    }
    return listed(left);
}

Text who_owes(const Fulfilment& instance) {
    if (!instance.unit.empty()) return Text::in_any_language(instance.unit);
    if (!instance.official.empty()) return Text::in_any_language(instance.official);
    return sentence("obligation.institution");
}

}  // namespace

void Fold::fulfil_obligation(const Step& step) {
    Fulfilment body = body_of<Fulfilment>(step);
    check_subject(step, body.obligation);
    const bool waives = step.kind == EventKind::obligation_waived;
    if ((body.outcome == FulfilmentOutcome::waived) != waives) {
        refuse_step(step, sentence("obligation.other_outcome"));
    }
    if (!has(Target::obligation, body.obligation)) {
        require(Target::obligation, body.obligation, "subject");
    }
    if (!start_of_instance(parts_, body)) {
        refuse_step(step, sentence("obligation.no_instance",
                                   {{"period", body.period},
                                    {"who", who_owes(body)},
                                    {"known", periods_left(parts_, body, step.on)}}));
    }
    if (const Fulfilment* known = fulfilment_of(parts_, body)) {
        refuse_step(
            step,
            sentence("obligation.settled",
                     {{"period", body.period},
                      {"state", name_in_refusals("obligation_state", to_string(known->outcome))},
                      {"on", written(known->on)}}));
    }
    if (waives && body.reason.empty()) refuse_step(step, sentence("obligation.waived_why"));
    if (body.on > step.on) {
        refuse_step(step, sentence("obligation.to_come", {{"date", written(body.on)}}));
    }
    parts_.fulfilments.push_back(std::move(body));
}

}  // namespace probity::detail
