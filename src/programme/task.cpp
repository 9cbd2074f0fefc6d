#include "probity/programme/task.hpp"

namespace probity {

std::string_view to_string(TaskKind kind) noexcept {
    switch (kind) {
        case TaskKind::practice_task:
            return "practice_task";
        case TaskKind::improvement_measure:
            return "improvement_measure";
        case TaskKind::action_item:
            break;
    }
    return "action_item";
}

}  // namespace probity
