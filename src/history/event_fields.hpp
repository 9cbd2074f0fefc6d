// The fields of the bodies of events, as records/fields.hpp lists those of the records.
#pragma once

#include "probity/history/event.hpp"
#include "records/fields.hpp"

namespace probity::detail {

template <class Archive, Of<UnitAdded> T>
void fields(Archive& a, T& body) {
    a.object("unit", body.unit);
    a.reference("band", body.band, Target::band);
}

template <class Archive, Of<UnitMoved> T>
void fields(Archive& a, T& body) {
    a.reference("band", body.band, Target::band);
}

template <class Archive, Of<UnitClosed> T>
void fields(Archive& a, T& body) {
    a.reference("to", body.to, Target::unit);
}

template <class Archive, Of<BandsParted> T>
void fields(Archive& a, T& body) {
    a.list("bands", body.bands);
}

template <class Archive, Of<MemberLeft> T>
void fields(Archive& a, T& body) {
    a.reference("seat", body.seat, Target::seat);
}

template <class Archive, Of<MeetingMoved> T>
void fields(Archive& a, T& body) {
    a.nullable("date", body.date);
    a.optional("begins", body.begins);
    a.optional("ends", body.ends);
}

template <class Archive, Of<MeetingHeld> T>
void fields(Archive& a, T& body) {
    a.nullable("date", body.date);
    a.optional("earliest", body.earliest);
    a.optional("before", body.before);
    a.references("present", body.present, Target::seat);
}

template <class Archive, Of<EvidenceGiven> T>
void fields(Archive& a, T& body) {
    a.list("evidence", body.evidence);
}

template <class Archive, Of<ItemDecided> T>
void fields(Archive& a, T& body) {
    a.word("item", body.item);
    a.value("outcome", body.outcome);
    a.optional_integer("in_favour", body.in_favour, 0, 10'000);
    a.optional_integer("against", body.against, 0, 10'000);
    a.optional_integer("abstained", body.abstained, 0, 10'000);
}

template <class Archive, Of<TaskSuperseded> T>
void fields(Archive& a, T& body) {
    a.reference("by", body.by, Target::task);
}

template <class Archive, Of<TaskAssigned> T>
void fields(Archive& a, T& body) {
    a.reference("owner", body.owner, Target::unit);
    a.reference("band", body.band, Target::band);
}

template <class Archive, Of<TaskRescheduled> T>
void fields(Archive& a, T& body) {
    a.nullable("due", body.due);
}

template <class Archive, Of<TaskWeighted> T>
void fields(Archive& a, T& body) {
    a.integer("weight", body.weight, 1, 1'000'000);
}

template <class Archive, Of<TaskLinked> T>
void fields(Archive& a, T& body) {
    a.references("depends_on", body.depends_on, Target::task);
    a.references("indicators", body.indicators, Target::indicator);
}

template <class Archive, Of<TaskDirected> T>
void fields(Archive& a, T& body) {
    a.reference("risk_area", body.risk_area, Target::risk_area);
}

template <class Archive, Of<AreaAssigned> T>
void fields(Archive& a, T& body) {
    a.references("owners", body.owners, Target::unit);
}

}  // namespace probity::detail
