// Common to all records: one is added, fields of it are changed, and it ends.
#include "history/record_patch.hpp"
#include "history/references.hpp"
#include "history/referrers.hpp"
#include "history/refusals.hpp"
#include "records/check_parts.hpp"
#include "text/name_words.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

/// The record of which a programme has one, and no list; null if it has none.
void* single_of(const RecordDescription& of, ProgrammeParts& parts) {
    if (&of == &description_of<Head>()) return &parts.institution.head;
    if (&of == &description_of<Institution>()) return &parts.institution;
    if (&of == &description_of<ProgrammeParts>()) return &parts;
    return parts.banding ? &*parts.banding : nullptr;
}

/// The days of a record; all if it has none.
struct Days {
    std::optional<Date> begin;
    std::optional<Date> end;
};
Days days_of(const RecordDescription& of, const void* record) {
    const auto day = [&](const char* key) {
        const Date* found = date_in(of, record, key);
        return found == nullptr ? std::nullopt : std::optional(*found);
    };
    return {.begin = day("begin"), .end = day("end")};
}

/// Refuses a change of what is over.
void require_not_over(const RecordDescription& of, const void* record, const Step& step) {
    const Validity days = validity_of(days_of(of, record));
    if (days.is_over_by(step.on))
        refuse_step(step, sentence("ended", {{"on", written(*days.until)}}));
}

/// Refuses a record that lacks what it has to have; a patch may be the first to say it.
void require_whole(const RecordDescription& of, const void* record, const Step& step) {
    for (const Field& field : of.fields) {
        if (field.is_written() && field.presence == Presence::required &&
            field.kind == FieldKind::text && is_absent(field, record)) {
            refuse_step(step, sentence("field_needed", {{"field", field.key}}));
        }
    }
}

void require_reason(const Step& step) {
    if (step.reason.empty()) refuse_step(step, sentence("end_without_reason"));
}

void require_no_referrers(const ProgrammeParts& parts, const Referred& referred, const Step& step) {
    const std::vector<std::string> found = referrers(parts, referred);
    if (found.empty()) return;
    refuse_step(step, sentence(found.size() == 1 ? "referred_to_once" : "referred_to",
                               {{"by", listed(found)}}));
}

}  // namespace

void* Fold::record_at(const RecordDescription& of, const Step& step) {
    // Of these there are many.
    if (of.target == Target::task) {
        const auto place = place_of_task(step.subject, step.subject_hash());
        if (place) return &parts_.tasks.edit(*place);
    }
    if (of.list == nullptr) {
        if (step.subject != of.name) {
            refuse_step(step, sentence("subject_is", {{"name", of.name}}));
        }
        void* single = single_of(of, parts_);
        if (single == nullptr)
            refuse_step(step,
                        sentence("institution_has_no", {{"what", record_in_refusals(of.name)}}));
        return single;
    }
    void* list = of.list(parts_);
    std::vector<std::string> known;
    for (std::size_t i = 0; i < of.list_ops->count(list); ++i) {
        const void* record = of.list_ops->item(list, i);
        if (id_in(of, record) == step.subject) return of.list_ops->edit(list, i);
        known.emplace_back(id_in(of, record));
    }
    refuse_step(step, sentence("no_such_record",
                               {{"what", record_in_refusals(of.name)}, {"known", listed(known)}}));
}

void Fold::require_references(const RecordDescription& of, const void* record) const {
    each_reference(of, record, [this](const char* key, const std::string& id, Target target) {
        require(target, id, key);
    });
}

void Fold::require_references(const std::vector<const Field*>& referring,
                              const void* record) const {
    each_reference(referring, record,
                   [this](const char* key, const std::string& id, Target target) {
                       require(target, id, key);
                   });
}

void Fold::add_record(const RecordDescription& of, const void* body, const Step& step) {
    require_references(of, body);
    check_subject(step, std::string(id_in(of, body)));
    take_id(step.subject, of.target.value());
    void* record = of.list_ops->add(of.list(parts_));
    of.ops->assign(record, body);
    const Field* begin = of.field("begin");
    if (begin != nullptr && is_absent(*begin, record)) {
        *static_cast<Date*>(begin->ops->make(begin->in(record))) = step.on;
    }
    check_record(of, record, "/" + step.subject);
}

