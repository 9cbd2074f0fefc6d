// The verbs of obligations.
#include "probity/programme/obligation_commands.hpp"

#include <algorithm>
#include <utility>

#include "probity/programme/commands.hpp"
#include "programme/record_named.hpp"
#include "programme/said.hpp"
#include "records/obligation_starts.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

/// The period of the earliest instance that is left to settle.
std::string period_left(const ProgrammeParts& parts, const Fulfilment& asked, const Act& act) {
    const Interval window(make_date(act.on.year() - 1, 1, 1), make_date(act.on.year() + 1, 1, 1));
    const Obligation& obligation =
        detail::record_named(parts.obligations, asked.obligation, "obligation");
    for (const detail::OwedFrom& from : detail::owed_from(parts, obligation, window)) {
        Fulfilment each = asked;
        each.period = from.period;
        if (detail::start_of_instance(parts, each) &&
            detail::fulfilment_of(parts, each) == nullptr) {
            return from.period;
        }
    }
    const std::string& who = asked.unit.empty() ? asked.official : asked.unit;
    throw ProbityError(detail::sentence(
        "obligation.none_left", {{"who", who.empty() ? detail::sentence("obligation.institution")
                                                     : Text::in_any_language(who)}}));
}

Event settle(const Programme& programme, EventKind kind, const std::string& obligation,
             const ObligationReport& report, const Act& act) {
    Act said = act;
    if (said.reason.empty()) said.reason = report.reason.in(Language::english);
    const bool waives = kind == EventKind::obligation_waived;
    Fulfilment body;
    body.obligation = obligation;
    body.period = report.period;
    body.unit = report.unit;
    body.official = report.official;
    body.outcome = waives ? FulfilmentOutcome::waived : FulfilmentOutcome::done;
    body.on = report.on.value_or(act.on);
    body.evidence = report.evidence;
    body.reason = report.reason;
    if (body.reason.empty()) body.reason = Text::in_any_language(act.reason);
    const auto left = [&](const char* field, bool is_given) {
        return detail::left_as_said<Fulfilment>(programme, act, kind, field, is_given);
    };
    if (const auto* before = left("on", report.on.has_value())) body.on = before->on;
    if (body.period.empty()) {
        const auto* before = left("period", false);
        body.period =
            before != nullptr ? before->period : period_left(programme.parts(), body, act);
    }
    return record(programme, kind, obligation, Held(std::move(body)), said);
}

template <class Records>
bool has(const Records& records, const std::string& id) {
    return std::any_of(records.begin(), records.end(),
                       [&](const auto& record) { return record.id == id; });
}

}  // namespace

Event fulfil_obligation(const Programme& programme, const std::string& obligation,
                        const ObligationReport& report, const Act& act) {
    return settle(programme, EventKind::obligation_done, obligation, report, act);
}

std::vector<Event> take_obligations(const Programme& programme, const Programme& pack,
                                    const std::vector<std::string>& without, const Act& act) {
    for (const std::string& id : without) {
        static_cast<void>(detail::record_named(pack.parts().obligations, id, "obligation"));
    }
    std::vector<Event> events;
    Programme so_far = programme;
    const auto take = [&](const auto& record) {
        events.push_back(add(so_far, record, act));
        so_far = so_far.apply(events.back());
    };
    for (Obligation obligation : pack.parts().obligations) {
        const bool is_left_out =
            std::find(without.begin(), without.end(), obligation.id) != without.end();
        if (is_left_out || has(so_far.parts().obligations, obligation.id)) continue;
        for (const Source& source : pack.parts().sources) {
            if (source.id == obligation.source && !has(so_far.parts().sources, source.id)) {
                take(source);
            }
        }
        obligation.owner.clear();
        obligation.lead.clear();
        obligation.support.clear();
        take(obligation);
    }
    return events;
}

Event waive_obligation(const Programme& programme, const std::string& obligation,
                       const ObligationReport& report, const Act& act) {
    return settle(programme, EventKind::obligation_waived, obligation, report, act);
}

}  // namespace probity
