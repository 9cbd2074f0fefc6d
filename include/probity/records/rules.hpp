// The versions of the rules by which programmes and their events are judged.
//
//     current_rules;                        // 3: new records are judged by these
//     Event{}.rules;                        // 3
//
// A guard that becomes stricter judges what is recorded from then on. An event recorded before was
// legal under the rules of its day, and stays part of its history: it is replayed under those. So a
// file says by which version it was written, and one that says nothing was written by version 1.
//
//     2    votes and quorum of decisions, hours of meetings, units that are closed, annulled corrections
//     3    notice of a meeting is given so many clear days before (Charter::clear_notice)
#pragma once

namespace probity {

/// The version by which new records are judged. Versions 1 to this one are read.
inline constexpr int current_rules = 3;

}  // namespace probity
