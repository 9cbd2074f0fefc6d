#include "programme/standing.hpp"

namespace probity::detail {
namespace {

/// The days on which a meeting of an unknown date may have been.
Interval possible_days(const Council& council, const Meeting& meeting) {
    const Interval year = year_of(meeting.year);
    Date begin = year.begin();
    if (council.established) begin = std::max(begin, council.established->days().begin());
    if (meeting.earliest) begin = *meeting.earliest;
    std::optional<Date> end = meeting.before;
    if (!end) end = year.end();
    return Interval(begin, end);
}

QuotaFact fact_of(const Council& council, const Meeting& meeting, int prescribed) {
    QuotaFact fact{.id = meeting_id(meeting.year, meeting.kind, meeting.ordinal),
                   .title = title_of(council, meeting, prescribed),
                   .date = meeting.date,
                   .regular = meeting.kind == MeetingKind::regular,
                   .held = was_held(meeting.state),
                   .quorate = meeting.quorum && meeting.quorum->met() == true,
                   .reason = meeting.inference};
    if (!meeting.date && fact.held) fact.possible = possible_days(council, meeting);
    if (meeting.quorum && meeting.quorum->met() == false) {
        fact.reason = {"의사정족수 미달", "It was held without a quorum"};
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

/// An occurrence counts on the day after its last one: a rule says that it is kept, and a record
/// may say otherwise.
std::vector<QuotaFact> occurrence_facts(const ProgrammeParts& parts, const Observance& observance,
                                        const Interval& period, const Date& on) {
    std::vector<QuotaFact> facts;
    for (const Occurrence& occurrence : observance.occurrences(period)) {
        const Date last = occurrence.observed.last();
        if (!period.contains(last)) continue;
        const bool on_record =
            occurrence.record.has_value() ||
            std::any_of(parts.activities.begin(), parts.activities.end(),
                        [&](const Activity& activity) {
                            return activity.observance == observance.id &&
                                   std::any_of(activity.dates.begin(), activity.dates.end(),
                                               [&](const ActivityDate& known) {
                                                   return occurrence.observed.contains(known.date);
                                               });
                        });
        facts.push_back({.id = occurrence.period,
                         .title = observance.title,
                         .date = last,
                         .regular = occurrence.rule.has_value(),
                         .held = last <= on,
                         .reason = on_record ? Text{"기록이 있음", "On record"}
                                             : Text{"규칙에 따른 것으로, 따로 기록은 없음",
                                                    "By its rule; nothing else is on record"}});
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
                         .adjusted = last});
    }
    return slots;
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
    std::vector<CadenceVersion> versions = council.cadences;
    for (CadenceVersion& version : versions) {
        auto* each = std::get_if<InEach>(&version.cadence);
        if (each == nullptr || each->observance.empty()) continue;
        const Observance* observance = find_record(parts.observances, each->observance);
        if (observance == nullptr || observance->rules.empty()) continue;
        // From where the observance begins, so that a slot keeps its number.
        const Date begin = std::min(observance->rules.front().begin, period.begin());
        version.cadence = in_each(*observance, Interval(begin, period.end()), each->weekday);
    }
    return slots(versions, period, workdays);
}

Verdict quota_standing(const ProgrammeParts& parts, const Quota& quota, const Interval& period,
                       const Date& on, const WorkCalendar& workdays) {
    QuotaTerms terms;
    std::vector<Slot> due;
    if (quota.subject == QuotaSubject::meetings) {
        if (const Council* council = find_record(parts.councils, quota.of)) {
            due = council_slots(parts, *council, period, workdays);
            const Charter* charter = council->charter_on(on);
            if (charter != nullptr) terms.notice_days = charter->notice_days;
        }
    } else if (const Observance* observance = find_record(parts.observances, quota.of)) {
        due = occurrence_slots(*observance, period);
    }
    return judge(quota, period, quota_facts(parts, quota, period, on), due, on, workdays, terms);
}

}  // namespace probity::detail
