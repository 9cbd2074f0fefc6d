// The fields of every record of a programme, listed once, in the order and under the names of its
// document.
//
// fields(archive, record) shows each field to an archive: one reads it from a document, one writes
// it, one checks it. So what can be written can be read, and a check misses no field.
//
// What an archive offers:
//
//     id(key, string)                  an id, unique in the document
//     source_id(key, string)           an id, unique among the sources
//     source(key, string)              the id of a source, or empty
//     reference(key, string, target)   the id of a record of another list, or empty
//     word(key, string)                a required word
//     text(key, Text)                  a required text in both languages
//     optional_text(key, Text)
//     value(key, T)                    a required value
//     nullable(key, optional<T>)       a required key that may be null: stated to be absent
//     optional(key, optional<T>)
//     usual(key, T, usual)             left out where it is as usual
//     flag(key, bool)                  false where it is left out
//     words(key, string)               an optional text in one language: a reason, a person's post
//     references(key, vector<string>, target)
//     number(key, optional<double>, least, most)
//     integer(key, int, least, most)
//     optional_integer(key, int or optional<int>, least, most, usual)
//     object(key, record), optional_object(key, optional<record>)
//     list(key, vector<record or Text>)
#pragma once

#include <concepts>
#include <type_traits>

#include "probity/records/parts.hpp"