void Fold::change_record(const RecordDescription& of, const Step& step) {
    const RecordPatch& patch = body_as<RecordPatch>(step.body);
    void* record = record_at(of, step);
    require_not_over(of, record, step);
    for (const std::string& name : patch.fields()) {
        const Field& field = *of.field(name);
        field.ops->assign(field.in(record), field.in(patch.values()));
        if (field.kind == FieldKind::reference && field.target_in(record) == Target::unit) {
            require_not_closed(step, field.key, member_as<std::string>(field, record));
        }
    }
    require_whole(of, record, step);
    const std::vector<Field> named = named_fields(patch);
    require_references(with_fields(of, named), record);
    check_record(of, record, "/" + step.subject);
    if (&of == &description_of<Unit>()) check_partition(step.on);
}

void Fold::end_record(const RecordDescription& of, const Step& step) {
    void* record = record_at(of, step);
    require_reason(step);
    require_not_over(of, record, step);
    const Field* end = of.field("end");
    require_no_referrers(parts_, {of.target.value(), step.subject, step.on, end == nullptr}, step);
    if (end != nullptr) {
        Days days = days_of(of, record);
        end_on_day(days, step);
        *static_cast<Date*>(end->ops->make(end->in(record))) = *days.end;
        check_record(of, record, "/" + step.subject);
        return;
    }
    void* list = of.list(parts_);
    for (std::size_t i = 0; i < of.list_ops->count(list); ++i) {
        if (of.list_ops->item(list, i) != record) continue;
        of.list_ops->remove(list, i);
        break;
    }
    ids_.remove({step.subject, of.target.value()});
}

void Fold::end_observance(const Step& step) {
    Observance& observance = record_of(parts_.observances, step, "observance");
    require_reason(step);
    if (observance.rules.empty()) refuse_step(step, sentence("no_rule_to_end"));
    end_on_day(observance.rules.back(), step);
    require_no_referrers(parts_, {Target::observance, step.subject, step.on, false}, step);
    check_observance(observance, "/" + observance.id);
}

void Fold::end_council(const Step& step) {
    Council& council = council_of(step);
    require_reason(step);
    for (const Meeting& meeting : council.meetings) {
        if (meeting.state == MeetingState::planned || meeting.state == MeetingState::noticed) {
            refuse_step(
                step,
                sentence("meeting_is_open",
                         {{"meeting", meeting_id(meeting)},
                          {"state", name_in_refusals("meeting_state", to_string(meeting.state))}}));
        }
    }
    require_no_referrers(parts_, {Target::council, step.subject, step.on, false}, step);
    const bool has_charter = end_versions(council.charters, step);
    const bool has_cadence = end_versions(council.cadences, step);
    const bool has_member = end_versions(council.memberships, step);
    if (!has_charter && !has_cadence && !has_member) {
        refuse_step(step, sentence("council_has_ended"));
    }
    check_council(council, "/" + council.id);
}

void Fold::add_banding(const Step& step) {
    const Banding& banding = body_of<Banding>(step);
    if (step.subject != description_of<Banding>().name) {
        refuse_step(step, sentence("subject_is_banding"));
    }
    if (parts_.banding) refuse_step(step, sentence("has_banding"));
    require_declared_bands(step, banding.bands.size());
    for (const Band& band : banding.bands) take_id(band.id, Target::band);
    parts_.banding = banding;
    check_partition(step.on);
}

void Fold::end_banding(const Step& step) {
    static_cast<void>(record_at(description_of<Banding>(), step));
    require_reason(step);
    for (const Band& band : parts_.banding->bands) {
        require_no_referrers(parts_, {Target::band, band.id, step.on, true}, step);
    }
    for (const Band& band : parts_.banding->bands) ids_.remove({band.id, Target::band});
    parts_.banding.reset();
}

void Fold::found(const Step& step) {
    static_cast<void>(record_at(description_of<ProgrammeParts>(), step));
    if (step.number != 1) refuse_step(step, sentence("founded_already"));
}

}  // namespace probity::detail
