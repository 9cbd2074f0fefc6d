#include "probity/history/history.hpp"

#include <algorithm>
#include <utility>

#include "date/instant.hpp"
#include "history/body.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

std::optional<std::chrono::sys_seconds> instant_of(std::int64_t recorded) {
    if (recorded == History::unstamped) return std::nullopt;
    return std::chrono::sys_seconds(std::chrono::seconds(recorded));
}

}  // namespace

std::uint32_t History::number_of(const std::string& name, std::uint32_t last) {
    if (last < names_.size() && names_[last].text == name) return last;
    const std::uint32_t hash = detail::hash_of_name(name);
    const auto is_it = [&](std::uint32_t number) { return names_[number].text == name; };
    if (const auto found = numbers_.find(hash, is_it)) return *found;
    const auto number = static_cast<std::uint32_t>(names_.size());
    names_.push_back({name, hash});
    numbers_.insert(hash, number);
    return number;
}

std::optional<std::uint32_t> History::corrector_of(std::uint32_t row) const {
    const auto event = static_cast<std::int32_t>(row) + 1;
    return corrected_by_.find(static_cast<std::uint32_t>(event), [&](std::uint32_t other) {
        return other < size() && entries_[other].row.corrects == event;
    });
}

void History::append(const Event& event) {
    detail::check_event(event);
    add(event, event.body);
}

void History::append_checked(Event&& event) {
    EventBody body = std::move(event.body);
    add(event, std::move(body));
}

void History::add(const Event& event, EventBody body) {
    const std::int64_t recorded =
        event.recorded ? event.recorded->time_since_epoch().count() : unstamped;
    const auto number = [&] { return size() + 1; };
    if (event.effective.is_special()) {
        throw ProbityError(detail::sentence("event.no_day", {{"number", number()}}));
    }
    if (event.recorded && recorded < last_recorded_) {
        throw ProbityError(detail::sentence("event.recorded_before",
                                            {{"number", number()},
                                             {"at", detail::instant_text(*event.recorded)},
                                             {"last", detail::instant_text(*last_recorded())}}));
    }
    if (!empty() && event.rules < entries_.back().row.rules) {
        throw ProbityError(
            detail::sentence("event.rules_go_back", {{"number", number()},
                                                     {"rules", event.rules},
                                                     {"before", int{entries_.back().row.rules}}}));
    }
    if (event.corrects < 0 || static_cast<std::size_t>(event.corrects) > size()) {
        throw ProbityError(detail::sentence(
            empty() ? "event.corrects_none" : "event.corrects_later",
            {{"number", number()}, {"corrected", event.corrects}, {"most", size()}}));
    }
    const auto corrected = static_cast<std::uint32_t>(event.corrects - 1);
    if (const auto found = event.corrects > 0 ? corrector_of(corrected) : std::nullopt) {
        throw ProbityError(detail::sentence("event.corrected_already",
                                            {{"corrected", event.corrects}, {"by", *found + 1}}));
    }
    const Row last = empty() ? Row{} : entries_.back().row;
    const auto row = static_cast<std::uint32_t>(size());
    entries_.push_back({{.recorded = recorded,
                         .effective = event.effective,
                         .actor = number_of(event.actor, last.actor),
                         .subject = number_of(event.subject, last.subject),
                         .reason = number_of(event.reason, last.reason),
                         .corrects = event.corrects,
                         .kind = event.kind,
                         .rules = static_cast<std::uint8_t>(event.rules)},
                        std::move(body)});
    if (event.clock) clocks_.push_back({row, event.clock->time_since_epoch().count()});
    if (event.recorded) {
        if (first_recorded_ == unstamped) first_recorded_ = recorded;
        last_recorded_ = recorded;
    } else if (unstamped_++ == 0) {
        first_unstamped_ = row;
    }
    if (event.corrects > 0) corrected_by_.insert(static_cast<std::uint32_t>(event.corrects), row);
}

Event History::operator[](std::size_t i) const {
    if (i >= size()) {
        throw ProbityError(
            detail::sentence("event.past_end", {{"number", i + 1}, {"size", size()}}));
    }
    const auto& [row, body] = entries_[i];
    const auto clock = clock_of(i);
    return {.effective = row.effective,
            .recorded = instant_of(row.recorded),
            .clock = clock ? instant_of(*clock) : std::nullopt,
            .actor = name(row.actor),
            .kind = row.kind,
            .subject = name(row.subject),
            .body = body,
            .reason = name(row.reason),
            .corrects = row.corrects,
            .rules = row.rules};
}

std::optional<std::int64_t> History::clock_of(std::size_t row) const {
    const auto found = std::lower_bound(
        clocks_.begin(), clocks_.end(), row,
        [](const KeptClock& kept, std::size_t wanted) { return kept.row < wanted; });
    return found != clocks_.end() && found->row == row ? std::optional(found->said) : std::nullopt;
}

std::size_t History::known_at(std::chrono::sys_seconds instant) const {
    const auto stamped =
        entries_.begin() +
        static_cast<std::ptrdiff_t>(has_unstamped() ? first_unstamped_ : entries_.size());
    const auto end = std::upper_bound(
        entries_.begin(), stamped, instant.time_since_epoch().count(),
        [](std::int64_t limit, const Entry& entry) { return limit < entry.row.recorded; });
    return static_cast<std::size_t>(end - entries_.begin());
}

