#include "programme/commands.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "history/body.hpp"
#include "probity/history/history.hpp"
#include "probity/programme/commands.hpp"
#include "text/refused_names.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace detail {
namespace {

std::optional<EventKind> kind_named(const std::string& name) {
    const auto found = std::find_if(event_kinds.begin(), event_kinds.end(),
                                    [&](const EventKindRow& row) { return row.name == name; });
    return found == event_kinds.end() ? std::nullopt : std::optional(found->kind);
}

/// The kind that adds a record: "unit.added"; else the first that says a whole one, "quota.set".
std::optional<EventKind> kind_that_adds(const std::string& name, const RecordDescription& record) {
    if (const auto added = kind_named(name + ".added")) return added;
    for (const EventKindRow& row : event_kinds) {
        const bool says_one = with_body_of(row.kind, [&]<class Body>() {
            if constexpr (std::is_same_v<Body, Nothing> || std::is_same_v<Body, RecordPatch>) {
                return false;
            } else {
                return &description_of<Body>() == &record;
            }
        });
        if (says_one) return row.kind;
    }
    return std::nullopt;
}

/// The kind that ends a record: "duty.ended". Units and seats are closed, and officials leave.
std::optional<EventKind> kind_that_ends(const std::string& name) {
    if (name == "unit") return EventKind::unit_closed;
    if (name == "seat") return EventKind::seat_closed;
    if (name == "official") return EventKind::official_left;
    return kind_named(name + ".ended");
}

const RecordVerbs& verbs_of(const RecordDescription& record) {
    for (const RecordVerbs& verbs : record_verbs()) {
        if (&verbs.record == &record) return verbs;
    }
    throw ProbityError(sentence("command.record", {{"record", record_in_refusals(record.name)}}));
}

/// The id of a record, or its name if a programme has one of its kind.
std::string subject_of(const RecordDescription& record, std::string_view id) {
    return std::string(record.list == nullptr ? record.name : id);
}

[[noreturn]] void refuse_verb(const RecordDescription& record, std::string_view kind) {
    throw ProbityError(sentence(kind, {{"record", record_in_refusals(record.name)}}));
}

}  // namespace

std::span<const RecordVerbs> record_verbs() {
    static const std::vector<RecordVerbs> verbs = [] {
        std::vector<RecordVerbs> out;
        for (const EventKindRow& row : event_kinds) {
            const RecordDescription* record = record_changed_by(row.kind);
            if (record == nullptr) continue;
            const std::string name(row.name.substr(0, row.name.find('.')));
            out.push_back(
                {name, *record, kind_that_adds(name, *record), row.kind, kind_that_ends(name)});
        }
        return out;
    }();
    return verbs;
}

Event add(const Programme& programme, const RecordDescription& record, const void* values,
          const Act& act) {
    const auto kind = verbs_of(record).added;
    if (!kind) refuse_verb(record, "command.not_added");
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
    if (!kind) refuse_verb(record, "command.not_ended");
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
        throw ProbityError(detail::sentence("command.annuls_another",
                                            {{"number", number}, {"corrects", act.corrects}}));
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
