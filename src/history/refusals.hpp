// Refusing a step: the message names the subject, the state, what was wanted and what is missing.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "history/fold.hpp"
#include "records/check_parts.hpp"

namespace probity::detail {

[[noreturn]] inline void refuse_step(const Step& step, const std::string& what) {
    throw ProbityError(std::string(to_string(step.kind)) + " of '" + step.subject + "' on " +
                       to_string(step.on) + ": " + what);
}

/// `unmet` is the condition as it should be: "evidence is handed in".
[[noreturn]] inline void refuse_transition(const Step& step, std::string_view state,
                                           std::string_view wanted, const std::string& unmet) {
    throw TransitionError("'" + step.subject + "' is " + std::string(state) + " on " +
                              to_string(step.on) + " and cannot become " + std::string(wanted) +
                              ": needed is that " + unmet,
                          std::string(state), std::string(wanted), unmet);
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
    refuse_step(step,
                "there is no such " + std::string(what) + "; the programme has " + listed(known));
}

/// Refuses what is not in force on the day of a step.
inline void require_in_force(const Validity& days, const Step& step) {
    if (days.is_over_by(step.on)) refuse_step(step, "it ended on " + to_string(*days.until));
    if (!days.has_begun_by(step.on)) {
        refuse_step(step, "it begins only on " + to_string(*days.from));
    }
}

/// Ends a record with a `begin` and an `end` on the day of a step. Refuses one that is over, or has not
/// been in force for a day. `what` is its name in the refusal.
template <class Record>
void end_on_day(Record& record, const Step& step, const std::string& what = "it") {
    const Validity days = validity_of(record);
    if (days.is_over_by(step.on)) {
        refuse_step(step, what + " ended on " + to_string(*days.until));
    }
    if (days.from && *days.from >= step.on) {
        refuse_step(step, what + " begins on " + to_string(*days.from) +
                              "; an event that was wrong is annulled");
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
    const std::string name = version_name<Version>;
    if (next.begin && *next.begin < step.on) {
        refuse_step(step, "the " + name + " is to begin on " + to_string(*next.begin) +
                              ", before it was changed; what has gone by stays");
    }
    try {
        versions.add(next);
    } catch (const ProbityError& error) {
        refuse_step(step, error.what());
    }
}

/// Refuses a record of another than the subject.
inline void check_subject(const Step& step, const std::string& id) {
    if (id != step.subject) refuse_step(step, "the record is that of '" + id + "', another");
}

}  // namespace probity::detail
