#include "probity/history/history.hpp"

#include <algorithm>

#include "date/instant.hpp"
#include "history/body.hpp"

namespace probity {
namespace {

/// Room for one more. It grows by a quarter, not to the double: histories are long, and stay.
template <class T>
void make_room(std::vector<T>& column) {
    if (column.size() < column.capacity()) return;
    column.reserve(column.size() + column.size() / 4 + 8);
}

std::optional<std::chrono::sys_seconds> instant_of(std::int64_t recorded) {
    if (recorded == History::unstamped) return std::nullopt;
    return std::chrono::sys_seconds(std::chrono::seconds(recorded));
}

}  // namespace

// The keys of the index are views of the names, so a copy makes its own.
History::History(const History& other)
    : rows_(other.rows_),
      bodies_(other.bodies_),
      unstamped_(other.unstamped_),
      last_recorded_(other.last_recorded_),
      corrected_by_(other.corrected_by_),
      kept_lines_(other.kept_lines_),
      names_(other.names_) {
    numbers_.reserve(names_.size());
    for (std::size_t i = 0; i < names_.size(); ++i) {
        numbers_.emplace(names_[i], static_cast<std::uint32_t>(i));
    }
}

History& History::operator=(History other) noexcept {
    rows_.swap(other.rows_);
    bodies_.swap(other.bodies_);
    unstamped_ = other.unstamped_;
    last_recorded_ = other.last_recorded_;
    corrected_by_.swap(other.corrected_by_);
    kept_lines_.swap(other.kept_lines_);
    names_.swap(other.names_);
    numbers_.swap(other.numbers_);
    return *this;
}

std::uint32_t History::number_of(const std::string& name, std::uint32_t last) {
    if (last < names_.size() && names_[last] == name) return last;
    const auto found = numbers_.find(name);
    if (found != numbers_.end()) return found->second;
    const auto number = static_cast<std::uint32_t>(names_.size());
    numbers_.emplace(names_.emplace_back(name), number);
    return number;
}

void History::append(const Event& event) {
    detail::check_event(event);
    const std::int64_t recorded =
        event.recorded ? event.recorded->time_since_epoch().count() : unstamped;
    const auto number = [&] { return std::to_string(size() + 1); };
    if (event.recorded && recorded < last_recorded_) {
        throw ProbityError(
            "event " + number() + " is recorded at " + detail::instant_text(*event.recorded) +
            ", before the last one, which was at " + detail::instant_text(*last_recorded()) +
            "; events are kept in the order of their recording");
    }
    if (!empty() && event.rules < rows_.back().rules) {
        throw ProbityError("event " + number() + " is recorded under rules " +
                           std::to_string(event.rules) + ", and the one before it under rules " +
                           std::to_string(int{rows_.back().rules}) +
                           "; the rules of a history never go back");
    }
    if (event.corrects < 0 || static_cast<std::size_t>(event.corrects) > size()) {
        throw ProbityError("event " + number() + " corrects event " +
                           std::to_string(event.corrects) + ", which is not before it; " +
                           (empty() ? std::string("there is none yet")
                                    : "1 to " + std::to_string(size()) + " is allowed"));
    }
    if (const auto found = corrected_by_.find(event.corrects); found != corrected_by_.end()) {
        throw ProbityError("event " + std::to_string(event.corrects) +
                           " is already corrected by event " + std::to_string(found->second) +
                           "; correct that one");
    }
    make_room(rows_);
    make_room(bodies_);
    const Row last = empty() ? Row{} : rows_.back();
    rows_.push_back({.recorded = recorded,
                     .effective = event.effective,
                     .actor = number_of(event.actor, last.actor),
                     .subject = number_of(event.subject, last.subject),
                     .reason = number_of(event.reason, last.reason),
                     .corrects = event.corrects,
                     .kind = event.kind,
                     .rules = static_cast<std::uint8_t>(event.rules)});
    bodies_.push_back(event.body);
    if (event.recorded) {
        last_recorded_ = recorded;
    } else {
        ++unstamped_;
    }
    if (event.corrects > 0) corrected_by_.emplace(event.corrects, static_cast<int>(size()));
}

void History::reserve(std::size_t events) {
    rows_.reserve(events);
    bodies_.reserve(events);
}

Event History::operator[](std::size_t i) const {
    if (i >= size()) {
        throw ProbityError("event " + std::to_string(i + 1) + " of " + std::to_string(size()) +
                           ": the history has no more");
    }
    const Row& row = rows_[i];
    return {.effective = row.effective,
            .recorded = instant_of(row.recorded),
            .actor = names_[row.actor],
            .kind = row.kind,
            .subject = names_[row.subject],
            .body = bodies_[i],
            .reason = names_[row.reason],
            .corrects = row.corrects,
            .rules = row.rules};
}

std::size_t History::known_at(std::chrono::sys_seconds instant) const {
    const auto is_unstamped = [](const Row& row) { return row.recorded == unstamped; };
    const auto stamped =
        has_unstamped() ? std::find_if(rows_.begin(), rows_.end(), is_unstamped) : rows_.end();
    const auto end =
        std::upper_bound(rows_.begin(), stamped, instant.time_since_epoch().count(),
                         [](std::int64_t limit, const Row& row) { return limit < row.recorded; });
    return static_cast<std::size_t>(end - rows_.begin());
}

std::optional<std::chrono::sys_seconds> History::first_recorded() const {
    const auto found = std::find_if(rows_.begin(), rows_.end(),
                                    [](const Row& row) { return row.recorded != unstamped; });
    return found == rows_.end() ? std::nullopt : instant_of(found->recorded);
}

std::optional<std::chrono::sys_seconds> History::last_recorded() const {
    return instant_of(last_recorded_);
}

History History::stamped(std::chrono::sys_seconds instant) const {
    History out = *this;
    // Not after the stamp that follows, ...
    std::int64_t latest = instant.time_since_epoch().count();
    for (std::size_t i = size(); i-- > 0;) {
        std::int64_t& recorded = out.rows_[i].recorded;
        if (recorded == unstamped) {
            recorded = latest;
            out.kept_lines_.erase(i + 1);
        } else {
            latest = std::min(latest, recorded);
        }
    }
    // ... and not before the one that precedes, should the clock have been put back.
    out.last_recorded_ = unstamped;
    for (Row& row : out.rows_) {
        out.last_recorded_ = row.recorded = std::max(row.recorded, out.last_recorded_);
    }
    out.unstamped_ = 0;
    return out;
}

void History::keep_line(std::size_t line, std::string json) {
    kept_lines_[line] = std::make_shared<const std::string>(std::move(json));
}

std::shared_ptr<const std::string> History::kept_line(std::size_t line) const {
    if (kept_lines_.empty()) return nullptr;
    const auto found = kept_lines_.find(line);
    return found == kept_lines_.end() ? nullptr : found->second;
}

History History::first(std::size_t events) const {
    History out = *this;
    const std::size_t kept = std::min(events, size());
    out.rows_.erase(out.rows_.begin() + static_cast<std::ptrdiff_t>(kept), out.rows_.end());
    out.bodies_.erase(out.bodies_.begin() + static_cast<std::ptrdiff_t>(kept), out.bodies_.end());
    out.unstamped_ = 0;
    out.last_recorded_ = unstamped;
    for (const Row& row : out.rows_) {
        if (row.recorded == unstamped) {
            ++out.unstamped_;
        } else {
            out.last_recorded_ = row.recorded;
        }
    }
    std::erase_if(out.corrected_by_,
                  [&](const auto& pair) { return static_cast<std::size_t>(pair.second) > kept; });
    std::erase_if(out.kept_lines_, [&](const auto& pair) { return pair.first > kept; });
    return out;
}

std::size_t History::bytes() const {
    std::size_t total =
        sizeof(History) + rows_.capacity() * sizeof(Row) + bodies_.capacity() * sizeof(EventBody);
    for (const EventBody& body : bodies_) total += detail::bytes_of(body);
    for (const std::string& name : names_) {
        // A node of the index and what does not fit into the string itself.
        total += sizeof(std::string) + 4 * sizeof(void*) +
                 (name.capacity() > 15 ? name.capacity() + 1 : 0);
    }
    total += corrected_by_.size() * 3 * sizeof(void*);
    for (const auto& [line, json] : kept_lines_) total += 8 * sizeof(void*) + json->capacity();
    return total + (numbers_.bucket_count() + corrected_by_.bucket_count()) * sizeof(void*);
}

std::size_t History::same_events(const History& other) const {
    const auto same_stamp = [](const Row& a, const Row& b) {
        return a.recorded == b.recorded || a.recorded == unstamped || b.recorded == unstamped;
    };
    const std::size_t most = std::min(size(), other.size());
    std::size_t i = 0;
    while (i < most && same_stamp(rows_[i], other.rows_[i]) && same_but_for_stamp(other, i)) ++i;
    return i;
}

bool History::same_but_for_stamp(const History& other, std::size_t i) const {
    const Row& a = rows_[i];
    const Row& b = other.rows_[i];
    return a.effective == b.effective && a.kind == b.kind && a.corrects == b.corrects &&
           a.rules == b.rules && names_[a.subject] == other.names_[b.subject] &&
           names_[a.actor] == other.names_[b.actor] && names_[a.reason] == other.names_[b.reason] &&
           bodies_[i] == other.bodies_[i];
}

bool operator==(const History& a, const History& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a.rows_[i].recorded != b.rows_[i].recorded || !a.same_but_for_stamp(b, i)) return false;
    }
    return true;
}

}  // namespace probity
