#include "history/fold.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "date/interruption.hpp"
#include "date/text.hpp"
#include "history/body.hpp"
#include "history/refusals.hpp"
#include "planning/name_words.hpp"
#include "records/check_parts.hpp"

namespace probity::detail {

Fold::Fold(ProgrammeParts founding) : parts_(std::move(founding)) {
    const auto take = [&](const auto& records, Target kind) {
        for (const auto& record : records) ids_.add({record.id, kind});
    };
    take(parts_.sources, Target::source);
    take(parts_.observances, Target::observance);
    take(parts_.risk_areas, Target::risk_area);
    take(parts_.institution.units, Target::unit);
    take(parts_.institution.seats, Target::seat);
    if (parts_.banding) take(parts_.banding->bands, Target::band);
    take(parts_.indicators, Target::indicator);
    take(parts_.duties, Target::duty);
    take(parts_.officials, Target::official);
    take(parts_.activities, Target::activity);
    take(parts_.councils, Target::council);
    take(parts_.occasions, Target::occasion);
    take(parts_.year_goals, Target::year_goal);
    take(parts_.quotas, Target::quota);
    std::uint32_t place = 0;
    for (const Task& task : parts_.tasks) tasks_.insert(hash_of_name(task.id), place++);
}

std::uint32_t Fold::Ids::hash(const Id& id) noexcept {
    // The same id of another kind lies elsewhere.
    constexpr std::uint32_t spread = 0x9e3779b9;
    return hash_of_name(id.id) ^ (static_cast<std::uint32_t>(id.kind) * spread);
}

std::optional<std::uint32_t> Fold::Ids::find(const Id& id) const {
    return index.find(hash(id), [&](std::uint32_t i) { return list[i] == id; });
}

void Fold::Ids::add(Id id) {
    index.insert(hash(id), static_cast<std::uint32_t>(list.size()));
    list.push_back(std::move(id));
}

void Fold::Ids::remove(const Id& id) {
    if (const auto found = find(id)) index.erase(hash(id), *found);
}

std::optional<std::uint32_t> Fold::place_of_task(std::string_view id, std::uint32_t hash) const {
    return tasks_.find(hash, [&](std::uint32_t place) { return parts_.tasks[place].id == id; });
}

constexpr std::array<Fold::Handler, event_kinds.size()> Fold::handlers{
#define KIND(kind, name, body, subject, handler, guards) &Fold::handler,
#include "history/event_kinds.inc"
};

void Fold::annul(const Step&) {}

void Fold::apply(const History& history, std::size_t row, int rules) {
    const History::Row& entry = history.row(row);
    const Step step{.number = static_cast<int>(row) + 1,
                    .kind = entry.kind,
                    .on = entry.effective,
                    .actor = history.name(entry.actor),
                    .subject = history.name(entry.subject),
                    .subject_hash = history.hash_of(entry.subject),
                    .body = history.body(row),
                    .reason = history.name(entry.reason),
                    .rules = rules,
                    .history = history};
    (this->*handlers[static_cast<std::size_t>(step.kind)])(step);
}

bool Fold::has(Target kind, const std::string& id) const {
    if (kind == Target::task) return place_of_task(id).has_value();
    return ids_.find({id, kind}).has_value();
}

std::vector<std::string> Fold::known_ids(Target kind) const {
    std::vector<std::string> known;
    if (kind == Target::task) {
        for (const Task& task : parts_.tasks) known.push_back(task.id);
    } else {
        for (std::uint32_t i = 0; i < ids_.list.size(); ++i) {
            const Id& each = ids_.list[i];
            if (each.kind == kind && ids_.find(each) == i) known.push_back(each.id);
        }
    }
    std::sort(known.begin(), known.end());
    return known;
}

void Fold::require(Target kind, const std::string& id, const char* key) const {
    if (has(kind, id)) return;
    throw ProbityError(std::string(key) + ": there is no " + spaced(to_string(kind)) + " '" +
                       printable(id) + "'; the programme has " + listed(known_ids(kind)));
}

void Fold::take_id(const std::string& id, Target kind) {
    if (has(kind, id)) {
        throw ProbityError("the id '" + printable(id) + "' is already that of " +
                           with_article(to_string(kind)) + "; each " + spaced(to_string(kind)) +
                           " has its own");
    }
    if (kind == Target::task) {
        tasks_.insert(hash_of_name(id), static_cast<std::uint32_t>(parts_.tasks.size()));
    } else {
        ids_.add({id, kind});
    }
}

namespace {

/// Each row, but those corrected or annulled, in the place of the event that it corrects in the end.
std::vector<std::uint32_t> rows_in_place(const History& history) {
    constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> stands(history.size());
    std::iota(stands.begin(), stands.end(), std::uint32_t{0});
    if (!history.has_corrections()) return stands;
    // One row at most stands in a place.
    std::vector<std::uint32_t> place = stands;
    // By annulment what stood in its place before it.
    std::unordered_map<std::uint32_t, std::uint32_t> before;
    for (std::uint32_t i = 0; i < history.size(); ++i) {
        const History::Row& row = history.row(i);
        if (row.corrects == 0) continue;
        const auto corrected = static_cast<std::uint32_t>(row.corrects - 1);
        place[i] = place[corrected];
        stands[i] = none;
        std::uint32_t& there = stands[place[i]];
        // Under rules 1 what corrected an annulment stood nowhere.
        const auto undone = before.find(corrected);
        const bool is_kept_out = undone != before.end() && row.rules < 2;
        if (row.kind != EventKind::event_annulled) {
            if (!is_kept_out) there = i;
            continue;
        }
        const std::uint32_t restored =
            undone == before.end() || is_kept_out ? none : undone->second;
        before.emplace(i, there);
        there = restored;
    }
    std::erase(stands, none);
    return stands;
}

}  // namespace

std::vector<std::uint32_t> standing(const History& history, const std::optional<Date>& effective) {
    std::vector<std::uint32_t> rows = rows_in_place(history);
    if (effective) {
        std::erase_if(rows, [&](std::uint32_t i) { return history.row(i).effective > *effective; });
    }
    const auto is_earlier = [&](std::uint32_t a, std::uint32_t b) {
        return history.row(a).effective < history.row(b).effective;
    };
    if (!std::is_sorted(rows.begin(), rows.end(), is_earlier)) {
        std::stable_sort(rows.begin(), rows.end(), is_earlier);
    }
    return rows;
}

}  // namespace probity::detail
