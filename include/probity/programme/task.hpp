// Tasks, the areas of work that they make safer, and the counts that an institution declared.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"
#include "probity/planning/text.hpp"

namespace probity {

enum class TaskKind : std::uint8_t { practice_task, improvement_measure, action_item };

/// Something to be done for integrity.
struct Task {
    std::string id = {};
    TaskKind kind = TaskKind::practice_task;
    /// Empty where it is not published.
    Text title = {};
    std::optional<Date> proposed = std::nullopt;
    /// The id of the RiskArea for which it is meant; empty where that is not published.
    std::string risk_area = {};
    /// The id of a Source; empty where none is named.
    std::string source = {};

    friend bool operator==(const Task&, const Task&) = default;
};

/// A corruption-prone area of work (부패취약분야).
struct RiskArea {
    std::string id = {};
    Text title = {};
    /// The id of a Source; empty where none is named.
    std::string source = {};

    friend bool operator==(const RiskArea&, const RiskArea&) = default;
};

/// A count that an institution announced, to be held against what is recorded.
struct DeclaredCount {
    /// What was counted: "bands", "tasks".
    std::string what = {};
    int count = 0;
    int year = 1970;
    Text note = {};
    /// The id of a Source; empty where none is named.
    std::string source = {};

    friend bool operator==(const DeclaredCount&, const DeclaredCount&) = default;
};

/// "practice_task", "improvement_measure", "action_item".
[[nodiscard]] std::string_view to_string(TaskKind kind) noexcept;

static_assert(std::regular<Task> && std::regular<RiskArea> && std::regular<DeclaredCount>);

}  // namespace probity