std::optional<std::chrono::sys_seconds> History::first_recorded() const {
    return instant_of(first_recorded_);
}

std::optional<std::chrono::sys_seconds> History::last_recorded() const {
    return instant_of(last_recorded_);
}

History History::stamped(std::chrono::sys_seconds instant) const {
    if (!has_unstamped()) return *this;
    History out = *this;
    // Not after the stamp that follows, ...
    std::int64_t latest = instant.time_since_epoch().count();
    for (std::size_t i = size(); i-- > first_unstamped_;) {
        if (row(i).recorded != unstamped) {
            latest = std::min(latest, row(i).recorded);
            continue;
        }
        out.entries_.edit(i).row.recorded = latest;
        if (const auto kept = place_of_kept(i + 1)) out.kept_lines_.edit(*kept).json = nullptr;
    }
    // ... and not before the one that precedes, should the clock have been put back.
    std::int64_t earliest = first_unstamped_ == 0 ? unstamped : row(first_unstamped_ - 1).recorded;
    for (std::size_t i = first_unstamped_; i < size(); ++i) {
        if (out.row(i).recorded < earliest) out.entries_.edit(i).row.recorded = earliest;
        earliest = out.row(i).recorded;
    }
    out.first_recorded_ = out.row(0).recorded;
    out.last_recorded_ = earliest;
    out.unstamped_ = 0;
    return out;
}

std::optional<std::uint32_t> History::place_of_kept(std::size_t line) const {
    return kept_places_.find(static_cast<std::uint32_t>(line),
                             [&](std::uint32_t place) { return kept_lines_[place].line == line; });
}

void History::keep_line(std::size_t line, std::string json) {
    keep_line(line, std::make_shared<const std::string>(std::move(json)));
}

void History::keep_line(std::size_t line, std::shared_ptr<const std::string> kept) {
    if (const auto found = place_of_kept(line)) {
        kept_lines_.edit(*found).json = std::move(kept);
        return;
    }
    kept_places_.insert(static_cast<std::uint32_t>(line),
                        static_cast<std::uint32_t>(kept_lines_.size()));
    kept_lines_.push_back({line, std::move(kept)});
}

std::shared_ptr<const std::string> History::kept_line(std::size_t line) const {
    const auto found = place_of_kept(line);
    return found && line <= size() ? kept_lines_[*found].json : nullptr;
}

History History::first(std::size_t events) const {
    if (events >= size()) return *this;
    History out = *this;
    out.entries_ = entries_.first(events);
    for (std::size_t i = events; i < size(); ++i) {
        const std::int32_t corrected = row(i).corrects;
        if (corrected > 0) {
            out.corrected_by_.erase(static_cast<std::uint32_t>(corrected),
                                    static_cast<std::uint32_t>(i));
        }
    }
    std::size_t clocks = 0;
    while (clocks < clocks_.size() && clocks_[clocks].row < events) ++clocks;
    out.clocks_ = clocks_.first(clocks);
    out.kept_lines_.clear();
    out.kept_places_ = {};
    for (const auto& [line, json] : kept_lines_) {
        if (line <= events && json != nullptr) out.keep_line(line, json);
    }
    out.unstamped_ = 0;
    out.last_recorded_ = unstamped;
    for (std::size_t i = 0; i < events; ++i) {
        if (row(i).recorded == unstamped) {
            ++out.unstamped_;
        } else {
            out.last_recorded_ = row(i).recorded;
        }
    }
    if (first_recorded_ == unstamped || out.last_recorded_ == unstamped) {
        out.first_recorded_ = unstamped;
    }
    return out;
}

std::size_t History::bytes() const {
    std::size_t total = sizeof(History) + entries_.bytes() + names_.bytes() + numbers_.bytes() +
                        corrected_by_.bytes() + clocks_.bytes() + kept_lines_.bytes() +
                        kept_places_.bytes();
    for (const Entry& entry : entries_) total += detail::bytes_of(entry.body);
    for (const Name& name : names_) {
        // The part that does not fit into the string itself.
        if (name.text.capacity() > 15) total += name.text.capacity() + 1;
    }
    for (const KeptLine& kept : kept_lines_) {
        if (kept.json != nullptr) total += 8 * sizeof(void*) + kept.json->capacity();
    }
    return total;
}

std::size_t History::same_events(const History& other) const {
    const std::size_t most = std::min(size(), other.size());
    std::size_t i = 0;
    while (i < most && same_but_for_stamp(other, i) &&
           (same_stamp(other, i) || row(i).recorded == unstamped ||
            other.row(i).recorded == unstamped)) {
        ++i;
    }
    return i;
}

bool History::same_stamp(const History& other, std::size_t i) const {
    return row(i).recorded == other.row(i).recorded && clock_of(i) == other.clock_of(i);
}

bool History::same_but_for_stamp(const History& other, std::size_t i) const {
    const Row& a = row(i);
    const Row& b = other.row(i);
    return a.effective == b.effective && a.kind == b.kind && a.corrects == b.corrects &&
           a.rules == b.rules && name(a.subject) == other.name(b.subject) &&
           name(a.actor) == other.name(b.actor) && name(a.reason) == other.name(b.reason) &&
           body(i) == other.body(i);
}

bool operator==(const History& a, const History& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!a.same_stamp(b, i) || !a.same_but_for_stamp(b, i)) return false;
    }
    return true;
}

}  // namespace probity
