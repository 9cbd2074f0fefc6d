// The progress of a year's tasks: what was done in earlier years no longer counts.
//
//     const View view(songpa, make_date(2027, 1, 15));
//     view.progress().front().total;                // 36, with those done in 2026
//     progress_of_year(view, 2027).front().total;   // 10, those carried over
#pragma once

#include <vector>

#include "probity/programme/progress.hpp"
#include "probity/programme/view.hpp"

namespace probity {

/// Whether a task belongs to a year: it was proposed by the end of it, and not done or dropped before it
/// began. A task that is over belongs to all years if no day is known on which it was.
/// Throws DateError for a year out of range.
[[nodiscard]] bool is_of_year(const Task& task, int year);

/// How far the tasks of a year have come on the day of a view, in groups as View::progress has them.
/// Throws DateError for a year out of range.
[[nodiscard]] std::vector<Progress> progress_of_year(const View& view, int year,
                                                     TaskGroup by = TaskGroup::all);

}  // namespace probity
