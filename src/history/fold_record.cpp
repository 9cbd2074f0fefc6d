// Records without a life of their own: areas, observances, activities, training, assessment.
#include <algorithm>

#include "history/references.hpp"
#include "history/refusals.hpp"
#include "records/check_parts.hpp"

namespace probity::detail {
namespace {

/// The period that a date of an activity belongs to: that of the observance in which it is held, or
/// the date itself.
std::string period_of(const Activity& activity, const std::vector<Observance>& observances,
                      const Date& date) {
    for (const Observance& observance : observances) {
        if (observance.id != activity.observance) continue;
        const auto occurrences = observance.occurrences(Interval::of_days(date, 1));
        if (!occurrences.empty()) return occurrences.front().period;
    }
    return to_string(date);
}

/// The first day of the observance in which it is held: that of its rules, or else of its records. None
/// if it has neither, or always was.
std::optional<Date> first_day_of(const Activity& activity,
                                 const std::vector<Observance>& observances) {
    for (const Observance& observance : observances) {
        if (observance.id != activity.observance) continue;
        if (!observance.rules.empty()) return observance.rules.front().begin;
        std::optional<Date> first;
        for (const RecordedOccurrence& record : observance.records) {
            if (!first || record.observed < *first) first = record.observed;
        }
        return first;
    }
    return std::nullopt;
}

/// An activity takes place once a period, so that planning twice never duplicates.
void put_date(Activity& activity, const std::vector<Observance>& observances,
              const ActivityDate& date, const Step& step) {
    const std::string period = period_of(activity, observances, date.date);
    for (const ActivityDate& known : activity.dates) {
        if (period_of(activity, observances, known.date) != period) continue;
        refuse_step(
            step, sentence("period_has_date", {{"period", period}, {"date", written(known.date)}}));
    }
    if (activity.end && date.date >= *activity.end) {
        refuse_step(step, sentence("activity_ended", {{"end", written(*activity.end)},
                                                      {"date", written(date.date)}}));
    }
    // A date does not end what recurs: from now on its begin says that it goes on.
    if (activity.recurs() && !activity.begin && !activity.end) {
        activity.begin = first_day_of(activity, observances).value_or(step.on);
    }
    activity.dates.push_back(date);
}

void attend(const ProgrammeParts& parts, const Attendance& attendance, const Step& step) {
    check_subject(step, attendance.official);
    if (attendance.duty.empty()) refuse_step(step, sentence("no_duty_named"));
    if (attendance.date > step.on) {
        refuse_step(step, sentence("attendance_to_come", {{"date", written(attendance.date)}}));
    }
    for (const Official& official : parts.officials) {
        if (official.id == step.subject && !is_in_force(official, attendance.date)) {
            refuse_step(step, sentence("did_not_serve", {{"date", written(attendance.date)}}));
        }
    }
    for (const Attendance& known : parts.attendances) {
        if (known == attendance) refuse_step(step, sentence("recorded_already"));
    }
}

}  // namespace

void Fold::name_area(const Step& step) {
    const RiskArea& body = body_of<RiskArea>(step);
    check_subject(step, body.id);
    take_id(body.id, Target::risk_area);
    for (const std::string& owner : body.owners) require_not_closed(step, "owners", owner);
    parts_.risk_areas.push_back(body);
}

void Fold::assign_area(const Step& step) {
    RiskArea& area = record_of(parts_.risk_areas, step, "risk area");
    area.owners = body_of<AreaAssigned>(step).owners;
    for (const std::string& owner : area.owners) require_not_closed(step, "owners", owner);
}

void Fold::record_occurrence(const Step& step) {
    Observance& observance = record_of(parts_.observances, step, "observance");
    observance.records.push_back(body_of<RecordedOccurrence>(step));
    observance.records.back().on = step.on;
    check_observance(observance, "/" + observance.id);
}

void Fold::change_rule(const Step& step) {
    Observance& observance = record_of(parts_.observances, step, "observance");
    add_version(observance.rules, body_of<RuleVersion>(step), step);
    check_observance(observance, "/" + observance.id);
}

void Fold::add_activity(const Step& step) {
    const Activity& body = body_of<Activity>(step);
    check_subject(step, body.id);
    take_id(body.id, Target::activity);
    Activity& activity = parts_.activities.emplace_back(body);
    if (!activity.begin) activity.begin = step.on;
}

void Fold::date_activity(const Step& step) {
    put_date(record_of(parts_.activities, step, "activity"), parts_.observances,
             body_of<ActivityDate>(step), step);
}

void Fold::declare_count(const Step& step) {
    parts_.declared.push_back(body_of<DeclaredCount>(step));
}

void Fold::set_quota(const Step& step) {
    const Quota& body = body_of<Quota>(step);
    check_subject(step, body.id);
    take_id(body.id, Target::quota);
    parts_.quotas.push_back(body);
}

void Fold::list_official(const Step& step) {
    const Official& body = body_of<Official>(step);
    check_subject(step, body.id);
    take_id(body.id, Target::official);
    require_not_closed(step, "unit", body.unit);
    Official& official = parts_.officials.emplace_back(body);
    if (!official.begin) official.begin = step.on;
}

void Fold::appoint_official(const Step& step) {
    record_of(parts_.officials, step, "official").appointed = step.on;
}

void Fold::remove_official(const Step& step) {
    end_on_day(record_of(parts_.officials, step, "official"), step, sentence("the_service"));
}

void Fold::attend_education(const Step& step) {
    const Attendance& body = body_of<Attendance>(step);
    attend(parts_, body, step);
    parts_.attendances.push_back(body);
}

void Fold::add_indicator(const Step& step) {
    const Indicator& body = body_of<Indicator>(step);
    check_subject(step, body.id);
    take_id(body.id, Target::indicator);
    parts_.indicators.push_back(body);
}

void Fold::enter_assessment(const Step& step) {
    const Assessment& body = body_of<Assessment>(step);
    for (const Assessment& known : parts_.assessments) {
        if (known.year == body.year) {
            refuse_step(step, sentence("assessment_entered", {{"year", body.year.value()}}));
        }
    }
    parts_.assessments.push_back(body);
}

void Fold::set_goal(const Step& step) {
    const YearGoal& body = body_of<YearGoal>(step);
    check_subject(step, body.id);
    take_id(body.id, Target::year_goal);
    parts_.year_goals.push_back(body);
}

}  // namespace probity::detail
