#include "programme/standing.hpp"

#include "planning/quota_words.hpp"
#include "planning/words.hpp"
#include "records/decisions.hpp"

namespace probity::detail {
namespace {

/// The days on which a meeting of an unknown date may have been.
Interval possible_days(const Council& council, const Meeting& meeting) {
    const Interval year = year_of(meeting.year.value());
    Date begin = year.begin();
    if (council.established) begin = std::max(begin, council.established->days().begin());
    if (meeting.earliest) begin = *meeting.earliest;
    std::optional<Date> end = meeting.before;
    if (!end) end = year.end();
    return Interval(begin, end);
}

bool asks_for_quorum(const Council& council, const Meeting& meeting) {
    if (meeting.quorum) return meeting.quorum->required.has_value();
    const Charter* charter =
        council.charter_on(day_of(meeting, year_of(meeting.year.value()).last()));
    return charter != nullptr && charter->quorum;
}

/// Why a meeting that was held is not known to have had a quorum.
Text without_quorum(const Council& council, const Meeting& meeting) {
    if (!asks_for_quorum(council, meeting)) {
        return {"의사정족수가 정해지지 않음", "No quorum is prescribed"};
    }
    if (meeting.quorum && meeting.quorum->recorded) {
        return {"의사정족수 미달", "It was held without a quorum"};
    }
    if (!meeting.present.empty()) {
        return {"그날의 표결 위원이 기록되지 않아 의사정족수를 인정할 수 없음",
                "No voting member is recorded for that day, so that it had no quorum"};
    }
    return {"참석 기록이 없어 의사정족수를 인정할 수 없음",
            "Nobody is recorded as present, so that it had no quorum"};
}

QuotaFact fact_of(const Council& council, const Meeting& meeting, int prescribed) {
    QuotaFact fact{.id = meeting_id(meeting),
                   .title = title_of(council, meeting, prescribed),
                   .date = meeting.date,
                   .regular = meeting.kind == MeetingKind::regular,
                   .held = was_held(meeting.state),
                   .quorate = meeting.quorum && meeting.quorum->met() == true,
                   .reason = meeting.inference};
    if (!meeting.date && fact.held) fact.possible = possible_days(council, meeting);
    if (fact.held && !fact.quorate && asks_for_quorum(council, meeting)) {
        fact.reason = without_quorum(council, meeting);
    }
    return fact;
}

std::vector<QuotaFact> meeting_facts(const ProgrammeParts& parts, const Council& council,
                                     const Interval& period) {
    const int year = period.begin().year();
    const int prescribed = prescribed_meetings(parts.quotas, council, year);
    std::vector<QuotaFact> facts;
    for (const Meeting& meeting : council.meetings) {
        if (meeting.state == MeetingState::cancelled) continue;
        QuotaFact fact = fact_of(council, meeting, prescribed);
        const bool inside =
            fact.date ? period.contains(*fact.date) : fact.possible && fact.possible->meet(period);
        if (inside) facts.push_back(std::move(fact));
    }
    return facts;
}

/// The activity in an occurrence with a date that has come; none if there is none.
std::optional<std::pair<const Activity*, Date>> activity_in(const ProgrammeParts& parts,
                                                            const Observance& observance,
                                                            const Occurrence& occurrence,
                                                            const Date& on) {
    for (const Activity& activity : parts.activities) {
        if (activity.observance != observance.id) continue;
        for (const ActivityDate& known : activity.dates) {
            if (known.date <= on && occurrence.observed.contains(known.date)) {
                return std::pair(&activity, known.date);
            }
        }
    }
    return std::nullopt;
}

/// Why an occurrence is presumed. An activity in it does not say that the whole was held.
Text why_presumed(const ProgrammeParts& parts, const Observance& observance,
                  const Occurrence& occurrence, const Date& on) {
    Text why = presumed_without_record();
    if (const auto found = activity_in(parts, observance, occurrence, on)) {
        const auto& [activity, date] = *found;
        const Text day = written(date);
        why.korean += "(" + activity->title.in(Language::korean) + " " + day.korean + ")";
        why.english += "; in it " + activity->title.in(Language::english) + " on " + day.english;
    }
    return why;
}

/// An occurrence that a record says was held counts on its last day, that day included. Without
/// such a record its last day has to have gone by: it is presumed from the day after. An occurrence
/// that was cancelled or not held does not count.
std::vector<QuotaFact> occurrence_facts(const ProgrammeParts& parts, const Observance& observance,
                                        const Interval& period, const Date& on) {
    std::vector<QuotaFact> facts;
    for (const Occurrence& occurrence : observance.occurrences(period)) {
        const Date last = occurrence.observed.last();
        if (!period.contains(last) || !occurrence.takes_place()) continue;
        const bool on_record = occurrence.held_on_record;
        QuotaFact fact{.id = occurrence.period,
                       .title = observance.title,
                       .date = last,
                       .regular = occurrence.rule.has_value(),
                       .held = on_record && last <= on,
                       .presumed = !on_record && last < on};
        if (fact.held) fact.reason = {"기록이 있음", "On record"};
        if (fact.presumed) fact.reason = why_presumed(parts, observance, occurrence, on);
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::vector<Slot> occurrence_slots(const Observance& observance, const Interval& period) {
    std::vector<Slot> slots;
    for (const Occurrence& occurrence : observance.occurrences(period)) {
        const Date last = occurrence.observed.last();
        if (!period.contains(last)) continue;
        slots.push_back({.number = static_cast<std::int64_t>(slots.size()),
                         .nominal = occurrence.nominal ? occurrence.nominal->last() : last,
                         .adjusted = last,
                         .called_off = !occurrence.takes_place()});
    }
    return slots;
}

/// Says of each meeting that was held and had no quorum why it does not count.
void add_inquorate(const Council& council, const std::vector<QuotaFact>& facts, const Date& on,
                   Text& reason) {
    for (const Meeting& meeting : council.meetings) {
        const std::string id = meeting_id(meeting);
        const bool inquorate = std::any_of(facts.begin(), facts.end(), [&](const QuotaFact& fact) {
            return fact.id == id && fact.held && !fact.quorate && (!fact.date || *fact.date <= on);
        });
        if (!inquorate) continue;
        const Text why = without_quorum(council, meeting);
        reason.korean += " " + id + " 미산입: " + why.korean + ".";
        reason.english += " " + id + " does not count. " + why.english + ".";
    }
}

}  // namespace

std::vector<QuotaFact> quota_facts(const ProgrammeParts& parts, const Quota& quota,
                                   const Interval& period, const Date& on) {
    if (quota.subject == QuotaSubject::meetings) {
        const Council* council = find_record(parts.councils, quota.of);
        return council == nullptr ? std::vector<QuotaFact>{}
                                  : meeting_facts(parts, *council, period);
    }
    const Observance* observance = find_record(parts.observances, quota.of);
    return observance == nullptr ? std::vector<QuotaFact>{}
                                 : occurrence_facts(parts, *observance, period, on);
}

std::vector<Slot> council_slots(const ProgrammeParts& parts, const Council& council,
                                const Interval& period, const WorkCalendar& workdays) {
    Versions<CadenceVersion> versions = council.cadences;
    for (CadenceVersion& version : versions) {
        auto* each = std::get_if<InEach>(&version.cadence);
        if (each == nullptr || each->observance.empty()) continue;
        const Observance* observance = find_record(parts.observances, each->observance);
        if (observance == nullptr || observance->rules.empty()) continue;
        // From where the observance begins, so that a slot keeps its number.
        const Date begin =
            std::min(observance->rules.front().begin.value_or(first_date()), period.begin());
        version.cadence = in_each(*observance, Interval(begin, period.end()), each->weekday);
    }
    return slots(versions, period, workdays);
}

Verdict quota_standing(const ProgrammeParts& parts, const Quota& quota, const Interval& period,
                       const Date& on, const WorkCalendar& workdays) {
    QuotaTerms terms;
    std::vector<Slot> due;
    const Council* council = nullptr;
    if (quota.subject == QuotaSubject::meetings) {
        council = find_record(parts.councils, quota.of);
        if (council != nullptr) {
            due = council_slots(parts, *council, period, workdays);
            const Charter* charter = council->charter_on(on);
            if (charter != nullptr) {
                terms.notice_days = charter->notice_days;
                terms.clear_notice = charter->clear_notice;
            }
        }
    } else if (const Observance* observance = find_record(parts.observances, quota.of)) {
        due = occurrence_slots(*observance, period);
    }
    const auto facts = quota_facts(parts, quota, period, on);
    Verdict verdict = judge(quota, period, facts, due, on, workdays, terms);
    if (council != nullptr && quota.counts.quorate) {
        add_inquorate(*council, facts, on, verdict.reason);
    }
    return verdict;
}

}  // namespace probity::detail
