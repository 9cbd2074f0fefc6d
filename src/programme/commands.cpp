#include "programme/commands.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "history/body.hpp"
#include "probity/history/history.hpp"
#include "probity/programme/commands.hpp"

namespace probity {
namespace detail {
namespace {

const RecordVerbs& verbs_of(const RecordDescription& record) {
    for (const RecordVerbs& verbs : record_verbs()) {
        if (&verbs.record == &record) return verbs;
    }
    throw ProbityError("a record '" + std::string(record.name) +
                       "' is not added, changed or ended by itself");
}

/// The id of a record, or its name if a programme has one of its kind.
std::string subject_of(const RecordDescription& record, std::string_view id) {
    return std::string(record.list == nullptr ? record.name : id);
}

[[noreturn]] void refuse_verb(const RecordDescription& record, const char* verb) {
    throw ProbityError("a record '" + std::string(record.name) + "' is not " + verb +
                       " by an event of that name; see the kinds of events");
}

}  // namespace

std::span<const RecordVerbs> record_verbs() {
    using enum EventKind;
    static const std::array verbs{
        RecordVerbs{"programme", description_of<ProgrammeParts>(), {}, programme_changed, {}},
        RecordVerbs{"institution", description_of<Institution>(), {}, institution_changed, {}},
        RecordVerbs{"head", description_of<Head>(), {}, head_changed, {}},
        RecordVerbs{"unit", description_of<Unit>(), unit_added, unit_changed, unit_closed},
        RecordVerbs{"seat", description_of<Seat>(), seat_added, seat_changed, seat_closed},
        RecordVerbs{"source", description_of<Source>(), source_added, source_changed, source_ended},
        RecordVerbs{"banding", description_of<Banding>(), banding_added, banding_changed,
                    banding_ended},
        RecordVerbs{"council", description_of<Council>(), council_established, council_changed,
                    council_ended},
        RecordVerbs{"observance", description_of<Observance>(), observance_added,
                    observance_changed, observance_ended},
        RecordVerbs{"activity", description_of<Activity>(), activity_added, activity_changed,
                    activity_ended},
        RecordVerbs{"occasion", description_of<Occasion>(), occasion_added, occasion_changed,
                    occasion_ended},
        RecordVerbs{"quota", description_of<Quota>(), quota_set, quota_changed, quota_ended},
        RecordVerbs{"area", description_of<RiskArea>(), area_named, area_changed, area_ended},
        RecordVerbs{"task", description_of<Task>(), task_proposed, task_changed, {}},
        RecordVerbs{"duty", description_of<Duty>(), duty_added, duty_changed, duty_ended},
        RecordVerbs{"official", description_of<Official>(), official_listed, official_changed,
                    official_left},
        RecordVerbs{"indicator", description_of<Indicator>(), indicator_added, indicator_changed,
                    indicator_ended},
        RecordVerbs{"goal", description_of<YearGoal>(), goal_set, goal_changed, goal_ended},
    };
    return verbs;
}

Event add(const Programme& programme, const RecordDescription& record, const void* values,
          const Act& act) {
    const auto kind = verbs_of(record).added;
    if (!kind) refuse_verb(record, "added");
    EventBody body = *kind == EventKind::unit_added
                         ? Held(UnitAdded{*static_cast<const Unit*>(values), ""})
                         : body_of_record(record, values);
    return probity::record(programme, *kind, subject_of(record, id_in(record, values)),
                           std::move(body), act);
}

Event change(const Programme& programme, std::string_view id, const RecordPatch& patch,
             const Act& act) {
    return probity::record(programme, verbs_of(patch.record()).changed,
                           subject_of(patch.record(), id), Held(patch), act);
}

Event end(const Programme& programme, std::string_view id, const RecordDescription& record,
          const Act& act) {
    const auto kind = verbs_of(record).ended;
    if (!kind) refuse_verb(record, "ended");
    return probity::record(programme, *kind, subject_of(record, id), {}, act);
}

}  // namespace detail

Programme new_programme(const std::string& id, const Text& title, const Act& act) {
    const Programme empty(ProgrammeParts{.id = id, .title = title, .institution = {.name = title}});
    return empty.apply(record(empty, EventKind::programme_founded,
                              detail::description_of<ProgrammeParts>().name, {}, act));
}

Event annul(const Programme& programme, int number, const Act& act) {
    if (act.corrects != 0 && act.corrects != number) {
        throw ProbityError("event " + std::to_string(number) +
                           " is to be annulled, and the act corrects " +
                           std::to_string(act.corrects) + "; an annulment corrects what it annuls");
    }
    const History& history = programme.history();
    const bool is_there = number >= 1 && static_cast<std::size_t>(number) <= history.size();
    Act annulling = act;
    annulling.corrects = number;
    return record(programme, EventKind::event_annulled,
                  is_there ? history[static_cast<std::size_t>(number) - 1].subject : "", {},
                  annulling);
}

}  // namespace probity
