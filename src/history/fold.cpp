#include "history/fold.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "date/interruption.hpp"
#include "date/text.hpp"
#include "history/body.hpp"
#include "history/refusals.hpp"

namespace probity::detail {
namespace {

std::string_view name_of(Target target) {
    switch (target) {
        case Target::observance:
            return "observance";
        case Target::risk_area:
            return "risk area";
        case Target::unit:
            return "unit";
        case Target::seat:
            return "seat";
        case Target::band:
            return "band";
        case Target::task:
            return "task";
        case Target::indicator:
            return "indicator";
        case Target::duty:
            return "duty";
        case Target::official:
            return "official";
        case Target::activity:
            return "activity";
        case Target::council:
            return "council";
        case Target::source:
            return "source";
        case Target::other:
            break;
    }
    return "record";
}

}  // namespace

Fold::Fold(ProgrammeParts founding) : parts_(std::move(founding)) {
    const auto take = [&](const auto& records, Target target) {
        Ids& ids = ids_[target == Target::source ? 1 : 0];
        for (const auto& record : records) ids.add(record.id, target);
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
    take(parts_.occasions, Target::other);
    take(parts_.year_goals, Target::other);
    take(parts_.quotas, Target::other);
    std::uint32_t place = 0;
    for (const Task& task : parts_.tasks) tasks_.insert(hash_of_name(task.id), place++);
}

const Fold::Id* Fold::Ids::find(const std::string& id) const {
    const auto is_it = [&](std::uint32_t i) { return list[i].id == id; };
    const auto found = index.find(hash_of_name(id), is_it);
    return found ? &list[*found] : nullptr;
}

void Fold::Ids::add(const std::string& id, Target target) {
    index.insert(hash_of_name(id), static_cast<std::uint32_t>(list.size()));
    list.push_back({id, target});
}

void Fold::Ids::remove(const std::string& id) {
    const std::uint32_t hash = hash_of_name(id);
    const auto is_it = [&](std::uint32_t i) { return list[i].id == id; };
    if (const auto found = index.find(hash, is_it)) index.erase(hash, *found);
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

std::optional<Target> Fold::holder_of(const std::string& id, Target target) const {
    if (target == Target::task) {
        return place_of_task(id) ? std::optional(Target::task) : std::nullopt;
    }
    const Id* found = ids_of(target).find(id);
    return found == nullptr ? std::nullopt : std::optional(found->target);
}

std::vector<std::string> Fold::known_ids(Target target) const {
    std::vector<std::string> known;
    if (target == Target::task) {
        for (const Task& task : parts_.tasks) known.push_back(task.id);
    } else {
        const Ids& ids = ids_of(target);
        for (const Id& each : ids.list) {
            if (each.target == target && ids.find(each.id) == &each) known.push_back(each.id);
        }
    }
    std::sort(known.begin(), known.end());
    return known;
}

void Fold::require(Target target, const std::string& id, const char* key) const {
    if (holder_of(id, target) == target) return;
    const std::vector<std::string> known = known_ids(target);
    constexpr std::size_t most = 12;
    std::string listed;
    for (std::size_t i = 0; i < std::min(most, known.size()); ++i) {
        listed += (i == 0 ? "" : ", ") + known[i];
    }
    if (known.size() > most) listed += ", ... (" + std::to_string(known.size()) + ")";
    throw ProbityError(std::string(key) + ": there is no " + std::string(name_of(target)) + " '" +
                       printable(id) + "'; the programme has " + (known.empty() ? "none" : listed));
}

void Fold::take_id(const std::string& id, Target target) {
    if (const auto holder = holder_of(id, target)) {
        throw ProbityError("the id '" + printable(id) + "' is already that of a " +
                           std::string(name_of(*holder)) + "; each id is allowed once");
    }
    if (target == Target::task) {
        tasks_.insert(hash_of_name(id), static_cast<std::uint32_t>(parts_.tasks.size()));
    } else {
        ids_[target == Target::source ? 1 : 0].add(id, target);
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
