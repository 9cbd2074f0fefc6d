#include "programme/later_ids.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "probity/history/history.hpp"

namespace probity::detail {
namespace {

/// Of each id the kinds of the records that have it, those first that come first in a document.
using Kinds = std::map<std::string_view, std::vector<EntryKind>>;

Kinds kinds_by_id(const ProgrammeParts& parts) {
    Kinds kinds;
    const auto add = [&](const auto& records, EntryKind kind) {
        for (const auto& record : records) kinds[record.id].push_back(kind);
    };
    add(parts.observances, EntryKind::day);
    add(parts.activities, EntryKind::activity);
    add(parts.councils, EntryKind::meeting);
    add(parts.occasions, EntryKind::event);
    return kinds;
}

/// The kind of record that an event adds, if calendar files show it.
std::optional<EntryKind> kind_added(EventKind kind) {
    if (kind == EventKind::observance_added) return EntryKind::day;
    if (kind == EventKind::activity_added) return EntryKind::activity;
    if (kind == EventKind::council_established) return EntryKind::meeting;
    if (kind == EventKind::occasion_added) return EntryKind::event;
    return std::nullopt;
}

/// The numbers of the events that added the records of some ids. What is in none is of the founding
/// document. A correction leaves the number of the event that it corrects.
std::map<std::pair<EntryKind, std::string_view>, std::size_t> numbers_of(const Kinds& shared,
                                                                         const History& history) {
    std::map<std::pair<EntryKind, std::string_view>, std::size_t> numbers;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const History::Row& row = history.row(i);
        const std::optional<EntryKind> kind = kind_added(row.kind);
        if (!kind || !shared.contains(history.name(row.subject))) continue;
        const std::pair added{*kind, std::string_view(history.name(row.subject))};
        if (row.corrects == 0) numbers.insert_or_assign(added, i + 1);
        if (row.corrects != 0) numbers.try_emplace(added, i + 1);
    }
    return numbers;
}

}  // namespace

std::set<std::pair<EntryKind, std::string>> later_ids(const Programme& programme) {
    Kinds shared = kinds_by_id(programme.parts());
    std::erase_if(shared, [](const auto& each) { return each.second.size() == 1; });
    std::set<std::pair<EntryKind, std::string>> later;
    if (shared.empty()) return later;
    const auto numbers = numbers_of(shared, programme.history());
    for (auto& [id, kinds] : shared) {
        const auto number = [&, &id = id](EntryKind kind) {
            const auto found = numbers.find({kind, id});
            return found == numbers.end() ? 0 : found->second;
        };
        const auto first = std::min_element(
            kinds.begin(), kinds.end(),
            [&](EntryKind a, EntryKind b) { return number(a) < number(b); });
        for (const EntryKind kind : kinds) {
            if (kind != *first) later.emplace(kind, id);
        }
    }
    return later;
}

}  // namespace probity::detail
