#include "history/fold.hpp"

#include <algorithm>
#include <utility>

#include "date/interruption.hpp"
#include "date/text.hpp"
#include "history/body.hpp"
#include "history/refusals.hpp"
#include "records/check_parts.hpp"
#include "records/walk.hpp"
#include "text/name_words.hpp"

namespace probity::detail {

Fold::Fold(ProgrammeParts founding) : parts_(std::move(founding)) {
    each_list(parts_, [this](const IdList& list) {
        if (list.of.target == Target::task) return;
        for (std::size_t i = 0; i < list.size(); ++i) {
            ids_.add({std::string(list.id(i)), list.of.target.value()});
        }
    });
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

void Fold::insert_tasks(std::vector<NewTask> tasks) {
    if (tasks.empty()) return;
    const List<Task> before = parts_.tasks;
    const std::size_t first = tasks.front().place;
    // From the end, so that no two tasks have one place.
    std::size_t later = tasks.size();
    for (std::size_t i = before.size(); i-- > first;) {
        while (tasks[later - 1].place > i) --later;
        const std::uint32_t hash = hash_of_name(before[i].id);
        tasks_.erase(hash, static_cast<std::uint32_t>(i));
        tasks_.insert(hash, static_cast<std::uint32_t>(i + later));
    }
    parts_.tasks = before.first(first);
    std::size_t next = first;
    const auto go_on_to = [&](std::size_t place) {
        for (; next < place; ++next) parts_.tasks.push_back(before[next]);
    };
    for (NewTask& added : tasks) {
        go_on_to(added.place);
        tasks_.insert(hash_of_name(added.task.id), static_cast<std::uint32_t>(parts_.tasks.size()));
        parts_.tasks.push_back(std::move(added.task));
    }
    go_on_to(before.size());
}

constexpr std::array<Fold::Handler, event_kinds.size()> Fold::handlers{
#define PROBITY_EVENT(kind, name, body, subject, handler, guards) &Fold::handler,
#include "probity/history/event_kinds.inc"
};

void Fold::annul(const Step&) {}

void Fold::apply(const History& history, std::size_t row, const History::Entry& entry, int rules,
                 TasksInHand* in_hand) {
    const Step step{.number = static_cast<int>(row) + 1,
                    .kind = entry.row.kind,
                    .on = entry.row.effective,
                    .subject = history.name(entry.row.subject),
                    .body = entry.body,
                    .reason = history.name(entry.row.reason),
                    .rules = rules,
                    .history = history,
                    .row = entry.row,
                    .in_hand = in_hand};
    (this->*handlers[static_cast<std::size_t>(step.kind)])(step);
}

bool Fold::has(Target kind, const std::string& id) const {
    if (kind == Target::task) {
        return place_of_task(id).has_value() || (others_ != nullptr && (*others_)(id));
    }
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
    throw ProbityError(sentence("no_record_of", {{"key", key},
                                                 {"what", record_in_refusals(to_string(kind))},
                                                 {"id", printable(id)},
                                                 {"known", listed(known_ids(kind))}}));
}

namespace {

[[noreturn]] void refuse_taken(Target kind, const std::string& id) {
    Text of = record_in_refusals(to_string(kind));
    of.english = with_article(to_string(kind));
    throw ProbityError(sentence(
        "id_taken",
        {{"id", printable(id)}, {"of", of}, {"what", record_in_refusals(to_string(kind))}}));
}

}  // namespace

void Fold::take_id(const std::string& id, Target kind) {
    if (has(kind, id)) refuse_taken(kind, id);
    ids_.add({id, kind});
}

void Fold::take_id_of_task(const Step& step) {
    const std::uint32_t hash = step.subject_hash();
    if (place_of_task(step.subject, hash)) refuse_taken(Target::task, step.subject);
    tasks_.insert(hash, static_cast<std::uint32_t>(parts_.tasks.size()));
}

}  // namespace probity::detail