namespace probity::detail {

/// A record to be read into or, const, to be written from.
template <class T, class Record>
concept Of = std::same_as<std::remove_const_t<T>, Record>;

/// To which list of a document a reference points.
enum class Target {
    observance,
    risk_area,
    unit,
    seat,
    band,
    task,
    indicator,
    duty,
    official,
    activity,
    council,
    source,
    other,
};

template <class Archive, Of<Head> T>
void fields(Archive& a, T& head) {
    a.text("post", head.post);
    a.text("name", head.name);
    a.optional_text("term", head.term);
}

template <class Archive, Of<Unit> T>
void fields(Archive& a, T& unit) {
    a.id("id", unit.id);
    a.usual("kind", unit.kind, UnitKind::department);
    a.text("title", unit.title);
    a.optional("begin", unit.begin);
    a.optional("end", unit.end);
    a.source("source", unit.source);
}

template <class Archive, Of<Seat> T>
void fields(Archive& a, T& seat) {
    a.id("id", seat.id);
    a.value("kind", seat.kind);
    a.text("title", seat.title);
    a.reference("unit", seat.unit, Target::unit);
    a.optional("begin", seat.begin);
    a.optional("end", seat.end);
    a.source("source", seat.source);
}

template <class Archive, Of<Institution> T>
void fields(Archive& a, T& institution) {
    a.text("name", institution.name);
    a.object("head", institution.head);
    a.list("units", institution.units);
    a.list("seats", institution.seats);
}

template <class Archive, Of<Source> T>
void fields(Archive& a, T& source) {
    a.source_id("id", source.id);
    a.text("title", source.title);
    a.optional("date", source.date);
}

template <class Archive, Of<RuleVersion> T>
void fields(Archive& a, T& version) {
    a.value("begin", version.begin);
    a.optional("end", version.end);
    a.value("rule", version.rule);
    a.source("source", version.source);
    a.optional_text("note", version.note);
}

template <class Archive, Of<Evidence> T>
void fields(Archive& a, T& evidence) {
    a.words("name", evidence.name);
    a.words("media_type", evidence.media_type);
    a.words("sha256", evidence.sha256);
}

template <class Archive, Of<RecordedOccurrence> T>
void fields(Archive& a, T& record) {
    a.nullable("nominal", record.nominal);
    a.value("observed", record.observed);
    a.optional_integer("days", record.days, 1, 366);
    a.optional("status", record.status);
    a.optional("on", record.on);
    a.optional_text("reason", record.reason);
    a.source("source", record.source);
    a.list("evidence", record.evidence);
}

template <class Archive, Of<Observance> T>
void fields(Archive& a, T& observance) {
    a.id("id", observance.id);
    a.value("kind", observance.kind);
    a.text("title", observance.title);
    a.list("rules", observance.rules);
    a.list("records", observance.records);
    a.optional_integer("short_below", observance.short_below, 0, 7, 3);
    a.optional_text("note", observance.note);
}

template <class Archive, Of<ActivityDate> T>
void fields(Archive& a, T& known) {
    a.value("date", known.date);
    a.optional_text("note", known.note);
    a.source("source", known.source);
}

template <class Archive, Of<Activity> T>
void fields(Archive& a, T& activity) {
    a.id("id", activity.id);
    a.usual("category", activity.category, ActivityCategory::other);
    a.text("title", activity.title);
    a.reference("observance", activity.observance, Target::observance);
    a.optional_text("audience", activity.audience);
    a.list("dates", activity.dates);
    a.optional("begin", activity.begin);
    a.optional("end", activity.end);
    a.optional_text("note", activity.note);
    a.source("source", activity.source);
}

template <class Archive, Of<EarlierDate> T>
void fields(Archive& a, T& earlier) {
    a.value("date", earlier.date);
    a.optional_text("reason", earlier.reason);
}

template <class Archive, Of<Quorum> T>
void fields(Archive& a, T& quorum) {
    a.integer("eligible", quorum.eligible, 0, 10'000);
    a.integer("present", quorum.present, 0, 10'000);
    a.optional_integer("required", quorum.required, 0, 10'000);
    a.usual("recorded", quorum.recorded, true);
}

template <class Archive, Of<AgendaItem> T>
void fields(Archive& a, T& item) {
    a.word("id", item.id);
    a.value("kind", item.kind);
    a.text("title", item.title);
    a.references("tasks", item.tasks, Target::task);
    a.usual("outcome", item.outcome, ItemOutcome::open);
    a.optional_integer("in_favour", item.in_favour, 0, 10'000);
    a.optional_integer("against", item.against, 0, 10'000);
    a.optional_integer("abstained", item.abstained, 0, 10'000);
}

template <class Archive, Of<Meeting> T>
void fields(Archive& a, T& meeting) {
    a.integer("year", meeting.year, first_year, last_year);
    a.value("kind", meeting.kind);
    a.integer("ordinal", meeting.ordinal, 1, 999);
    a.value("state", meeting.state);
    a.nullable("date", meeting.date);
    a.optional("earliest", meeting.earliest);
    a.optional("before", meeting.before);
    a.optional("begins", meeting.begins);
    a.optional("ends", meeting.ends);
    a.list("earlier_dates", meeting.earlier_dates);
    a.optional("noticed", meeting.noticed);
    a.optional_text("title", meeting.title);
    a.optional_text("place", meeting.place);
    a.optional_text("presiding", meeting.presiding);
    a.list("attended", meeting.attended);
    a.references("units", meeting.units, Target::unit);
    a.references("present", meeting.present, Target::seat);
    a.optional_object("quorum", meeting.quorum);
    a.list("items", meeting.items);
    a.optional_object("minutes", meeting.minutes);
    a.optional_text("note", meeting.note);
    a.optional_text("inference", meeting.inference);
    a.source("source", meeting.source);
}

template <class Archive, Of<Charter> T>
void fields(Archive& a, T& charter) {
    a.value("begin", charter.begin);
    a.optional("end", charter.end);
    a.optional("quorum", charter.quorum);
    a.optional("decision", charter.decision);
    a.optional_integer("notice_days", charter.notice_days, 0, 366, 0);
    a.flag("written_resolution", charter.written_resolution);
    a.optional_text("note", charter.note);
    a.source("source", charter.source);
}

template <class Archive, Of<Membership> T>
void fields(Archive& a, T& membership) {
    a.reference("seat", membership.seat, Target::seat);
    a.usual("role", membership.role, MemberRole::member);
    a.usual("votes", membership.votes, true);
    a.optional("begin", membership.begin);
    a.optional("end", membership.end);
}

template <class Archive, Of<CadenceVersion> T>
void fields(Archive& a, T& version) {
    a.value("begin", version.begin);
    a.optional("end", version.end);
    a.value("cadence", version.cadence);
    a.source("source", version.source);
    a.optional_text("note", version.note);
}

template <class Archive, Of<QuotaPredicate> T>
void fields(Archive& a, T& counts) {
    a.flag("regular", counts.regular);
    a.usual("held", counts.held, true);
    a.flag("quorate", counts.quorate);
}

template <class Archive, Of<Quota> T>
void fields(Archive& a, T& quota) {
    a.id("id", quota.id);
    a.text("title", quota.title);
    a.value("subject", quota.subject);
    a.reference("of", quota.of,
                quota.subject == QuotaSubject::meetings ? Target::council : Target::observance);
    a.integer("times", quota.times, 1, 366);
    a.usual("per", quota.per, QuotaPeriod::year);
    a.object("counts", quota.counts);
    a.value("begin", quota.begin);
    a.optional("end", quota.end);
    a.source("source", quota.source);
    a.optional_text("note", quota.note);
}

template <class Archive, Of<Council> T>
void fields(Archive& a, T& council) {
    a.id("id", council.id);
    a.text("name", council.name);
    a.optional("established", council.established);
    a.optional_text("reports_to", council.reports_to);
    a.list("purposes", council.purposes);
    a.list("members", council.members);
    a.list("charters", council.charters);
    a.list("cadences", council.cadences);
    a.list("memberships", council.memberships);
    a.list("meetings", council.meetings);
    a.optional_text("note", council.note);
    a.source("source", council.source);
}

template <class Archive, Of<Band> T>
void fields(Archive& a, T& band) {
    a.id("id", band.id);
    a.optional_text("title", band.title);
    a.references("units", band.units, Target::unit);
}

template <class Archive, Of<Banding> T>
void fields(Archive& a, T& banding) {
    a.text("title", banding.title);
    a.optional("inaugurated", banding.inaugurated);
    a.optional_text("units", banding.units);
    a.optional_text("character", banding.character);
    a.list("purposes", banding.purposes);
    a.list("bands", banding.bands);
    a.optional_text("note", banding.note);
    a.source("source", banding.source);
}

template <class Archive, Of<RiskArea> T>
void fields(Archive& a, T& area) {
    a.id("id", area.id);
    a.text("title", area.title);
    a.references("owners", area.owners, Target::unit);
    a.source("source", area.source);
}

template <class Archive, Of<Task> T>
void fields(Archive& a, T& task) {
    a.id("id", task.id);
    a.value("kind", task.kind);
    a.optional_text("title", task.title);
    a.optional("proposed", task.proposed);
    a.reference("owner", task.owner, Target::unit);
    a.reference("band", task.band, Target::band);
    a.reference("risk_area", task.risk_area, Target::risk_area);
    a.optional("due", task.due);
    a.optional_integer("weight", task.weight, 1, 1'000'000, 1);
    a.references("depends_on", task.depends_on, Target::task);
    a.references("indicators", task.indicators, Target::indicator);
    a.source("source", task.source);
}

template <class Archive, Of<Occasion> T>
void fields(Archive& a, T& occasion) {
    a.id("id", occasion.id);
    a.text("title", occasion.title);
    a.value("date", occasion.date);
    a.optional_text("note", occasion.note);
    a.source("source", occasion.source);
}

template <class Archive, Of<DeclaredCount> T>
void fields(Archive& a, T& declared) {
    a.word("what", declared.what);
    a.integer("count", declared.count, 0, 1'000'000);
    a.integer("year", declared.year, first_year, last_year);
    a.optional_text("note", declared.note);
    a.source("source", declared.source);
}

template <class Archive, Of<Duty> T>
void fields(Archive& a, T& duty) {
    a.id("id", duty.id);
    a.text("title", duty.title);
    a.optional_integer("sessions", duty.sessions, 0, 366, 1);
    a.optional_integer("minutes", duty.minutes, 0, 100'000, 120);
    a.usual("face_to_face_when_new", duty.face_to_face_when_new, true);
    a.optional_text("basis", duty.basis);
    a.optional("begin", duty.begin);
    a.optional("end", duty.end);
    a.source("source", duty.source);
}

template <class Archive, Of<Official> T>
void fields(Archive& a, T& official) {
    a.id("id", official.id);
    a.reference("unit", official.unit, Target::unit);
    a.optional("begin", official.begin);
    a.optional("end", official.end);
    a.optional("appointed", official.appointed);
}

template <class Archive, Of<Attendance> T>
void fields(Archive& a, T& attendance) {
    a.reference("official", attendance.official, Target::official);
    a.reference("duty", attendance.duty, Target::duty);
    a.value("date", attendance.date);
    a.integer("minutes", attendance.minutes, 1, 1440);
    a.flag("face_to_face", attendance.face_to_face);
    a.reference("activity", attendance.activity, Target::activity);
}

template <class Archive, Of<Assessment> T>
void fields(Archive& a, T& assessment) {
    a.integer("year", assessment.year, first_year, last_year);
    a.optional_integer("grade", assessment.grade, 1, 5);
    a.number("perception", assessment.perception, 0, 100);
    a.number("effort", assessment.effort, 0, 100);
    a.number("deduction", assessment.deduction, 0, 100);
    a.number("score", assessment.score, 0, 100);
    a.optional("published", assessment.published);
    a.optional_text("note", assessment.note);
    a.source("source", assessment.source);
}

template <class Archive, Of<YearGoal> T>
void fields(Archive& a, T& goal) {
    a.id("id", goal.id);
    a.integer("year", goal.year, first_year, last_year);
    a.text("title", goal.title);
    a.optional_integer("grade", goal.grade, 1, 5);
    a.source("source", goal.source);
}

template <class Archive, Of<Indicator> T>
void fields(Archive& a, T& indicator) {
    a.id("id", indicator.id);
    a.integer("year", indicator.year, first_year, last_year);
    a.text("title", indicator.title);
    a.source("source", indicator.source);
}

template <class Archive, Of<UnpublishedFact> T>
void fields(Archive& a, T& fact) {
    a.text("what", fact.what);
}

template <class Archive, Of<ProgrammeParts> T>
void fields(Archive& a, T& programme) {
    a.id("id", programme.id);
    a.text("title", programme.title);
    a.flag("illustrative", programme.illustrative);
    a.optional("recorded", programme.recorded);
    a.object("institution", programme.institution);
    a.list("sources", programme.sources);
    a.list("goals", programme.goals);
    a.list("year_goals", programme.year_goals);
    a.optional_text("prompted_by", programme.prompted_by);
    a.list("observances", programme.observances);
    a.list("activities", programme.activities);
    a.list("councils", programme.councils);
    a.list("quotas", programme.quotas);
    a.optional_object("banding", programme.banding);
    a.list("risk_areas", programme.risk_areas);
    a.list("tasks", programme.tasks);
    a.list("occasions", programme.occasions);
    a.list("duties", programme.duties);
    a.list("officials", programme.officials);
    a.list("attendances", programme.attendances);
    a.list("indicators", programme.indicators);
    a.list("assessments", programme.assessments);
    a.list("declared", programme.declared);
    a.list("not_published", programme.not_published);
    a.list("notes", programme.notes);
}

}  // namespace probity::detail
