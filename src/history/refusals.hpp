// Refusing a step: the message names the subject, the state, what was wanted and what is missing.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
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

/// The record that is the subject of a step.
template <class Record>
Record& record_of(std::vector<Record>& records, const Step& step, const char* what) {
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const Record& each) { return each.id == step.subject; });
    if (found != records.end()) return *found;
    std::vector<std::string> known;
    for (const Record& each : records) known.push_back(each.id);
    refuse_step(step,
                "there is no such " + std::string(what) + "; the programme has " + listed(known));
}

/// Refuses a record of another than the subject.
inline void check_subject(const Step& step, const std::string& id) {
    if (id != step.subject) refuse_step(step, "the record is that of '" + id + "', another");
}

}  // namespace probity::detail
