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

/// Refuses a record of another than the subject.
inline void check_subject(const Step& step, const std::string& id) {
    if (id != step.subject) refuse_step(step, "the record is that of '" + id + "', another");
}

}  // namespace probity::detail
