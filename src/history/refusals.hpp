// Refusing a step: the message names the subject, the state, what was wanted and what is missing.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "history/fold.hpp"
#include "history/kind_words.hpp"
#include "planning/words.hpp"
#include "records/check_parts.hpp"
#include "text/refused_names.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

/// A kind of event in refusals: "task.adopted", "과제 채택".
[[nodiscard]] inline Text kind_in_refusals(EventKind kind) {
    Text words = kind_words(kind);
    words.english = to_string(kind);
    return words;
}

[[noreturn]] inline void refuse_step(const Step& step, const Text& what) {
    throw ProbityError(sentence("step", {{"kind", kind_in_refusals(step.kind)},
                                         {"subject", step.subject},
                                         {"on", written(step.on)},
                                         {"what", what}}));
}

/// `unmet` is the condition as it should be: "evidence is handed in". The states are names of the
/// enumeration, such as "task_state".
[[noreturn]] inline void refuse_transition(const Step& step, std::string_view enumeration,
                                           std::string_view state, std::string_view wanted,
                                           const Text& unmet) {
    throw TransitionError(sentence("transition", {{"subject", step.subject},
                                                  {"state", name_in_refusals(enumeration, state)},
                                                  {"on", written(step.on)},
                                                  {"wanted", name_in_refusals(enumeration, wanted)},
                                                  {"unmet", unmet}}),
                          std::string(state), std::string(wanted), unmet.in(Language::english));
}

/// An element of a list, to be changed.
template <class Record>
Record& changed(std::vector<Record>& records, std::size_t i) {
    return records[i];
}
template <class Record>
Record& changed(List<Record>& records, std::size_t i) {
    return records.edit(i);
}

/// The record that is the subject of a step.
template <class Records>
auto& record_of(Records& records, const Step& step, const char* what) {
    std::vector<std::string> known;
    std::size_t place = 0;
    for (const auto& each : std::as_const(records)) {
        if (each.id == step.subject) return changed(records, place);
        ++place;
    }
    for (const auto& each : std::as_const(records)) known.push_back(each.id);
    refuse_step(step, sentence("no_such_record",
                               {{"what", record_in_refusals(what)}, {"known", listed(known)}}));
}

/// Refuses what is not in force on the day of a step.
inline void require_in_force(const Validity& days, const Step& step) {
    if (days.is_over_by(step.on))
        refuse_step(step, sentence("ended", {{"on", written(*days.until)}}));
    if (!days.has_begun_by(step.on)) {
        refuse_step(step, sentence("begins_later", {{"on", written(*days.from)}}));
    }
}

/// Ends a record with a `begin` and an `end` on the day of a step. Refuses one that is over, or has not
/// been in force for a day. `what` is its name in the refusal.
template <class Record>
void end_on_day(Record& record, const Step& step, const Text& what = sentence("it")) {
    const Validity days = validity_of(record);
    if (days.is_over_by(step.on)) {
        refuse_step(step, sentence("ended_before", {{"what", what}, {"on", written(*days.until)}}));
    }
    if (days.from && *days.from >= step.on) {
        refuse_step(step, sentence("not_begun", {{"what", what}, {"on", written(*days.from)}}));
    }
    record.end = step.on;
}

/// The same of the versions that are not over. Returns whether there are any.
template <class Versions>
bool end_versions(Versions& versions, const Step& step) {
    bool ends = false;
    for (auto& version : versions) {
        if (validity_of(version).is_over_by(step.on)) continue;
        end_on_day(version, step);
        ends = true;
    }
    return ends;
}

/// Adds a version, which ends the one before (Versions::add). Refuses one that is to begin before it
/// was changed.
template <class Version>
void add_version(Versions<Version>& versions, const Version& next, const Step& step) {
    if (next.begin && *next.begin < step.on) {
        const std::string key = std::string("version.") + version_name<Version>;
        refuse_step(step, sentence("version_begins_before",
                                   {{"version", sentence(key)}, {"on", written(*next.begin)}}));
    }
    try {
        versions.add(next);
    } catch (const ProbityError& error) {
        refuse_step(step, error.text());
    }
}

/// Refuses a record of another than the subject.
inline void check_subject(const Step& step, const std::string& id) {
    if (id != step.subject) refuse_step(step, sentence("record_of_another", {{"id", id}}));
}

}  // namespace probity::detail
