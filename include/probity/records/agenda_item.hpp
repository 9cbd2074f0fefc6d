// An item of a meeting's agenda (안건), with its tasks, its outcome and its votes.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/text/text.hpp"

namespace probity {

/// 보고, 심의, 의결.
enum class ItemKind : std::uint8_t { report, deliberation, decision };

enum class ItemOutcome : std::uint8_t { open, noted, adopted, amended, deferred, rejected };

/// An item of a meeting's agenda (안건).
struct AgendaItem {
    std::string id = {};
    ItemKind kind = ItemKind::report;
    Text title = {};
    /// The ids of the Tasks that were proposed or discussed under it.
    std::vector<std::string> tasks = {};
    ItemOutcome outcome = ItemOutcome::open;
    /// Votes; null if none were counted.
    std::optional<int> in_favour = std::nullopt;
    std::optional<int> against = std::nullopt;
    std::optional<int> abstained = std::nullopt;

    friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

/// "report", "deliberation", "decision".
[[nodiscard]] std::string_view to_string(ItemKind kind) noexcept;

/// "open", "noted", "adopted", "amended", "deferred", "rejected".
[[nodiscard]] std::string_view to_string(ItemOutcome outcome) noexcept;

static_assert(std::regular<AgendaItem>);

}  // namespace probity
