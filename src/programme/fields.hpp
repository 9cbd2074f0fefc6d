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
//     integer(key, int, least, most)
//     optional_integer(key, int or optional<int>, least, most, usual)
//     object(key, record), optional_object(key, optional<record>)
//     list(key, vector<record or Text>)
#pragma once

#include <concepts>
#include <type_traits>

#include "probity/programme/programme.hpp"

namespace probity::detail {

/// A record to be read into or, const, to be written from.
template <class T, class Record>
concept Of = std::same_as<std::remove_const_t<T>, Record>;

/// To which list of a document a reference points.
enum class Target { observance, risk_area };

template <class Archive, Of<Head> T>
void fields(Archive& a, T& head) {
    a.text("post", head.post);
    a.text("name", head.name);
    a.optional_text("term", head.term);
}

template <class Archive, Of<Institution> T>
void fields(Archive& a, T& institution) {
    a.text("name", institution.name);
    a.object("head", institution.head);
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

template <class Archive, Of<RecordedOccurrence> T>
void fields(Archive& a, T& record) {
    a.nullable("nominal", record.nominal);
    a.value("observed", record.observed);
    a.optional_integer("days", record.days, 1, 366);
    a.optional_text("reason", record.reason);
    a.source("source", record.source);
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
    a.text("title", activity.title);
    a.reference("observance", activity.observance, Target::observance);
    a.optional_text("audience", activity.audience);
    a.list("dates", activity.dates);
    a.optional("begin", activity.begin);
    a.optional_text("note", activity.note);
    a.source("source", activity.source);
}

template <class Archive, Of<EarlierDate> T>
void fields(Archive& a, T& earlier) {
    a.value("date", earlier.date);
    a.optional_text("reason", earlier.reason);
}

template <class Archive, Of<CouncilMeeting> T>
void fields(Archive& a, T& meeting) {
    a.integer("year", meeting.year, first_year, last_year);
    a.value("kind", meeting.kind);
    a.integer("ordinal", meeting.ordinal, 1, 999);
    a.value("state", meeting.state);
    a.nullable("date", meeting.date);
    a.optional("begins", meeting.begins);
    a.optional("ends", meeting.ends);
    a.list("earlier_dates", meeting.earlier_dates);
    a.optional_text("title", meeting.title);
    a.optional_text("place", meeting.place);
    a.optional_text("presiding", meeting.presiding);
    a.list("attended", meeting.attended);
    a.optional_text("note", meeting.note);
    a.optional_text("inference", meeting.inference);
    a.source("source", meeting.source);
}

template <class Archive, Of<Council> T>
void fields(Archive& a, T& council) {
    a.id("id", council.id);
    a.text("name", council.name);
    a.optional("established", council.established);
    a.optional_text("reports_to", council.reports_to);
    a.list("purposes", council.purposes);
    a.list("members", council.members);
    a.optional_integer("regular_meetings_per_year", council.regular_meetings_per_year, 0, 366, 0);
    a.list("meetings", council.meetings);
    a.optional_text("note", council.note);
    a.source("source", council.source);
}

template <class Archive, Of<Band> T>
void fields(Archive& a, T& band) {
    a.id("id", band.id);
    a.optional_text("title", band.title);
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
    a.source("source", area.source);
}

template <class Archive, Of<Task> T>
void fields(Archive& a, T& task) {
    a.id("id", task.id);
    a.value("kind", task.kind);
    a.optional_text("title", task.title);
    a.optional("proposed", task.proposed);
    a.reference("risk_area", task.risk_area, Target::risk_area);
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

template <class Archive, Of<UnpublishedFact> T>
void fields(Archive& a, T& fact) {
    a.text("what", fact.what);
}

template <class Archive, Of<ProgrammeParts> T>
void fields(Archive& a, T& programme) {
    a.id("id", programme.id);
    a.text("title", programme.title);
    a.optional("recorded", programme.recorded);
    a.object("institution", programme.institution);
    a.list("sources", programme.sources);
    a.list("goals", programme.goals);
    a.optional_text("prompted_by", programme.prompted_by);
    a.list("observances", programme.observances);
    a.list("activities", programme.activities);
    a.list("councils", programme.councils);
    a.optional_object("banding", programme.banding);
    a.list("risk_areas", programme.risk_areas);
    a.list("tasks", programme.tasks);
    a.list("events", programme.events);
    a.list("declared", programme.declared);
    a.list("not_published", programme.not_published);
    a.list("notes", programme.notes);
}

}  // namespace probity::detail
