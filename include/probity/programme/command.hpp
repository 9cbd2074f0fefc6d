// A command: somebody does something to a programme. It is checked, and gives the event that records
// it; the programme itself does not change until the event is applied.
//
//     Act act{.on = make_date(2026, 3, 2), .by = "integrity-team"};
//     Event started = record(programme, EventKind::task_started, "T-07", {}, act);
//     const Programme later = programme.apply(started);
//
// A step that the state does not allow is refused, and the refusal says what is missing:
//
//     record(later, EventKind::task_verified, "T-07", {}, act);      // ProbityError, as follows
//
// TransitionError: 'T-07' is in_progress on 2026-03-02 and cannot become verified: needed is that it
// is submitted.
//
// A correction is a patch. It replaces an event, and what it does not name stays as that event said
// it: here the weight, the indicators and all else that the proposal of event 2 had.
//
//     Act correcting{.on = make_date(2026, 1, 5), .by = "integrity-team", .corrects = 2};
//     record(programme, EventKind::task_proposed, "T-40",
//            Held(Task{.id = "T-40", .title = {"공개", "Open data of contracts"}}), correcting);
//
// To put a field back to what a fresh record has, name it:
//
//     correcting.named = {"title", "due"};         // the title as said, and no due date
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "probity/history/event.hpp"
#include "probity/programme/programme.hpp"

namespace probity {

/// Says for an act on a programme by whom it is done, when and why.
struct Act {
    /// The day from which it is true.
    Date on{};
    /// The post or account that records it.
    std::string by = {};
    /// Why; needed where something is refused, stopped or changed.
    std::string reason = {};
    /// When it is recorded, in UTC. Without one the event has no stamp until it is saved: nothing
    /// else reads the clock.
    std::optional<std::chrono::sys_seconds> recorded = std::nullopt;
    /// The number of the event that it corrects; 0 if it corrects none.
    int corrects = 0;
    /// The fields that a correction says, under the names that they have in a document; "reason" is
    /// one of them. Fields of a record within the body are named by their own names. Without this
    /// list the fields that differ from a fresh record are the ones it says.
    std::optional<std::vector<std::string>> named = std::nullopt;
};

/// The event that records a step, checked: the programme can apply it. A step that corrects an event
/// of the same kind keeps of that one's body and reason what it does not name. Throws as
/// Programme::apply does.
[[nodiscard]] Event record(const Programme& programme, EventKind kind, std::string subject,
                           EventBody body, const Act& act);

}  // namespace probity
