// What the proofs of the journal have in common: an office, and events without end.
#pragma once

#include <cstdlib>
#include <string>

#include "probity/journal/journal.hpp"
#include "tests/folder.hpp"
#include "tests/history/office.hpp"

namespace probity {

/// How many times longer the proofs run than in CI: PROBITY_LONG_TESTS=10.
inline int proof_length() {
    const char* times = std::getenv("PROBITY_LONG_TESTS");
    return times == nullptr ? 1 : std::max(1, std::atoi(times));
}

/// The event by which a task of an id is proposed.
inline Event proposal(const Programme& now, const std::string& id) {
    return record(now, EventKind::task_proposed, id,
                  Held(Task{.id = id, .title = words(id), .owner = "tax"}), on(3, 2));
}

/// The same with the number that the event gets as id.
inline Event next_proposal(const Programme& now) {
    return proposal(now, "N-" + std::to_string(now.history().size() + 1));
}

}  // namespace probity
