// A programme as the fold of its history.
#include "probity/programme/programme.hpp"

#include <algorithm>

#include "date/instant.hpp"
#include "date/interruption.hpp"
#include "history/fold.hpp"
#include "history/patch.hpp"
#include "probity/date/date.hpp"
#include "probity/history/history.hpp"
#include "probity/programme/command.hpp"
#include "records/check.hpp"

namespace probity {

struct Programme::State {
    ProgrammeParts founding;
    History history;
    /// The founding with all events applied.
    ProgrammeParts parts;
    std::optional<Date> stands_on = std::nullopt;
};

namespace {

ProgrammeParts folded(const ProgrammeParts& founding, const History& history,
                      const std::optional<Date>& effective = std::nullopt) {
    ProgrammeParts parts = detail::fold(founding, history, history.size(), effective);
    if (const auto last = history.last_recorded()) parts.recorded = last;
    return parts;
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

Programme::Programme(ProgrammeParts founding) {
    detail::check(founding);
    ProgrammeParts parts = founding;
    state_ = std::make_shared<const State>(
        State{.founding = std::move(founding), .history = {}, .parts = std::move(parts)});
}

Programme::Programme(ProgrammeParts founding, History history) {
    detail::check(founding);
    if (const auto first = history.first_recorded();
        first && founding.recorded && *first < *founding.recorded) {
        throw ProbityError("an event is recorded at " + detail::instant_text(*first) +
                           ", before the programme was set up at " +
                           detail::instant_text(*founding.recorded) +
                           "; events are kept in the order of their recording");
    }
    ProgrammeParts parts = folded(founding, history);
    state_ = std::make_shared<const State>(State{
        .founding = std::move(founding), .history = std::move(history), .parts = std::move(parts)});
}

const ProgrammeParts& Programme::parts() const& noexcept { return state_->parts; }
const ProgrammeParts& Programme::founding() const& noexcept { return state_->founding; }
const History& Programme::history() const& noexcept { return state_->history; }
History Programme::history() && { return state_->history; }
const std::optional<Date>& Programme::stands_on() const& noexcept { return state_->stands_on; }

std::optional<std::chrono::sys_seconds> Programme::last_recorded() const {
    return parts().recorded;
}

Programme Programme::apply(const Event& event) const { return apply(std::vector<Event>{event}); }

Programme Programme::apply(const std::vector<Event>& events) const {
    if (stands_on()) {
        throw ProbityError("this is the programme as it stood on " + to_string(*stands_on()) +
                           ", which does not change; events are applied to the programme itself");
    }
    History history = state_->history;
    history.reserve(history.size() + events.size());
    for (const Event& event : events) {
        detail::interruption_point();
        history.append(event);
    }
    return Programme(state_->founding, std::move(history));
}

Programme Programme::stamped(std::chrono::sys_seconds instant) const {
    if (!history().has_unstamped()) return *this;
    State state = *state_;
    state.history = state.history.stamped(instant);
    state.parts.recorded = state.history.last_recorded();
    return Programme(std::make_shared<const State>(std::move(state)));
}

Programme Programme::as_of(const std::optional<Date>& effective,
                           const std::optional<std::chrono::sys_seconds>& recorded) const {
    if (recorded && founding().recorded && *recorded < *founding().recorded) {
        throw ProbityError(
            "nothing was recorded by then: the programme was set up later, on " +
            to_string(to_date(std::chrono::floor<std::chrono::days>(*founding().recorded))));
    }
    const std::size_t known = recorded ? history().known_at(*recorded) : history().size();
    const auto day = effective && stands_on() ? std::min(*effective, *stands_on())
                     : effective              ? *effective
                                              : stands_on();
    History history =
        known == this->history().size() ? this->history() : this->history().first(known);
    ProgrammeParts parts = folded(founding(), history, day);
    return Programme(std::make_shared<const State>(State{.founding = founding(),
                                                         .history = std::move(history),
                                                         .parts = std::move(parts),
                                                         .stands_on = day}));
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
    static_cast<void>(programme.apply(event));
    return event;
}

}  // namespace probity
