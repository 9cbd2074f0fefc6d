// A programme as the fold of its history.
#include "probity/programme/programme.hpp"

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "date/instant.hpp"
#include "date/interruption.hpp"
#include "date/names.hpp"
#include "history/patch.hpp"
#include "history/timeline.hpp"
#include "probity/date/date.hpp"
#include "probity/history/history.hpp"
#include "probity/programme/command.hpp"
#include "programme/record_named.hpp"
#include "records/check.hpp"
#include "text/sentence.hpp"

namespace probity {

struct Programme::State {
    State(History all, detail::Timeline states, const std::optional<Date>& day = std::nullopt)
        : history(std::move(all)), timeline(std::move(states)), stands_on(day) {
        // Taken out at the end: an event was judged by the whole document when it was recorded.
        if (day) past = detail::without_later(timeline.now().parts(), timeline.founding(), *day);
    }

    History history;
    detail::Timeline timeline;
    /// The records as of a past day; none of a programme with all that happened to it.
    std::optional<ProgrammeParts> past;
    std::optional<Date> stands_on;
    /// The event that was checked last, and the programme after it.
    mutable std::mutex lock;
    mutable std::optional<std::pair<Event, std::shared_ptr<const State>>> checked;
};

namespace {

/// Asks for the memory in which the subjects of events are looked for, of which there are many.
void fetch_names(const History& history, std::span<const Event> events) {
    if (events.size() == 1 || history.names() < detail::too_many_at_hand) return;
    std::vector<std::uint32_t> hashes;
    hashes.reserve(events.size());
    for (const Event& event : events) hashes.push_back(detail::hash_of_name(event.subject));
    history.fetch_names(hashes);
}

/// Refuses a history that begins before its programme.
void check_begins_later(const ProgrammeParts& founding, const History& history) {
    const auto first = history.first_recorded();
    if (!first || !founding.recorded || *first >= *founding.recorded) return;
    throw ProbityError(detail::sentence("programme.recorded_before",
                                        {{"at", detail::instant_text(*first)},
                                         {"set_up", detail::instant_text(*founding.recorded)}}));
}

/// A correction keeps what it does not name of the event that it corrects. One of another kind
/// replaces that event whole.
void keep_unnamed(Event& event, const History& history, const detail::NamedFields& named) {
    if (event.corrects < 1 || static_cast<std::size_t>(event.corrects) > history.size()) return;
    const Event corrected = history[static_cast<std::size_t>(event.corrects - 1)];
    if (corrected.kind != event.kind) return;
    event.body = detail::patched(event.body, corrected.body, named);
    const bool says_why = named ? std::find(named->begin(), named->end(), "reason") != named->end()
                                : !event.reason.empty();
    if (!says_why) event.reason = corrected.reason;
}

}  // namespace

Programme::Programme(ProgrammeParts founding) : Programme(std::move(founding), History()) {}

Programme::Programme(ProgrammeParts founding, History history) {
    detail::check(founding);
    check_begins_later(founding, history);
    detail::Timeline timeline = detail::Timeline(std::move(founding)).after(history);
    state_ = std::make_shared<const State>(std::move(history), std::move(timeline));
}

Programme::Programme(History history, detail::Timeline timeline) {
    check_begins_later(timeline.founding(), history);
    state_ = std::make_shared<const State>(std::move(history), std::move(timeline));
}

const ProgrammeParts& Programme::parts() const& noexcept {
    return state_->past ? *state_->past : state_->timeline.now().parts();
}
const ProgrammeParts& Programme::founding() const& noexcept { return state_->timeline.founding(); }
const History& Programme::history() const& noexcept { return state_->history; }
History Programme::history() && { return state_->history; }
const std::optional<Date>& Programme::stands_on() const& noexcept { return state_->stands_on; }

std::optional<std::chrono::sys_seconds> Programme::last_recorded() const {
    return parts().recorded;
}

const Task& Programme::task(std::string_view id) const& {
    if (!state_->past) {
        const detail::Fold& now = state_->timeline.now();
        if (const auto place = now.place_of_task(id)) return now.parts().tasks[*place];
    }
    return detail::record_named(parts().tasks, id, "task");
}

void Programme::check(const Event& event) const {
    auto after = state_after({&event, 1});
    const std::lock_guard guard(state_->lock);
    state_->checked.emplace(event, std::move(after));
}

Programme Programme::apply(const Event& event) const {
    std::shared_ptr<const State> after;
    {
        // Taken out, so that programmes do not hold each other one after the other.
        const std::lock_guard guard(state_->lock);
        if (state_->checked && state_->checked->first == event) {
            after = std::move(state_->checked->second);
            state_->checked.reset();
        }
    }
    return Programme(after != nullptr ? std::move(after) : state_after({&event, 1}));
}

Programme Programme::apply(const std::vector<Event>& events) const {
    if (events.size() == 1) return apply(events.front());
    return Programme(state_after(events));
}

std::shared_ptr<const Programme::State> Programme::state_after(
    std::span<const Event> events) const {
    if (stands_on()) {
        throw ProbityError(
            detail::sentence("programme.stands_still", {{"on", detail::written(*stands_on())}}));
    }
    History history = state_->history;
    for (std::size_t i = 0; i < events.size(); ++i) {
        detail::interruption_point();
        constexpr std::size_t together = 128;
        if (i % together == 0)
            fetch_names(history, events.subspan(i).first(std::min(together, events.size() - i)));
        history.append(events[i]);
    }
    check_begins_later(founding(), history);
    detail::Timeline timeline = state_->timeline.after(history);
    return std::make_shared<const State>(std::move(history), std::move(timeline));
}

Programme Programme::stamped(std::chrono::sys_seconds instant) const {
    if (!history().has_unstamped()) return *this;
    History history = this->history().stamped(instant);
    detail::Timeline timeline = state_->timeline.stamped(history);
    return Programme(
        std::make_shared<const State>(std::move(history), std::move(timeline), stands_on()));
}

Programme Programme::as_of(const std::optional<Date>& effective,
                           const std::optional<std::chrono::sys_seconds>& recorded) const {
    if (recorded && founding().recorded && *recorded < *founding().recorded) {
        throw ProbityError(detail::sentence(
            "programme.set_up_later",
            {{"on", detail::written(
                        to_date(std::chrono::floor<std::chrono::days>(*founding().recorded)))}}));
    }
    const auto day = effective && stands_on() ? std::min(*effective, *stands_on())
                     : effective              ? *effective
                                              : stands_on();
    History history =
        recorded ? this->history().first(this->history().known_at(*recorded)) : this->history();
    detail::Timeline timeline = state_->timeline.as_of(history, day);
    return Programme(std::make_shared<const State>(std::move(history), std::move(timeline), day));
}

bool operator==(const Programme& a, const Programme& b) {
    return a.state_ == b.state_ || (a.stands_on() == b.stands_on() &&
                                    a.founding() == b.founding() && a.history() == b.history());
}

Event record(const Programme& programme, EventKind kind, std::string subject, EventBody body,
             const Act& act) {
    Event event{.effective = act.on,
                .recorded = act.recorded,
                .actor = act.by,
                .kind = kind,
                .subject = std::move(subject),
                .body = std::move(body),
                .reason = act.reason,
                .corrects = act.corrects};
    keep_unnamed(event, programme.history(), act.named);
    programme.check(event);
    return event;
}

}  // namespace probity
