// The names of the kinds of events, as people read them.
//
//     kind_words(EventKind::task_started)      // {"과제 착수", "Task started"}
//     kind_words(EventKind::occasion_added)    // {"행사 등록", "Occasion added"}
//
// A name stands in the catalogues of words (text/words_*.inc). If that of a kind which adds, changes
// or ends a record is not there, it is made of the label of the record and the word for the step.
#pragma once

#include "probity/history/event.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// The name of a kind in both languages. Korean: empty if neither a catalogue nor a label has it.
[[nodiscard]] Text kind_words(EventKind kind);

/// The name that is made of the label of a record, whatever the catalogues have; empty for a kind that does
/// not add, change or end the record to which it applies.
[[nodiscard]] Text record_step_words(EventKind kind);

}  // namespace probity::detail
