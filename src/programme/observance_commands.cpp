// The verbs of observances and activities.
#include "probity/programme/observance_commands.hpp"

#include <utility>

#include "programme/said.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

/// The first day on which an occurrence stands before another record of it.
Date stands_on(const Observance& observance, const RecordedOccurrence& record) {
    if (!record.nominal) {
        throw ProbityError(detail::sentence("command.observed_needed"));
    }
    if (record.status == OccurrenceStatus::moved) {
        throw ProbityError(detail::sentence("command.moved_needs_observed"));
    }
    const auto occurrence = observance.as_recorded(*record.nominal);
    // No rule gives it: the check of the record says which days are near.
    return occurrence ? occurrence->observed.begin() : *record.nominal;
}

}  // namespace

Event record_occurrence(const Programme& programme, const std::string& observance,
                        const OccurrenceReport& report, const Act& act) {
    const auto left = [&](const char* field, bool is_given) {
        return detail::left_as_said<RecordedOccurrence>(
            programme, act, EventKind::occurrence_recorded, field, is_given);
    };
    Act said = act;
    if (said.reason.empty()) said.reason = report.reason.in(Language::english);
    RecordedOccurrence body{
        .nominal = report.nominal,
        .days = report.days,
        .status = report.status,
        .reason = report.reason.empty() ? Text::in_any_language(act.reason) : report.reason,
        .source = report.source,
        .evidence = report.evidence};
    if (const auto* before = left("nominal", report.nominal.has_value())) {
        body.nominal = before->nominal;
    }
    const auto* before = left("observed", report.observed.has_value());
    // A correction that names another occurrence does not keep the date of the first.
    const bool is_another = before != nullptr && before->nominal != body.nominal;
    if (report.observed) {
        body.observed = *report.observed;
    } else if (before != nullptr && !is_another) {
        body.observed = before->observed;
    } else {
        body.observed = stands_on(programme.observance(observance), body);
    }
    return record(programme, EventKind::occurrence_recorded, observance, Held(std::move(body)),
                  is_another ? detail::naming(said, "observed") : said);
}

Event change_rule(const Programme& programme, const std::string& observance, const RulePlan& plan,
                  const Act& act) {
    const auto* before = detail::left_as_said<RuleVersion>(programme, act, EventKind::rule_changed,
                                                           "begin", plan.begin.has_value());
    const Date first = before != nullptr ? before->begin.value() : plan.begin.value_or(act.on);
    check(Cadence(ByWeek{plan.rule, first}));
    return record(programme, EventKind::rule_changed, observance,
                  Held(RuleVersion{
                      .begin = first, .rule = plan.rule, .source = plan.source, .note = plan.note}),
                  detail::naming(act, "rule"));
}

Event date_activity(const Programme& programme, const std::string& activity,
                    const ActivityDate& date, const Act& act) {
    return record(programme, EventKind::activity_dated, activity, Held(date), act);
}

}  // namespace probity
