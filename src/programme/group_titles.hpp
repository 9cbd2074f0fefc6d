// How the groups are called by which tasks are put together.
#pragma once

#include <string>
#include <vector>

#include "planning/words.hpp"
#include "programme/standing.hpp"
#include "text/name_words.hpp"

namespace probity::detail {

[[nodiscard]] inline Text all_tasks_title() { return {"전체", "All tasks"}; }
[[nodiscard]] inline Text not_assigned_title() { return {"지정되지 않음", "Not assigned"}; }

[[nodiscard]] inline Text title_of(TaskKind kind) {
    Text title = words_for("task_kind", to_string(kind));
    title.english += "s";
    return title;
}

/// The title of a band, unit or risk area; its id if it has none or is not on record.
template <class Record>
[[nodiscard]] Text title_or_id(const std::vector<Record>& records, const std::string& id) {
    const Record* found = find_record(records, id);
    return found == nullptr || found->title.empty() ? Text{id, id} : found->title;
}

}  // namespace probity::detail
